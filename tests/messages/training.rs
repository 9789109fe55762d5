//! Courses that nobody could come to, and sessions that contradict themselves. The day is 22 November 2026.

use super::told;
use crate::support::site::{TestSite, course};

const A: &str = "content/training/a.yaml";
const SESSION: &str = "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n";

#[test]
fn a_session_that_nobody_can_book_is_told() {
    insta::assert_snapshot!(told(A, course("booking: {}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n")), @r#"
    warning[training/booking]: nothing says how to book the session on 3 December 2026
     --> content/training/a.yaml:7:12
      |
    7 |   - {date: 2026-12-03, start: "09:30", end: "12:30"}
      |            ^^^^^^^^^^
      = help: add `booking` with a `url`, `email` or `phone`; where people can just come, say so in its `note`

    1 warning
    "#);
}

#[test]
fn several_sessions_that_nobody_can_book_are_told_once() {
    insta::assert_snapshot!(told(A, course("booking: {}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n  - {date: 2026-12-04, start: \"09:30\", end: \"12:30\"}\n")), @r#"
    warning[training/booking]: nothing says how to book 2 of the upcoming sessions, the first on 3 December 2026
     --> content/training/a.yaml:7:12
      |
    7 |   - {date: 2026-12-03, start: "09:30", end: "12:30"}
      |            ^^^^^^^^^^
      = help: add `booking` with a `url`, `email` or `phone`; where people can just come, say so in its `note`

    1 warning
    "#);
}

#[test]
fn there_are_several_ways_to_book() {
    assert_eq!(
        told(
            A,
            course(
                "booking: {url: \"https://example.org/book\"}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Library}}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course(
                "booking: {email: training@example.org}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Library}}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course(
                "booking: {phone: 01632 960400}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Library}}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course(
                "booking: {note: Just come.}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course(
                "booking: {}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", booking_url: \"https://example.org/book\"}\n"
            )
        ),
        ""
    );
}

#[test]
fn nobody_books_what_is_full_off_unsure_or_over() {
    assert_eq!(
        told(
            A,
            course(
                "booking: {}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: full}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\", booking_url: \"https://example.org/book\"}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course(
                "booking: {}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: cancelled, changed: 2026-11-01}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\", booking_url: \"https://example.org/book\"}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course(
                "booking: {}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: provisional}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\", booking_url: \"https://example.org/book\"}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course(
                "booking: {}\nsessions:\n  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\"}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\", booking_url: \"https://example.org/book\"}\n"
            )
        ),
        ""
    );
}

#[test]
fn people_wait_for_a_place_in_some_way() {
    insta::assert_snapshot!(told(A, course("booking: {}\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: full, waiting_list: true}\n")), @r#"
    warning[training/booking]: nothing says how to book the session on 3 December 2026
     --> content/training/a.yaml:7:12
      |
    7 |   - {date: 2026-12-03, start: "09:30", end: "12:30", status: full, waiting_list: true}
      |            ^^^^^^^^^^
      = help: add `booking` with a `url`, `email` or `phone`; where people can just come, say so in its `note`

    1 warning
    "#);
}

#[test]
fn a_past_session_that_was_never_confirmed_is_told() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\", status: provisional}\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: provisional}\n")), @r#"
    warning[training/status]: this session was on 3 November 2026 and is still `provisional`
     --> content/training/a.yaml:6:12
      |
    6 |   - {date: 2026-11-03, start: "09:30", end: "12:30", status: provisional}
      |            ^^^^^^^^^^
      = help: write `status: scheduled` if it took place, or `status: cancelled`

    1 warning
    "#);
}

#[test]
fn a_series_that_was_never_confirmed_is_told_once() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {every: week, on: tuesday, from: 2026-11-01, until: 2026-12-31, start: \"09:30\", end: \"12:30\", status: provisional}\n")), @r#"
    warning[training/status]: this session was on 3 November 2026 and is still `provisional`, and 2 more of this series
     --> content/training/a.yaml:6:38
      |
    6 |   - {every: week, on: tuesday, from: 2026-11-01, until: 2026-12-31, start: "09:30", end: "12:30", status: provisional}
      |                                      ^^^^^^^^^^
      = help: write `status: scheduled` if it took place, or `status: cancelled`

    1 warning
    "#);
}

#[test]
fn a_course_without_a_session_to_come_is_told() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\"}\n")), @r"
    warning[training/sessions]: this course has no upcoming session; the last was on 3 November 2026
     --> content/training/a.yaml:1:8
      |
    1 | title: First steps
      |        ^^^^^^^^^^^
      = help: add the next date, or take the page out of the site with `publish_until`

    1 warning
    ");
}

#[test]
fn a_course_without_any_session_is_told() {
    insta::assert_snapshot!(told(A, course("")), @r"
    warning[training/sessions]: this course has no upcoming session
     --> content/training/a.yaml:1:8
      |
    1 | title: First steps
      |        ^^^^^^^^^^^
      = help: add the next date, or take the page out of the site with `publish_until`

    1 warning
    ");
}

#[test]
fn a_session_that_is_off_is_none() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: cancelled, changed: 2026-11-01}\n")), @r"
    warning[training/sessions]: this course has no upcoming session
     --> content/training/a.yaml:1:8
      |
    1 | title: First steps
      |        ^^^^^^^^^^^
      = help: add the next date, or take the page out of the site with `publish_until`

    1 warning
    ");
}

#[test]
fn an_event_that_is_over_and_e_learning_are_left_alone() {
    assert_eq!(
        told(A, course("kind: event\nsessions:\n  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\"}\n")),
        ""
    );
    assert_eq!(told(A, course("kind: e-learning\nurl: \"https://example.org/\"\n")), "");
    assert_eq!(told(A, course("publish_until: 2026-11-01\n")), "");
    assert_eq!(told(A, course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n")), "");
}

#[test]
fn a_change_that_has_no_day_is_told() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: cancelled}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\"}\n")), @r#"
    warning[training/changed]: this session, on 3 December 2026, is `cancelled`, and `changed` does not say since when
     --> content/training/a.yaml:6:12
      |
    6 |   - {date: 2026-12-03, start: "09:30", end: "12:30", status: cancelled}
      |            ^^^^^^^^^^
      = help: write the day on which that was decided, such as `changed: 2026-11-22`, so that calendars notice it

    1 warning
    "#);
}

#[test]
fn a_change_with_its_day_and_one_of_the_past_are_left_alone() {
    assert_eq!(
        told(
            A,
            course(
                "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: changed, changed: 2026-11-20}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course(
                "sessions:\n  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\", status: postponed}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\"}\n"
            )
        ),
        ""
    );
}

#[test]
fn a_full_session_with_places_is_told() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: full, places: 20, places_left: 3}\n")), @r#"
    warning[training/places_left]: this session, on 3 December 2026, is `full` and has 3 places left
     --> content/training/a.yaml:6:12
      |
    6 |   - {date: 2026-12-03, start: "09:30", end: "12:30", status: full, places: 20, places_left: 3}
      |            ^^^^^^^^^^
      = help: write `places_left: 0`, or take `status: full` out

    1 warning
    "#);
}

#[test]
fn a_full_session_without_places_is_left_alone() {
    assert_eq!(
        told(
            A,
            course(
                "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", status: full, places: 20, places_left: 0}\n"
            )
        ),
        ""
    );
    assert_eq!(
        told(
            A,
            course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", places: 20, places_left: 3}\n")
        ),
        ""
    );
}

#[test]
fn booking_that_closes_after_the_session_is_told() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", booking_closes: 2026-12-10}\n")), @r#"
    warning[training/booking_closes]: booking closes on 10 December 2026, after the session on 3 December 2026
     --> content/training/a.yaml:6:70
      |
    6 |   - {date: 2026-12-03, start: "09:30", end: "12:30", booking_closes: 2026-12-10}
      |                                                                      ^^^^^^^^^^
      = help: write the last day on which people can book

    1 warning
    "#);
}

#[test]
fn booking_may_close_on_the_day() {
    assert_eq!(
        told(
            A,
            course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", booking_closes: 2026-12-03}\n")
        ),
        ""
    );
}

#[test]
fn a_series_of_which_nothing_is_left_is_told() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {every: week, on: tuesday, from: 2026-12-01, until: 2026-12-08, except: [2026-12-01, 2026-12-08],\n     start: \"09:30\", end: \"12:30\"}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\"}\n")), @r"
    warning[training/except]: no session of this series is left: `except` takes them all out
     --> content/training/a.yaml:6:90
      |
    6 |   - {every: week, on: tuesday, from: 2026-12-01, until: 2026-12-08, except: [2026-12-01, 2026-12-08],
      |                                                                                          ^^^^^^^^^^
      = help: correct `until` or `except`, or take the series out

    1 warning
    ");
}

#[test]
fn a_session_that_takes_no_time_is_told() {
    insta::assert_snapshot!(told(A, course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"09:30\"}\n")), @r#"
    error[training/end]: the session ends when it starts, at `09:30`
     --> content/training/a.yaml:6:45
      |
    6 |   - {date: 2026-12-03, start: "09:30", end: "09:30"}
      |                                             ^^^^^^^
      = help: use the 24-hour clock: `"09:30"` and `"16:00"`

    1 error
    "#);
}

#[test]
fn details_that_are_to_be_checked_soon_are_told() {
    insta::assert_snapshot!(told(A, course("reviewed: 2026-06-01\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n")), @r"
    warning[training/review]: these details were last checked on 1 June 2026 and are due again by 1 December 2026
     --> content/training/a.yaml:5:11
      |
    5 | reviewed: 2026-06-01
      |           ^^^^^^^^^^
      = help: check them with the provider, then write the day on which you did

    1 warning
    ");
}

#[test]
fn details_that_were_to_be_checked_are_told() {
    insta::assert_snapshot!(told(A, course("reviewed: 2026-01-01\nsessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n")), @r"
    warning[training/review]: these details were last checked on 1 January 2026 and were due again by 1 July 2026
     --> content/training/a.yaml:5:11
      |
    5 | reviewed: 2026-01-01
      |           ^^^^^^^^^^
      = help: check them with the provider, then write the day on which you did

    1 warning
    ");
}

#[test]
fn details_that_nobody_ever_checked_are_told() {
    let unchecked = course("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n")
        .replace("reviewed: 2026-11-01\n", "");
    insta::assert_snapshot!(told(A, unchecked), @r"
    warning[training/review]: nobody has written when these details were last checked
     --> content/training/a.yaml:1:8
      |
    1 | title: First steps
      |        ^^^^^^^^^^^
      = help: check them with the provider, then write the day on which you did: `reviewed: 2026-11-22`

    1 warning
    ");
}

#[test]
fn nobody_checks_an_event_that_is_over() {
    assert_eq!(
        told(
            A,
            course(
                "kind: event\nreviewed: 2026-01-01\nsessions:\n  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\"}\n"
            )
        ),
        ""
    );
}

/// Three courses, of which each names the next, and the last one these.
fn courses(last: &str) -> TestSite {
    let needs = |what: &str| course(&format!("prerequisites: [{what}]\n{SESSION}"));
    TestSite::new()
        .with(A, needs("b"))
        .with("content/training/b.yaml", needs("c"))
        .with("content/training/c.yaml", needs(last))
}

#[test]
fn a_circle_of_courses_is_told_once_and_as_a_whole() {
    insta::assert_snapshot!(courses("a").messages(), @r"
    warning[training/prerequisites]: these courses are prerequisites of each other: `a` needs `b`, `b` needs `c`, `c` needs `a`
     --> content/training/a.yaml:5:17
      |
    5 | prerequisites: [b]
      |                 ^
      = help: take one of them out of `prerequisites`, or nobody can start

    1 warning
    ");
    assert_eq!(courses("").messages(), "");
}

#[test]
fn a_course_that_needs_itself_is_told() {
    let text = course(&format!("prerequisites: [a]\n{SESSION}"));
    insta::assert_snapshot!(told(A, text), @r"
    warning[training/prerequisites]: `a` has itself as a prerequisite
     --> content/training/a.yaml:5:17
      |
    5 | prerequisites: [a]
      |                 ^
      = help: take one of them out of `prerequisites`, or nobody can start

    1 warning
    ");
}

#[test]
fn the_pages_of_courses_in_a_circle_are_made() {
    let site = courses("a, c, b").built();
    assert!(site.page("training/c/index.html").contains("First steps"));
}

#[test]
fn of_a_course_with_a_slip_in_its_sessions_nobody_says_that_it_has_none() {
    let told = told(A, course("sessions:\n  - {date: 2026-12-03, start: \"9\", end: \"12:30\"}\n"));
    assert!(told.contains("error[training/start]") && !told.contains("training/sessions"), "{told}");
}

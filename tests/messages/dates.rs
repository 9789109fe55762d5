//! Dates and times that are not there in the calendar, or in the wrong order.

use super::told;
use crate::support::site::{course, plan, service};

#[test]
fn a_day_that_is_not_in_the_calendar_is_told() {
    let text = service("").replace("2026-11-01", "2026-02-30");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/reviewed]: there is no day `2026-02-30`: February 2026 has 28 days
     --> content/services/a.md:7:11
      |
    7 | reviewed: 2026-02-30
      |           ^^^^^^^^^^
      = help: write the year, the month and the day, each in figures: `2026-12-03`

    1 error
    ");
}

#[test]
fn a_date_in_the_british_form_is_told_with_the_one_that_was_meant() {
    let text = service("").replace("2026-11-01", "3/12/2026");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/reviewed]: `3/12/2026` is not a date in the form `2026-12-03`
     --> content/services/a.md:7:11
      |
    7 | reviewed: 3/12/2026
      |           ^^^^^^^^^
      = help: for 3 December 2026, write `2026-12-03`

    1 error
    ");
}

#[test]
fn a_time_on_the_wrong_clock_is_told() {
    let sessions = "sessions:\n  - {date: 2026-12-03, start: 9.30am, end: \"25:00\"}\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r#"
    error[training/start]: `9.30am` is not a time in the form `09:30`
     --> content/training/a.yaml:6:31
      |
    6 |   - {date: 2026-12-03, start: 9.30am, end: "25:00"}
      |                               ^^^^^^
      = help: write hours and minutes on the 24 hour clock, in quotes: `"09:30"`, `"14:00"`

    error[training/end]: there is no time `25:00`: the day runs from `00:00` to `23:59`
     --> content/training/a.yaml:6:44
      |
    6 |   - {date: 2026-12-03, start: 9.30am, end: "25:00"}
      |                                            ^^^^^^^
      = help: write hours and minutes on the 24 hour clock, in quotes: `"09:30"`, `"14:00"`

    2 errors
    "#);
}

#[test]
fn a_timescale_that_is_not_in_the_calendar_shows_three_that_are() {
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("timescale: 2026-02-30")), @r"
    error[plan/timescale]: `2026-02-30` is not a possible date: February 2026 has 28 days
     --> content/plans/a.yaml:7:20
      |
    7 |         timescale: 2026-02-30
      |                    ^^^^^^^^^^
      = help: write it for example as `2026-03-31`, `By end of March 2026` or `Q4 2025/26`

    1 error
    ");
}

#[test]
fn a_timescale_with_a_misspelt_month_shows_three_that_are_right() {
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("timescale: Sepp 2026")), @r"
    error[plan/timescale]: `Sepp 2026` is not a date: there is no month `Sepp`
     --> content/plans/a.yaml:7:20
      |
    7 |         timescale: Sepp 2026
      |                    ^^^^^^^^^
      = help: did you mean `September`? write it for example as `2026-03-31`, `By end of March 2026` or `Q4 2025/26`

    1 error
    ");
}

#[test]
fn a_timescale_in_which_no_date_is_understood_is_a_warning() {
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("timescale: As reviews are published")), @r"
    warning[plan/timescale]: no date was recognised in `As reviews are published`, so it is shown as written
     --> content/plans/a.yaml:7:20
      |
    7 |         timescale: As reviews are published
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write a date such as `May 2026`, or keep the words as `{note: …}` to say that there is none

    1 warning
    ");
    assert_eq!(told("content/plans/a.yaml", plan("timescale: {note: As reviews are published}")), "");
}

#[test]
fn a_plan_that_ends_before_it_begins_is_told() {
    let text = plan("").replace("{from: 2026-04, to: 2029-03}", "{from: 2029-04, to: 2026-03}");
    insta::assert_snapshot!(told("content/plans/a.yaml", text), @r"
    error[plan/period]: the plan ends (2026-03-31) before it begins (2029-04-01)
     --> content/plans/a.yaml:2:29
      |
    2 | period: {from: 2029-04, to: 2026-03}
      |                             ^^^^^^^
      = help: write the earlier date in `from`

    1 error
    ");
}

#[test]
fn a_timescale_that_ends_before_it_begins_is_told() {
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("timescale: {from: May 2027, by: 2026-12}")), @r"
    error[plan/timescale]: `From May 2027 to 2026-12` ends before it starts
     --> content/plans/a.yaml:7:41
      |
    7 |         timescale: {from: May 2027, by: 2026-12}
      |                                         ^^^^^^^
      = help: write it for example as `2026-03-31`, `By end of March 2026` or `Q4 2025/26`

    1 error
    ");
}

#[test]
fn a_record_that_goes_before_it_comes_is_told() {
    let lines = "publish_from: 2026-12-01\npublish_until: 2026-11-01\n";
    insta::assert_snapshot!(told("content/services/a.md", service(lines)), @r"
    error[service/publish_until]: `publish_until` (2026-11-01) is before `publish_from` (2026-12-01)
     --> content/services/a.md:9:16
      |
    9 | publish_until: 2026-11-01
      |                ^^^^^^^^^^
      = help: the last day cannot come before the first

    1 error
    ");
}

#[test]
fn a_campaign_that_ends_before_it_begins_is_told() {
    let text = "---\ntitle: Sixteen days\ndate: 2026-11-01\nfrom: 2026-12-10\nuntil: 2026-11-25\nkind: campaign\n---\nWords.\n";
    insta::assert_snapshot!(told("content/updates/a.md", text), @r"
    error[update/until]: the campaign ends (2026-11-25) before it begins (2026-12-10)
     --> content/updates/a.md:5:8
      |
    5 | until: 2026-11-25
      |        ^^^^^^^^^^
      = help: write the earlier date in `from`

    1 error
    ");
}

#[test]
fn a_session_that_ends_before_it_starts_is_told() {
    let sessions = "sessions:\n  - date: 2026-12-03\n    start: \"13:30\"\n    end: \"12:30\"\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r#"
    error[training/end]: the session ends (`12:30`) before it starts (`13:30`)
     --> content/training/a.yaml:8:10
      |
    8 |     end: "12:30"
      |          ^^^^^^^
      = help: use the 24-hour clock: `"09:30"` and `"16:00"`

    1 error
    "#);
}

#[test]
fn a_series_that_ends_before_it_begins_is_told() {
    let sessions = "sessions:\n  - {every: week, on: tuesday, from: 2027-01-05, until: 2026-03-30, start: \"09:30\", end: \"12:30\"}\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r#"
    error[training/until]: the series ends (2026-03-30) before it begins (2027-01-05)
     --> content/training/a.yaml:6:57
      |
    6 |   - {every: week, on: tuesday, from: 2027-01-05, until: 2026-03-30, start: "09:30", end: "12:30"}
      |                                                         ^^^^^^^^^^
      = help: write the earlier date in `from`

    1 error
    "#);
}

#[test]
fn a_series_without_its_parts_is_told_of_each() {
    let sessions = "sessions:\n  - every: week\n    start: \"09:30\"\n    end: \"12:30\"\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r"
    error[training/from]: `from` is missing
     --> content/training/a.yaml:6:5
      |
    6 |   - every: week
      |     ^^^^^
      = help: add a line such as `from: 2026-12-01`

    error[training/on]: `on` is missing
     --> content/training/a.yaml:6:5
      |
    6 |   - every: week
      |     ^^^^^
      = help: add a line such as `on: first tuesday`

    error[training/until]: `until` is missing
     --> content/training/a.yaml:6:5
      |
    6 |   - every: week
      |     ^^^^^
      = help: add a line such as `until: 2027-07-31`

    3 errors
    ");
}

#[test]
fn an_exception_on_a_day_without_a_session_is_a_warning() {
    let sessions = "sessions:\n  - every: week\n    on: tuesday\n    from: 2026-12-01\n    until: 2026-12-31\n    \
                    except: [2026-12-16]\n    start: \"09:30\"\n    end: \"12:30\"\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r"
    warning[training/except]: the series has no session on 2026-12-16
      --> content/training/a.yaml:10:14
       |
    10 |     except: [2026-12-16]
       |              ^^^^^^^^^^
       = help: correct the date, or take it out

    1 warning
    ");
}

#[test]
fn a_day_of_a_series_that_does_not_fit_its_rhythm_is_told() {
    let sessions = "sessions:\n  - every: week\n    on: first tuesday\n    from: 2026-12-01\n    until: 2026-12-31\n    \
                    start: \"09:30\"\n    end: \"12:30\"\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r"
    error[training/on]: `every: week` and `on: first tuesday` do not go together: there is one first Tuesday in a month
     --> content/training/a.yaml:7:9
      |
    7 |     on: first tuesday
      |         ^^^^^^^^^^^^^
      = help: write `every: month`, or `on: tuesday`

    1 error
    ");
}

#[test]
fn two_sessions_on_one_day_need_a_name() {
    let sessions = "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n  \
                    - {date: 2026-12-03, start: \"13:30\", end: \"16:30\"}\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r#"
    error[training/id]: two sessions of this course on 2026-12-03 would have the same address
     --> content/training/a.yaml:7:12
      |
    7 |   - {date: 2026-12-03, start: "13:30", end: "16:30"}
      |            ^^^^^^^^^^
      = help: give the second session of a day its own `id`, such as `id: afternoon`, so that each keeps its address

    1 error
    "#);
    let named = sessions.replace("end: \"16:30\"", "end: \"16:30\", id: afternoon");
    assert_eq!(told("content/training/a.yaml", course(&named)), "");
}

#[test]
fn two_figures_for_one_period_are_told() {
    let text = "title: Calls\nsource: Our records\npoints:\n  - {period: 2026-Q2, value: 5}\n  - {period: 2026-Q2, value: 6}\n";
    insta::assert_snapshot!(told("content/indicators/a.yaml", text), @r"
    error[indicator/period]: there are two figures for this period
     --> content/indicators/a.yaml:5:14
      |
    5 |   - {period: 2026-Q2, value: 6}
      |              ^^^^^^^
      = help: keep one figure for each period

    1 error
    ");
}

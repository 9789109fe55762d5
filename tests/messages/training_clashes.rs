//! Two sessions in one place, or with one trainer, at one time. The day is 22 November 2026.

use crate::support::site::{TestSite, course};

/// What is told of two courses with these lines.
fn both(one: &str, other: &str) -> String {
    let site = TestSite::new().with("content/training/a.yaml", course(one));
    site.with("content/training/b.yaml", course(other)).messages()
}

#[test]
fn two_sessions_in_one_place_are_told_however_it_is_written() {
    insta::assert_snapshot!(both("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n", "sessions:\n  - {date: 2026-12-03, start: \"12:00\", end: \"14:00\", venue: {name: quay  centre, postcode: zy12ab}}\n"), @r#"
    warning[training/venue]: this session (midday to 2pm) and `a-2026-12-03` of `content/training/a.yaml` (9:30am to 12:30pm) are both at `quay  centre` on 3 December 2026
     --> content/training/b.yaml:6:12
      |
    6 |   - {date: 2026-12-03, start: "12:00", end: "14:00", venue: {name: quay  centre, postcode: zy12ab}}
      |            ^^^^^^^^^^
      = help: move one of them; if they are in two rooms, write the room into each venue's `name`

    1 warning
    "#);
}

#[test]
fn one_trainer_in_two_places_is_told() {
    insta::assert_snapshot!(both("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", trainer: \"Educator, Safe Harbour\"}\n", "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", trainer: \"Educator, Safe Harbour\"}\n"), @r#"
    warning[training/trainer]: this session (9:30am to 12:30pm) and `a-2026-12-03` of `content/training/a.yaml` (9:30am to 12:30pm) are both taught by `Educator, Safe Harbour` on 3 December 2026
     --> content/training/b.yaml:6:12
      |
    6 |   - {date: 2026-12-03, start: "09:30", end: "12:30", trainer: "Educator, Safe Harbour"}
      |            ^^^^^^^^^^
      = help: move one of them, or correct its `trainer`

    1 warning
    "#);
}

#[test]
fn a_pair_is_told_once_whatever_they_share() {
    insta::assert_snapshot!(both("sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}, trainer: \"Educator, Safe Harbour\"}\n", "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}, trainer: \"Educator, Safe Harbour\"}\n"), @r#"
    warning[training/venue]: this session (9:30am to 12:30pm) and `a-2026-12-03` of `content/training/a.yaml` (9:30am to 12:30pm) are both at `Quay Centre` and taught by `Educator, Safe Harbour` on 3 December 2026
     --> content/training/b.yaml:6:12
      |
    6 |   - {date: 2026-12-03, start: "09:30", end: "12:30", venue: {name: Quay Centre, postcode: ZY1 2AB}, trainer: "Educator, Safe Harbour"}
      |            ^^^^^^^^^^
      = help: move one of them; if they are in two rooms, write the room into each venue's `name`

    1 warning
    "#);
}

#[test]
fn two_series_are_told_once() {
    insta::assert_snapshot!(both("sessions:\n  - {every: week, on: tuesday, from: 2026-12-01, until: 2026-12-31, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n", "sessions:\n  - {every: week, on: tuesday, from: 2026-12-01, until: 2026-12-31, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n"), @r#"
    warning[training/venue]: this session (9:30am to 12:30pm) and `a-2026-12-01` of `content/training/a.yaml` (9:30am to 12:30pm) are both at `Quay Centre` on 1 December 2026, and on 4 more days
     --> content/training/b.yaml:6:38
      |
    6 |   - {every: week, on: tuesday, from: 2026-12-01, until: 2026-12-31, start: "09:30", end: "12:30", venue: {name: Quay Centre, postcode: ZY1 2AB}}
      |                                      ^^^^^^^^^^
      = help: move one of them; if they are in two rooms, write the room into each venue's `name`

    1 warning
    "#);
}

#[test]
fn one_after_the_other_is_no_clash() {
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}, trainer: \"Educator, Safe Harbour\"}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"12:30\", end: \"14:00\", venue: {name: Quay Centre, postcode: ZY1 2AB}, trainer: \"Educator, Safe Harbour\"}\n"
        ),
        ""
    );
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n",
            "sessions:\n  - {date: 2026-12-04, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n"
        ),
        ""
    );
}

#[test]
fn another_place_or_trainer_is_no_clash() {
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AD}}\n"
        ),
        ""
    );
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", trainer: \"Educator, Safe Harbour\"}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", trainer: \"Educator, North\"}\n"
        ),
        ""
    );
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", online: {platform: Teams}}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", online: {platform: Teams}}\n"
        ),
        ""
    );
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Online}}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: online}}\n"
        ),
        ""
    );
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: To be confirmed}, trainer: TBC}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: To be confirmed}, trainer: TBC}\n"
        ),
        ""
    );
}

#[test]
fn a_partner_can_teach_twice_at_a_time() {
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", trainer: safe-harbour}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", trainer: safe-harbour}\n"
        ),
        ""
    );
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", trainer: Safe Harbour}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", trainer: Safe Harbour}\n"
        ),
        ""
    );
}

#[test]
fn what_is_off_or_over_takes_no_room() {
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}, status: cancelled, changed: 2026-11-01}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\"}\n"
        ),
        ""
    );
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n",
            "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}, status: postponed, changed: 2026-11-01}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\"}\n"
        ),
        ""
    );
    assert_eq!(
        both(
            "sessions:\n  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\"}\n",
            "sessions:\n  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\", venue: {name: Quay Centre, postcode: ZY1 2AB}}\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\"}\n"
        ),
        ""
    );
}

#[test]
fn thousands_at_one_place_are_told_soon() {
    let session = |number: usize| {
        format!(
            "  - {{id: s-{number}, date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {{name: Quay Centre}}}}\n"
        )
    };
    let sessions: String = (0..3000).map(session).collect();
    let told = TestSite::new().with("content/training/a.yaml", course(&format!("sessions:\n{sessions}"))).check_json();
    assert_eq!(told.len(), 2999);
}

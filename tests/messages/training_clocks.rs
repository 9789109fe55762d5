//! Times that do not exist, or come twice, on the days on which the clocks are changed.

use crate::support::site::{TestSite, course};

const A: &str = "content/training/a.yaml";

/// What is told on a day of a course that was just checked.
fn told_on(today: &str, sessions: &str) -> String {
    let site = TestSite::new().with(A, course(sessions));
    site.run_plain(&["check", "--today", today]).err
}

#[test]
fn a_time_that_the_clocks_skip_is_told() {
    insta::assert_snapshot!(told_on("2026-03-01", "sessions:\n  - {date: 2026-03-29, start: \"01:30\", end: \"12:30\"}\n"), @r#"
    warning[training/start]: there is no `01:30` on 29 March 2026: the clocks go forward past it
     --> content/training/a.yaml:6:12
      |
    6 |   - {date: 2026-03-29, start: "01:30", end: "12:30"}
      |            ^^^^^^^^^^
      = help: write a time before the clocks change, or well after it

    1 warning
    "#);
}

#[test]
fn a_time_that_comes_twice_is_told_once_in_a_series() {
    insta::assert_snapshot!(told_on("2026-10-01", "sessions:\n  - {every: week, on: sunday, from: 2026-10-18, until: 2026-11-01, start: \"00:30\", end: \"01:30\"}\n"), @r#"
    warning[training/end]: `01:30` comes twice on 25 October 2026: the clocks go back over it
     --> content/training/a.yaml:6:37
      |
    6 |   - {every: week, on: sunday, from: 2026-10-18, until: 2026-11-01, start: "00:30", end: "01:30"}
      |                                     ^^^^^^^^^^
      = help: write a time before the clocks change, or well after it

    1 warning
    "#);
}

#[test]
fn the_end_of_a_session_is_looked_at_too() {
    insta::assert_snapshot!(told_on("2026-11-22", "sessions:\n  - {date: 2027-03-28, start: \"00:30\", end: \"01:00\"}\n"), @r#"
    warning[training/end]: there is no `01:00` on 28 March 2027: the clocks go forward past it
     --> content/training/a.yaml:6:12
      |
    6 |   - {date: 2027-03-28, start: "00:30", end: "01:00"}
      |            ^^^^^^^^^^
      = help: write a time before the clocks change, or well after it

    1 warning
    "#);
}

#[test]
fn the_rest_of_these_days_is_left_alone() {
    for (today, date) in [("2026-03-01", "2026-03-29"), ("2026-10-01", "2026-10-25"), ("2026-11-22", "2027-03-28")] {
        let sessions = format!("sessions:\n  - {{date: {date}, start: \"02:00\", end: \"12:30\"}}\n");
        assert_eq!(told_on(today, &sessions), "");
    }
}

#[test]
fn the_clocks_are_those_of_the_site() {
    let sessions = "sessions:\n  - {date: 2027-03-28, start: \"01:30\", end: \"12:30\"}\n";
    assert!(TestSite::new().with(A, course(sessions)).messages().contains("there is no `01:30`"));
    let site = TestSite::new().with(A, course(sessions)).with_setting("timezone: Europe/Berlin");
    assert_eq!(site.messages(), "");
}

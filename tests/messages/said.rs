//! Words that people use in place of those of the content: for fields, for a status, for what is missing.

use super::told;
use crate::support::site::{TestSite, course, plan, service};

fn help(told: &str) -> &str {
    told.lines().find_map(|line| line.split_once("= help: ")).map_or("", |(_, help)| help)
}

#[test]
fn a_field_by_another_name_is_found() {
    for (line, meant) in [
        ("tel: 01632 960001", "did you mean `phone`?"),
        ("opening_times: \"24/7\"", "did you mean `hours`?"),
        ("postcode: L20 3DL", "it belongs in the group `location`: write it below `location:`, indented"),
    ] {
        let told = told("content/services/a.md", service(&format!("{line}\n")));
        assert_eq!(help(&told), meant, "{told}");
    }
}

#[test]
fn a_field_unlike_any_gets_a_handful() {
    insta::assert_snapshot!(told("content/services/a.md", service("budget: 500\n")), @r"
    error[service/field]: there is no field `budget` here
     --> content/services/a.md:8:1
      |
    8 | budget: 500
      | ^^^^^^
      = help: fields here include `areas`, `phone`, `email`, `website`, `webchat`, `text_number`; `docs/fields/` has them all; put notes of your own under `private:`

    1 error
    ");
}

#[test]
fn a_status_in_other_words_is_found() {
    for (said, meant) in [
        ("done", "`complete`?"),
        ("finished", "`complete`?"),
        ("in progress", "`on-track`?"),
        ("delayed", "`at-risk`, or `off-track` if it is not expected in time?"),
        ("overdue", "`off-track`? that a date has passed is worked out from `timescale`;"),
        ("on hold", "`paused`?"),
        ("Cancelled", "`withdrawn`?"),
        ("planned", "`not-started`?"),
    ] {
        let told = told("content/plans/a.yaml", plan(&format!("status: {said}\n")));
        assert!(help(&told).starts_with(&format!("did you mean {meant} it can be ")), "{said}: {told}");
    }
    let service = told("content/services/a.md", service("status: suspended\n"));
    assert!(help(&service).starts_with("did you mean `closed-temporarily`?"), "{service}");
    for (said, meant) in [("canceled", "`cancelled`"), ("full up", "`full`"), ("going ahead", "`scheduled`")] {
        let line = format!("sessions:\n  - {{date: 2026-12-01, start: \"10:00\", end: \"11:00\", status: {said}}}\n");
        let told = told("content/training/a.yaml", course(&line));
        assert!(help(&told).starts_with(&format!("did you mean {meant}?")), "{said}: {told}");
    }
}

#[test]
fn a_missing_word_is_offered_from_the_vocabulary() {
    let text = service("").replace("audiences: [everyone]\n", "");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/audiences]: `audiences` is missing
     --> content/services/a.md:2:1
      |
    2 | title: Helpline
      | ^^^^^
      = help: add a line such as `audiences: [everyone]`; `content/vocabulary.yaml` lists `everyone`, `older-people`, `professionals`

    1 error
    ");
    let told_level = told("content/training/a.yaml", course("").replace("level: awareness\n", ""));
    assert_eq!(
        help(&told_level),
        "add a line such as `level: awareness`; `content/vocabulary.yaml` lists `awareness`, `advanced`"
    );
    let without = TestSite::new().with("content/vocabulary.yaml", "areas: []\n");
    let text = service("").replace("audiences: [everyone]\n", "");
    let told = without.with("content/services/a.md", text).messages();
    assert!(told.contains("add a line such as `audiences: [women, men]`\n"), "{told}");
}

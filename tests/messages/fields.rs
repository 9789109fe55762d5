//! Fields that are not there, not known, or not what they should be.

use super::told;
use crate::support::site::{course, plan, service};

#[test]
fn a_misspelt_field_gets_the_nearest_one() {
    insta::assert_snapshot!(told("content/services/a.md", service("eligability: Anyone in Marlsea\n")), @r"
    error[service/field]: there is no field `eligability` here
     --> content/services/a.md:8:1
      |
    8 | eligability: Anyone in Marlsea
      | ^^^^^^^^^^^
      = help: did you mean `eligibility`?

    1 error
    ");
}

#[test]
fn a_field_unlike_any_gets_the_list_of_fields() {
    insta::assert_snapshot!(told("content/plans/a.yaml", "budget: 5\n".to_owned() + &plan("")), @r"
    error[plan/field]: there is no field `budget` here
     --> content/plans/a.yaml:1:1
      |
    1 | budget: 5
      | ^^^^^^
      = help: fields here include `summary`, `organisation`, `labels`, `rating_guide`, `publish_names`, `archived`; `docs/fields/` has them all; put notes of your own under `private:`

    1 error
    ");
}

#[test]
fn a_misspelt_field_of_a_session_is_told_at_its_own_place() {
    let sessions = "sessions:\n  - date: 2026-12-03\n    start: \"09:30\"\n    end: \"12:30\"\n    venu: Town hall\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r"
    error[training/field]: there is no field `venu` here
     --> content/training/a.yaml:9:5
      |
    9 |     venu: Town hall
      |     ^^^^
      = help: did you mean `venue`?

    1 error
    ");
}

#[test]
fn a_misspelt_field_of_an_update_is_told_at_its_own_place() {
    let action = "updates:\n  - date: 2026-07-01\n    state: on-track\n";
    insta::assert_snapshot!(told("content/plans/a.yaml", plan(action)), @r"
    error[plan/field]: there is no field `state` here
     --> content/plans/a.yaml:9:13
      |
    9 |             state: on-track
      |             ^^^^^
      = help: did you mean `status`?

    1 error
    ");
}

#[test]
fn a_misspelt_field_of_a_lead_is_told_at_its_own_place() {
    let action = "leads:\n  - marlsea-council\n  - organization: safe-harbour\n    role: Chair\n";
    insta::assert_snapshot!(told("content/plans/a.yaml", plan(action)), @r"
    error[plan/field]: there is no field `organization` here
     --> content/plans/a.yaml:9:13
      |
    9 |           - organization: safe-harbour
      |             ^^^^^^^^^^^^
      = help: did you mean `organisation`?

    1 error
    ");
}

#[test]
fn a_misspelt_field_in_braces_is_told_at_its_own_place() {
    let phone = "phone: [{number: 01632 960123, lable: Day and night}]\n";
    insta::assert_snapshot!(told("content/services/a.md", service(phone)), @r"
    error[service/field]: there is no field `lable` here
     --> content/services/a.md:8:32
      |
    8 | phone: [{number: 01632 960123, lable: Day and night}]
      |                                ^^^^^
      = help: did you mean `label`?

    1 error
    ");
}

#[test]
fn a_missing_field_is_told_at_the_start_of_its_record() {
    let text = "---\ntitle: Helpline\norganisation: marlsea-council\nneeds: [talk]\naudiences: [everyone]\n\
                reviewed: 2026-11-01\n---\n";
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/summary]: `summary` is missing
     --> content/services/a.md:2:1
      |
    2 | title: Helpline
      | ^^^^^
      = help: add a line such as `summary: Someone to talk to, by day and by night`

    1 error
    ");
}

#[test]
fn a_missing_field_of_a_session_is_told_at_the_session() {
    let sessions = "sessions:\n  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n  - date: 2026-12-10\n    end: \"12:30\"\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r#"
    error[training/start]: `start` is missing
     --> content/training/a.yaml:7:5
      |
    7 |   - date: 2026-12-10
      |     ^^^^
      = help: add a line such as `start: "09:30"`

    1 error
    "#);
}

#[test]
fn an_empty_field_is_told_apart_from_a_missing_one() {
    insta::assert_snapshot!(told("content/networks/a.yaml", "title:\nentries: [{name: A}]\n"), @r"
    error[network/title]: `title` is empty
     --> content/networks/a.yaml:1:1
      |
    1 | title:
      | ^^^^^
      = help: add a line such as `title: Champions`

    1 error
    ");
}

#[test]
fn an_empty_list_that_must_have_something_is_told() {
    let text = service("").replace("needs: [talk]", "needs: []");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/needs]: `needs` is empty
     --> content/services/a.md:5:1
      |
    5 | needs: []
      | ^^^^^
      = help: add a line such as `needs: [talk]`; `content/vocabulary.yaml` lists `talk`, `housing`

    1 error
    ");
}

#[test]
fn a_list_in_the_place_of_a_text_is_told() {
    let text = service("").replace("title: Helpline", "title: [Helpline, Marlsea]");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/title]: `title` should be text, and this is a list
     --> content/services/a.md:2:8
      |
    2 | title: [Helpline, Marlsea]
      |        ^^^^^^^^^^^^^^^^^^
      = help: write it on one line: `title: …`

    1 error
    ");
}

#[test]
fn a_text_in_the_place_of_a_group_is_told() {
    let text = plan("").replace("{from: 2026-04, to: 2029-03}", "2026 to 2029");
    insta::assert_snapshot!(told("content/plans/a.yaml", text), @r"
    error[plan/form]: `period` should be a group of fields, and this is text
     --> content/plans/a.yaml:2:9
      |
    2 | period: 2026 to 2029
      |         ^^^^^^^^^^^^
      = help: write its fields below it, indented, as `name: value`, or in one line, such as `period: {from: 2026-04, to: 2029-03}`

    1 error
    ");
}

#[test]
fn a_text_in_the_place_of_a_section_is_told() {
    insta::assert_snapshot!(told(
        "content/plans/a.yaml",
        "title: Our plan\nperiod: {from: 2026-04, to: 2029-03}\nsections:\n  - Early help\n",
    ), @r"
    error[plan/form]: a section should be a group of fields, and this is text
     --> content/plans/a.yaml:4:5
      |
    4 |   - Early help
      |     ^^^^^^^^^^
      = help: write its fields below it, indented, as `name: value`

    1 error
    ");
}

#[test]
fn a_file_that_is_no_list_is_told() {
    insta::assert_snapshot!(told("content/organisations.yaml", "marlsea-council: Marlsea Council\n"), @r"
    error[organisations/form]: the file should be a list, and this is a group of fields
     --> content/organisations.yaml:1:1
      |
    1 | marlsea-council: Marlsea Council
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: begin each item with `- ` at the start of its line

    1 error
    ");
}

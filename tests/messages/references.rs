//! Records that name others which are not there, and records that want one address.

use super::told;
use crate::support::site::{TestSite, course, plan, service};

#[test]
fn a_need_that_no_one_listed_gets_the_nearest_one() {
    let text = service("").replace("needs: [talk]", "needs: [talk, hosing]");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/needs]: there is no need `hosing`
     --> content/services/a.md:5:15
      |
    5 | needs: [talk, hosing]
      |               ^^^^^^
      = help: did you mean `housing`?

    1 error
    ");
}

#[test]
fn an_audience_unlike_any_gets_the_list() {
    let text = service("").replace("audiences: [everyone]", "audiences: [fishermen]");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/audiences]: there is no audience `fishermen`
     --> content/services/a.md:6:13
      |
    6 | audiences: [fishermen]
      |             ^^^^^^^^^
      = help: choose one that `content/vocabulary.yaml` lists, or add it there: `everyone`, `older-people`, `professionals`

    1 error
    ");
}

#[test]
fn an_area_that_no_one_listed_is_told() {
    insta::assert_snapshot!(told("content/services/a.md", service("areas: [nroth]\n")), @r"
    error[service/areas]: there is no area `nroth`
     --> content/services/a.md:8:9
      |
    8 | areas: [nroth]
      |         ^^^^^
      = help: did you mean `north`?

    1 error
    ");
}

#[test]
fn a_level_that_no_one_listed_is_told() {
    let text = course("").replace("level: awareness", "level: awarenes");
    insta::assert_snapshot!(told("content/training/a.yaml", text), @r"
    error[training/level]: there is no level `awarenes`
     --> content/training/a.yaml:3:8
      |
    3 | level: awarenes
      |        ^^^^^^^^
      = help: did you mean `awareness`?

    1 error
    ");
}

#[test]
fn a_partner_whose_id_is_nearly_right_is_a_warning() {
    let text = service("").replace("marlsea-council", "marlsea-counil");
    insta::assert_snapshot!(told("content/services/a.md", &text), @r"
    warning[service/organisation]: no partner has the id `marlsea-counil`, so it is shown as a name
     --> content/services/a.md:4:15
      |
    4 | organisation: marlsea-counil
      |               ^^^^^^^^^^^^^^
      = help: did you mean `marlsea-council`?

    1 warning
    ");
    assert_eq!(told("content/services/a.md", text.replace("marlsea-counil", "Harbour Counil")), "");
}

#[test]
fn a_helpline_that_is_not_there_is_told() {
    let site = TestSite::new().with_setting("helplines: [helpline]").with("content/services/helplines.md", service(""));
    insta::assert_snapshot!(site.messages(), @r"
    error[site/helplines]: there is no service `helpline`
     --> content/site.yaml:5:13
      |
    5 | helplines: [helpline]
      |             ^^^^^^^^
      = help: did you mean `helplines`?

    1 error
    ");
}

#[test]
fn a_helpline_that_is_a_draft_is_a_warning() {
    let site = TestSite::new()
        .with_setting("helplines: [helpline]")
        .with("content/services/helpline.md", service("draft: true\n"));
    insta::assert_snapshot!(site.messages(), @r"
    warning[site/helplines]: the helpline `helpline` is not published today, so it is left out
     --> content/site.yaml:5:13
      |
    5 | helplines: [helpline]
      |             ^^^^^^^^
      = help: take it out of the list, or publish its file

    1 warning
    ");
}

#[test]
fn a_prerequisite_that_is_not_there_is_told() {
    insta::assert_snapshot!(told("content/training/a.yaml", course("prerequisites: [basics]\n")), @r"
    error[training/prerequisites]: there is no course `basics`
     --> content/training/a.yaml:5:17
      |
    5 | prerequisites: [basics]
      |                 ^^^^^^
      = help: choose one that `content/training/` lists, or add it there: `a`

    1 error
    ");
}

#[test]
fn an_owner_of_a_plan_that_is_no_partner_is_told() {
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("") + "organisation: marlsea\n"), @r"
    error[plan/organisation]: there is no partner `marlsea`
     --> content/plans/a.yaml:7:15
      |
    7 | organisation: marlsea
      |               ^^^^^^^
      = help: choose one that `content/organisations.yaml` lists, or add it there: `marlsea-council`, `safe-harbour`

    1 error
    ");
}

#[test]
fn an_indicator_of_a_measure_that_is_not_there_is_told() {
    let action = "measures:\n  - {title: Calls answered, indicator: calls}\n";
    insta::assert_snapshot!(told("content/plans/a.yaml", plan(action)), @r"
    error[plan/measures]: there is no indicator `calls`
     --> content/plans/a.yaml:8:48
      |
    8 |           - {title: Calls answered, indicator: calls}
      |                                                ^^^^^
      = help: add it to `content/indicators/`, which lists none yet

    1 error
    ");
}

#[test]
fn a_document_that_is_not_there_gets_the_nearest_one() {
    let site = TestSite::new()
        .with("content/files/strategy-2026.pdf", "%PDF")
        .with("content/plans/a.yaml", plan("") + "documents:\n  - {title: Strategy, file: files/strategy-2025.pdf}\n");
    insta::assert_snapshot!(site.messages(), @r"
    error[plan/documents]: there is no file `files/strategy-2025.pdf` in `content/`
     --> content/plans/a.yaml:8:29
      |
    8 |   - {title: Strategy, file: files/strategy-2025.pdf}
      |                             ^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `files/strategy-2026.pdf`?

    1 error
    ");
}

#[test]
fn what_is_related_to_nothing_is_a_warning() {
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("related: [9.9]\n")), @r"
    warning[plan/related]: `9.9` names no action, service, course or plan
     --> content/plans/a.yaml:7:19
      |
    7 |         related: [9.9]
      |                   ^^^
      = help: name an action's number, `plan/number`, or the id of a service, course or plan

    1 warning
    ");
}

#[test]
fn a_group_that_reports_to_itself_by_way_of_another_is_told() {
    let text = "- {id: board, title: Board, reports_to: group}\n- {id: group, title: Group, reports_to: board}\n";
    insta::assert_snapshot!(told("content/governance.yaml", text), @r"
    error[governance/reports_to]: `board` reports to itself, through other groups
     --> content/governance.yaml:1:41
      |
    1 | - {id: board, title: Board, reports_to: group}
      |                                         ^^^^^
      = help: take `reports_to` out of the group at the top

    error[governance/reports_to]: `group` reports to itself, through other groups
     --> content/governance.yaml:2:41
      |
    2 | - {id: group, title: Group, reports_to: board}
      |                                         ^^^^^
      = help: take `reports_to` out of the group at the top

    2 errors
    ");
}

#[test]
fn an_id_that_stands_twice_is_told_at_the_second() {
    let text = "- {id: council, name: Council}\n- {id: council, name: The council}\n";
    insta::assert_snapshot!(told("content/organisations.yaml", text), @r"
    error[organisations/id]: the id `council` is used twice in this list
     --> content/organisations.yaml:2:8
      |
    2 | - {id: council, name: The council}
      |        ^^^^^^^
      = help: give each its own id, because other files refer to it by that

    1 error
    ");
}

#[test]
fn a_file_that_cannot_be_read_is_told_once_and_not_by_all_that_name_it() {
    let site = TestSite::new()
        .with("content/services/a.md", service("").replace("title:", "titel:"))
        .with("content/pages/b.md", "---\ntitle: B\nrelated: [a]\n---\n[A](../services/a.md) and [A](/services/a/)\n")
        .with("content/leaflets/c.yaml", "title: C\nservices: [a, b]\n")
        .with("content/services/b.md", service(""));
    let told = site.messages();
    assert!(told.contains("there is no field `titel` here"), "{told}");
    assert!(told.contains("`title` is missing"), "{told}");
    assert!(told.ends_with("2 errors\n"), "{told}");
}

#[test]
fn an_area_of_figures_that_is_nearly_an_id_is_told() {
    let text = "title: Calls\nsource: Our records\narea: nort\npoints: [{period: 2026-Q2, value: 5}]\n";
    insta::assert_snapshot!(told("content/indicators/calls.yaml", text), @r"
    warning[indicator/area]: no area has the id `nort`, so it is shown as a name
     --> content/indicators/calls.yaml:3:7
      |
    3 | area: nort
      |       ^^^^
      = help: did you mean `north`?

    1 warning
    ");
    let known = "title: Calls\nsource: Our records\narea: Wend Valley\npoints: [{period: 2026-Q2, value: 5}]\n";
    assert_eq!(told("content/indicators/calls.yaml", known), "");
}

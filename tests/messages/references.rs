//! Records that name others which are not there, and records that want one address.

use crate::site::{TestSite, course, page, plan, service};
use crate::told;

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
    assert_eq!(told("content/services/a.md", text.replace("marlsea-counil", "Marlsea Counil")), "");
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
    error[governance/reports_to]: `board` reports to itself, by way of others
     --> content/governance.yaml:1:41
      |
    1 | - {id: board, title: Board, reports_to: group}
      |                                         ^^^^^
      = help: take `reports_to` out of the group at the top

    error[governance/reports_to]: `group` reports to itself, by way of others
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
    error[organisations/id]: the id `council` stands twice in this list
     --> content/organisations.yaml:2:8
      |
    2 | - {id: council, name: The council}
      |        ^^^^^^^
      = help: give each its own id; other files name it by that

    1 error
    ");
}

#[test]
fn two_services_with_one_address_are_both_named() {
    let site = TestSite::new()
        .with("content/services/a.md", service("slug: helpline\n"))
        .with("content/services/helpline.md", service(""));
    insta::assert_snapshot!(site.messages(), @r"
    error[site/address]: the address `/services/helpline/` is already taken by `content/services/a.md`
     --> content/services/helpline.md:2:1
      |
    2 | title: Helpline
      | ^^^^^
      = help: give one of them another name: rename the file, or set its `slug`, `id` or `ref`

    1 error
    ");
}

#[test]
fn a_page_with_the_address_of_one_that_every_site_has_is_told() {
    insta::assert_snapshot!(told("content/pages/training.md", page("Words.\n")), @r"
    error[site/address]: the address `/training/` is already taken by a page that every site has
     --> content/pages/training.md:2:1
      |
    2 | title: A page
      | ^^^^^
      = help: give one of them another name: rename the file, or set its `slug`, `id` or `ref`

    1 error
    ");
}

#[test]
fn a_service_with_the_address_of_a_list_is_told() {
    insta::assert_snapshot!(told("content/services/a-z.md", service("")), @r"
    error[site/address]: the address `/services/a-z/` is already taken by a page that every site has
     --> content/services/a-z.md:2:1
      |
    2 | title: Helpline
      | ^^^^^
      = help: give one of them another name: rename the file, or set its `slug`, `id` or `ref`

    1 error
    ");
}

#[test]
fn two_sections_with_one_title_are_told() {
    let text = plan("") + "  - title: Early help!\n    actions: []\n";
    insta::assert_snapshot!(told("content/plans/a.yaml", text), @r"
    error[site/address]: the address `/strategy/a/early-help/` is already taken by another record of this file
     --> content/plans/a.yaml:7:5
      |
    7 |   - title: Early help!
      |     ^^^^^
      = help: give one of them another name: rename the file, or set its `slug`, `id` or `ref`

    1 error
    ");
}

#[test]
fn a_number_that_stands_twice_in_a_section_is_a_warning() {
    let text = plan("ref: 1.1\n") + "      - ref: 1.1\n        title: Open another\n";
    insta::assert_snapshot!(told("content/plans/a.yaml", text), @r"
    warning[plan/ref]: the number `1.1` stands twice in this section
     --> content/plans/a.yaml:8:14
      |
    8 |       - ref: 1.1
      |              ^^^
      = help: the address of this action ends in `1-1-2`; give it an `id` to choose another

    1 warning
    ");
}

#[test]
fn a_name_of_which_nothing_is_left_for_an_address_is_told() {
    insta::assert_snapshot!(told("content/pages/日本.md", page("Words.\n")), @r"
    error[site/address]: nothing is left of its name for an address, in which only Latin letters and digits may stand
     --> content/pages/日本.md:2:1
      |
    2 | title: A page
      | ^^^^^
      = help: give it a `slug`, or in a plan an `id`, such as `our-work`

    1 error
    ");
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("").replace("Early help", "日本")), @r"
    error[site/address]: nothing is left of its name for an address, in which only Latin letters and digits may stand
     --> content/plans/a.yaml:4:5
      |
    4 |   - title: 日本
      |     ^^^^^
      = help: give it a `slug`, or in a plan an `id`, such as `our-work`

    error[site/address]: nothing is left of its name for an address, in which only Latin letters and digits may stand
     --> content/plans/a.yaml:6:9
      |
    6 |       - title: Open a helpline
      |         ^^^^^
      = help: give it a `slug`, or in a plan an `id`, such as `our-work`

    2 errors
    ");
}

#[test]
fn an_old_address_that_cannot_be_one_is_told() {
    insta::assert_snapshot!(told("content/redirects.yaml", "/a//b/: /services/\n/../c: /services/\n"), @r"
    error[site/address]: the address `/a//b/` has a part without a name
     --> content/redirects.yaml:1:1
      |
    1 | /a//b/: /services/
      | ^^^^^^
      = help: take one of two slashes out

    error[site/address]: `/../c/` cannot be an address on every computer
     --> content/redirects.yaml:2:1
      |
    2 | /../c: /services/
      | ^^^^^
      = help: use letters, digits, hyphens and dots, and no part that is `.` or `..`

    2 errors
    ");
}

#[test]
fn a_redirect_from_an_address_that_is_taken_or_to_one_that_is_not_there_is_told() {
    insta::assert_snapshot!(told("content/redirects.yaml", "/training/: /services/\nold/: /serices/\n"), @r"
    error[site/address]: the address `/training/` is already taken by a page that every site has
     --> content/redirects.yaml:1:1
      |
    1 | /training/: /services/
      | ^^^^^^^^^^
      = help: give one of them another name: rename the file, or set its `slug`, `id` or `ref`

    error[redirects/from]: the old path `old/` does not begin with `/`
     --> content/redirects.yaml:2:1
      |
    2 | old/: /serices/
      | ^^^^
      = help: write `/old/`

    error[link/broken]: no page has the address `/serices/`
     --> content/redirects.yaml:2:7
      |
    2 | old/: /serices/
      |       ^^^^^^^^^
      = help: did you mean `/services/`?

    3 errors
    ");
}

#[test]
fn a_link_of_the_navigation_that_leads_nowhere_is_told() {
    insta::assert_snapshot!(TestSite::new().with_setting("navigation:\n  - {title: Help, link: pages/help.md}").messages(), @r"
    error[link/broken]: there is no file `content/pages/help.md`
     --> content/site.yaml:6:25
      |
    6 |   - {title: Help, link: pages/help.md}
      |                         ^^^^^^^^^^^^^
      = help: write the path from this file to the other one, such as `../services/helpline.md`

    1 error
    ");
}

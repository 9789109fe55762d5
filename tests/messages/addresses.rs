//! Records that want one address, or one that cannot be.

use super::told;
use crate::support::site::{TestSite, page, plan, service};

#[test]
fn two_services_with_one_address_are_both_named() {
    let site = TestSite::new()
        .with("content/services/a.md", service("slug: helpline\n"))
        .with("content/services/helpline.md", service("").replace("marlsea-council", "safe-harbour"));
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
    let text = plan("") + "  - title: Early help!\n    actions: [{title: A, ref: 2}]\n";
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
    warning[plan/ref]: the number `1.1` is used twice in this section
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

    error[site/address]: `/../c/` cannot be an address on every computer: it has a part of dots
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
      = help: write the old address as readers had it: `/old/`

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

#[test]
fn a_section_with_the_name_of_a_page_of_its_plan_is_told() {
    let text = plan("").replace("title: Early help", "title: Timeline");
    insta::assert_snapshot!(told("content/plans/a.yaml", text), @r"
    error[site/address]: the address `/strategy/a/timeline/` is already taken by a page that every site has
     --> content/plans/a.yaml:4:5
      |
    4 |   - title: Timeline
      |     ^^^^^
      = help: give one of them another name: rename the file, or set its `slug`, `id` or `ref`

    1 error
    ");
}

//! Slips in the Markdown of a page.

use crate::support::site::{TestSite, page, plan, service};

/// What is told of a page with this text, in a site with another page and a service.
fn told(text: &str) -> String {
    let other = "---\ntitle: Another page\n---\n\n## Who to call\n\nWords.\n";
    TestSite::new()
        .with("content/services/helpline.md", service(""))
        .with("content/pages/other.md", other)
        .with("content/pages/a.md", page(text))
        .messages()
}

#[test]
fn sound_links_are_fine() {
    let text = "See [the helpline](../services/helpline.md), [the same](/services/helpline/), \
                [a part](other.md#who-to-call), [here](#below), [mail](mailto:a@example.org), \
                [call](tel:999) and [elsewhere](https://example.org/).\n\n## Below\n\nWords.\n";
    assert_eq!(told(text), "");
}

#[test]
fn a_link_to_a_file_that_is_not_there_gets_the_nearest_one() {
    insta::assert_snapshot!(told("See [the helpline](../services/helpine.md).\n"), @r"
    error[link/broken]: there is no file `content/services/helpine.md`
     --> content/pages/a.md:4:20
      |
    4 | See [the helpline](../services/helpine.md).
      |                    ^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `../services/helpline.md`?

    1 error
    ");
}

#[test]
fn a_link_to_a_file_that_is_elsewhere_gets_its_place() {
    insta::assert_snapshot!(told("See [the helpline](helpline.md).\n"), @r"
    error[link/broken]: there is no file `content/pages/helpline.md`
     --> content/pages/a.md:4:20
      |
    4 | See [the helpline](helpline.md).
      |                    ^^^^^^^^^^^
      = help: did you mean `../services/helpline.md`?

    1 error
    ");
}

#[test]
fn a_link_to_an_address_that_is_not_there_gets_the_nearest_one() {
    insta::assert_snapshot!(told("See [the helpline](/services/helplin/).\n"), @r"
    error[link/broken]: no page has the address `/services/helplin/`
     --> content/pages/a.md:4:20
      |
    4 | See [the helpline](/services/helplin/).
      |                    ^^^^^^^^^^^^^^^^^^
      = help: did you mean `/services/helpline/`?

    1 error
    ");
}

#[test]
fn a_link_to_a_part_that_is_not_there_gets_the_nearest_one() {
    insta::assert_snapshot!(told("See [who](other.md#who-to-cal) and [here](#nowhere).\n"), @r"
    error[link/broken]: `other.md#who-to-cal`: the page has no part `#who-to-cal`
     --> content/pages/a.md:4:11
      |
    4 | See [who](other.md#who-to-cal) and [here](#nowhere).
      |           ^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#who-to-call`?

    error[link/broken]: `#nowhere`: the page has no part `#nowhere`
     --> content/pages/a.md:4:43
      |
    4 | See [who](other.md#who-to-cal) and [here](#nowhere).
      |                                           ^^^^^^^^
      = help: link to a heading of the page: its words in lower case, with hyphens

    2 errors
    ");
}

#[test]
fn a_link_out_of_the_site_is_told() {
    insta::assert_snapshot!(told("See [that](../../../etc/passwd).\n"), @r"
    error[link/broken]: `../../../etc/passwd` leads out of the site's folder
     --> content/pages/a.md:4:12
      |
    4 | See [that](../../../etc/passwd).
      |            ^^^^^^^^^^^^^^^^^^^
      = help: link to a file in `content/`

    1 error
    ");
}

#[test]
fn a_link_that_runs_a_script_is_told() {
    insta::assert_snapshot!(told("See [that](javascript:alert(1)).\n"), @r"
    error[link/broken]: a link cannot begin with `javascript:`
     --> content/pages/a.md:4:12
      |
    4 | See [that](javascript:alert(1)).
      |            ^^^^^^^^^^^^^^^^^^^
      = help: use `https:`, `mailto:`, `tel:`, or a path of this site

    1 error
    ");
}

#[test]
fn a_link_without_an_address_is_told() {
    insta::assert_snapshot!(told("See [that]().\n"), @r"
    error[link/broken]: the link has no address
     --> content/pages/a.md:4:5
      |
    4 | See [that]().
      |     ^^^^^^^^
      = help: write where it leads between the round brackets

    1 error
    ");
}

#[test]
fn a_reference_link_is_told_where_it_stands() {
    insta::assert_snapshot!(told("See [the helpline][1].\n\n[1]: ../services/helpine.md\n"), @r"
    error[link/broken]: there is no file `content/services/helpine.md`
     --> content/pages/a.md:4:5
      |
    4 | See [the helpline][1].
      |     ^^^^^^^^^^^^^^^^^
      = help: did you mean `../services/helpline.md`?

    1 error
    ");
}

#[test]
fn a_block_of_html_is_told() {
    insta::assert_snapshot!(told("Words.\n\n<div class=\"box\">\nMore words.\n</div>\n"), @r#"
    error[page/body]: HTML cannot be used here: `<div class="box">`
     --> content/pages/a.md:6:1
      |
    6 | <div class="box">
      | ^^^^^^^^^^^^^^^^^
      = help: write it in Markdown (`**bold**`, `- list`); a character such as `<` on its own is written `\<`

    1 error
    "#);
}

#[test]
fn html_inside_a_line_is_told() {
    insta::assert_snapshot!(told("Some <b>bold</b> words.\n"), @r"
    error[page/body]: HTML cannot be used here: `<b>`
     --> content/pages/a.md:4:6
      |
    4 | Some <b>bold</b> words.
      |      ^^^
      = help: write it in Markdown (`**bold**`, `- list`); a character such as `<` on its own is written `\<`

    1 error
    ");
}

#[test]
fn a_heading_of_the_first_level_is_told() {
    insta::assert_snapshot!(told("# Help\n\nWords.\n"), @r"
    error[page/body]: headings in a text begin at level 2
     --> content/pages/a.md:4:1
      |
    4 | # Help
      | ^^^^^^
      = help: begin it with `##`: the page's own heading is the `title` at the top of the file

    1 error
    ");
}

#[test]
fn a_heading_that_leaves_a_level_out_is_a_warning() {
    insta::assert_snapshot!(told("## Help\n\n#### By telephone\n\nWords.\n"), @r"
    warning[page/body]: this heading of level 4 follows one of level 2
     --> content/pages/a.md:6:1
      |
    6 | #### By telephone
      | ^^^^^^^^^^^^^^^^^
      = help: begin it with `###`: people who use a screen reader find their way by the levels

    1 warning
    ");
}

#[test]
fn a_picture_without_words_is_told() {
    let site = TestSite::new()
        .with("content/files/map.png", [0x89])
        .with("content/pages/a.md", page("![](../files/map.png)\n"));
    insta::assert_snapshot!(site.messages(), @r"
    error[page/body]: the picture has no text for people who cannot see it
     --> content/pages/a.md:4:1
      |
    4 | ![](../files/map.png)
      | ^^^^^^^^^^^^^^^^^^^^^
      = help: say between the square brackets what the picture shows: `![A map of the bus stops](…)`

    1 error
    ");
}

#[test]
fn a_picture_that_is_not_there_is_told() {
    insta::assert_snapshot!(told("![A map](../files/map.png)\n"), @r"
    error[link/image]: there is no picture `content/files/map.png`
     --> content/pages/a.md:4:10
      |
    4 | ![A map](../files/map.png)
      |          ^^^^^^^^^^^^^^^^
      = help: put the picture into `content/files/` and write `![what it shows](../files/map.png)`

    1 error
    ");
}

#[test]
fn a_link_in_a_field_is_told_on_its_own_line() {
    let aim = "aim: |\n  Many words, of a plan.\n\n  See [there](nowhere.md).\nhow: \"Se\\x65 [that](../../../x).\"\n";
    let site = TestSite::new().with("content/plans/a.yaml", plan(aim));
    insta::assert_snapshot!(site.messages(), @r#"
    error[link/broken]: there is no file `content/plans/nowhere.md`
      --> content/plans/a.yaml:10:23
       |
    10 |           See [there](nowhere.md).
       |                       ^^^^^^^^^^
       = help: write the path from this file to the other one, such as `../services/helpline.md`

    error[link/broken]: `../../../x` leads out of the site's folder
      --> content/plans/a.yaml:11:29
       |
    11 |         how: "Se\x65 [that](../../../x)."
       |                             ^^^^^^^^^^
       = help: link to a file in `content/`

    2 errors
    "#);
}

#[test]
fn a_link_to_a_draft_is_told_as_one() {
    let site = TestSite::new()
        .with("content/services/soon.md", service("draft: true\n"))
        .with("content/pages/a.md", page("See [it](../services/soon.md).\n"));
    insta::assert_snapshot!(site.messages(), @r"
    error[link/broken]: `../services/soon.md` is not published today
     --> content/pages/a.md:4:10
      |
    4 | See [it](../services/soon.md).
      |          ^^^^^^^^^^^^^^^^^^^
      = help: take the link out until it is, or publish the file

    1 error
    ");
}

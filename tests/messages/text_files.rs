//! Files that are not text as it should be, and where the lines of those that are count from.

use super::told;
use crate::support::site::{TestSite, page, service};

#[test]
fn a_file_that_is_not_utf_8_is_told_from_where_on() {
    insta::assert_snapshot!(told("content/networks/a.yaml", b"title: Caf\xe9\nentries: []\n"), @r"
    error[network/text]: the file is not text in UTF-8 from here on
     --> content/networks/a.yaml:1:11
      |
    1 | title: Caf
      |           ^
      = help: save the file as UTF-8 text

    1 error
    ");
}

#[test]
fn a_byte_order_mark_does_no_harm_and_takes_no_column() {
    assert_eq!(told("content/networks/a.yaml", "\u{feff}title: Champions\nentries: [{name: Library}]\n"), "");
    insta::assert_snapshot!(told("content/networks/a.yaml", "\u{feff}titel: Champions\nentries: [{name: Library}]\n"), @r"
    error[network/field]: there is no field `titel` here
     --> content/networks/a.yaml:1:1
      |
    1 | titel: Champions
      | ^^^^^
      = help: did you mean `title`?

    error[network/title]: `title` is missing
     --> content/networks/a.yaml:1:1
      |
    1 | titel: Champions
      | ^^^^^
      = help: add a line such as `title: Champions`

    2 errors
    ");
    insta::assert_snapshot!(told("content/services/a.md", format!("\u{feff}{}", service("eligability: All\n"))), @r"
    error[service/field]: there is no field `eligability` here
     --> content/services/a.md:8:1
      |
    8 | eligability: All
      | ^^^^^^^^^^^
      = help: did you mean `eligibility`?

    1 error
    ");
}

#[test]
fn a_file_saved_on_windows_has_the_same_lines_and_columns() {
    let text = service("eligability: All\nemail: help at example.org\n") + "\nSee [the map](../files/map.pdf).\n";
    let here = told("content/services/a.md", &text);
    assert_eq!(told("content/services/a.md", text.replace('\n', "\r\n")), here);
    insta::assert_snapshot!(here, @r"
    error[service/field]: there is no field `eligability` here
     --> content/services/a.md:8:1
      |
    8 | eligability: All
      | ^^^^^^^^^^^
      = help: did you mean `eligibility`?

    error[service/email]: `help at example.org` is not an email address: there is a space in it
     --> content/services/a.md:9:8
      |
    9 | email: help at example.org
      |        ^^^^^^^^^^^^^^^^^^^
      = help: did you mean `help@example.org`?

    error[link/broken]: there is no file `content/files/map.pdf`
      --> content/services/a.md:13:15
       |
    13 | See [the map](../files/map.pdf).
       |               ^^^^^^^^^^^^^^^^
       = help: put the file into `content/files/` and write `[its title](../files/map.pdf)`

    3 errors
    ");
}

#[test]
fn a_file_saved_on_windows_has_the_same_yaml_errors() {
    for line in
        ["kind: [people", "kind: \"people", "kind: People: champions", "\tkind: people", "kind: people\nkind: b"]
    {
        let text = format!("title: Champions\n{line}\nentries: []\n");
        let windows = told("content/networks/a.yaml", text.replace('\n', "\r\n"));
        assert_eq!(windows, told("content/networks/a.yaml", &text), "{line}");
    }
}

#[test]
fn fields_without_the_line_above_them_are_told() {
    insta::assert_snapshot!(told("content/services/a.md", "title: Helpline\n\nWe listen.\n"), @r"
    error[service/front-matter]: the file does not begin with a line `---`
     --> content/services/a.md:1:1
      |
    1 | title: Helpline
      | ^^^^^^^^^^^^^^^
      = help: begin the file with `---`, then its fields such as `title: …`, then `---`, then the text

    1 error
    ");
}

#[test]
fn fields_without_the_line_below_them_are_told() {
    insta::assert_snapshot!(told("content/services/a.md", "---\ntitle: Helpline\n\nWe listen.\n"), @r"
    error[service/front-matter]: the fields at the top are not closed by a line `---`
     --> content/services/a.md:1:1
      |
    1 | ---
      | ^^^
      = help: begin the file with `---`, then its fields such as `title: …`, then `---`, then the text

    1 error
    ");
}

#[test]
fn an_empty_page_is_told() {
    insta::assert_snapshot!(told("content/pages/a.md", ""), @r"
    error[page/front-matter]: the file does not begin with a line `---`
     --> content/pages/a.md:1:1
      |
    1 | 
      | ^
      = help: begin the file with `---`, then its fields such as `title: …`, then `---`, then the text

    1 error
    ");
}

#[test]
fn lines_count_from_the_top_of_the_file_in_the_fields_and_in_the_text() {
    let text = "---\ntitle: A page\nordre: 3\n---\n\nSome words.\n\nSee [there](nowhere.md).\n";
    insta::assert_snapshot!(told("content/pages/a.md", text), @r"
    error[page/field]: there is no field `ordre` here
     --> content/pages/a.md:3:1
      |
    3 | ordre: 3
      | ^^^^^
      = help: did you mean `order`?

    error[link/broken]: there is no file `content/pages/nowhere.md`
     --> content/pages/a.md:8:13
      |
    8 | See [there](nowhere.md).
      |             ^^^^^^^^^^
      = help: write the path from this file to the other one, such as `../services/helpline.md`

    2 errors
    ");
}

#[test]
fn columns_count_characters_and_not_bytes() {
    insta::assert_snapshot!(told("content/pages/a.md", page("Zoë’s café ☕: see [there](nowhere.md).\n")), @r"
    error[link/broken]: there is no file `content/pages/nowhere.md`
     --> content/pages/a.md:4:27
      |
    4 | Zoë’s café ☕: see [there](nowhere.md).
      |                           ^^^^^^^^^^
      = help: write the path from this file to the other one, such as `../services/helpline.md`

    1 error
    ");
}

#[test]
fn a_sign_that_cannot_be_printed_is_told_where_it_is() {
    let text = "---\ntitle: \"A\\u0007 page\"\n---\nWords\u{1b}[2J and more.\n";
    insta::assert_snapshot!(TestSite::new().with("content/pages/a.md", text).messages(), @r#"
    error[page/text]: invisible control character U+0007
     --> content/pages/a.md:2:8
      |
    2 | title: "A\u0007 page"
      |        ^^^^^^^^^^^^^^
      = help: retype the text: the character may have come with a copy from elsewhere

    error[page/text]: invisible control character U+001B
     --> content/pages/a.md:4:6
      |
    4 | Words·[2J and more.
      |      ^
      = help: retype the text: the character may have come with a copy from elsewhere

    2 errors
    "#);
}

#[test]
fn what_is_private_may_hold_such_signs() {
    let text = "---\ntitle: A page\nprivate: {note: \"\\u0007\", more: [\"\\u001b\"]}\n---\nWords.\n";
    assert_eq!(TestSite::new().with("content/pages/a.md", text).messages(), "");
}

//! Files that cannot be read as YAML, or as text at all.

use super::told;
use crate::support::site::plan;

/// A file of settings with one line of its own in the middle.
fn settings(line: &str) -> String {
    told("content/networks/a.yaml", format!("title: Champions\n{line}\nentries: [{{name: A}}]\n"))
}

#[test]
fn a_tab_is_told_as_a_tab() {
    insta::assert_snapshot!(told("content/networks/a.yaml", "title: Champions\nentries:\n\t- name: Library\n"), @r"
    error[network/yaml]: the line is indented with a tab
     --> content/networks/a.yaml:3:1
      |
    3 |  - name: Library
      | ^
      = help: indent with spaces: two for each step

    1 error
    ");
}

#[test]
fn a_bracket_left_open_is_told() {
    insta::assert_snapshot!(settings("kind: [people"), @r"
    error[network/yaml]: a bracket `[` or `{` is not closed, or a comma is missing
     --> content/networks/a.yaml:2:7
      |
    2 | kind: [people
      |       ^
      = help: close every bracket, or put the value in quotes if it only begins with one

    1 error
    ");
}

#[test]
fn a_brace_left_open_is_told() {
    insta::assert_snapshot!(told("content/plans/a.yaml", "title: Our plan\nperiod: {from: 2026-04, to: 2029-03\n"), @r"
    error[plan/yaml]: a bracket `[` or `{` is not closed, or a comma is missing
     --> content/plans/a.yaml:2:9
      |
    2 | period: {from: 2026-04, to: 2029-03
      |         ^
      = help: close every bracket, or put the value in quotes if it only begins with one

    1 error
    ");
}

#[test]
fn a_quote_left_open_is_told() {
    insta::assert_snapshot!(settings("kind: \"people"), @r#"
    error[network/yaml]: a closing quotation mark is missing
     --> content/networks/a.yaml:2:7
      |
    2 | kind: "people
      |       ^
      = help: close it at the end of the value; inside `'…'` an apostrophe is written twice: `''`

    1 error
    "#);
}

#[test]
fn a_colon_inside_a_value_gets_quotes() {
    insta::assert_snapshot!(settings("kind: People: champions"), @r#"
    error[network/yaml]: this line has more than one `: `, so its value is unclear
     --> content/networks/a.yaml:2:13
      |
    2 | kind: People: champions
      |             ^
      = help: put the value in quotes: `title: "Help: day and night"`

    1 error
    "#);
}

#[test]
fn a_value_that_begins_with_a_sign_gets_quotes() {
    insta::assert_snapshot!(settings("kind: @champions"), @r#"
    error[network/yaml]: a value cannot begin with this character
     --> content/networks/a.yaml:2:7
      |
    2 | kind: @champions
      |       ^
      = help: put the value in quotes: `title: "@home"`

    1 error
    "#);
    insta::assert_snapshot!(settings("kind: *champions"), @r"
    error[network/yaml]: `*` at the start of a value refers to another value, and there is none of that name
     --> content/networks/a.yaml:2:7
      |
    2 | kind: *champions
      |       ^
      = help: put the value in quotes if it only begins with `*`

    1 error
    ");
}

#[test]
fn a_line_with_the_wrong_indent_is_told() {
    insta::assert_snapshot!(settings("   kind: people"), @r"
    error[network/yaml]: this line is indented further than the one above it, which already has a value
     --> content/networks/a.yaml:2:4
      |
    2 |    kind: people
      |    ^^^^^^^^^^^^
      = help: begin the fields of a group under each other, with the same number of spaces before them

    1 error
    ");
}

#[test]
fn a_line_without_a_colon_is_told() {
    insta::assert_snapshot!(settings("kind people"), @r"
    error[network/yaml]: a field's name, a colon and a space were expected here
     --> content/networks/a.yaml:2:1
      |
    2 | kind people
      | ^
      = help: write `name: value`; put long text in quotes, or below `name: |` and indented

    1 error
    ");
}

#[test]
fn a_field_written_twice_is_told_at_the_second() {
    insta::assert_snapshot!(settings("kind: people\nkind: places"), @r"
    error[network/field]: `kind` is written twice
     --> content/networks/a.yaml:3:1
      |
    3 | kind: places
      | ^^^^
      = help: keep one of them; several values go into one list

    1 error
    ");
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("leads: [{role: Chair, role: Clerk}]")), @r"
    error[plan/field]: `role` is written twice
     --> content/plans/a.yaml:7:31
      |
    7 |         leads: [{role: Chair, role: Clerk}]
      |                               ^^^^
      = help: keep one of them; several values go into one list

    1 error
    ");
}

#[test]
fn a_second_document_in_a_file_is_told() {
    insta::assert_snapshot!(settings("---\nkind: people"), @r"
    error[network/yaml]: the file holds a second document
     --> content/networks/a.yaml:2:1
      |
    2 | ---
      | ^^^
      = help: keep one record in a file; remove the line `---` in its middle

    1 error
    ");
}

#[test]
fn a_field_whose_name_is_a_list_is_told() {
    insta::assert_snapshot!(settings("[kind]: people"), @r"
    error[network/yaml]: a field's name cannot be a list or a group
     --> content/networks/a.yaml:2:1
      |
    2 | [kind]: people
      | ^^^^^
      = help: write the field's name, a colon and its value: `title: Our plan`

    1 error
    ");
}

#[test]
fn references_that_stand_for_too_much_are_told() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let ten = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb = format!("{bomb}a{level}: &a{level} [{ten}]\n");
    }
    insta::assert_snapshot!(told("content/networks/a.yaml", bomb), @r"
    error[network/yaml]: the aliases (`*`) in this file expand to too many values
     --> content/networks/a.yaml:7:10
      |
    7 | a6: &a6 [*a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5]
      |          ^^^
      = help: write the values out instead of the aliases

    1 error
    ");
}

#[test]
fn a_value_that_holds_itself_is_told() {
    insta::assert_snapshot!(settings("kind: &a [*a]"), @r"
    error[network/yaml]: this alias refers to itself
     --> content/networks/a.yaml:2:11
      |
    2 | kind: &a [*a]
      |           ^^
      = help: write the value out instead of the alias

    1 error
    ");
}

#[test]
fn brackets_a_thousand_deep_do_no_harm() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", "")] {
        let line = format!("kind: {}x{}", open.repeat(5_000), close.repeat(5_000));
        let line = if open == "- " { format!("kind:\n  {}x", open.repeat(5_000)) } else { line };
        let told = settings(&line);
        assert!(told.contains("content/networks/a.yaml:"), "{told}");
        assert!(told.contains("error["), "{told}");
    }
}

#[test]
fn quotes_and_indents_are_told_apart() {
    for (lines, message, line) in [
        ("kind: \"people\nentries: [{name: A}]", "a closing quotation mark is missing", 2),
        ("entries:\n  - name: A\n\trole: B", "the line is indented with a tab", 4),
        ("entries:\n  - name: A\n    \trole: B", "the line is indented with a tab", 4),
        ("kind: \"people\" and places", "there is more text after the closing quote", 2),
        ("kind: 'it's people'", "the apostrophe ends the value, which began with `'`", 2),
        (" kind: people", "this line is indented further than the one above it, which already has a value", 2),
        (
            "entries:\n  - name: A\n    role: x\n   area: north",
            "the indent of this line fits none of the lines above it",
            5,
        ),
        ("entries:\n  - name: A\n - name: B", "the indent of this line fits none of the lines above it", 4),
    ] {
        let told = settings(lines);
        assert!(told.starts_with(&format!("error[network/yaml]: {message}\n")), "{lines}: {told}");
        assert!(told.contains(&format!("content/networks/a.yaml:{line}:")), "{lines}: {told}");
    }
}

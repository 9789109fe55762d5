//! What was written and would be lost, or shown otherwise than it was meant: each case has its message at its place.

use serde_json::Value;

use crate::site::{TestSite, page, plan, service};

/// A file of a site, and what is expected of it: the code, the line and column, and words of the message or its help.
type Case = (&'static str, String, &'static str, (u64, u64), &'static str);

fn problems(path: &str, text: &str) -> Vec<Value> {
    TestSite::new().with(path, text).check_json()
}

fn words(problem: &Value) -> String {
    format!("{} / {}", problem["message"].as_str().unwrap(), problem["help"].as_str().unwrap())
}

/// Each case has its one message.
fn check(cases: Vec<Case>) {
    for (path, text, code, (line, column), expected) in cases {
        let all = problems(path, &text);
        let found: Vec<&Value> = all.iter().filter(|problem| problem["code"] == code).collect();
        assert_eq!(found.len(), 1, "{path}\n{text}\n{all:#?}");
        assert_eq!((&found[0]["line"], &found[0]["column"]), (&line.into(), &column.into()), "{text}\n{:#}", found[0]);
        assert!(words(found[0]).contains(expected), "`{expected}` is not in {}", words(found[0]));
    }
}

/// None of the texts has a message with the code.
fn check_none(code: &str, cases: &[(&str, String)]) {
    for (path, text) in cases {
        let all = problems(path, text);
        assert!(!all.iter().any(|problem| problem["code"] == code), "{path}\n{text}\n{all:#?}");
    }
}

#[test]
fn a_value_cut_short_by_a_comment() {
    let at = "content/services/a.md";
    let cut = "the value ends before it";
    check(vec![
        (at, service("cost: Free with #marlsea card\n"), "service/comment", (8, 17), cut),
        (at, service("keywords: [a, b] #c\n"), "service/comment", (8, 18), cut),
        (
            at,
            service("location: {address: 1 High Street #2}\n").replace(" #2}", " #2\n  }"),
            "service/comment",
            (8, 35),
            cut,
        ),
        (at, service("cost: Priority # 1\n"), "service/comment", (8, 16), cut),
        ("content/plans/p.yaml", plan("why: Part of #16days\n"), "plan/comment", (7, 22), "quotes"),
        (
            "content/networks/n.yaml",
            "title: N\nkind: #hubs\nentries: [{name: a}]\n".to_owned(),
            "network/comment",
            (2, 7),
            "no value of its own",
        ),
    ]);
    let colour = TestSite::new().with_setting("brand:\n  colour: #1d5c63").check_json();
    assert!(colour.iter().any(|problem| problem["code"] == "site/comment" && problem["line"] == 6), "{colour:#?}");
}

#[test]
fn a_comment_or_a_private_line_is_left_alone() {
    let at = "content/services/a.md";
    let private = service("private:\n  note: secret #1\n  # 2 more\n  list: [a, b] #c\ncost: Free # see the leaflet\n");
    check_none(
        "service/comment",
        &[
            (at, private),
            (at, service("#cost: Free\n# 1 note\ncost: Free # ask first\n")),
            (
                at,
                service(
                    "cost: \"Free #1\"\neligibility: |\n  Anyone #here\n  # 2\nstatus_note: 'a #b'\nstatus: open\n",
                ),
            ),
            (at, service("location: {confidential: true, private: {address: 1 High Street}} #2\n")),
            (at, service("website: https://example.org/#help\n")),
        ],
    );
}

#[test]
fn a_text_that_is_only_a_switch_or_stands_in_curly_quotes() {
    let at = "content/services/a.md";
    check(vec![
        (at, service("cost: yes\n"), "service/cost", (8, 7), "says only `yes`"),
        (at, service("eligibility: Off\n"), "service/eligibility", (8, 14), "in words"),
        (at, service("accessibility: [true]\n"), "service/accessibility", (8, 17), "says only `true`"),
        (at, service("cost: “Free”\n"), "service/cost", (8, 7), "straight quotes"),
    ]);
    check_none("service/cost", &[(at, service("cost: \"no\"\n")), (at, service("cost: “Free” or “cheap”\n"))]);
}

#[test]
fn what_was_left_to_be_filled_in() {
    let at = "content/services/a.md";
    let body = |words: &str| service("").replace("We listen.", words);
    check(vec![
        (at, service("cost: TBC\n"), "service/unfinished", (8, 7), "`TBC`"),
        (at, service("email: tbc@example.org\n"), "service/unfinished", (8, 8), "`tbc@example.org`"),
        (at, body("Lorem ipsum dolor sit amet."), "service/unfinished", (9, 1), "`Lorem ipsum`"),
        (at, body("We listen. TODO: more."), "service/unfinished", (9, 12), "`TODO`"),
        ("content/pages/a.md", page("Call [phone number]."), "page/unfinished", (4, 6), "[phone number]"),
    ]);
    check_none("service/unfinished", &[(at, service("private:\n  note: TODO\n"))]);
}

#[test]
fn markdown_that_readers_see_as_signs() {
    let at = "content/pages/a.md";
    check(vec![
        (at, page("See [the guide][guide]."), "page/body", (4, 5), "the address behind the words"),
        (at, page("Text[^1]."), "page/body", (4, 5), "no note"),
        (at, page("##Heading"), "page/body", (4, 1), "a space"),
        (at, page("Or [a] (../services/a.md)."), "page/body", (4, 4), "take the space"),
        (at, page("Is ** bold** text."), "page/body", (4, 11), "bold"),
        (at, page("{{ site.name }}"), "page/body", (4, 1), "`{{ site.name }}`"),
        (at, page("a | b\n1 | 2\n3 | 4"), "page/body", (4, 1), "| --- | --- |"),
    ]);
    check_none("page/body", &[(at, page("`##x` and `[a][b]`\n\n```\na | b\nc | d\n{{ x }}\n```"))]);
}

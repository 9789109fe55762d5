//! What was written and would be lost, or shown otherwise than it was meant: each case has its message at its place.

use serde_json::Value;

use crate::support::site::{TestSite, course, page, plan, service};

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
        (at, page("See [the guide][guide]."), "page/body", (4, 5), "the address after the words"),
        (at, page("Text[^1]."), "page/body", (4, 5), "no note"),
        (at, page("##Heading"), "page/body", (4, 1), "a space"),
        (at, page("Or [a] (../services/a.md)."), "page/body", (4, 4), "delete the space"),
        (at, page("Is ** bold** text."), "page/body", (4, 11), "bold"),
        (at, page("{{ site.name }}"), "page/body", (4, 1), "`{{ site.name }}`"),
        (at, page("a | b\n1 | 2\n3 | 4"), "page/body", (4, 1), "| --- | --- |"),
    ]);
    check_none("page/body", &[(at, page("`##x` and `[a][b]`\n\n```\na | b\nc | d\n{{ x }}\n```"))]);
}

#[test]
fn a_name_where_the_id_of_a_partner_was_meant() {
    let organisation = |text: &str| service("").replace("marlsea-council", text);
    let id = "write `safe-harbour`";
    let at = "content/services/a.md";
    let network = |text: &str| format!("title: N\nentries: [{{name: A, organisation: {text}}}]\n");
    check(vec![
        (at, organisation("Marlsea Counci"), "service/organisation", (4, 15), "nearly the name"),
        (at, organisation("Safe harbour"), "service/organisation", (4, 15), id),
        ("content/plans/p.yaml", plan("leads: [Safe Harbor]\n"), "plan/leads", (7, 17), id),
        ("content/plans/p.yaml", plan("leads: [safe harbour]\n"), "plan/leads", (7, 17), id),
        ("content/networks/n.yaml", network("Safe Harbor"), "network/organisation", (2, 35), id),
        (
            "content/governance.yaml",
            "- {id: a, title: A, kind: board, members: [Safe Harbor]}\n".to_owned(),
            "governance/members",
            (1, 44),
            id,
        ),
        (
            "content/organisations.yaml",
            "- {id: marlsea-council, name: Marlsea Council, short: MC}\n- {id: b, name: marlsea council}\n".to_owned(),
            "organisations/name",
            (2, 8),
            "the same name as `marlsea-council`",
        ),
    ]);
    check_none("plan/leads", &[("content/plans/p.yaml", plan("leads: [Safe Harbour, North Council, Harbour]\n"))]);
    let short = TestSite::new()
        .with("content/organisations.yaml", "- {id: marlsea-council, name: Marlsea Council, short: MC}\n")
        .with(at, organisation("mc"))
        .check_json();
    assert!(short.iter().any(|problem| words(problem).contains("the short name of the partner")), "{short:#?}");
}

#[test]
fn a_picture_of_the_brand_that_is_not_there() {
    let site = TestSite::new().with("content/files/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let problems = site.with_setting("brand: {logo: files/lgo.svg, favicon: files/x.ico}").check_json();
    let found: Vec<&Value> = problems.iter().filter(|problem| problem["code"] == "site/brand").collect();
    assert_eq!(found.len(), 2, "{problems:#?}");
    assert!(found.iter().all(|problem| problem["severity"] == "error"));
    assert!(words(found[0]).contains("did you mean `files/logo.svg`?"), "{found:#?}");
}

#[test]
fn a_file_whose_name_means_something_else_elsewhere() {
    check(vec![
        ("templates/pge.html", "x".to_owned(), "template/name", (1, 1), "did you mean `templates/page.html`?"),
        ("templates/assets/styl.css", "a{}".to_owned(), "template/name", (1, 1), "`templates/assets/style.css`"),
        ("content/pages/index.md", page("Text."), "page/index", (1, 1), "the words of the first page"),
        ("content/pages/help/index.md", page("Text."), "page/index", (1, 1), "what it is about"),
        ("content/services/index.md", service(""), "service/index", (1, 1), "made automatically"),
        ("content/files/x.pdf", String::new(), "file/empty", (1, 1), "nothing in it to open"),
    ]);
    check_none("page/index", &[("content/pages/index.md", page("Text.").replace("title:", "slug: welcome\ntitle:"))]);
    let named = TestSite::new()
        .with("templates/pages.html", "x")
        .with("templates/plan.html", "{% extends \"builtin/plan.html\" %}{# pages.html #}");
    assert!(!named.check_json().iter().any(|problem| problem["code"] == "template/name"));
}

#[test]
fn what_is_there_twice() {
    let needs = service("").replace("[talk]", "[talk, talk]");
    let words = "needs:\n  - {id: talk, name: Talk}\n  - {id: t2, name: talk}\n".to_owned();
    let glossary = |lines: &str| format!("- {{term: IDVA, meaning: x{lines}}}\n");
    check(vec![
        ("content/services/a.md", needs, "service/needs", (5, 15), "`talk` is listed twice in `needs`"),
        ("content/vocabulary.yaml", words, "vocabulary/name", (3, 10), "`t2` has the same name as `talk`"),
        ("content/glossary.yaml", glossary("") + "- {term: idva, meaning: y}\n", "glossary/term", (2, 10), "twice"),
        ("content/glossary.yaml", glossary(", also: [idva]"), "glossary/also", (1, 10), "the term itself"),
    ]);
    for (folder, fields) in [("pages", ""), ("updates", "date: 2026-11-01\n")] {
        let text = format!("---\ntitle: Same\n{fields}---\nText.\n");
        let site = TestSite::new().with(&format!("content/{folder}/a.md"), &text);
        let problems = site.with(&format!("content/{folder}/b.md"), &text).check_json();
        let titles = problems.iter().filter(|problem| problem["code"].as_str().unwrap().ends_with("/title"));
        assert_eq!(titles.count(), 1, "{problems:#?}");
    }
}

#[test]
fn a_service_that_contradicts_itself() {
    let at = "content/services/a.md";
    let phone = |number: &str| service(&format!("phone: [{{number: {number}, free: true}}]\n"));
    check(vec![
        (at, service("status_note: moved\n"), "service/status_note", (8, 1), "`status: closed`"),
        (at, service("location: {}\n"), "service/location", (8, 1), "no address and no postcode"),
        (at, service("hours: off\n"), "service/hours", (8, 8), "never open"),
        (at, phone("01632 960123"), "service/free", (8, 18), "`01632 960123` are not free"),
    ]);
    let free = ["0800 496 0123", "0808 157 0123", "116 123", "999", "101", "111"].map(|number| (at, phone(number)));
    check_none("service/free", &free);
}

#[test]
fn a_plan_that_contradicts_itself() {
    let at = "content/plans/p.yaml";
    let update = |fields: &str| plan(&format!("updates: [{{text: x, {fields}}}]\n"));
    let twice = "updates:\n  - {date: 2026-10-01, status: complete, text: x}\n  \
                 - {date: 2026-10-01, status: on-track, text: y}\n";
    let guide = |scheme: &str| plan("").replace("sections:", &format!("rating_guide: {{{scheme}blue: x}}\nsections:"));
    let start = "title: P\nperiod: {from: 2026-04, to: 2029-03}\n";
    check(vec![
        (at, plan("status: complete\nupdates: [{date: 2026-10-01, text: x}]\n"), "plan/status", (7, 17), "is ignored"),
        (at, plan(twice), "plan/updates", (9, 20), "`complete` and `on-track`"),
        (at, update("date: 2016-10-01"), "plan/updates", (7, 35), "before the plan begins on 1 April 2026"),
        (at, plan("milestones: [{title: x, done: 2027-10-01}]\n"), "plan/done", (7, 39), "which is in the future"),
        (at, plan("how: [{title: x, done: 2027-10-01}]\n"), "plan/done", (7, 32), "which is in the future"),
        (at, guide("scheme: rag, "), "plan/rating_guide", (3, 29), "`scheme: brag`"),
        (at, guide(""), "plan/rating_guide", (3, 16), "`scheme: brag`"),
        (at, format!("{start}sections: []\n"), "plan/actions", (1, 8), "this plan has no action"),
        (at, plan("") + "  - title: Later\n", "plan/actions", (7, 12), "this section has no action"),
        (at, plan("ref: 1\nrelated: [1]\n"), "plan/related", (8, 19), "this action itself"),
    ]);
    check_none("plan/rating_guide", &[(at, guide("scheme: brag, "))]);
    check_none("plan/updates", &[(at, update("date: 2026-03-01"))]);
}

#[test]
fn records_that_leave_out_what_they_are_for() {
    let session = |fields: &str| {
        course(&format!(
            "booking: {{email: a@example.org}}\nsessions: [{{date: 2026-12-01, start: \"10:00\", end: \"11:00\"{fields}}}]\n"
        ))
    };
    let (at, update) = ("content/training/c.yaml", "content/updates/u.md");
    let news = |fields: &str| format!("---\ntitle: News\n{fields}---\nText.\n");
    let leaflet = "title: L\nservices: [a]\nqr: true\n".to_owned();
    check(vec![
        (at, course("kind: e-learning\n"), "training/url", (5, 7), "nothing says where it is"),
        (at, session(""), "training/venue", (6, 19), "nothing says where this session"),
        (update, news("date: 2027-12-01\n"), "update/date", (3, 7), "`publish_from: 2027-12-01`"),
        (update, news("date: 2026-11-01\nfrom: 2026-11-01\n"), "update/kind", (4, 7), "`kind: campaign`"),
        ("content/networks/n.yaml", "title: N\nentries: []\n".to_owned(), "network/entries", (2, 1), "no entries"),
        ("content/leaflets/l.yaml", leaflet, "leaflet/qr", (3, 1), "no code yet"),
    ]);
    check_none(
        "training/venue",
        &[
            (at, session(", venue: {name: Library}")),
            (at, session(", online: {note: We send it.}")),
            (at, session(", status: cancelled, changed: 2026-11-01")),
            (at, session(", status: provisional")),
            (at, session("").replace("2026-12-01", "2026-11-01")),
        ],
    );
    check_none("update/date", &[(update, news("date: 2027-12-01\npublish_from: 2027-12-01\n"))]);
    check_none("update/kind", &[(update, news("date: 2026-11-01\nfrom: 2026-11-01\nkind: campaign\n"))]);
    check_none("training/url", &[(at, course("kind: e-learning\nurl: https://example.org/\n"))]);
}

#[test]
fn a_cell_without_a_column_and_a_number_that_is_not_the_one_dialled() {
    let site =
        TestSite::new().with("content/pages/a.md", page("| Day | Time |\n|---|---|\n| Monday | 9am | Upstairs |\n"));
    let messages = site.messages();
    assert!(messages.contains("error[page/body]: this row has 3 cells, and the table has 2 columns"), "{messages}");
    let site =
        TestSite::new().with("content/pages/a.md", page("| Day | Time |\n|---|---|\n| Monday \\| Tuesday | 9am |\n"));
    assert!(!site.messages().contains("this row has"), "{}", site.messages());
    let call = |link: &str| TestSite::new().with("content/pages/a.md", page(&format!("Call {link}.\n"))).messages();
    let messages = call("[0808 801 0327](tel:+448088010328)");
    assert!(messages.contains("the number that is shown is not the one that is dialled"), "{messages}");
    for sound in
        ["[0808 801 0327](tel:+448088010327)", "[0808 801 0327](tel:08088010327)", "[our line](tel:08088010327)"]
    {
        assert!(!call(sound).contains("is dialled"), "{sound}");
    }
}

#[test]
fn a_line_that_gives_no_link_its_address_and_an_item_that_is_a_comment() {
    let site = TestSite::new()
        .with("content/pages/a.md", page("[Phone]: 01632960123\n\nSee [the guide][guide].\n\n[guide]: /search/\n"));
    let messages = site.messages();
    assert!(
        messages.contains("warning[page/body]: readers do not see this line: it gives `[Phone]` an address"),
        "{messages}"
    );
    assert!(!messages.contains("`[guide]`"), "{messages}");
    let site = TestSite::new().with("content/services/a.md", service("keywords:\n  - help\n  - #NoExcuse\n"));
    let messages = site.messages();
    assert!(messages.contains("warning[service/comment]: everything after this `#` is a comment"), "{messages}");
}

//! A place that is confidential is given away by no file of the site.

use crate::support::document::{document, pdf};
use crate::support::site::{TestSite, plan, service};

const PRIVATE: &str = "private: {address: \"12 Quay Street, Marlsea\", postcode: ZZ1 2AB}\n";

fn refuge(lines: &str) -> String {
    service(&format!("location: {{confidential: true}}\n{PRIVATE}{lines}"))
}

/// What `check` says of the places that a site gives away: the line of each.
fn given_away(site: &TestSite) -> Vec<(String, u64)> {
    let run = site.check();
    for secret in ["Quay", "ZZ1", "maps/place", "filled.count"] {
        assert!(!run.err.to_lowercase().contains(&secret.to_lowercase()), "{}", run.err);
    }
    let is_about = |problem: &serde_json::Value| {
        let code = problem["code"].as_str().unwrap_or_default();
        code.ends_with("/location") || code.ends_with("/confidential")
    };
    let problems = site.check_json().into_iter().filter(is_about);
    problems
        .map(|problem| {
            assert_eq!(problem["severity"], "error");
            (
                problem["path"].as_str().expect("it has a path").to_owned(),
                problem["line"].as_u64().expect("it has a line"),
            )
        })
        .collect()
}

#[test]
fn the_file_of_a_confidential_place_holds_no_postcode_no_map_and_no_word_of_its_address() {
    for line in [
        "eligibility: Come to 12 quay st.",
        "phone: [{number: 01632 960123, label: \"12, Quay Street\"}]",
        "keywords: [\"ZZ1 2AB\"]",
        "keywords: [zz12ad]",
        "cost: \"See https://www.google.com/maps/place/x\"",
        "accessibility: [\"///filled.count.soap\"]",
        "eligibility: The grid reference is SJ 510 954.",
        "cost: Free (UPRN 100012345678)",
        "website: https://example.org/?at=12%20Quay%20Street",
        "# the way in is behind 12 Quay Street",
    ] {
        let site = TestSite::new().with("content/services/refuge.md", refuge(&format!("{line}\n")));
        assert_eq!(given_away(&site), [("content/services/refuge.md".to_owned(), 10)], "{line}");
    }
    let text = refuge("").replace("We listen.", "We listen.\n\nRing at 12 Quay Street.");
    let site = TestSite::new().with("content/services/refuge.md", text);
    assert_eq!(given_away(&site), [("content/services/refuge.md".to_owned(), 13)]);
}

#[test]
fn no_other_file_holds_the_words_of_its_address() {
    let page = "---\ntitle: About\nprivate: {note: 12 Quay Street}\n---\nOur house in 12 **Quay Street** is new.\n";
    let site = TestSite::new()
        .with("content/services/refuge.md", refuge(""))
        .with("content/pages/about.md", page)
        .with(
            "content/updates/new.md",
            "---\ntitle: New\ndate: 2026-11-01\nsummary: \"It is at zz12ab.\"\n---\nText.\n",
        )
        .with("content/plans/plan.yaml", plan("why: Move out of 12 Quay St"))
        .with(
            "content/leaflets/card.yaml",
            "title: Card\nsize: A5\nservices: [refuge]\nfooter: |\n  12 Quay\n  Street\n",
        )
        .with("content/files/list.csv", "name,address\nRefuge,\"12 Quay Street\"\n")
        .with(
            "content/files/way.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text><tspan x=\"1\">12 Qu</tspan><tspan>ay</tspan>\
             <tspan> Street</tspan></text></svg>",
        )
        .with("content/services/other.md", service("location: {address: \"12 Quay Street, Marlsea\"}\n"));
    let expected = [
        ("content/files/list.csv", 2),
        ("content/files/way.svg", 1),
        ("content/leaflets/card.yaml", 5),
        ("content/pages/about.md", 5),
        ("content/plans/plan.yaml", 7),
        ("content/services/other.md", 8),
        ("content/updates/new.md", 4),
    ];
    assert_eq!(given_away(&site), expected.map(|(path, line)| (path.to_owned(), line)));
}

#[test]
fn the_file_of_another_confidential_place_does_not_either() {
    let other = service("location: {confidential: true}\nprivate: {address: \"7 Mill Lane, Marlsea\"}\n")
        .replace("We listen.", "Or go to 12 Quay Street.");
    let site = TestSite::new()
        .with("content/services/refuge.md", refuge(""))
        .with("content/services/other.md", other.replace("Helpline", "Other house"));
    assert_eq!(given_away(&site), [("content/services/other.md".to_owned(), 11)]);
}

#[test]
fn a_published_document_holds_no_word_of_its_address() {
    let word = document(&[("word/document.xml", "<w:t>Come to 12 Qu</w:t></w:r><w:r><w:t>ay Street.</w:t>")]);
    let sheet = document(&[("xl/sharedStrings.xml", "<si><t>Refuge</t></si><si><t>ZZ1 2AB</t></si>")]);
    let paper = pdf("BT /F1 12 Tf (Come to 12) Tj [(Qu) -3 (ay Street)] TJ ET");
    let clean = pdf("BT (Come to the town hall) Tj ET");
    let site = TestSite::new()
        .with("content/services/refuge.md", refuge(""))
        .with("content/files/clean.pdf", clean)
        .with("content/files/list.xlsx", sheet)
        .with("content/files/paper.pdf", paper)
        .with("content/files/words.docx", word);
    let expected = ["content/files/list.xlsx", "content/files/paper.pdf", "content/files/words.docx"];
    assert_eq!(given_away(&site), expected.map(|path| (path.to_owned(), 1)));
}

#[test]
fn what_is_only_near_a_confidential_place_may_be_told() {
    let page = "---\ntitle: About\n---\nWe work in Marlsea, and Quay Street has 112 shops.\n";
    let site =
        TestSite::new().with("content/services/refuge.md", refuge("")).with("content/pages/about.md", page).built();
    assert!(site.page("about/index.html").contains("112 shops"));
}

#[test]
fn a_private_with_nothing_below_it_hides_nothing_and_is_an_error() {
    // What follows an empty one has lost its indent.
    for lone in ["true", "yes", "no", "\"yes\"", "all", "", "not for publication", "cost, website", "hide this please"]
    {
        for text in [service(&format!("private: {lone}\n")), service(&format!("location:\n  private: {lone}\n"))] {
            let site = TestSite::new().with("content/services/a.md", text);
            let messages = site.messages();
            assert!(
                messages.contains("error[service/private]: `private` with nothing below it hides nothing"),
                "{messages}"
            );
            assert!(messages.contains("write `draft: true`"), "{messages}");
        }
    }
    let kinds = [
        ("content/plans/p.yaml", plan("private: true")),
        ("content/plans/p.yaml", plan("leads:\n  - {organisation: safe-harbour, private: yes}")),
        ("content/organisations.yaml", "- {id: marlsea-council, name: Council, private: true}\n".to_owned()),
    ];
    for (path, text) in kinds {
        let messages = TestSite::new().with(path, text).messages();
        assert!(messages.contains("hides nothing"), "{messages}");
    }
}

#[test]
fn an_alias_carries_no_private_value_out() {
    for text in [
        "private: {note: &note Zebrafinch}\ncost: *note\n",
        "private: &all {note: Zebrafinch}\nreferral: *all\n",
        "private:\n  - &one {note: Zebrafinch}\nages: *one\n",
    ] {
        let site = TestSite::new().with("content/services/a.md", service(text));
        let run = site.check();
        assert_eq!(run.status, 1, "{run:?}");
        assert!(run.err.contains("this alias refers to a value under `private:`"), "{}", run.err);
        assert!(!run.err.contains("Zebrafinch"), "{}", run.err);
    }
    let within = "private: {note: &note Zebrafinch, again: *note}\n";
    TestSite::new().with("content/services/a.md", service(within)).built();
    let inwards = "cost: &cost Free\nprivate: {note: *cost}\n";
    TestSite::new().with("content/services/a.md", service(inwards)).built();
}

#[test]
fn nothing_is_quoted_of_a_file_that_cannot_be_read_and_speaks_of_what_is_secret() {
    for broken in [
        "title: [Zebrafinch\nprivate: {note: x}\n",
        "title: \"Zebrafinch: it is CONFIDENTIAL\nsummary: x\n",
        "title: Zebrafinch: x\nlocation: {confidential: true}\n",
        "confidential: yes\n\ttitle: Zebrafinch\n",
    ] {
        let files = [
            ("content/services/a.md", format!("---\n{broken}---\nText.\n")),
            ("content/services/a.md", broken.to_owned()),
            ("content/plans/a.yaml", broken.to_owned()),
        ];
        for (path, text) in files {
            let site = TestSite::new().with(path, text);
            let run = site.check();
            assert_eq!(run.status, 1, "{run:?}");
            assert!(!run.err.contains("Zebrafinch"), "{path}: {}", run.err);
        }
    }
    let mut bytes = b"title: Zebrafinch \xff\nprivate: {note: x}\n".to_vec();
    let site = TestSite::new().with("content/plans/a.yaml", &bytes);
    assert!(!site.messages().contains("Zebrafinch"), "{}", site.messages());
    // One that speaks of nothing secret is shown.
    bytes.truncate(18);
    let site = TestSite::new().with("content/plans/a.yaml", "title: [Zebrafinch\n");
    assert!(site.messages().contains("Zebrafinch"), "{}", site.messages());
}

#[test]
fn a_field_written_twice_is_not_quoted_where_one_of_both_is_confidential() {
    for text in [
        "location: {address: 1 Zebrafinch Street}\nlocation: {confidential: true}\n",
        "location: {confidential: true}\nlocation: {address: 1 Zebrafinch Street, postcode: Zebrafinch}\n",
        "location: {confidential: false, confidential: Zebrafinch}\n",
    ] {
        let site = TestSite::new().with("content/services/a.md", service(text));
        let messages = site.messages();
        assert!(messages.contains("is written twice"), "{messages}");
        assert!(!messages.contains("Zebrafinch"), "{messages}");
    }
}

#[test]
fn an_address_is_known_under_any_name_of_a_field_and_in_any_coding() {
    let refuge = |lines: &str| service(&format!("location: {{confidential: true}}\nprivate:\n{lines}"));
    let page = "---\ntitle: About\n---\nCome to 14 Larkspur Road, or ask.\n";
    for lines in [
        "  where: 14 Larkspur Road, Marlsea\n",
        "  note: The house is 14 Larkspur Road\n",
        "  - We moved to 14 Larkspur Rd in May\n",
    ] {
        let site = TestSite::new().with("content/services/refuge.md", refuge(lines));
        let site = site.with("content/pages/about.md", page);
        assert_eq!(given_away(&site), [("content/pages/about.md".to_owned(), 4)], "{lines}");
    }
    let site =
        || TestSite::new().with("content/services/refuge.md", refuge("  address: Larkspur House, 14 Mill Lane\n"));
    let named = site().with("content/pages/about.md", "---\ntitle: About\n---\nCome to Larkspur House.\n");
    assert_eq!(given_away(&named).len(), 1);
    let windows = site().with("content/files/list.csv", b"Refuge,14 Mill Lane,\xa35");
    assert_eq!(given_away(&windows).len(), 1);
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("At 14 Mill Lane".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(given_away(&site().with("content/files/list.txt", wide)).len(), 1);
    let name = site().with("content/files/14-mill-lane.txt", "Nothing");
    assert_eq!(given_away(&name).len(), 1);
    let other = site().with("content/pages/about.md", "---\ntitle: About\n---\nThe 14 people of Mill Lane School.\n");
    assert!(given_away(&other).is_empty());
}

//! Whatever a thing is called: if the check passes, the build does too; and if not, the check says where.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use crate::support::site::{TestSite, page, plan, service};

#[test]
fn what_is_as_long_as_a_paragraph_gets_an_address_that_can_be_stored() {
    let long = "Make sure that everyone who asks for help is answered on the same day ".repeat(6);
    let action = format!("      - ref: \"{long}\"\n        title: {long}\n        leads: [\"{long}\"]\n");
    let text = plan("").replace("title: Early help", &format!("title: {long}")) + &action;
    let site = TestSite::new()
        .with("content/plans/a.yaml", text)
        .with("content/services/long.md", service(&format!("slug: {}\n", "long-".repeat(60).trim_end_matches('-'))))
        .with("content/pages/about.md", page("See [the service](../services/long.md).\n"));
    let site = site.built();
    let names = site.names();
    let longest = names.iter().flat_map(|name| name.split('/')).max_by_key(|part| part.len()).expect("there are files");
    assert!(longest.len() <= 100, "{longest}");
    let service = names.iter().find(|name| name.starts_with("services/long-")).expect("it has a page");
    // Links follow the shortened address.
    assert!(site.page("about/index.html").contains(service.trim_end_matches("index.html")), "{service}");
    let action = names.iter().find(|name| name.matches("/make-sure-that").count() == 2).expect("it has a page");
    assert!(site.page(action).contains("data-kind=\"action\""), "{action}");
}

#[test]
fn an_old_address_that_would_take_the_place_of_a_file_is_refused_by_the_check() {
    let long = format!("/{}/", "a".repeat(300));
    for (from, words) in [
        ("/index.html", "is already taken by a page that every site has"),
        ("/services/index.html", "is already taken by a page that every site has"),
        ("/robots.txt/x", "is already taken by a page that every site has"),
        ("/_headers", "a host reads `/_headers` as its own instructions"),
        ("/web.config", "a host reads `/web.config` as its own instructions"),
        (long.as_str(), "has a part of more than 200 letters"),
        ("/files/a", "is already taken by `content/pages/files/a/b.md`"),
    ] {
        let site = TestSite::new()
            .with("content/pages/files/a/b.md", page("Text.\n"))
            .with("content/redirects.yaml", format!("\"{from}\": /services/\n"));
        // A name without an ending is a folder, in which others may lie.
        let from_file =
            TestSite::new().with("content/pages/files/a/b.md", page("Text.\n")).with("content/files/a", "text");
        let messages = if from == "/files/a" { from_file.messages() } else { site.messages() };
        assert!(messages.contains("error[site/address]") && messages.contains(words), "{from}: {messages}");
        assert!(messages.contains("--> content/"), "{from}: {messages}");
    }
}

#[test]
fn what_windows_cannot_store_is_warned_of() {
    for (from, words) in [("/nul/", "kept for a device"), ("/old./", "ends in a dot"), ("/a<b/", "one of the signs")] {
        let site = TestSite::new().with("content/redirects.yaml", format!("\"{from}\": /services/\n")).built();
        let messages = site.messages();
        assert!(
            messages.contains("warning[site/address]: Windows cannot store") && messages.contains(words),
            "{messages}"
        );
    }
}

#[test]
fn old_addresses_that_lead_to_each_other_are_refused() {
    for lines in ["/a: /a\n", "/a: /b\n/b: /a\n", "/a: /b\n/b: /c\n/c: /b\n"] {
        let messages = TestSite::new().with("content/redirects.yaml", lines).messages();
        assert!(messages.contains("leads on from one old address to the next and never to a page"), "{messages}");
    }
    let chain = TestSite::new().with("content/redirects.yaml", "/a: /b\n/b: /services/\n").built();
    assert!(chain.page("a/index.html").contains("/b/"));
}

#[test]
fn two_forms_of_one_name_are_one_address() {
    let messages = TestSite::new()
        .with("content/redirects.yaml", "\"/caf\\u00e9.pdf\": /services/\n\"/cafe\\u0301.pdf\": /services/\n")
        .messages();
    assert!(messages.contains("is already taken by another record of this file"), "{messages}");
}

/// Names that someone may think of, and some that nobody should.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zA-Z0-9 .,'&/#?%-]{1,40}",
        "[a-z]{90,320}",
        ("[a-z]{1,8}", 1..60_usize).prop_map(|(word, times)| format!("{word} ").repeat(times)),
        Just("con".to_owned()),
        Just("index.html".to_owned()),
        Just("é".to_owned()),
        Just("e\u{301}".to_owned()),
    ]
}

#[test]
fn a_folder_cannot_be_called_as_its_own_page_is() {
    for old in ["/index.html/", "/services/Index.HTML/x"] {
        let checked = TestSite::new().with("content/redirects.yaml", format!("{old}: /services/\n")).check();
        assert_eq!(checked.status, 1, "{checked:?}");
        assert!(checked.err.contains("has a folder called `index.html`"), "{checked:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_site_that_passes_the_check_can_be_built(names in proptest::collection::vec(name(), 9)) {
        let quoted = |name: &String| serde_json::to_string(name).expect("any text can be quoted");
        let [title, reference, id, lead, section, slug, from, to, venue] = &names[..] else { unreachable!("there are nine") };
        let plan = format!(
            "title: {0}\nperiod: {{from: 2026-04, to: 2029-03}}\nsections:\n  - title: {1}\n    actions:\n      - ref: {2}\n        \
             title: {0}\n        leads: [{3}]\n      - {{id: {4}, title: {5}}}\n",
            quoted(title), quoted(section), quoted(reference), quoted(lead), quoted(id), quoted(venue),
        );
        let site = TestSite::new()
            .with("content/plans/a.yaml", plan)
            .with("content/services/x.md", service(&format!("slug: {}\n", quoted(slug))))
            .with("content/redirects.yaml", format!("{}: /services/\n{}: {}\n", quoted(&format!("/{from}")), quoted(&format!("/{to}/")), quoted(&format!("/{from}"))));
        let checked = site.check();
        prop_assert!(checked.status <= 1, "{checked:?}");
        if checked.status == 0 {
            let built = site.build();
            prop_assert_eq!(built.status, 0, "{:?}", built);
        } else {
            prop_assert!(checked.err.contains("--> content/") || checked.out.contains("--> content/"), "{checked:?}");
        }
    }
}

//! The way out: on every page of the example site, once for those who see it and once for those with a keyboard.

use crate::support::example::example;
use crate::support::site::TestSite;

const EXIT: &str = "https://www.bbc.co.uk/weather";

/// The tags of the links of a page, in order.
fn links(page: &str) -> impl Iterator<Item = &str> {
    page.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap_or_default())
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!("{name}=\""))?;
    value.split('"').next()
}

fn has_class(tag: &str, class: &str) -> bool {
    attribute(tag, "class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

#[test]
fn every_page_has_one_exit_and_one_secondary_link_which_is_its_second_link() {
    let mut seen = 0;
    for (name, page) in example().pages() {
        // A page that leads on from an old address is gone before anything could be pressed.
        if page.contains("data-kind=\"redirect\"") {
            continue;
        }
        let all: Vec<&str> = links(page).collect();
        let exits: Vec<&&str> = all.iter().filter(|tag| attribute(tag, "href") == Some(EXIT)).collect();
        assert_eq!(exits.len(), 2, "{name}: {exits:?}");
        assert!(has_class(all[0], "skip") && attribute(all[0], "href") == Some("#main"), "{name}: {}", all[0]);
        assert!(has_class(all[1], "exit-secondary") && has_class(exits[0], "exit-secondary"), "{name}: {}", all[1]);
        assert!(has_class(exits[1], "exit-this-page"), "{name}");
        for tag in exits {
            let rel: Vec<&str> = attribute(tag, "rel").unwrap_or_default().split(' ').collect();
            assert!(rel.contains(&"noreferrer") && rel.contains(&"nofollow"), "{name}: {tag}");
            assert_eq!(attribute(tag, "target"), None, "{name}");
        }
        // Nothing but the skip link takes the keyboard before the two.
        let before = page.split("exit-this-page").next().expect("there is a first part");
        let body = before.split("<body").nth(1).expect("there is a body");
        for taker in ["<button", "<input", "<select", "<textarea", "<summary", "<iframe", "tabindex"] {
            assert!(!body.contains(taker), "{name}: {taker}");
        }
        seen += 1;
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn the_first_script_of_every_page_is_the_exits() {
    for (name, page) in example().pages() {
        if page.contains("data-kind=\"redirect\"") {
            continue;
        }
        let first = page.split("<script ").nth(1).and_then(|rest| attribute(rest.split('>').next()?, "src"));
        assert!(first.is_some_and(|address| address.starts_with("/assets/exit.")), "{name}: {first:?}");
        assert!(!page.contains("accesskey"), "{name}");
    }
    let script = include_bytes!("../../templates/assets/exit.js");
    assert!(!String::from_utf8_lossy(script).contains("Escape"));
}

#[test]
fn a_site_whose_readers_are_not_at_risk_has_none() {
    let site = TestSite::new().with_setting("sensitive: false").built();
    for (name, page) in site.pages() {
        assert!(!page.contains(EXIT) && !page.contains("exit."), "{name}");
    }
}

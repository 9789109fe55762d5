//! Links of the example site say by themselves where they lead: people who listen to a page go through its links alone.

use std::collections::{BTreeMap, BTreeSet};

use super::words_of;
use crate::support::example::example;

/// Words that say nothing without what stands around them.
const VAGUE: [&str; 18] = [
    "",
    "click",
    "click here",
    "continue",
    "details",
    "download",
    "find out more",
    "go",
    "here",
    "learn more",
    "link",
    "more",
    "more details",
    "read more",
    "see more",
    "this",
    "this page",
    "view",
];

/// The links of a page: the words of each, and where it leads.
fn links(html: &str) -> Vec<(String, String)> {
    let anchors = html.split("<a ").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let words = rest.split_once("</a>")?.0;
        let value = |name: &str| Some(attributes.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.to_owned());
        Some((value("aria-label").unwrap_or_else(|| words_of(words)).to_lowercase(), value("href")?))
    });
    anchors.collect()
}

/// Where two links with the same words may lead to two places.
fn is_excused(kind: &str, words: &str, addresses: &BTreeSet<String>) -> bool {
    // A number of services is named by the heads of its row and its column.
    let is_counted = matches!(kind, "coverage" | "handbook") && words.chars().all(|letter| letter.is_ascii_digit());
    // A list of what is on the page leads to the part that is about a thing, whose heading leads to the thing.
    let elsewhere = addresses.iter().filter(|address| !address.starts_with('#')).count();
    // A partner that leads an action, and its service of the same name, stand below "Who leads" and "Services".
    let is_lead = kind == "action" && addresses.iter().any(|address| address.contains("/leads/"));
    is_counted || elsewhere == 1 || is_lead
}

#[test]
fn every_link_makes_sense_by_itself() {
    let found: Vec<String> = example()
        .pages()
        .flat_map(|(name, html)| links(html).into_iter().map(move |(words, address)| (name, words, address)))
        .filter(|(_, words, _)| VAGUE.contains(&words.trim_end_matches('.')))
        .map(|(name, words, address)| format!("{name}: `{words}` leads to {address}"))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn links_with_the_same_words_lead_to_the_same_place() {
    let mut found = Vec::new();
    for (name, html) in example().pages() {
        let kind =
            html.split_once("data-kind=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(kind, _)| kind);
        let mut by_words: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (words, address) in links(html) {
            // A part of a page is on that page.
            let page = address.split_once('#').map_or(address.as_str(), |(page, _)| page);
            let address = if page.is_empty() || kind == "handbook" || kind == "coverage" { &address } else { page };
            by_words.entry(words).or_default().insert(address.to_owned());
        }
        let several = by_words
            .into_iter()
            .filter(|(words, addresses)| addresses.len() > 1 && !is_excused(kind, words, addresses));
        found.extend(several.map(|(words, addresses)| format!("{name}: `{words}` leads to {addresses:?}")));
    }
    assert!(found.is_empty(), "{} found: {found:#?}", found.len());
}

#[test]
fn days_are_told_as_people_say_them() {
    let is_day = |word: &str| {
        let parts: Vec<&str> =
            word.trim_matches(|letter: char| !letter.is_ascii_digit()).split(['-', '/', '.']).collect();
        parts.len() == 3
            && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
            && parts.iter().any(|part| part.len() == 4)
    };
    let found: Vec<String> = example()
        .pages()
        // What a plan prints as its timescale is shown as it is written.
        .filter(|(name, _)| !name.starts_with("strategy/"))
        .flat_map(|(name, html)| {
            let main = html.split_once("<main").map_or("", |(_, rest)| rest);
            let words = words_of(main);
            let days: Vec<String> = words.split(' ').filter(|word| is_day(word)).map(str::to_owned).collect();
            days.into_iter().map(move |day| format!("{name}: {day}"))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    let session =
        example().pages().find(|(name, _)| name.ends_with("housing-and-domestic-abuse-2027-02-11/index.html"));
    assert!(session.is_some_and(|(_, html)| html.contains("Thursday 11 February 2027, 1:30pm to 4:30pm")));
}

//! Two plans as partnerships really published them, typed as they were printed.
//!
//! They are not part of the project. The tests look for them in the folder that `FINGERPOST_REAL_PLANS` names, else in
//! `../shared/real-plans`, and have nothing to say where neither is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::site::TestSite;

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("FINGERPOST_REAL_PLANS").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real-plans"));
    let there = folder.is_dir();
    if !there {
        println!("skipped: there are no plans in `{}`", folder.display());
    }
    there.then_some(folder)
}

/// A site with one of the plans.
fn site_of(plan: &str) -> Option<TestSite> {
    let text = fs::read(folder()?.join(plan)).expect("the plan can be read");
    Some(TestSite::new().with(&format!("content/plans/{plan}"), text))
}

/// The pages of a plan's actions.
fn actions(site: &TestSite) -> Vec<(String, String)> {
    site.pages().into_iter().filter(|(_, page)| page.contains("<body data-kind=\"action\"")).collect()
}

/// The codes of what is told of a plan.
fn told(site: &TestSite) -> Vec<String> {
    let problems = site.check_json();
    problems.iter().map(|problem| format!("{} {}", problem["severity"], problem["code"]).replace('"', "")).collect()
}

#[test]
fn every_action_of_sefton_has_its_page() {
    let Some(site) = site_of("sefton-2023.yaml") else { return };
    // One section prints the number 8 twice.
    assert_eq!(told(&site), ["warning plan/ref"]);
    assert_eq!(actions(&site.built()).len(), 74);
}

#[test]
fn every_action_of_st_helens_has_its_page() {
    let Some(site) = site_of("st-helens-2020.yaml") else { return };
    assert_eq!(told(&site), Vec::<String>::new());
    assert_eq!(actions(&site.built()).len(), 54);
}

#[test]
fn every_timescale_is_shown_as_it_was_printed() {
    for plan in ["sefton-2023.yaml", "st-helens-2020.yaml"] {
        let Some(site) = site_of(plan) else { return };
        let text = site.read(&format!("content/plans/{plan}"));
        let site = site.built();
        let all: String = actions(&site).into_iter().map(|(_, page)| page).collect();
        let printed: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("    timescale: ")).collect();
        assert!(printed.len() > 10, "{printed:?}");
        for timescale in printed {
            assert!(all.contains(timescale), "`{timescale}` of {plan} is on no page");
        }
    }
}

#[test]
fn no_persons_name_is_published() {
    let Some(site) = site_of("sefton-2023.yaml") else { return };
    let text = site.read("content/plans/sefton-2023.yaml");
    let names: BTreeSet<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("person: ")).collect();
    assert!(!names.is_empty());
    let site = site.built();
    for (file, bytes) in site.files() {
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        for name in &names {
            assert!(!shown.contains(name), "`{name}` is in {file}");
        }
    }
}

#[test]
fn an_action_past_its_date_is_red_and_one_that_has_none_is_not() {
    let Some(site) = site_of("sefton-2023.yaml") else { return };
    let site = site.built();
    for (name, page) in actions(&site) {
        // All dates of the plan have passed, and it reports no progress. One action has no date.
        let rating = if page.contains("Completion date") { "red" } else { "amber" };
        assert!(page.contains(&format!("data-rating=\"{rating}\" data-status=\"not-started\"")), "{name}");
    }
    let early = site.built_on("2023-04-01");
    for (name, page) in actions(&early) {
        assert!(page.contains("data-rating=\"amber\""), "{name}");
    }
}

#[test]
fn the_plans_own_words_head_its_pages() {
    let Some(site) = site_of("sefton-2023.yaml") else { return };
    let (_, page) = actions(&site.built()).swap_remove(0);
    for label in ["Why is this a priority?", "What will we deliver?", "Completion date"] {
        assert!(page.contains(label), "{label}");
    }
}

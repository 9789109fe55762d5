//! The services by name.

use serde::Serialize;
use tera::Value;

use super::by::{FacetGroup, facet_groups};
use super::{CallNow, behaviour_change, helping};
use crate::render::page::{Builder, Heading, Page};
use crate::site::Route;

#[derive(Serialize)]
struct AToZView {
    call_now: Option<CallNow>,
    letters: Vec<Letter>,
    /// The services for people who harm others.
    behaviour_change: Value,
    groups: Vec<FacetGroup>,
}

#[derive(Serialize)]
struct Letter {
    letter: String,
    services: Vec<AToZEntry>,
}

#[derive(Serialize)]
struct AToZEntry {
    title: String,
    address: String,
    summary: String,
}

pub(crate) fn a_to_z(build: &Builder<'_>) -> Page {
    let heading = Heading {
        kind: "a-z",
        id: "",
        title: "Services from A to Z".to_owned(),
        description: format!("Every service by name, from {}.", build.site.settings.name),
        above: vec![build.link("Services", Route::Services)],
    };
    let view = AToZView {
        call_now: CallNow::of(build, &[]),
        letters: letters(build),
        behaviour_change: behaviour_change(build, |_| true),
        groups: facet_groups(build),
    };
    build.page("a-z.html", heading, &view)
}

fn letters(build: &Builder<'_>) -> Vec<Letter> {
    let site = build.site;
    let mut numbers: Vec<usize> = helping(site).map(|(number, _)| number).collect();
    // As it is looked for: quotation marks before a name do not count.
    let name = |number: usize| site.services[number].service.title.trim_start_matches(|c: char| !c.is_alphanumeric());
    numbers.sort_by_cached_key(|&number| (name(number).to_lowercase(), number));
    let mut letters: Vec<Letter> = Vec::new();
    for number in numbers {
        let first = name(number).chars().next().unwrap_or('#');
        let letter = if first.is_numeric() { "0-9".to_owned() } else { first.to_uppercase().to_string() };
        if letters.last().is_none_or(|last| last.letter != letter) {
            letters.push(Letter { letter, services: Vec::new() });
        }
        if let Some(last) = letters.last_mut() {
            let service = &site.services[number].service;
            last.services.push(AToZEntry {
                title: service.title.value.clone(),
                address: site.address(Route::Service(number)),
                summary: service.summary.value.clone(),
            });
        }
    }
    letters
}

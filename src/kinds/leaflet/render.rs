//! Leaflets: the list, and a sheet to print.

use serde::Serialize;
use tera::Value;

use super::record::{Leaflet, Selection};
use crate::kinds::leaflet::record::PaperSize;
use crate::render::frame::{Link, html};
use crate::render::page::{Builder, Heading, ListPage, Page, RecordPage};
use crate::site::Route;

#[derive(Serialize)]
struct LeafletsView {
    leaflets: Vec<LeafletRow>,
}

#[derive(Serialize)]
struct LeafletRow {
    title: String,
    subtitle: Option<String>,
    address: String,
    size: &'static str,
    count: usize,
}

fn size(size: PaperSize) -> &'static str {
    match size {
        PaperSize::A4 => "A4",
        PaperSize::A5 => "A5",
    }
}

impl ListPage for Leaflet {
    fn list(build: &Builder<'_>) -> Page {
        let leaflets = build.site.leaflets.iter().enumerate().map(|(number, selection)| LeafletRow {
            title: selection.leaflet.title.value.clone(),
            subtitle: selection.leaflet.subtitle.clone(),
            address: build.site.address(Route::Leaflet(number)),
            size: size(selection.leaflet.size),
            count: selection.services.len(),
        });
        let view = LeafletsView { leaflets: leaflets.collect() };
        let heading = Heading {
            kind: "leaflets",
            id: "",
            title: "Leaflets to print".to_owned(),
            description: format!("Sheets to print and hand out, from {}.", build.site.settings.name),
            above: Vec::new(),
        };
        build.page("leaflets.html", heading, &view)
    }
}

/// Links to the leaflets that choose their services in a way.
pub(crate) fn leaflets(build: &Builder<'_>, chosen: impl Fn(&Selection) -> bool) -> Vec<Link> {
    let all = build.site.leaflets.iter().enumerate().filter(|(_, one)| chosen(&one.leaflet.services));
    all.map(|(number, one)| build.link(one.leaflet.title.value.clone(), Route::Leaflet(number))).collect()
}

/// Links to the leaflets that a service is on.
pub(crate) fn leaflets_with(build: &Builder<'_>, service: usize) -> Vec<Link> {
    let all = build.site.leaflets.iter().enumerate().filter(|(_, one)| one.services.contains(&service));
    all.map(|(number, one)| build.link(one.leaflet.title.value.clone(), Route::Leaflet(number))).collect()
}

#[derive(Serialize)]
struct LeafletView {
    subtitle: Option<String>,
    size: &'static str,
    intro: Option<String>,
    footer: Option<String>,
    services: Value,
    reviewed: String,
}

impl RecordPage for Leaflet {
    fn page(build: &Builder<'_>, number: usize) -> Page {
        let site = build.site;
        let selection = &site.leaflets[number];
        let leaflet = &selection.leaflet;
        let prose =
            |text: &Option<crate::model::prose::Prose>| text.as_ref().map(|text| html(site, &leaflet.source, text));
        let view = LeafletView {
            subtitle: leaflet.subtitle.clone(),
            size: size(leaflet.size),
            intro: prose(&leaflet.intro),
            footer: prose(&leaflet.footer),
            services: build.shared.cards(site, selection.services.iter().copied()),
            reviewed: crate::model::day::month_in_words(site.today),
        };
        let heading = Heading {
            kind: "leaflet",
            id: &leaflet.id,
            title: leaflet.title.value.clone(),
            description: leaflet.subtitle.clone().unwrap_or_else(|| leaflet.title.value.clone()),
            above: vec![build.link("Leaflets", Route::Leaflets)],
        };
        build.page("leaflet.html", heading, &view)
    }
}

//! The handbook for professionals: services by need and level of risk, how to refer, and the pathways.

mod entry;

use serde::Serialize;

use crate::kinds::service::record::Service;
use crate::kinds::service::site::handbook::HandbookPart;
use crate::record::article::Readers;
use crate::render::date::DateView;
use crate::render::frame::Link;
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording::services::{level, lower_first, tier};
use crate::site::{Route, Site};
use entry::Entry;

/// With more services than this a part tells of each only what is needed to choose one: the page would be too heavy.
const TOLD_IN_FULL: usize = 150;

#[derive(Serialize)]
struct HandbookView {
    today: DateView,
    count: usize,
    needs: Vec<NeedRow>,
    /// The headings of the levels of risk.
    levels: Vec<&'static str>,
    /// Pages for professionals.
    pathways: Vec<Pathway>,
    training: Vec<Link>,
    /// Services that are for professionals themselves.
    for_professionals: Vec<Link>,
    /// Services for people who harm others.
    behaviour_change: Vec<Link>,
    more: Vec<Link>,
    /// The page with the whole handbook, where there is one.
    to_print: Option<String>,
}

/// How many services a need has at each level of risk.
#[derive(Serialize)]
struct NeedRow {
    title: String,
    address: String,
    total: usize,
    levels: Vec<LevelCount>,
}

#[derive(Serialize)]
struct LevelCount {
    words: &'static str,
    count: usize,
    address: String,
}

#[derive(Serialize)]
struct Pathway {
    title: String,
    address: String,
    summary: Option<String>,
}

/// The services for a need.
#[derive(Serialize)]
struct PartView {
    title: String,
    id: String,
    description: Option<String>,
    count: usize,
    levels: Vec<LevelView>,
}

/// The services for a level of risk, each with the place of its entry on the page.
#[derive(Serialize)]
struct LevelView {
    words: &'static str,
    anchor: String,
    services: Vec<Link>,
}

#[derive(Serialize)]
struct NeedView {
    part: PartView,
    entries: Vec<Entry>,
    today: DateView,
    handbook: String,
    before: Option<Link>,
    after: Option<Link>,
}

#[derive(Serialize)]
struct PrintView {
    today: DateView,
    count: usize,
    pathways: Vec<Pathway>,
    training: Vec<Link>,
    parts: Vec<PartView>,
    entries: Vec<Entry>,
    handbook: String,
}

/// The front page: what there is, and where.
pub(crate) fn index(build: &Builder<'_>) -> Page {
    let site = build.site;
    let services = site.handbook_services();
    let parts = site.handbook();
    let levels = levels(&parts);
    let view = HandbookView {
        today: DateView::of(site.today),
        count: services.len(),
        needs: parts.iter().map(|part| need_row(build, part, &levels)).collect(),
        levels: levels.iter().map(|level| level_words(site, *level)).collect(),
        pathways: pathways(build),
        training: training(build),
        for_professionals: links(build, &services, |service| service.for_professionals),
        behaviour_change: links(build, &services, |service| service.behaviour_change),
        more: more(build),
        to_print: site.routes.address(Route::HandbookToPrint).map(|_| site.address(Route::HandbookToPrint)),
    };
    build.page("handbook.html", heading(build, "handbook", "Handbook for professionals".to_owned()), &view)
}

/// Links to some of the services.
fn links(build: &Builder<'_>, services: &[usize], are: impl Fn(&Service) -> bool) -> Vec<Link> {
    let all = services.iter().map(|&number| (number, &build.site.services[number].service));
    all.filter(|(_, service)| are(service))
        .map(|(number, service)| build.link(service.title.value.clone(), Route::Service(number)))
        .collect()
}

/// The part for a need.
pub(crate) fn need(build: &Builder<'_>, need: usize) -> Page {
    let site = build.site;
    let part = site.handbook_part(need);
    let terms = &site.services.facets.needs;
    let at = terms.iter().position(|facet| facet.term == need);
    let neighbour = |at: Option<usize>| {
        let term = terms.get(at?)?.term;
        Some(build.link(site.vocabulary.needs[term].name.clone(), Route::HandbookNeed(term)))
    };
    let view = NeedView {
        entries: entries(build, &part.services),
        today: DateView::of(site.today),
        handbook: site.address(Route::Handbook),
        before: neighbour(at.and_then(|at| at.checked_sub(1))),
        after: neighbour(at.map(|at| at + 1)),
        part: part_view(build, &part),
    };
    let title = format!("Handbook: {}", lower_first(&site.vocabulary.needs[need].name));
    let mut heading = heading(build, "handbook-need", title);
    heading.id = &site.vocabulary.needs[need].id.value;
    heading.above.push(build.link("Handbook for professionals", Route::Handbook));
    build.page("handbook-need.html", heading, &view)
}

/// The whole handbook in one piece: each need with the names of its services, then each service once.
pub(crate) fn to_print(build: &Builder<'_>) -> Page {
    let site = build.site;
    let services = site.handbook_services();
    let view = PrintView {
        today: DateView::of(site.today),
        count: services.len(),
        pathways: pathways(build),
        training: training(build),
        parts: site.handbook().iter().map(|part| part_view(build, part)).collect(),
        entries: services.iter().map(|&number| Entry::of(build, number)).collect(),
        handbook: site.address(Route::Handbook),
    };
    let mut heading = heading(build, "handbook-to-print", "Handbook for professionals, to print".to_owned());
    heading.above.push(build.link("Handbook for professionals", Route::Handbook));
    build.page("handbook-to-print.html", heading, &view)
}

fn heading<'h>(build: &Builder<'_>, kind: &'static str, title: String) -> Heading<'h> {
    let site = build.site;
    let description = format!("Where to refer, by need and by {}, from {}.", level(site), site.settings.name);
    Heading { kind, id: "", title, description, above: vec![build.link("Services", Route::Services)] }
}

fn entries(build: &Builder<'_>, services: &[usize]) -> Vec<Entry> {
    let entry = if services.len() > TOLD_IN_FULL { Entry::in_short } else { Entry::of };
    services.iter().map(|&number| entry(build, number)).collect()
}

/// The levels; none where no service names one, for they are then no way to tell services apart.
fn levels(parts: &[HandbookPart]) -> Vec<Option<u32>> {
    let mut all = parts.iter().flat_map(|part| &part.levels);
    let named = all.any(|level| level.tier.is_some() && !level.services.is_empty());
    if named { vec![None, Some(1), Some(2), Some(3), Some(4)] } else { Vec::new() }
}

/// A level in words; a service without one is for any.
fn level_words(site: &Site, level: Option<u32>) -> &'static str {
    level.map_or("Any level", |level| tier(site, level as usize).unwrap_or_default())
}

/// The end of a level's anchor.
fn level_id(level: Option<u32>) -> String {
    level.map_or_else(|| "any".to_owned(), |level| level.to_string())
}

fn need_row(build: &Builder<'_>, part: &HandbookPart, levels: &[Option<u32>]) -> NeedRow {
    let address = build.site.address(Route::HandbookNeed(part.need));
    let level = |level: &crate::kinds::service::site::handbook::HandbookLevel| LevelCount {
        words: level_words(build.site, level.tier),
        count: level.services.len(),
        address: format!("{address}#level-{}", level_id(level.tier)),
    };
    NeedRow {
        title: build.site.vocabulary.needs[part.need].name.clone(),
        total: part.services.len(),
        levels: part.levels.iter().filter(|level| levels.contains(&level.tier)).map(level).collect(),
        address,
    }
}

fn part_view(build: &Builder<'_>, part: &HandbookPart) -> PartView {
    let need = &build.site.vocabulary.needs[part.need];
    let link = |&number: &usize| {
        let service = &build.site.services[number].service;
        Link { title: service.title.value.clone(), address: format!("#{}", entry::anchor(service)) }
    };
    let levels = part.levels.iter().filter(|level| !level.services.is_empty());
    PartView {
        title: need.name.clone(),
        id: need.id.value.clone(),
        description: need.description.clone(),
        count: part.services.len(),
        levels: levels
            .map(|level| LevelView {
                words: level_words(build.site, level.tier),
                anchor: format!("level-{}", level_id(level.tier)),
                services: level.services.iter().map(link).collect(),
            })
            .collect(),
    }
}

/// The pages for professionals, in the order of the site.
fn pathways(build: &Builder<'_>) -> Vec<Pathway> {
    let pages = build.site.pages.iter().enumerate().filter(|(_, page)| page.audience == Readers::Professionals);
    pages
        .map(|(number, page)| Pathway {
            title: page.title.value.clone(),
            address: build.site.address(Route::Page(number)),
            summary: page.summary.clone(),
        })
        .collect()
}

/// The levels of training that have courses.
fn training(build: &Builder<'_>) -> Vec<Link> {
    let levels = build.site.vocabulary.levels.iter().enumerate();
    levels
        .filter(|(number, _)| build.site.routes.address(Route::Level(*number)).is_some())
        .map(|(number, level)| build.link(level.name.clone(), Route::Level(number)))
        .collect()
}

/// Other pages that professionals look for.
fn more(build: &Builder<'_>) -> Vec<Link> {
    let site = build.site;
    let networks = site.networks.iter().enumerate();
    let networks = networks.map(|(number, network)| (network.title.value.clone(), Route::Network(number)));
    let pages = [
        ("Who decides: boards and groups", Route::Governance),
        ("Words explained", Route::Glossary),
        ("Leaflets to print", Route::Leaflets),
        ("Services by group, area and need", Route::Coverage),
        ("Take the services away as data", Route::Data),
    ];
    let pages = pages.into_iter().map(|(title, route)| (title.to_owned(), route));
    let there = networks.chain(pages).filter(|(_, route)| site.routes.address(*route).is_some());
    there.map(|(title, route)| build.link(title, route)).collect()
}

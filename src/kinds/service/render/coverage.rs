//! Who is served by how many services.

use serde::Serialize;

use crate::kinds::service::site::coverage::{Count, Coverage, Row};
use crate::record::vocabulary::CoverageAnswer;
use crate::render::coverage::{By, headline};
use crate::render::date::DateView;
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording::services::{level, lower_first};
use crate::site::Route;

#[derive(Serialize)]
struct CoverageView {
    headline: String,
    today: DateView,
    unmet_needs: Vec<String>,
    unnamed_groups: Vec<String>,
    breakdowns: Vec<Breakdown>,
    handbook: String,
}

/// By what services are counted: groups, areas or levels of risk.
#[derive(Serialize)]
struct Breakdown {
    id: &'static str,
    /// "Who it is for": the heading of the subjects.
    title: String,
    caption: String,
    unnamed: Vec<Unnamed>,
    subjects: Vec<Subject>,
    /// A row for each need, with a cell for each subject.
    needs: Vec<NeedRow>,
}

/// "No service names older people among the people it is for", and with what it would help.
#[derive(Serialize)]
struct Unnamed {
    no_service: String,
    needs: Vec<String>,
}

#[derive(Serialize)]
struct Subject {
    title: String,
    address: Option<String>,
    count: CountView,
}

#[derive(Serialize)]
struct NeedRow {
    title: String,
    address: String,
    counts: Vec<CountView>,
}

#[derive(Serialize)]
struct CountView {
    total: usize,
    named: usize,
    general: usize,
    by_and_for: usize,
    /// What is known where no service counts: `everyone`, `not-applicable`.
    answer: Option<&'static str>,
    /// Where those that are counted are listed, if anywhere.
    address: Option<String>,
}

pub(crate) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let coverage = site.coverage();
    let breakdowns: Vec<Breakdown> =
        By::ALL.into_iter().map(|by| breakdown(build, &coverage, by)).filter(|one| !one.subjects.is_empty()).collect();
    let view = CoverageView {
        headline: headline(&coverage),
        today: DateView::of(site.today),
        unmet_needs: coverage.unmet_needs.iter().map(|&need| lower_first(&site.vocabulary.needs[need].name)).collect(),
        unnamed_groups: coverage
            .unnamed_groups
            .iter()
            .map(|&one| lower_first(&site.vocabulary.audiences[one].name))
            .collect(),
        breakdowns,
        handbook: site.address(Route::Handbook),
    };
    let heading = Heading {
        kind: "coverage",
        id: "",
        title: "Services by group, area and need".to_owned(),
        description: format!("How many services name each group and each kind of help, from {}.", site.settings.name),
        above: vec![build.link("Services", Route::Services)],
    };
    build.page("coverage.html", heading, &view)
}

fn breakdown(build: &Builder<'_>, coverage: &Coverage, by: By) -> Breakdown {
    let site = build.site;
    let rows = by.rows(coverage);
    let name = |need: usize| site.vocabulary.needs[need].name.as_str();
    let unnamed = |row: &Row| {
        let needs: Vec<String> = row.unnamed(&coverage.needs).map(|need| lower_first(name(need))).collect();
        (!needs.is_empty()).then(|| Unnamed { no_service: by.no_service(site, row.subject), needs })
    };
    let subject = |row: &Row| {
        let address = by.page(site, row.subject).map(|route| site.address(route));
        Subject { title: by.name(site, row.subject), count: count(row.all, None, None), address }
    };
    let need_row = |&need: &usize| {
        let cell = |row: &Row| count(row.by_need[need], row.answers[need], listed(build, by, row, need));
        let counts = rows.iter().map(cell).collect();
        NeedRow { title: name(need).to_owned(), address: site.address(Route::ServicesNeed(need)), counts }
    };
    let level = level(site);
    let (title, caption) = match by {
        By::Group => ("Who it is for".to_owned(), "How many services name each group and each kind of help".to_owned()),
        By::Area => ("Area".to_owned(), "How many services each area has for each kind of help".to_owned()),
        By::Level => (
            format!("L{}", level.trim_start_matches('l')),
            format!("How many services there are at each {level} for each kind of help"),
        ),
    };
    Breakdown {
        id: by.id(),
        title,
        caption,
        unnamed: rows.iter().filter_map(unnamed).collect(),
        subjects: rows.iter().map(subject).collect(),
        needs: coverage.needs.iter().map(need_row).collect(),
    }
}

/// The handbook lists the services of a level of risk for a need; there is no list for a group or an area and a need.
fn listed(build: &Builder<'_>, by: By, row: &Row, need: usize) -> Option<String> {
    let count = row.by_need[need];
    let anchor = if count.named > 0 { row.subject.to_string() } else { "any".to_owned() };
    (by == By::Level && count.total() > 0)
        .then(|| format!("{}#level-{anchor}", build.site.address(Route::HandbookNeed(need))))
}

fn count(count: Count, answer: Option<CoverageAnswer>, address: Option<String>) -> CountView {
    CountView {
        total: count.total(),
        named: count.named,
        general: count.general,
        by_and_for: count.by_and_for,
        answer: answer.map(CoverageAnswer::id),
        address,
    }
}

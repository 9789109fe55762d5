//! Plans: the list, a plan, a section, an action.

mod action;
pub(in crate::render) mod labels;

use serde::Serialize;

use super::service::DateView;
use super::{Builder, Heading, Link, Page};
use crate::model::plan::{Document, DocumentPlace, Lead, Risk};
use crate::model::rating::Rating;
use crate::model::status::Status;
use crate::render::chart::{self, Part};
use crate::render::frame::html;
use crate::site::{PlanProgress, Route, Standing};
pub(super) use action::page as action;
use labels::Labels;

/// A plan in a few words.
#[derive(Serialize)]
pub(super) struct PlanSummary {
    title: String,
    address: String,
    period: String,
    archived: bool,
    sentence: String,
    summary: Option<String>,
}

pub(super) fn plan_summary(build: &Builder<'_>, number: usize) -> PlanSummary {
    let progress = &build.site.plans[number];
    let plan = &progress.plan;
    PlanSummary {
        title: plan.title.value.clone(),
        address: build.site.address(Route::Plan(number)),
        period: plan.period.in_words(),
        archived: plan.archived,
        sentence: sentence(progress),
        summary: plan.summary.as_ref().map(|summary| html(build.site, &plan.source, summary)),
    }
}

/// How a plan stands, in a sentence.
fn sentence(progress: &PlanProgress) -> String {
    let count =
        |wanted: &dyn Fn(&Standing) -> bool| progress.actions.iter().filter(|one| wanted(&one.standing)).count();
    let all = progress.actions.len();
    let well = count(&|standing| matches!(standing.status, Status::Complete) || standing.rating == Some(Rating::Green));
    let red = count(&|standing| standing.rating == Some(Rating::Red));
    let actions = if all == 1 { "1 action is".to_owned() } else { format!("{all} actions are") };
    let rest = match red {
        0 => "None is red.".to_owned(),
        1 => "1 is red: it is late, or will be.".to_owned(),
        more => format!("{more} are red: they are late, or will be."),
    };
    format!("{well} of {actions} complete or on track. {rest}")
}

/// A rating with its word, letter and shape; `none` where an action has no rating.
#[derive(Serialize)]
struct Mark {
    rating: &'static str,
    status: &'static str,
    words: &'static str,
    note: Option<String>,
}

impl Mark {
    fn of(standing: Standing) -> Self {
        let colour = standing.rating.map(|rating| rating.words().to_lowercase());
        let note = match (colour, standing.overdue, standing.by_hand) {
            (None, ..) => None,
            (Some(colour), _, true) => Some(format!("{colour}, set by the board")),
            (Some(colour), true, false) => Some(format!("{colour}, past its date")),
            (Some(colour), false, false) => Some(colour),
        };
        Self {
            rating: standing.rating.map_or("none", Rating::id),
            status: standing.status.id(),
            words: standing.status.words(),
            note,
        }
    }
}

/// How many of a group's actions have each rating, with the bar that shows it.
#[derive(Serialize)]
struct Counts {
    total: usize,
    ratings: Vec<RatingCount>,
    statuses: Vec<StatusCount>,
    /// The bar, as SVG; empty without actions.
    bar: String,
}

#[derive(Serialize)]
struct RatingCount {
    rating: &'static str,
    words: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct StatusCount {
    status: &'static str,
    words: &'static str,
    count: usize,
}

impl Counts {
    /// Counts the actions; every rating of the plan's scheme has a place, even if no action has it.
    fn of<'s>(progress: &PlanProgress, standings: impl Iterator<Item = &'s Standing>) -> Self {
        let standings: Vec<&Standing> = standings.collect();
        let total = standings.len();
        let scheme = progress.plan.guide.scheme.ratings().iter().copied().map(Some);
        let parts: Vec<Part> = scheme
            .chain([None])
            .map(|rating| Part { rating, count: standings.iter().filter(|standing| standing.rating == rating).count() })
            .collect();
        let statuses = Status::ALL.iter().map(|status| StatusCount {
            status: status.id(),
            words: status.words(),
            count: standings.iter().filter(|standing| standing.status == *status).count(),
        });
        Self {
            total,
            ratings: parts.iter().map(RatingCount::of).collect(),
            statuses: statuses.filter(|status| status.count > 0).collect(),
            bar: chart::bar(&parts),
        }
    }
}

impl RatingCount {
    fn of(part: &Part) -> Self {
        Self {
            rating: part.rating.map_or("none", Rating::id),
            words: part.rating.map_or("No rating", Rating::words),
            count: part.count,
        }
    }
}

#[derive(Serialize)]
struct ListView {
    current: Vec<PlanSummary>,
    archived: Vec<PlanSummary>,
}

pub(super) fn list(build: &Builder<'_>) -> Page {
    let all = (0..build.site.plans.len()).map(|number| plan_summary(build, number));
    let (archived, current) = all.partition(|plan| plan.archived);
    let heading = Heading {
        kind: "strategy",
        id: "",
        title: "Strategy".to_owned(),
        description: format!("What {} has promised, and how it stands.", build.site.settings.name),
        above: Vec::new(),
    };
    build.page("strategy.html", heading, &ListView { current, archived })
}

#[derive(Serialize)]
struct PlanView {
    sentence: String,
    summary: Option<String>,
    archived: bool,
    period: String,
    organisation: Option<String>,
    today: DateView,
    labels: Labels,
    counts: Counts,
    sections: Vec<SectionRow>,
    attention: Vec<ActionRow>,
    guide: Vec<GuideLine>,
    documents: Vec<DocumentView>,
    risks: Vec<RiskView>,
    indicators: Vec<Link>,
}

#[derive(Serialize)]
struct SectionRow {
    title: String,
    address: String,
    counts: Counts,
    expected_outcomes: Vec<String>,
}

/// An action in a list.
#[derive(Serialize)]
struct ActionRow {
    reference: String,
    title: String,
    address: String,
    mark: Mark,
    timescale: Option<String>,
    leads: Vec<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct GuideLine {
    rating: &'static str,
    words: &'static str,
    text: String,
}

/// A document with the words of its link.
#[derive(Serialize)]
pub(super) struct DocumentView {
    title: String,
    address: String,
    kind: Option<String>,
    date: Option<String>,
    outside: bool,
}

#[derive(Serialize)]
struct RiskView {
    reference: Option<String>,
    risk: String,
    likelihood: Option<u32>,
    impact: Option<u32>,
    mitigation: Option<String>,
    leads: Vec<String>,
    status: Option<String>,
}

pub(super) fn overview(build: &Builder<'_>, number: usize) -> Page {
    let site = build.site;
    let progress = &site.plans[number];
    let plan = &progress.plan;
    let red = (0..progress.actions.len()).filter(|&at| progress.actions[at].standing.rating == Some(Rating::Red));
    let indicators = site.indicators.iter().filter(|one| one.plan.as_ref().is_some_and(|id| id.value == plan.id));
    let evidence = site.address(Route::Evidence);
    let view = PlanView {
        sentence: sentence(progress),
        summary: plan.summary.as_ref().map(|summary| html(site, &plan.source, summary)),
        archived: plan.archived,
        period: plan.period.in_words(),
        organisation: plan.organisation.as_ref().map(|id| site.organisation_name(id).to_owned()),
        today: DateView::of(site.today),
        labels: Labels::of(plan),
        counts: Counts::of(progress, progress.actions.iter().map(|action| &action.standing)),
        sections: (0..plan.sections.len()).map(|section| section_row(build, number, section)).collect(),
        attention: red.map(|action| action_row(build, number, action)).collect(),
        guide: guide(progress),
        documents: plan.documents.iter().filter_map(|document| document_view(build, document)).collect(),
        risks: plan.risks.iter().map(|risk| risk_view(build, progress, risk)).collect(),
        indicators: indicators
            .map(|one| Link { title: one.title.value.clone(), address: format!("{evidence}#{}", one.slug) })
            .collect(),
    };
    let heading = Heading {
        kind: "plan",
        id: &plan.id,
        title: plan.title.value.clone(),
        description: view.sentence.clone(),
        above: vec![build.link("Strategy", Route::Strategy)],
    };
    build.page("plan.html", heading, &view)
}

/// A section's name with its number, as the plan prints it.
fn section_title(progress: &PlanProgress, section: usize) -> String {
    let section = &progress.plan.sections[section];
    match &section.reference {
        Some(reference) => format!("{}. {}", reference.trim_end_matches('.'), section.title.value),
        None => section.title.value.clone(),
    }
}

fn section_row(build: &Builder<'_>, plan: usize, section: usize) -> SectionRow {
    let progress = &build.site.plans[plan];
    let standings = progress.of_section(section).map(|action| &progress.actions[action].standing);
    SectionRow {
        title: section_title(progress, section),
        address: build.site.address(Route::Section(plan, section)),
        counts: Counts::of(progress, standings),
        expected_outcomes: progress.plan.sections[section].expected_outcomes.clone(),
    }
}

fn action_row(build: &Builder<'_>, plan: usize, number: usize) -> ActionRow {
    let progress = &build.site.plans[plan];
    let action = &progress.actions[number];
    let written = progress.written(action);
    let so_far = &written.updates[..action.updates_so_far];
    let latest = so_far.iter().rev().find_map(|update| update.text.as_ref());
    ActionRow {
        reference: written.reference.value.clone(),
        title: written.title.value.clone(),
        address: build.site.address(Route::Action(plan, number)),
        mark: Mark::of(action.standing),
        timescale: written.timescale.as_ref().map(|timescale| timescale.as_written.clone()),
        leads: written.leads.iter().map(|lead| lead_words(build, lead)).collect(),
        latest: latest.map(|text| html(build.site, &progress.plan.source, text)),
    }
}

/// Who is responsible, in words.
fn lead_words(build: &Builder<'_>, lead: &Lead) -> String {
    let organisation = lead.organisation.as_ref().map(|text| build.site.organisation_name(text));
    let who: Vec<&str> = [lead.person.as_deref(), lead.role.as_ref().map(|role| role.value.as_str()), organisation]
        .into_iter()
        .flatten()
        .collect();
    match &lead.responsible_for {
        Some(work) => format!("{} (for {work})", who.join(", ")),
        None => who.join(", "),
    }
}

fn guide(progress: &PlanProgress) -> Vec<GuideLine> {
    let guide = &progress.plan.guide;
    let line = |&rating: &Rating| {
        let own = guide.texts.iter().find(|(other, _)| *other == rating).map(|(_, text)| text.clone());
        let text = own.unwrap_or_else(|| guide.scheme.default_guide(rating).to_owned());
        GuideLine { rating: rating.id(), words: rating.words(), text }
    };
    guide.scheme.ratings().iter().map(line).collect()
}

/// A document with its address; none where its file is missing, which stops a build.
pub(super) fn document_view(build: &Builder<'_>, document: &Document) -> Option<DocumentView> {
    let (address, outside) = match &document.place {
        DocumentPlace::Web(address) => (address.to_string(), true),
        DocumentPlace::File(file) => (build.site.address(Route::File(build.site.document_file(file)?)), false),
    };
    Some(DocumentView {
        title: document.title.clone(),
        address,
        kind: document.kind.clone(),
        date: document.date.as_ref().map(|date| crate::model::day::long(date.value)),
        outside,
    })
}

fn risk_view(build: &Builder<'_>, progress: &PlanProgress, risk: &Risk) -> RiskView {
    RiskView {
        reference: risk.reference.clone(),
        risk: risk.risk.clone(),
        likelihood: risk.likelihood,
        impact: risk.impact,
        mitigation: risk.mitigation.as_ref().map(|text| html(build.site, &progress.plan.source, text)),
        leads: risk.leads.iter().map(|lead| lead_words(build, lead)).collect(),
        status: risk.status.clone(),
    }
}

#[derive(Serialize)]
struct SectionView {
    aim: Option<String>,
    leads: Vec<String>,
    expected_outcomes: Vec<String>,
    counts: Counts,
    labels: Labels,
    groups: Vec<GroupView>,
    archived: bool,
}

#[derive(Serialize)]
struct GroupView {
    title: Option<String>,
    anchor: String,
    leads: Vec<String>,
    expected_outcomes: Vec<String>,
    actions: Vec<ActionRow>,
}

pub(super) fn section(build: &Builder<'_>, plan: usize, number: usize) -> Page {
    let progress = &build.site.plans[plan];
    let section = &progress.plan.sections[number];
    let standings = progress.of_section(number).map(|action| &progress.actions[action].standing);
    let leads = |leads: &[Lead]| leads.iter().map(|lead| lead_words(build, lead)).collect::<Vec<_>>();
    let groups = section.groups.iter().enumerate().map(|(at, group)| {
        let of_group = progress.of_section(number).filter(|&action| progress.actions[action].place.group == at);
        GroupView {
            title: group.title.as_ref().map(|title| match &group.reference {
                Some(reference) => format!("{} {}", reference.value, title.value),
                None => title.value.clone(),
            }),
            anchor: format!("objective-{}", at + 1),
            leads: leads(&group.leads),
            expected_outcomes: group.expected_outcomes.clone(),
            actions: of_group.map(|action| action_row(build, plan, action)).collect(),
        }
    });
    let view = SectionView {
        aim: section.aim.as_ref().map(|aim| html(build.site, &progress.plan.source, aim)),
        leads: leads(&section.leads),
        expected_outcomes: section.expected_outcomes.clone(),
        counts: Counts::of(progress, standings),
        labels: Labels::of(&progress.plan),
        groups: groups.collect(),
        archived: progress.plan.archived,
    };
    let above =
        vec![build.link("Strategy", Route::Strategy), build.link(progress.plan.title.value.clone(), Route::Plan(plan))];
    let heading = Heading {
        kind: "section",
        id: &progress.section_slugs[number],
        title: section_title(progress, number),
        description: format!("{}: {}", progress.plan.title.value, section.title.value),
        above,
    };
    build.page("section.html", heading, &view)
}

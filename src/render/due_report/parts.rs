//! What the report on what is due tells. The names are those of the JSON, which `docs/due-report.md` describes; they are
//! kept stable.

use jiff::civil::Date;
use serde::Serialize;

use crate::kinds::plan::site::progress::{Concern, Deadline, Item};
use crate::model::day;
use crate::record::lead::Lead;
use crate::render::wording;
use crate::render::wording::services::lower_first;
use crate::site::{Due, Matter, Review, Route, Site};

#[derive(Serialize)]
pub(super) struct Report {
    pub(super) as_it_stood_on: Date,
    pub(super) overdue: usize,
    pub(super) due_soon: usize,
    /// What is late, the longest first; then what is due soon.
    pub(super) items: Vec<ItemReport>,
}

/// Something to look at.
#[derive(Serialize)]
pub(super) struct ItemReport {
    pub(super) kind: &'static str,
    #[serde(skip)]
    pub(super) thing: &'static str,
    pub(super) overdue: bool,
    pub(super) title: String,
    /// What is to be done or amiss, in a sentence.
    pub(super) words: String,
    /// The day by which it is to be done, if there is one.
    pub(super) by: Option<Date>,
    /// Organisations and posts, never a person.
    pub(super) who: Vec<String>,
    pub(super) file: String,
    pub(super) address: String,
}

/// What a matter is, before its place is known.
struct Told {
    kind: &'static str,
    thing: &'static str,
    title: String,
    words: String,
    who: Vec<String>,
    file: String,
    route: Route,
}

impl Report {
    pub(super) fn of(site: &Site, all: &[Due]) -> Self {
        let overdue = all.iter().filter(|due| due.overdue).count();
        Self {
            as_it_stood_on: site.today,
            overdue,
            due_soon: all.len() - overdue,
            items: all.iter().map(|due| item(site, due)).collect(),
        }
    }
}

fn item(site: &Site, due: &Due) -> ItemReport {
    let Told { kind, thing, title, words, who, file, route } = match &due.matter {
        Matter::Review(review) => review_told(site, review),
        Matter::Deadline(plan, deadline) => deadline_told(site, *plan, deadline, due.overdue),
        Matter::Silence(plan, action, since) => silence_told(site, *plan, *action, *since),
        Matter::Risk(plan, risk, last) => risk_told(site, *plan, *risk, *last),
        Matter::Unconfirmed(course, session) => unconfirmed_told(site, *course, *session, due.overdue),
        Matter::NoSessions(course) => no_sessions_told(site, *course),
    };
    let address = site.full_address(route);
    ItemReport { kind, thing, overdue: due.overdue, title, words, by: due.by, who, file, address }
}

fn review_told(site: &Site, review: &Review) -> Told {
    let (kind, thing, title, who) = match review.route {
        Route::Service(number) => {
            let service = &site.services[number].service;
            let by = site.organisation_name(&service.organisation).to_owned();
            ("service-review", "Service", service.title.value.clone(), vec![by])
        }
        Route::Course(number) => {
            ("course-review", "Course", site.courses[number].course.title.value.clone(), provider(site, number))
        }
        _ => {
            let who = site.settings.contact.organisation.iter();
            let who = who.map(|text| site.organisation_name(text).to_owned()).collect();
            ("statement-review", "Statement", "Accessibility statement".to_owned(), who)
        }
    };
    let words = match (review.reviewed, review.by) {
        (Some(last), Some(by)) if review.overdue => {
            format!("Last checked on {}, and due again by {}.", day::long(last), day::long(by))
        }
        (Some(last), Some(by)) => format!("Last checked on {}, due again by {}.", day::long(last), day::long(by)),
        _ => "Nobody has written when it was last checked.".to_owned(),
    };
    Told { kind, thing, title, words, who, file: review.source.to_string(), route: review.route }
}

fn deadline_told(site: &Site, plan: usize, deadline: &Deadline, overdue: bool) -> Told {
    let progress = &site.plans[plan];
    let written = progress.written(&progress.actions[deadline.action]);
    let by = day::long(deadline.by);
    let when = if overdue { format!("Its date, {by}, has passed") } else { format!("To be done by {by}") };
    let (kind, thing, part, leads) = match deadline.item {
        Item::Action => ("action", "Action", None, &written.leads),
        Item::Step(at) => {
            let step = &written.how.steps[at];
            let leads = if step.leads.is_empty() { &written.leads } else { &step.leads };
            ("step", "Step", Some(step.title.text.as_str()), leads)
        }
        Item::Milestone(at) => ("milestone", "Milestone", Some(written.milestones[at].title.as_str()), &written.leads),
    };
    let words = match part {
        Some(part) => format!("{}: {}.", part.trim().trim_end_matches('.'), lower_first(&when)),
        None => format!("{when}."),
    };
    Told {
        kind,
        thing,
        title: wording::action(progress, deadline.action),
        words,
        who: leads_told(site, leads),
        file: progress.plan.source.to_string(),
        route: Route::Action(plan, deadline.action),
    }
}

fn silence_told(site: &Site, plan: usize, action: usize, since: Option<Date>) -> Told {
    let progress = &site.plans[plan];
    let written = progress.written(&progress.actions[action]);
    Told {
        kind: "silent-action",
        thing: "Action",
        title: wording::action(progress, action),
        words: format!("{}.", wording::concern(Concern::Silent(since))),
        who: leads_told(site, &written.leads),
        file: progress.plan.source.to_string(),
        route: Route::Action(plan, action),
    }
}

fn risk_told(site: &Site, plan: usize, risk: usize, last: Option<Date>) -> Told {
    let plan_of = &site.plans[plan].plan;
    let written = &plan_of.risks[risk];
    let title = match &written.reference {
        Some(reference) => format!("{reference} {}", written.event),
        None => written.event.clone(),
    };
    let words = match last {
        Some(day) => format!("Last looked at on {}; risks are looked at again every three months.", day::long(day)),
        None => "Nobody has written when it was last looked at.".to_owned(),
    };
    let who = leads_told(site, &written.leads);
    Told { kind: "risk", thing: "Risk", title, words, who, file: plan_of.source.to_string(), route: Route::Plan(plan) }
}

fn unconfirmed_told(site: &Site, course: usize, session: usize, overdue: bool) -> Told {
    let written = &site.courses[course].course;
    let on = day::long(written.sessions[session].date.value);
    let words =
        if overdue { "It was on {on}, and nobody confirmed it." } else { "It is on {on}, and not confirmed yet." };
    Told {
        kind: "unconfirmed-session",
        thing: "Session",
        title: written.title.value.clone(),
        words: words.replace("{on}", &on),
        who: provider(site, course),
        file: written.source.to_string(),
        route: Route::Session(course, session),
    }
}

fn no_sessions_told(site: &Site, course: usize) -> Told {
    let written = &site.courses[course].course;
    Told {
        kind: "no-session",
        thing: "Course",
        title: written.title.value.clone(),
        words: "No session is to come.".to_owned(),
        who: provider(site, course),
        file: written.source.to_string(),
        route: Route::Course(course),
    }
}

fn provider(site: &Site, course: usize) -> Vec<String> {
    let provider = site.courses[course].course.provider.iter();
    provider.map(|text| site.organisation_name(text).to_owned()).collect()
}

/// Organisations, and posts of none. A person is not told, even where the plan's own pages name one.
fn leads_told(site: &Site, leads: &[Lead]) -> Vec<String> {
    let name = |lead: &Lead| {
        let text = lead.organisation.as_deref().or(lead.role.as_ref())?;
        (!lead.is_nobody()).then(|| site.organisation_name(text).to_owned())
    };
    let mut names: Vec<String> = Vec::new();
    for name in leads.iter().filter_map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

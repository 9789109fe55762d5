//! The pages that lead to others, as the search sees them. Services, courses and actions are found by themselves, so that
//! only those lists are here that someone looks for by name.

use super::{SearchDocument, SearchGroup};
use crate::site::Site;
use crate::site::routes::Route;

/// Those that are there and list something.
pub(super) fn lists(site: &Site) -> impl Iterator<Item = SearchDocument<'_>> {
    let plans = site.plans.iter().enumerate().filter(|(_, progress)| !progress.plan.archived);
    let plans = plans.flat_map(|(plan, _)| of_plan(site, plan));
    let training = training(site).into_iter().filter(|_| !site.courses.is_empty());
    let all = partnership(site).into_iter().chain(training).chain(plans);
    all.filter(|document| site.routes.address(document.route).is_some())
}

fn partnership(site: &Site) -> [SearchDocument<'_>; 4] {
    let groups = site.governance.iter().flat_map(|group| {
        let documents = group.documents.iter().map(|document| document.title.as_str());
        [Some(group.title.as_str()), group.remit.as_ref().map(|remit| remit.text.as_str())]
            .into_iter()
            .flatten()
            .chain(documents)
    });
    [
        SearchDocument {
            summary: "The boards and groups of the partnership, and their papers.",
            keywords: vec!["governance", "board", "minutes", "terms of reference"],
            body: groups.map(str::to_owned).collect(),
            ..SearchDocument::of(Route::Governance, SearchGroup::Strategy, "Who decides")
        },
        SearchDocument {
            summary: "What the partnership measures.",
            keywords: vec!["statistics", "data"],
            body: site.indicators.iter().map(|indicator| indicator.title.value.clone()).collect(),
            ..SearchDocument::of(Route::Evidence, SearchGroup::Strategy, "Figures")
        },
        SearchDocument {
            summary: "What the words on this site mean, in plain English.",
            keywords: vec!["glossary", "jargon", "abbreviations"],
            ..SearchDocument::of(Route::Glossary, SearchGroup::Information, "Words explained")
        },
        SearchDocument {
            summary: "Sheets to print and hand out.",
            keywords: vec!["posters"],
            body: site.leaflets.iter().map(|one| one.leaflet.title.value.clone()).collect(),
            ..SearchDocument::of(Route::Leaflets, SearchGroup::Information, "Leaflets to print")
        },
    ]
}

fn training(site: &Site) -> [SearchDocument<'_>; 2] {
    let posts = site.courses.iter().flat_map(|calendar| calendar.course.mandatory_for.iter());
    [
        SearchDocument {
            summary: "Every course and its dates.",
            keywords: vec!["calendar", "dates", "courses"],
            ..SearchDocument::of(Route::Training, SearchGroup::Training, "Training")
        },
        SearchDocument {
            summary: "The courses for your work, in the order to take them.",
            keywords: vec!["pathway", "mandatory"],
            body: posts.cloned().collect(),
            ..SearchDocument::of(Route::Pathway, SearchGroup::Training, "Which training do I need?")
        },
    ]
}

fn of_plan(site: &Site, number: usize) -> [SearchDocument<'_>; 4] {
    let title = &site.plans[number].plan.title.value;
    let page = |route, name: &str| SearchDocument::of(route, SearchGroup::Strategy, format!("{name}: {title}"));
    [
        SearchDocument {
            summary: "Who leads each action, and how it stands.",
            keywords: vec!["responsible", "owner", "lead"],
            ..page(Route::Leads(number), "Who leads what")
        },
        SearchDocument {
            summary: "What is late, in doubt or silent.",
            keywords: vec!["late", "overdue", "red", "amber", "behind"],
            ..page(Route::Exceptions(number), "Exceptions")
        },
        SearchDocument {
            summary: "Every action by its date.",
            keywords: vec!["deadlines", "dates"],
            ..page(Route::Timeline(number), "Timeline")
        },
        SearchDocument {
            summary: "What changed in this quarter and the last.",
            keywords: vec!["changes", "board paper"],
            ..page(Route::Changes(number), "What changed")
        },
    ]
}

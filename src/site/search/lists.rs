//! The pages that lead to others, as the search sees them. Services, courses and actions are found by themselves, so that
//! only those lists are here that someone looks for by name.

use std::borrow::Cow;

use super::{SearchDocument, SearchGroup};
use crate::site::Site;
use crate::site::route::Route;

/// Those of the site that are there and list something.
pub(super) fn of_site(site: &Site) -> impl Iterator<Item = SearchDocument<'_>> {
    let training = training(site).into_iter().filter(|_| !site.courses.is_empty());
    let all = partnership(site).into_iter().chain(training);
    all.filter(|document| site.routes.address(document.route).is_some())
}

fn list<'s>(
    route: Route,
    group: SearchGroup,
    title: impl Into<Cow<'s, str>>,
    summary: &'s str,
    keywords: &[&'s str],
) -> SearchDocument<'s> {
    SearchDocument { summary, keywords: keywords.to_vec(), ..SearchDocument::of(route, group, title) }
}

fn partnership(site: &Site) -> [SearchDocument<'_>; 4] {
    use SearchGroup::{Information, Strategy};
    let boards = "The boards and groups of the partnership, and their papers.";
    let papers = ["governance", "board", "minutes", "terms of reference"];
    let meanings = "What the words on this site mean, in plain English.";
    let groups = site.governance.iter().flat_map(|group| {
        let remit = group.remit.iter().map(|remit| remit.text.as_str());
        let documents = group.documents.iter().map(|document| document.title.as_str());
        [group.title.as_str()].into_iter().chain(remit).chain(documents)
    });
    let figures = site.indicators.iter().map(|indicator| indicator.title.value.clone());
    let leaflets = site.leaflets.iter().map(|selection| selection.leaflet.title.value.clone());
    [
        SearchDocument {
            body: groups.map(str::to_owned).collect(),
            ..list(Route::Governance, Strategy, "Who decides", boards, &papers)
        },
        SearchDocument {
            body: figures.collect(),
            ..list(Route::Evidence, Strategy, "Figures", "What the partnership measures.", &["statistics", "data"])
        },
        SearchDocument {
            body: leaflets.collect(),
            ..list(Route::Leaflets, Information, "Leaflets to print", "Sheets to print and hand out.", &["posters"])
        },
        list(Route::Glossary, Information, "Words explained", meanings, &["glossary", "jargon", "abbreviations"]),
    ]
}

fn training(site: &Site) -> [SearchDocument<'_>; 2] {
    use SearchGroup::Training;
    let (calendar, pathway) = ("Every course and its dates.", "The courses for your work, in the order to take them.");
    let posts = site.courses.iter().flat_map(|calendar| &calendar.course.mandatory_for);
    [
        list(Route::Training, Training, "Training", calendar, &["calendar", "dates", "courses"]),
        SearchDocument {
            body: posts.cloned().collect(),
            ..list(Route::Pathway, Training, "Which training do I need?", pathway, &["pathway", "mandatory"])
        },
    ]
}

/// Those of a plan.
pub(super) fn of_plan(site: &Site, number: usize) -> [SearchDocument<'_>; 4] {
    let plan = &site.plans[number].plan.title.value;
    let page = |route, name, summary, keywords| {
        list(route, SearchGroup::Strategy, format!("{name}: {plan}"), summary, keywords)
    };
    let leads = "Who leads each action, and how it stands.";
    let changes = "What changed in this quarter and the last.";
    let late: &[_] = &["late", "overdue", "red", "amber", "behind"];
    [
        page(Route::Leads(number), "Who leads what", leads, &["responsible", "owner", "lead"]),
        page(Route::Exceptions(number), "Exceptions", "What is late, in doubt or silent.", late),
        page(Route::Timeline(number), "Timeline", "Every action by its date.", &["deadlines", "dates"]),
        page(Route::Changes(number), "What changed", changes, &["changes", "board paper"]),
    ]
}

//! Rules about the services of the directory.

use super::Listing;
use crate::diagnostic::Diagnostic;
use crate::record::vocabulary::{Term, Vocabulary};
use crate::site::Site;

/// Tells of services that say something else than they seem to mean.
pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    problems.extend(site.services.iter().filter_map(|listing| unmarked(listing, &site.vocabulary)));
    problems.extend(site.services.iter().flat_map(|listing| not_similar(site, listing)));
}

/// Services that are named as similar and cannot be shown as that: the service itself, and one for people who harm others
/// beside one for people who are harmed.
fn not_similar<'s>(site: &'s Site, listing: &'s Listing) -> impl Iterator<Item = Diagnostic> + 's {
    let service = &listing.service;
    service.similar.iter().filter_map(move |id| {
        let other = site.services.iter().find(|other| other.service.id == id.value)?;
        let message = if other.service.id == service.id {
            format!("`{}` in `similar` is this service itself", id.value)
        } else if other.service.behaviour_change == service.behaviour_change {
            return None;
        } else {
            format!("`{}` is not shown as similar: one of the two is for people who harm others", id.value)
        };
        let problem = Diagnostic::warning("service/similar", service.source.clone(), message);
        Some(problem.at(id.span).help("take it out of the list"))
    })
}

/// A service that by its words is for people who harm others alone, and does not say so: it stands among the help for
/// people who are harmed.
fn unmarked(listing: &Listing, vocabulary: &Vocabulary) -> Option<Diagnostic> {
    let service = &listing.service;
    let own = |numbers: &[usize], terms: &[Term]| {
        !numbers.is_empty() && numbers.iter().all(|&number| terms[number].own_behaviour)
    };
    let (field, place) = if own(&listing.audiences, &vocabulary.audiences) {
        ("audiences", service.audiences.first().map(|id| id.span))
    } else if own(&listing.needs, &vocabulary.needs) {
        ("needs", service.needs.first().map(|id| id.span))
    } else {
        return None;
    };
    if service.behaviour_change {
        return None;
    }
    let message = format!(
        "its `{field}` say that this service is only for people who harm others, and `behaviour_change` is not written"
    );
    let help = "write `behaviour_change: true`, so that it is not offered to people who are harmed";
    let problem = Diagnostic::warning("service/behaviour_change", service.source.clone(), message);
    Some(problem.at(place?).help(help))
}

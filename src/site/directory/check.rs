//! Rules about the services of the directory.

use super::Listing;
use crate::diagnostic::Diagnostic;
use crate::record::vocabulary::{Term, Vocabulary};
use crate::site::Site;

/// Tells of services that say something else than they seem to mean.
pub(in crate::site) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    problems.extend(site.services.iter().filter_map(|listing| unmarked(listing, &site.vocabulary)));
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

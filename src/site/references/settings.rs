//! What the settings name: helplines, the partner to ask, pictures.

use super::missing_file;
use super::partners::near_organisation;
use crate::diagnostic::Diagnostic;
use crate::model::service::ServiceState;
use crate::site::Site;
use crate::site::lookup::{Lookup, Reference};

/// Looks at the helplines, the contact and the pictures of the brand.
pub(super) fn check(site: &Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    let settings = &site.settings;
    let reference = Reference {
        code: "site/helplines",
        source: &settings.source,
        what: "service",
        listed_in: "`content/services/`",
    };
    for id in &settings.helplines {
        if lookup.unpublished.contains(&id.as_str()) {
            let message = format!("the helpline `{}` is not published today, so it is left out", id.value);
            let problem = Diagnostic::warning("site/helplines", settings.source.clone(), message).at(id.span);
            problems.push(problem.help("take it out of the list, or publish its file"));
            continue;
        }
        let Some(number) = lookup.find(&lookup.services, id, &reference, problems) else { continue };
        let service = &site.services[number].service;
        let told = if service.state != ServiceState::Open {
            ("is closed, so nobody is sent to it", "put a line that answers in its place, or take it out of the list")
        } else if service.behaviour_change {
            (
                "is for people who harm others, so it is left out of the helplines for people who are harmed",
                "take it out of the list; it has a heading of its own among the services",
            )
        } else {
            continue;
        };
        let message = format!("the helpline `{}` {}", id.value, told.0);
        problems.push(Diagnostic::warning("site/helplines", settings.source.clone(), message).at(id.span).help(told.1));
    }
    if let Some(organisation) = &settings.contact.organisation {
        near_organisation(lookup, organisation, "site/contact", &settings.source, problems);
    }
    for picture in [&settings.brand.logo, &settings.brand.favicon].into_iter().flatten() {
        problems.extend(missing_file(site, picture, "site/brand", &settings.source));
    }
}

//! What the settings name: helplines, the partner to ask, pictures.

use super::Records;
use super::lookup::{Lookup, Place};
use crate::diagnostic::{Diagnostic, Located};
use crate::kinds::service::record::{Service, ServiceState};
use crate::model::phone::Phone;
use crate::model::slug;
use crate::record::reference::Target;

/// Looks at the helplines, the contact and the pictures of the brand.
pub(super) fn check(site: &Records, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    let settings = &site.settings;
    let place = Place { code: "site/helplines", source: &settings.source };
    for id in &settings.helplines {
        if lookup.unpublished.contains(&id.as_str()) {
            let message = format!("the helpline `{}` is not published today, so it is left out", id.value);
            let problem = Diagnostic::warning("site/helplines", settings.source.clone(), message).at(id.span);
            problems.push(problem.help("take it out of the list, or publish its file"));
            continue;
        }
        if !lookup.services.contains_key(id.as_str()) && (Phone::read(id).is_ok() || !slug::is_id(id)) {
            problems.push(no_name(site, id));
            continue;
        }
        let Some(number) = lookup.find(id, Target::Service, &place, problems) else { continue };
        let service = &site.services[number].service;
        let told = if service.state != ServiceState::Open {
            ("is closed, so it is left out", "put a line that answers in its place, or take it out of the list")
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
    lookup.check(&settings.contact, "site", &settings.source, problems);
    lookup.check(&settings.brand, "site", &settings.source, problems);
}

/// A telephone number or a title where the name of a service's file belongs.
fn no_name(site: &Records, written: &Located<String>) -> Diagnostic {
    let number = Phone::read(written).ok();
    let is_meant = |service: &Service| match &number {
        Some(number) => service.all_phones().any(|phone| phone.number.value.figures() == number.figures()),
        None => service.title.value.trim().to_lowercase() == written.value.to_lowercase(),
    };
    let meant = site.services.iter().map(|listing| &listing.service).find(|service| is_meant(service));
    let help = match meant {
        Some(service) if number.is_some() => {
            format!("write `{}`: the service `{}` has this number", service.id, service.title.value)
        }
        Some(service) => format!("write `{}`", service.id),
        None if number.is_some() => {
            "add a file for the service to `content/services/`, and write its name here without `.md`".to_owned()
        }
        None => {
            let name = slug::slugify(written.trim_end_matches(".md"));
            let name = if name.is_empty() { "national-helpline" } else { &name };
            format!("write the file's name without `.md`, such as `{name}`")
        }
    };
    let is = if number.is_some() { "a telephone number" } else { "not such a name" };
    let message = format!("a helpline is the name of a service's file, and `{}` is {is}", written.value);
    Diagnostic::error("site/helplines", site.settings.source.clone(), message).at(written.span).help(help)
}

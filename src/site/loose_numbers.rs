//! Telephone numbers that stand in a text and in no record: when one changes, nobody finds them all.

use std::collections::BTreeSet;

use super::Site;
use super::route::Route;
use super::texts::Text;
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::model::phone::{Phone, mentions};
use crate::record::vocabulary::Vocabulary;

/// A hint for each number in a text that is no number of a record, with the number as it is written. It is for the
/// author to judge: the number may be another country's, or that of someone who is in no list.
#[must_use]
pub(crate) fn hints(site: &Site) -> Vec<(Diagnostic, String)> {
    let known = known(site);
    let mut told: BTreeSet<(SourcePath, String)> = BTreeSet::new();
    let mut hints = Vec::new();
    for (source, words) in texts(site) {
        for (written, phone) in mentions(words) {
            if !known.contains(phone.figures()) && told.insert((source.clone(), phone.figures().to_owned())) {
                let message = format!("`{written}` is not the number of any service, course or contact here");
                let help = "add it to the service's file and link to that, so that there is one place to change; or check that it is still right";
                hints.push((Diagnostic::hint("text/phone", source.clone(), message).help(help), written));
            }
        }
    }
    hints
}

/// The figures of every number that some record has.
fn known(site: &Site) -> BTreeSet<String> {
    let services = site.services.iter().flat_map(|listing| {
        let voices = listing.service.all_phones().map(|phone| &phone.number.value);
        voices.chain(listing.service.text_number.iter().map(|number| &number.value))
    });
    let courses = site.courses.iter().filter_map(|calendar| calendar.course.booking.phone.as_deref());
    let contact = site.settings.contact.phone.iter().map(|phone| &phone.value);
    let emergency = site.settings.emergency.iter().map(|own| &own.call);
    let all = services.chain(courses).chain(contact).chain(emergency).map(|phone: &Phone| phone.figures().to_owned());
    let members = site.networks.iter().flat_map(|network| &network.members);
    let members = members.filter_map(|member| member.contact.as_deref()).flat_map(mentions);
    all.chain(members.map(|(_, phone)| phone.figures().to_owned())).collect()
}

/// The words that stand in lists and beside the texts of pages.
fn beside(site: &Site) -> impl Iterator<Item = (SourcePath, &str)> {
    let updates = site.updates.iter().map(|update| (update.source.clone(), update.title.value.as_str()));
    let members = site.networks.iter().flat_map(|network| {
        network.members.iter().filter_map(|member| Some((network.source.clone(), member.note.as_deref()?)))
    });
    let courses = site.courses.iter().flat_map(|calendar| {
        let course = &calendar.course;
        let notes = course.sessions.iter().filter_map(|session| session.note.as_deref());
        [course.cost.as_deref(), course.booking.note.as_deref()]
            .into_iter()
            .flatten()
            .chain(notes)
            .map(|words| (course.source.clone(), words))
    });
    let Vocabulary { areas, audiences, needs, levels, .. } = &*site.vocabulary;
    let terms = [areas, audiences, needs, levels].into_iter().flatten();
    let terms = terms.filter_map(|term| Some(("content/vocabulary.yaml".into(), term.description.as_deref()?)));
    let partners = site.organisations.iter();
    let partners =
        partners.filter_map(|partner| Some(("content/organisations.yaml".into(), partner.description.as_deref()?)));
    let figures = site.indicators.iter();
    let figures = figures.filter_map(|one| Some((one.source.clone(), one.description.as_ref()?.text.as_str())));
    let groups = site.governance.iter();
    let groups = groups.filter_map(|group| Some((site.governance.source.clone(), group.remit.as_ref()?.text.as_str())));
    updates.chain(figures).chain(groups).chain(members).chain(courses).chain(terms).chain(partners)
}

/// Every text, with its file: those of pages, and what the settings say on all of them.
fn texts(site: &Site) -> impl Iterator<Item = (SourcePath, &str)> {
    let routes: Vec<Route> = site.routes.iter().map(|(_, route)| route).collect();
    let pages = routes.into_iter().filter_map(|route| Some((site.source_of(route)?, site.texts(route))));
    let pages =
        pages.flat_map(|(source, texts)| texts.into_iter().map(move |text: Text<'_>| (source.clone(), text.words())));
    let settings = &site.settings;
    let emergency = settings.emergency.iter().map(|own| own.text.text.as_str());
    let statement =
        settings.accessibility.iter().flat_map(|one| [&one.enforcement, &one.improvements, &one.out_of_scope]);
    let statement = statement.flatten().map(|prose| prose.text.as_str());
    let own = emergency.chain(statement).chain([settings.description.as_str()]);
    pages.chain(own.map(|words| (settings.source.clone(), words))).chain(beside(site))
}

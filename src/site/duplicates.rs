//! Records that are there twice: two services with one title and one organisation, or two courses of one provider.

use std::collections::BTreeMap;

use super::Site;
use crate::diagnostic::{Diagnostic, Located, SourcePath};

/// A record as people tell it from others.
struct Twin<'s> {
    title: &'s Located<String>,
    organisation: &'s str,
    source: &'s SourcePath,
}

/// Tells of each record that has the title and the organisation of another.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let services = site.services.iter().map(|listing| &listing.service).map(|service| Twin {
        title: &service.title,
        organisation: site.organisation_name(&service.organisation),
        source: &service.source,
    });
    // Of a course that nobody is said to give, two may be meant.
    let courses = site.courses.iter().filter_map(|calendar| {
        let course = &calendar.course;
        let organisation = site.organisation_name(course.provider.as_ref()?);
        Some(Twin { title: &course.title, organisation, source: &course.source })
    });
    check_all("service/twice", services, problems);
    check_all("training/twice", courses, problems);
}

fn check_all<'s>(code: &str, all: impl Iterator<Item = Twin<'s>>, problems: &mut Vec<Diagnostic>) {
    let mut all: Vec<Twin<'s>> = all.collect();
    all.sort_by_key(|one| one.source);
    let mut first: BTreeMap<(String, String), &SourcePath> = BTreeMap::new();
    for one in all {
        let key = (one.title.trim().to_lowercase(), one.organisation.trim().to_lowercase());
        let Some(known) = first.get(&key) else {
            first.insert(key, one.source);
            continue;
        };
        let message = format!("`{}` has the title and the organisation of `{known}`", one.source);
        let help = "keep the one that is right and delete the other, or give them titles that tell them apart";
        problems.push(Diagnostic::warning(code, one.source.clone(), message).at(one.title.span).help(help));
    }
}

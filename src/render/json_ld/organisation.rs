//! Whoever offers something.

use serde::Serialize;

use crate::record::organisation::OrganisationKind;
use crate::site::Site;

#[derive(Serialize)]
pub(super) struct Organization<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

impl<'s> Organization<'s> {
    /// A partner by its id, or one in no list by its name.
    pub(super) fn of(site: &'s Site, text: &'s str) -> Self {
        let partner = site.organisation(text);
        Self {
            kind: kind_of(partner.map(|one| one.kind)),
            name: site.organisation_name(text),
            url: partner.and_then(|one| one.website.as_ref()).map(|address| address.to_string()),
        }
    }
}

fn kind_of(kind: Option<OrganisationKind>) -> &'static str {
    match kind {
        Some(OrganisationKind::Statutory | OrganisationKind::Police) => "GovernmentOrganization",
        Some(OrganisationKind::Voluntary) => "NGO",
        Some(OrganisationKind::Education) => "EducationalOrganization",
        Some(OrganisationKind::Health) => "MedicalOrganization",
        Some(OrganisationKind::Business | OrganisationKind::Other) | None => "Organization",
    }
}

//! A partner.

use super::web_address::WebAddress;
use crate::diagnostic::Located;

/// A partner, as `content/organisations.yaml` has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Organisation {
    /// Its id.
    pub id: Located<String>,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short: Option<String>,
    /// Its own site.
    pub website: Option<Located<WebAddress>>,
    /// What it is.
    pub description: Option<String>,
    /// What sort of body it is.
    pub kind: OrganisationKind,
}

/// What sort of body a partner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum OrganisationKind {
    /// A public body that is none of the others.
    Statutory,
    /// A charity or community group.
    Voluntary,
    /// A part of the health service.
    Health,
    /// The police.
    Police,
    /// A school, college or university.
    Education,
    /// A company.
    Business,
    /// Anything else.
    #[default]
    Other,
}

impl OrganisationKind {
    /// Every kind with its word in the content.
    pub(crate) const WORDS: [(&'static str, Self); 7] = [
        ("statutory", Self::Statutory),
        ("voluntary", Self::Voluntary),
        ("health", Self::Health),
        ("police", Self::Police),
        ("education", Self::Education),
        ("business", Self::Business),
        ("other", Self::Other),
    ];
}

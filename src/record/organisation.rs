//! A partner.

use super::reference::Id;
use crate::diagnostic::Located;
use crate::model::web_address::WebAddress;
use crate::record::field::Rule;

record! {
    /// A partner: one item of the list in `content/organisations.yaml`.
    pub(crate) struct Organisation: "a partner" => {
        /// The id by which other files refer to this partner. It never changes, even if the name does.
        id: Id, example = "marlsea-council";
        /// The partner's full name, as readers know it.
        name: String, example = "Marlsea Council";
        /// A short form of the name, for places with little room.
        short: Option<String>, example = "The council", label = "Short name";
        /// The partner's own website.
        website: Option<Located<WebAddress>>, example = "https://council.example.org/", rule = Rule::Secure;
        /// What the partner does, in a sentence.
        description: Option<String>, example = "Runs housing, social care and public health in Marlsea.";
        /// What sort of body it is.
        kind: OrganisationKind, default = "other", example = "statutory", label = "Kind of body";
    }
}

choice! {
    /// What sort of body a partner is.
    pub(crate) enum OrganisationKind => {
        /// A public body that is none of the others.
        Statutory = "statutory";
        /// A charity or community group.
        Voluntary = "voluntary";
        /// A part of the health service.
        Health = "health";
        /// The police.
        Police = "police";
        /// A school, college or university.
        Education = "education";
        /// A company.
        Business = "business";
        /// Anything else.
        Other = "other";
    }
}

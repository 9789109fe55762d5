//! Who is responsible for something.

use super::fields::Fields;
use super::reference::{Partner, Ref};
use crate::diagnostic::Located;
use crate::model::vacancy::is_nobody;

record! {
    /// Who is responsible. One text alone is a partner's id, or any other name.
    #[derive(Default)]
    pub(crate) struct Lead: "a lead", alone: Ref<Partner> = Lead::named, check: keep_what_may_be_published => {
        /// A partner's id, or the name of a body.
        organisation: Option<Ref<Partner>>, example = "marlsea-council", code = "leads";
        /// The post.
        role: Option<Located<String>>, example = "Head of Housing";
        /// A person's name. It is published only if the plan says `publish_names: true`.
        person: Option<String>, example = "A. Name";
        /// The part of the work that this lead is for.
        responsible_for: Option<String>, key = "for", example = "training", label = "Responsible for";
        /// Whether it leads, or supports those who do.
        part: LeadPart, default = "lead", example = "support";
    }
}

choice! {
    /// What part someone has in the work.
    #[derive(Default)]
    pub(crate) enum LeadPart => {
        /// Leads it.
        #[default]
        Lead = "lead";
        /// Supports those who lead.
        Support = "support";
    }
}

impl Lead {
    fn named(organisation: Ref<Partner>) -> Self {
        Self { organisation: Some(organisation), ..Self::default() }
    }

    /// The text that tells who it is: the organisation, else the post, else the person.
    #[must_use]
    pub(crate) fn holder(&self) -> Option<&str> {
        let organisation = self.organisation.as_ref().map(|text| text.value.as_str());
        organisation.or(self.role.as_ref().map(|text| text.value.as_str())).or(self.person.as_deref())
    }

    /// Whether it says that nobody leads yet: "TBC".
    #[must_use]
    pub(crate) fn is_nobody(&self) -> bool {
        self.holder().is_none_or(is_nobody)
    }
}

/// A name that may not be published is not kept, so that nothing later can publish it.
fn keep_what_may_be_published(lead: &mut Lead, fields: &Fields<'_, '_>) {
    if !["organisation", "role", "person", "for"].iter().any(|key| fields.has(key)) {
        fields.require("organisation", "marlsea-council");
    }
    if !fields.context.publish_names {
        lead.person = None;
    }
}

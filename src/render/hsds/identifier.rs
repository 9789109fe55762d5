//! Identifiers that never change: version 5 UUIDs, RFC 9562, made from what a thing is and not from where it stands.
//!
//! A record's is made from an address below the site's own, in the namespace for addresses. What belongs to a service
//! has one made from the service's, its part, and what tells it from others of that part.

use uuid::Uuid;

use crate::site::Site;

/// Makes the identifiers of a site.
pub(super) struct Identifiers {
    /// The site's address with its slash at the end.
    base: String,
}

impl Identifiers {
    pub(super) fn of(site: &Site) -> Self {
        Self { base: site.settings.base_url.join("/") }
    }

    pub(super) fn service(&self, id: &str) -> Uuid {
        self.record("services", id)
    }

    /// A partner's, by its id.
    pub(super) fn organisation(&self, id: &str) -> Uuid {
        self.record("organisations", id)
    }

    /// That of one who is no partner, by its name.
    pub(super) fn organisation_named(&self, name: &str) -> Uuid {
        self.record("organisations-by-name", name)
    }

    pub(super) fn taxonomy(&self, list: &str) -> Uuid {
        self.record("taxonomies", list)
    }

    pub(super) fn term(&self, list: &str, id: &str) -> Uuid {
        part_of(self.taxonomy(list), "terms", id)
    }

    fn record(&self, kind: &str, id: &str) -> Uuid {
        Uuid::new_v5(&Uuid::NAMESPACE_URL, [&self.base, kind, "/", id].concat().as_bytes())
    }
}

/// The identifier of a part of something: `part_of(service, "phones", "+441632960010")`.
pub(super) fn part_of(owner: Uuid, part: &str, key: &str) -> Uuid {
    Uuid::new_v5(&owner, [part, "/", key].concat().as_bytes())
}

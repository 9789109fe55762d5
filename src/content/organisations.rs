//! `organisations.yaml`.

use super::document::plain;
use super::fields::Fields;
use super::node::Node;
use super::repeats;
use super::service::web;
use super::vocabulary::{items, unique};
use crate::diagnostic::Report;
use crate::model::organisation::{Organisation, OrganisationKind};

/// Reads the partners.
pub(super) fn read(node: &Node<'_>, report: &Report) -> Option<Vec<Organisation>> {
    let organisations: Vec<Organisation> =
        items(node, report)?.iter().filter_map(|node| organisation(node, report)).collect();
    unique(organisations.iter().map(|organisation| &organisation.id), report);
    repeats::warn_of_names(organisations.iter().map(|one| (&one.id, one.name.as_str())), report);
    Some(organisations)
}

fn organisation(node: &Node<'_>, report: &Report) -> Option<Organisation> {
    let mut fields = Fields::open(node, "a partner", report)?;
    let id = fields.id("id");
    let id = fields.required("id", id, "marlsea-council");
    let name = fields.required_text("name", "Marlsea Council");
    let short = plain(fields.text("short"));
    let website = web(&mut fields, "website");
    let description = plain(fields.text("description"));
    let kind = plain(fields.choice("kind", &OrganisationKind::WORDS)).unwrap_or_default();
    fields.finish();
    Some(Organisation { id: id?, name: name?.value, short, website, description, kind })
}

//! `networks/*.yaml`.

use super::document::plain;
use super::fields::Fields;
use super::node::{Node, Value};
use crate::diagnostic::Report;
use crate::model::network::{Member, Network};

/// Reads a network.
pub(super) fn read(mut fields: Fields<'_, '_>) -> Option<Network> {
    let title = fields.required_text("title", "Champions");
    let description = fields.prose("description");
    let kind = plain(fields.text("kind"));
    let members = fields.list("entries", member);
    if !fields.has("entries") {
        fields.require("entries", "a list, each with a `name`");
    }
    if matches!(fields.node("entries"), Some(Node { value: Value::List(items), .. }) if items.is_empty()) {
        let help = "add the first entry, with its `name`; until there is one, keep the file out of `content/`";
        fields.report.warning("entries", fields.key_span("entries"), "this network has no entries", help);
    }
    fields.finish();
    Some(Network { title: title?, description, kind, members })
}

fn member(item: &Node<'_>, report: &Report) -> Option<Member> {
    let mut fields = Fields::open(item, "an entry", report)?;
    let name = fields.required_text("name", "Marlsea Library");
    let organisation = fields.text("organisation");
    let area = fields.id("area");
    let role = plain(fields.text("role"));
    let contact = plain(fields.text("contact"));
    let note = plain(fields.text("note"));
    fields.finish();
    Some(Member { name: name?.value, organisation, area, role, contact, note })
}

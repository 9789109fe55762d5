//! `governance.yaml`.

use super::document::{documents, plain};
use super::fields::Fields;
use super::node::Node;
use super::vocabulary::{items, unique};
use crate::diagnostic::Report;
use crate::model::governance::{Group, GroupKind};

/// Reads the boards and groups.
pub(super) fn read(node: &Node<'_>, report: &Report) -> Option<Vec<Group>> {
    let groups: Vec<Group> = items(node, report)?.iter().filter_map(|node| group(node, report)).collect();
    unique(groups.iter().map(|group| &group.id), report);
    Some(groups)
}

fn group(node: &Node<'_>, report: &Report) -> Option<Group> {
    let mut fields = Fields::open(node, "a group", report)?;
    let id = fields.id("id");
    let id = fields.required("id", id, "partnership-board");
    let title = fields.required_text("title", "Partnership Board");
    let kind = plain(fields.choice("kind", &GroupKind::WORDS)).unwrap_or(GroupKind::Group);
    let remit = fields.prose("remit");
    let chair = plain(fields.text("chair"));
    let members = fields.texts("members");
    let reports_to = fields.id("reports_to");
    let meets = plain(fields.text("meets"));
    let documents = documents(&mut fields);
    fields.finish();
    Some(Group { id: id?, title: title?.value, kind, remit, chair, members, reports_to, meets, documents })
}

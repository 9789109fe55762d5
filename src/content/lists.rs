//! Files that are one list: partners, terms, boards and groups, old addresses.

use crate::diagnostic::{Located, Report};
use crate::model::web_address::decoded;
use crate::record::fields::{self, Fields};
use crate::record::glossary::{GlossaryTerm, check_terms};
use crate::record::governance::Group;
use crate::record::node::{Node, PRIVATE, Value};
use crate::record::organisation::Organisation;
use crate::record::redirect::Redirect;
use crate::record::repeats;
use crate::record::value::Record;

/// The records of a file that is one list.
fn items<R: Record>(node: &Node<'_>, report: &Report) -> Option<Vec<R>> {
    let items = match &node.value {
        Value::List(items) => &**items,
        Value::Map(entries) if entries.is_empty() => &[],
        _ => {
            let message = format!("the file should be a list, and this is {}", node.describe());
            report.error("form", node.span, message, "begin each item with `- ` at the start of its line");
            return None;
        }
    };
    let read = |node| {
        let mut fields = Fields::open(node, R::WHAT, report)?;
        let record = R::read_fields(&mut fields);
        fields.finish();
        record
    };
    Some(items.iter().filter_map(read).collect())
}

/// The partners.
pub(super) fn organisations(node: &Node<'_>, report: &Report) -> Option<Vec<Organisation>> {
    let all: Vec<Organisation> = items(node, report)?;
    repeats::refuse_ids(all.iter().map(|one| &*one.id), report);
    repeats::warn_of_names(all.iter().map(|one| (&*one.id, one.name.as_str())), report);
    Some(all)
}

/// The boards and groups.
pub(super) fn governance(node: &Node<'_>, report: &Report) -> Option<Vec<Group>> {
    let all: Vec<Group> = items(node, report)?;
    repeats::refuse_ids(all.iter().map(|one| &*one.id), report);
    Some(all)
}

/// The terms.
pub(super) fn glossary(node: &Node<'_>, report: &Report) -> Option<Vec<GlossaryTerm>> {
    let all = items(node, report)?;
    check_terms(&all, report);
    Some(all)
}

/// The old addresses: a map of old path and new path.
pub(super) fn redirects(node: &Node<'_>, report: &Report) -> Option<Vec<Redirect>> {
    let Value::Map(entries) = &node.value else {
        let message = format!("the file should hold lines `old: new`, and this is {}", node.describe());
        report.error("form", node.span, message, "write `/old/path/: /new/path/`, a line for each");
        return None;
    };
    let read = entries.iter().filter(|(key, _)| key.name != PRIVATE).filter_map(|(key, node)| {
        let to = fields::text(node, "redirects", report)?;
        if !key.name.starts_with('/') {
            let help = format!("write the old address as readers had it: `/{}`", address_of_file(&key.name));
            report.error("from", key.span, format!("the old path `{}` does not begin with `/`", key.name), help);
        }
        if let Some(at) = key.name.find(['?', '#']) {
            let message = format!("the old path `{}` has a part after `?` or `#`, which web hosts ignore", key.name);
            report.error("from", key.span, message, format!("write `{}`", &key.name[..at]));
        }
        Some(Redirect { from: Located::new(decoded(&key.name).into_owned(), key.span), to })
    });
    Some(read.collect())
}

/// The address that a page's file has: `about.md` is at `about/`.
fn address_of_file(name: &str) -> String {
    let name = name.trim_start_matches("content/").trim_start_matches("pages/");
    name.strip_suffix(".md").map_or_else(|| name.to_owned(), |page| format!("{page}/"))
}

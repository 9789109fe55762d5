//! The cells of an action that were edited, into changes of its fields.

use super::cell::{self, Item, Step};
use super::column::quoted;
use super::rows::EditedRow;
use super::{Merge, Place, field, items};
use crate::import::action::markdown;
use crate::import::lead::LeadText;
use crate::import::percent::percent;
use crate::import::prose;
use crate::model::status::Status;
use crate::record::node::{Node, Value as NodeValue};
use crate::yaml::{Map, Value};

/// Columns that an export works out, so that an edit of them says nothing.
const WORKED_OUT: [&str; 7] = ["from", "by", "ongoing", "rating", "overdue", "address", "related"];

/// A list whose items have facts: its column, its field, and each fact with the field of the item that it stands for.
pub(super) struct Listed {
    pub(super) key: &'static str,
    pub(super) facts: &'static [(&'static str, &'static str)],
    is_markdown: bool,
}

pub(super) const LISTS: [Listed; 6] = [
    Listed { key: "why", facts: &[], is_markdown: true },
    Listed {
        key: "how",
        facts: &[("Leads", "leads"), ("Target", "target"), ("By", "timescale"), ("Done", "done")],
        is_markdown: true,
    },
    Listed { key: "leads", facts: &[], is_markdown: false },
    Listed { key: "milestones", facts: &[("By", "timescale"), ("Done", "done")], is_markdown: false },
    Listed { key: "themes", facts: &[], is_markdown: false },
    Listed { key: "measures", facts: &[("Baseline", "baseline"), ("Target", "target")], is_markdown: false },
];

impl Merge<'_> {
    /// What an action is called in the report.
    pub(super) fn name(&self, action: usize) -> String {
        let parts = [self.now(action, "ref"), self.now(action, "title")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn told(&mut self, action: usize, key: &str, before: &str, after: &str) {
        let name = self.name(action);
        self.changes.push(format!("`{name}`: `{key}`: {} is now {}", quoted(before), quoted(after)));
    }

    /// Carries the edits of an action over.
    pub(super) fn action(&mut self, action: usize, place: &Place<'_>, row: EditedRow<'_>) {
        for key in ["ref", "title", "aim", "timescale", "success", "rating_reason", "progress"] {
            let Some(cell) = self.edited(action, key, place, row) else { continue };
            if key == "title" && cell.is_empty() {
                self.left.push(format!("`{}` has no title in the table; it keeps the one it has", self.name(action)));
                continue;
            }
            self.told(action, key, &self.now(action, key), &cell);
            if cell.is_empty() {
                self.patch.remove(place.node, key);
            } else {
                let is_markdown = matches!(key, "aim" | "success");
                let value = if is_markdown { markdown(&cell) } else { cell.replace('\n', " ") };
                let value = if key == "progress" { share(&value) } else { Value::text(value) };
                self.patch.set(place.node, key, &value);
            }
        }
        for listed in &LISTS {
            if let Some(cell) = self.edited(action, listed.key, place, row) {
                self.told(action, listed.key, &self.now(action, listed.key), &cell);
                self.list(action, place.node, listed, &cell);
            }
        }
        if self.is_edited(action, "details", row) {
            let (name, cell) = (self.name(action), quoted(&row.cell(self.current, "details").unwrap_or_default()));
            self.left.push(format!("`{name}`: {cell} in `details` is not carried over: change it in the plan's file"));
        }
        self.standing(action, place, row);
        for key in WORKED_OUT {
            if self.is_edited(action, key, row) {
                let (name, cell) = (self.name(action), quoted(&row.cell(self.current, key).unwrap_or_default()));
                self.left.push(format!("`{name}`: `{key}` is worked out, so {cell} is not carried over"));
            }
        }
    }

    /// Changes the items of a list that were edited, and no others.
    fn list(&mut self, action: usize, node: &Node<'_>, listed: &Listed, cell: &str) {
        let names: Vec<&str> = listed.facts.iter().map(|(name, _)| *name).collect();
        let (before, after) = (cell::items(&self.now(action, listed.key), &names), cell::items(cell, &names));
        let list = field(node, listed.key);
        let nodes = items(list);
        if after.is_empty() {
            self.patch.remove(node, listed.key);
            return;
        }
        if nodes.len() != before.len() || nodes.is_empty() {
            let is_text = listed.is_markdown && matches!(list.map(|list| &list.value), Some(NodeValue::Scalar { .. }));
            let value = if is_text && !cell.contains(": ") || listed.key == "how" && after.len() == 1 && list.is_none()
            {
                Value::text(markdown(cell))
            } else {
                Value::List(after.iter().map(|item| self.item(listed, item)).collect())
            };
            self.patch.set(node, listed.key, &value);
            return;
        }
        let list = list.expect("it has items");
        let mut at = &nodes[0];
        for step in cell::steps(&before, &after) {
            match step {
                Step::Kept(i, j) => {
                    at = &nodes[i];
                    if before[i] != after[j] {
                        self.change_item(list, &nodes[i], listed, (&before[i], &after[j]));
                    }
                }
                Step::Gone(i) => self.patch.remove_item(list, &nodes[i]),
                Step::New(j) => {
                    let value = self.item(listed, &after[j]);
                    self.patch.add_item(list, at, &value);
                }
            }
        }
    }

    /// Changes the parts of an item that were edited.
    fn change_item(&mut self, list: &Node<'_>, node: &Node<'_>, listed: &Listed, (before, after): (&Item, &Item)) {
        let is_map = matches!(node.value, NodeValue::Map(_));
        if !is_map || listed.key == "leads" {
            let value = self.item(listed, after);
            if is_map && field(node, "person").is_some() {
                self.left.push(format!(
                    "a lead that names a person was replaced by `{}`; look at its `person`",
                    after.title
                ));
            }
            self.patch.set_item(list, node, &value);
            return;
        }
        if before.title != after.title {
            let title = if listed.is_markdown { prose::escaped(&after.title) } else { after.title.clone() };
            self.patch.set(node, "title", &Value::text(title));
        }
        for (name, key) in listed.facts.iter().filter(|(name, _)| before.fact(name) != after.fact(name)) {
            let words = after.fact(name);
            if words.is_empty() {
                self.patch.remove(node, key);
            } else {
                let value = self.fact(key, words);
                self.patch.set(node, key, &value);
            }
        }
    }

    fn fact(&self, key: &str, words: &str) -> Value {
        if key == "leads" {
            return Value::List(words.split("; ").map(|lead| self.lead(lead)).collect());
        }
        Value::text(words)
    }

    /// An item as the content model has it.
    pub(super) fn item(&self, listed: &Listed, item: &Item) -> Value {
        if listed.key == "leads" {
            return self.lead(&item.title);
        }
        let title = if listed.is_markdown { prose::escaped(&item.title) } else { item.title.clone() };
        if item.facts.is_empty() {
            return Value::text(title);
        }
        let mut map = Map::default();
        map.add_text("title", &title);
        for (name, key) in listed.facts {
            let words = item.fact(name);
            if !words.is_empty() {
                map.add(key, self.fact(key, words));
            }
        }
        Value::Map(map)
    }

    /// A lead from the words of an export: `Digital lead, Marlsea Council (supports, for testing)`.
    fn lead(&self, words: &str) -> Value {
        let in_brackets = words.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
        let part = |words: &'_ str| -> Option<(bool, String)> {
            let (supports, purpose) = match words.strip_prefix("supports") {
                Some(rest) => (true, rest.trim_start_matches(", ")),
                None => (false, words),
            };
            let purpose = if purpose.is_empty() { "" } else { purpose.strip_prefix("for ")? };
            Some((supports, purpose.to_owned()))
        };
        let (who, (supports, purpose)) =
            in_brackets.and_then(|(who, words)| Some((who, part(words)?))).unwrap_or((words, (false, String::new())));
        let id = |name: &str| {
            let known = self.current.organisations.iter().find(|(id, known)| known == name || id == name);
            known.map(|(id, _)| id.clone())
        };
        let split = who.rsplit_once(", ").and_then(|(role, name)| Some((role, id(name)?)));
        let lead = match (id(who), split) {
            (Some(organisation), _) => LeadText { organisation, ..LeadText::default() },
            (None, Some((role, organisation))) => {
                LeadText { organisation, role: role.to_owned(), ..LeadText::default() }
            }
            (None, None) => self.people.read(who),
        };
        LeadText { purpose, supports, ..lead }.value()
    }
}

/// How much is done, `40%`, as the content model has it; words that say it otherwise stay, for `check` to tell of.
pub(super) fn share(cell: &str) -> Value {
    percent(cell, false).map_or_else(|| Value::text(cell), |percent| Value::Plain(percent.to_string()))
}

/// The id of a status from its words.
pub(super) fn status_id(words: &str) -> Option<&'static str> {
    let known = |status: &Status| status.words().eq_ignore_ascii_case(words.trim()) || status.id() == words.trim();
    Status::ALL.into_iter().find(known).map(Status::id)
}

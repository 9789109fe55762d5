//! Changes to a YAML text at the places of its values.

use std::cmp::Reverse;
use std::ops::Range;

use super::{Map, Value};
use crate::record::node::{Key, Node, Value as NodeValue};
use crate::yaml;

/// The fields of an action, a step and an update in the order in which they are written.
const ORDER: [&str; 27] = [
    "date",
    "id",
    "ref",
    "title",
    "leads",
    "lead",
    "target",
    "why",
    "aim",
    "how",
    "timescale",
    "done",
    "milestones",
    "measures",
    "success",
    "baseline",
    "status",
    "text",
    "by",
    "rating",
    "rating_reason",
    "updates",
    "related",
    "themes",
    "progress",
    "details",
    "private",
];

/// Changes that wait to be made.
#[derive(Debug)]
pub(crate) struct Patch<'y> {
    yaml: &'y str,
    edits: Vec<Edit>,
    /// Where the fields begin that were taken out.
    removed: Vec<u32>,
}

/// A change of some bytes of the text.
#[derive(Debug)]
struct Edit {
    range: Range<usize>,
    /// How far in what is added stands. Of what comes at one place, the innermost is first: an item ends the list before
    /// the next field begins.
    indent: usize,
    text: String,
}

impl<'y> Patch<'y> {
    pub(crate) fn of(yaml: &'y str) -> Self {
        Self { yaml, edits: Vec::new(), removed: Vec::new() }
    }

    /// The text with every change made.
    pub(crate) fn apply(mut self) -> String {
        self.edits.sort_by_key(|edit| (edit.range.start, Reverse(edit.indent)));
        let mut out = String::with_capacity(self.yaml.len());
        let mut done = 0;
        for Edit { range, text, .. } in self.edits {
            // What stood inside something that was taken out went with it.
            if range.start < done {
                continue;
            }
            out.push_str(&self.yaml[done..range.start]);
            out.push_str(&text);
            done = range.end;
        }
        out.push_str(&self.yaml[done..]);
        out
    }

    fn edit(&mut self, range: Range<usize>, text: String) {
        self.edits.push(Edit { range, indent: 0, text });
    }

    /// Sets a field, where it stands or in its place among the others.
    pub(crate) fn set(&mut self, map: &Node<'_>, name: &str, value: &Value) {
        let NodeValue::Map(entries) = &map.value else { return };
        let in_flow = self.is_flow(map);
        if let Some((key, node)) = entries.iter().find(|(key, _)| key.name == name) {
            let after_key = key.span.end as usize;
            let colon = after_key + self.yaml[after_key..].find(':').map_or(0, |at| at + 1);
            let indent = self.column(key.span.start as usize);
            let end = self.end(node).max(colon);
            let text = if in_flow { format!(" {}", yaml::in_flow(value)) } else { rendered(name, value, indent) };
            self.edit(colon..end, text);
            return;
        }
        let place = |name: &str| ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
        let stays = |(key, _): &&(Key<'_>, Node<'_>)| !self.removed.contains(&key.span.start);
        let is_before = |(key, _): &&(Key<'_>, Node<'_>)| place(&key.name) < place(name);
        let before = entries.iter().filter(stays).rfind(is_before).or(entries.iter().rfind(stays));
        let Some((key, node)) = before else { return };
        if in_flow {
            let at = self.end(node);
            self.edit(at..at, format!(", {name}: {}", yaml::in_flow(value)));
            return;
        }
        let indent = self.column(key.span.start as usize);
        let at = self.line_end(self.end(node));
        let text = format!("\n{}{name}:{}", " ".repeat(indent), rendered(name, value, indent));
        self.edits.push(Edit { range: at..at, indent, text });
    }

    /// Takes a field out.
    pub(crate) fn remove(&mut self, map: &Node<'_>, name: &str) {
        let NodeValue::Map(entries) = &map.value else { return };
        let Some(at) = entries.iter().position(|(key, _)| key.name == name) else { return };
        let (key, node) = &entries[at];
        self.removed.push(key.span.start);
        let (start, end) = (key.span.start as usize, self.end(node).max(key.span.end as usize + 1));
        if self.is_flow(map) {
            let range = match (entries.get(at + 1), at.checked_sub(1)) {
                (Some((next, _)), _) => start..next.span.start as usize,
                (None, Some(before)) => self.end(&entries[before].1)..end,
                (None, None) => start..end,
            };
            self.edit(range, String::new());
            return;
        }
        let line = self.yaml[..start].rfind('\n').map_or(0, |at| at + 1);
        let rest = self.line_end(end);
        let range = if self.yaml[line..start].trim().is_empty() {
            line..(rest + 1).min(self.yaml.len())
        } else {
            // The first field of a list's item shares its line with the dash.
            let next = self.yaml[rest..].find(|letter: char| !letter.is_whitespace()).map_or(rest, |at| rest + at);
            start..next
        };
        self.edit(range, String::new());
    }

    /// Puts another item into a list's place.
    pub(crate) fn set_item(&mut self, list: &Node<'_>, item: &Node<'_>, value: &Value) {
        let range = self.start(item)..self.end(item);
        let text = if self.is_flow(list) {
            yaml::in_flow(value)
        } else {
            let dash = self.dash(item);
            rendered_item(value, dash)
        };
        self.edit(range, text);
    }

    /// Adds an item to a list, after another one.
    pub(crate) fn add_item(&mut self, list: &Node<'_>, after: &Node<'_>, value: &Value) {
        if self.is_flow(list) {
            let at = self.end(after);
            self.edit(at..at, format!(", {}", yaml::in_flow(value)));
            return;
        }
        let dash = self.dash(after);
        let at = self.line_end(self.end(after));
        let text = format!("\n{}- {}", " ".repeat(dash), rendered_item(value, dash));
        // A list may stand as far in as the field that it is the value of.
        self.edits.push(Edit { range: at..at, indent: dash + 1, text });
    }

    /// Takes an item out of a list.
    pub(crate) fn remove_item(&mut self, list: &Node<'_>, item: &Node<'_>) {
        let (start, end) = (self.start(item), self.end(item));
        if self.is_flow(list) {
            let rest = &self.yaml[end..];
            let comma = rest.find(|letter: char| !letter.is_whitespace()).filter(|at| rest[*at..].starts_with(','));
            let range = match comma {
                Some(at) => {
                    let after = end + at + 1;
                    let blanks = self.yaml[after..].len() - self.yaml[after..].trim_start().len();
                    start..after + blanks
                }
                None => self.yaml[..start].trim_end().trim_end_matches(',').len()..end,
            };
            self.edit(range, String::new());
            return;
        }
        let line = self.yaml[..start].rfind('\n').map_or(0, |at| at + 1);
        self.edit(line..(self.line_end(end) + 1).min(self.yaml.len()), String::new());
    }

    fn is_flow(&self, node: &Node<'_>) -> bool {
        self.yaml[node.span.start as usize..].starts_with(['[', '{'])
    }

    /// Where a value begins, with the mark of a block of text.
    fn start(&self, node: &Node<'_>) -> usize {
        let start = node.span.start as usize;
        let before = self.yaml[..start].trim_end();
        let mark = before.trim_end_matches(|letter: char| "-+123456789".contains(letter));
        let is_block =
            before.len() < start && self.yaml[before.len()..start].contains('\n') && mark.ends_with(['|', '>']);
        if is_block { mark.len() - 1 } else { start }
    }

    /// Where a value ends.
    fn end(&self, node: &Node<'_>) -> usize {
        let last = match &node.value {
            NodeValue::Scalar { .. } => return node.span.end as usize,
            NodeValue::List(items) => items.last().map(|item| self.end(item)),
            NodeValue::Map(entries) => entries.last().map(|(key, node)| self.end(node).max(key.span.end as usize)),
        };
        let last = last.unwrap_or(node.span.start as usize);
        if !self.is_flow(node) {
            return last;
        }
        let from = last.max(node.span.start as usize + 1);
        self.yaml[from..].find([']', '}']).map_or(from, |at| from + at + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        self.yaml[at..].find('\n').map_or(self.yaml.len(), |end| at + end)
    }

    /// How many letters stand before a place on its line.
    fn column(&self, at: usize) -> usize {
        let line = self.yaml[..at].rfind('\n').map_or(0, |line| line + 1);
        self.yaml[line..at].chars().count()
    }

    /// The column of the dash before a list's item.
    fn dash(&self, item: &Node<'_>) -> usize {
        let start = self.start(item);
        let dash = self.yaml[..start].rfind('-').unwrap_or(start);
        self.column(dash)
    }
}

/// What stands after a field's colon.
fn rendered(name: &str, value: &Value, indent: usize) -> String {
    let mut map = Map::default();
    map.add(name, value.clone());
    let text = yaml::write(&map, indent);
    text.trim_end().trim_start().strip_prefix(&format!("{name}:")).unwrap_or_default().to_owned()
}

/// What stands after an item's dash.
fn rendered_item(value: &Value, dash: usize) -> String {
    let text = yaml::write_items(std::slice::from_ref(value), dash);
    text.trim_end().trim_start().strip_prefix("- ").unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;

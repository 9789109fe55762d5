//! YAML as a person would write it: fields in order, long texts folded, quotes only where they are needed, and a
//! comment above what needs a look.

pub(crate) mod patch;
mod scalar;

use std::collections::HashSet;

pub(crate) use scalar::inline;

/// The widest that a line gets, where its words allow it.
pub(crate) const WIDTH: usize = 110;

/// A value that is going to be written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// A text.
    Text(String),
    /// A number, yes or no.
    Plain(String),
    /// A list.
    List(Vec<Value>),
    /// Fields.
    Map(Map),
}

/// Fields in the order in which they are written.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Map {
    pub(crate) entries: Vec<Entry>,
}

/// One field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) value: Value,
    /// What is said above it, a line each.
    pub(crate) comments: Vec<String>,
}

impl Value {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Map {
    /// Adds a field.
    pub(crate) fn add(&mut self, key: &str, value: Value) {
        self.add_with(key, value, Vec::new());
    }

    /// Adds a field with comments above it.
    pub(crate) fn add_with(&mut self, key: &str, value: Value, comments: Vec<String>) {
        self.entries.push(Entry { key: key.to_owned(), value, comments });
    }

    /// Adds a field; where one has this name already, under the name with a number.
    pub(crate) fn add_apart(&mut self, key: &str, value: Value) {
        let taken: HashSet<&str> = self.entries.iter().map(|entry| entry.key.as_str()).collect();
        let mut free = key.to_owned();
        let mut number = 1;
        while taken.contains(free.as_str()) {
            number += 1;
            free = format!("{key} ({number})");
        }
        self.add(&free, value);
    }

    /// Adds a text, unless it is empty.
    pub(crate) fn add_text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.add(key, Value::text(text));
        }
    }

    /// Adds a list, unless it is empty; a single text stands by itself.
    pub(crate) fn add_list(&mut self, key: &str, mut items: Vec<Value>) {
        match items.as_slice() {
            [] => {}
            [Value::Text(_)] => self.add(key, items.remove(0)),
            _ => self.add(key, Value::List(items)),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// The fields as a file, or as a part of one whose lines begin after `indent` spaces.
pub(crate) fn write(map: &Map, indent: usize) -> String {
    let mut out = String::new();
    fields(map, indent, &mut out);
    out
}

/// The items of a list as lines that begin after `indent` spaces.
pub(crate) fn write_items(items: &[Value], indent: usize) -> String {
    let mut out = String::new();
    list(items, indent, &mut out);
    out
}

/// A value on one line, between braces or brackets.
pub(crate) fn in_flow(value: &Value) -> String {
    match value {
        Value::Plain(word) => word.clone(),
        Value::Text(text) => scalar::in_flow(&text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::List(items) => format!("[{}]", items.iter().map(in_flow).collect::<Vec<_>>().join(", ")),
        Value::Map(map) => {
            let fields = map.entries.iter().map(|entry| format!("{}: {}", inline(&entry.key), in_flow(&entry.value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

fn fields(map: &Map, indent: usize, out: &mut String) {
    for entry in &map.entries {
        comments(&entry.comments, indent, out);
        spaces(indent, out);
        field(entry, indent, out);
    }
}

/// A field whose line has been begun.
fn field(entry: &Entry, indent: usize, out: &mut String) {
    out.push_str(&inline(&entry.key));
    out.push(':');
    match &entry.value {
        Value::List(items) if items.is_empty() => out.push_str(" []\n"),
        Value::List(items) => {
            out.push('\n');
            list(items, indent + 2, out);
        }
        Value::Map(map) if is_short(map) => {
            out.push(' ');
            out.push_str(&in_flow(&entry.value));
            out.push('\n');
        }
        Value::Map(map) => {
            out.push('\n');
            fields(map, indent + 2, out);
        }
        Value::Plain(word) => {
            out.push(' ');
            out.push_str(word);
            out.push('\n');
        }
        Value::Text(text) => {
            out.push(' ');
            out.push_str(&scalar::block(text, indent + entry.key.chars().count() + 2, indent + 2));
            out.push('\n');
        }
    }
}

fn list(items: &[Value], indent: usize, out: &mut String) {
    for item in items {
        match item {
            Value::Map(map) if !is_short(map) => {
                let mut rest = map.entries.iter();
                let Some(first) = rest.next() else { continue };
                comments(&first.comments, indent, out);
                spaces(indent, out);
                out.push_str("- ");
                field(first, indent + 2, out);
                for entry in rest {
                    comments(&entry.comments, indent + 2, out);
                    spaces(indent + 2, out);
                    field(entry, indent + 2, out);
                }
                continue;
            }
            _ => {}
        }
        spaces(indent, out);
        out.push_str("- ");
        match item {
            Value::Text(text) => out.push_str(&scalar::block(text, indent + 2, indent + 2)),
            // Short fields stand in braces; the content model has no list of lists.
            Value::Map(_) | Value::List(_) | Value::Plain(_) => out.push_str(&in_flow(item)),
        }
        out.push('\n');
    }
}

/// Whether fields fit into one line in braces, as people write a period: `{from: 2026-04, to: 2029-03}`.
fn is_short(map: &Map) -> bool {
    let plain = |entry: &Entry| {
        entry.comments.is_empty()
            && matches!(&entry.value, Value::Text(text) | Value::Plain(text) if text.len() < 30 && !text.contains('\n'))
    };
    let keys = |entry: &Entry| matches!(entry.key.as_str(), "from" | "to" | "by" | "ongoing" | "note");
    map.entries.iter().all(|entry| plain(entry) && keys(entry))
}

fn comments(lines: &[String], indent: usize, out: &mut String) {
    for line in lines {
        for part in scalar::wrap(&line.replace('\n', " "), WIDTH.saturating_sub(indent + 2)) {
            spaces(indent, out);
            out.push_str("# ");
            out.push_str(&part);
            out.push('\n');
        }
    }
}

fn spaces(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}

#[cfg(test)]
mod tests;

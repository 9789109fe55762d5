//! Reading a record's fields: each asked for by name, so that what nobody asked for is known to be a mistake.

mod quotes;
mod run_together;
mod unknown;

use std::collections::HashSet;
use std::fmt::Display;

use super::field::{Context, Field};
use super::node::{Key, Node, PRIVATE, Value};
use crate::diagnostic::{Located, Report, Span, WordList};
use crate::model::choice::{self, Choice};
use crate::model::{slug, suggestion};
pub(crate) use run_together::is_run_together;

/// The fields of one record, while they are being read.
pub(crate) struct Fields<'n, 'r> {
    entries: &'n [(Key<'n>, Node<'n>)],
    known: Vec<&'static str>,
    /// Where the record is.
    pub(crate) span: Span,
    /// What the reading of its parts depends on.
    pub(crate) context: Context,
    /// Where its problems go.
    pub(crate) report: &'r Report,
}

/// A value to be read.
#[derive(Clone, Copy)]
pub(crate) struct Input<'n, 'r> {
    /// What is written.
    pub(crate) node: &'n Node<'n>,
    /// The field it is written in.
    pub(crate) field: &'static Field,
    /// Where that field's name is written.
    pub(crate) key: Span,
    /// Whether it is one item of the field's list.
    pub(crate) in_list: bool,
    /// What its reading depends on.
    pub(crate) context: Context,
    /// Where its problems go.
    pub(crate) report: &'r Report,
}

/// What a value's own rules say against it: the message, and how to mend it.
pub(crate) struct Refusal {
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Refusal {
    /// A refusal in the words given.
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// A refusal in the words of a value's own error.
    pub(crate) fn of(error: &impl Display, help: impl Into<String>) -> Self {
        Self::new(error.to_string(), help)
    }
}

impl<'n, 'r> Fields<'n, 'r> {
    /// Opens the fields of a file; `what` names it for the message where the node is something else.
    pub(crate) fn open(node: &'n Node<'n>, what: &str, report: &'r Report) -> Option<Self> {
        Self::open_with(node, what, Context::default(), report)
    }

    /// Opens a group of fields within a file.
    pub(crate) fn open_with(node: &'n Node<'n>, what: &str, context: Context, report: &'r Report) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let message = format!("{what} should be a group of fields, and this is {}", node.describe());
            report.error("form", node.span, message, "write its fields below it, indented, as `name: value`");
            return None;
        };
        let mut names = HashSet::with_capacity(entries.len());
        let mut told = HashSet::new();
        for (key, _) in entries {
            if !names.insert(&key.name) && told.insert(&key.name) {
                let help = "keep one of them; several values go into one list";
                let message = format!("`{}` is written twice", key.name);
                let mut both = entries.iter().filter(|(other, _)| other.name == key.name);
                let secret = suggestion::nearest(&key.name, [PRIVATE, "confidential"]).is_some();
                if secret || both.any(|(_, value)| value.is_secret()) {
                    report.error_unquoted("field", key.span, message, help);
                    // Which of the two was meant to be secret is not known.
                    report.stop_quoting();
                } else {
                    report.error("field", key.span, message, help);
                }
            }
        }
        Some(Self { entries, known: vec![PRIVATE], span: node.span, context, report })
    }

    /// A record in the same place of which nothing is written.
    pub(crate) fn nothing(&self) -> Fields<'static, 'r> {
        Fields { entries: &[], known: Vec::new(), span: self.span, context: self.context, report: self.report }
    }

    /// The value of a field, where there is one that is not blank.
    pub(crate) fn node(&mut self, key: &'static str) -> Option<&'n Node<'n>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.peek(key)
    }

    /// The same without a note that the field is known.
    pub(crate) fn peek(&self, key: &str) -> Option<&'n Node<'n>> {
        self.entries.iter().find(|(other, _)| other.name == key).map(|(_, node)| node).filter(|node| !node.is_blank())
    }

    /// The value of a declared field, ready to be read.
    pub(crate) fn input(&mut self, field: &'static Field) -> Option<Input<'n, 'r>> {
        let node = self.node(field.key)?;
        let key = self.key_span(field.key);
        Some(Input { node, field, key, in_list: false, context: self.context, report: self.report })
    }

    /// Whether a field is there, without reading it.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(other, node)| other.name == key && !node.is_blank())
    }

    /// Whether a field is there and is a list of nothing.
    pub(crate) fn is_empty_list(&self, key: &str) -> bool {
        let is_empty = |node: &Node<'_>| matches!(&node.value, Value::List(items) if items.is_empty());
        self.entries.iter().any(|(other, node)| other.name == key && is_empty(node))
    }

    /// The text of a field that is a single value, as it is written.
    pub(crate) fn written(&self, key: &str) -> Option<Located<String>> {
        let (_, node) = self.entries.iter().find(|(other, _)| other.name == key)?;
        match &node.value {
            Value::Scalar { text, .. } if !node.is_blank() => Some(Located::new(text.trim().to_owned(), node.span)),
            _ => None,
        }
    }

    /// Whether a field is a single value with this text.
    pub(crate) fn is_text(&self, key: &str, text: &str) -> bool {
        self.entries.iter().any(|(other, node)| other.name == key && node.is_text(text))
    }

    /// Whether a field's name is there, with or without a value.
    pub(crate) fn is_named(&self, key: &str) -> bool {
        self.entries.iter().any(|(other, _)| other.name == key)
    }

    /// Reports that a field is empty or not there, where it has to be.
    pub(crate) fn require_if_needed(&self, field: &Field) {
        if field.is_required() {
            self.require(field.key, field.example);
        }
    }

    /// Reports that a field that must be there is empty or not there.
    pub(crate) fn require(&self, key: &str, example: &str) {
        let help = format!("add a line such as `{key}: {example}`");
        let (span, message) = match self.entries.iter().find(|(other, _)| other.name == key) {
            Some((other, _)) => (other.span, format!("`{key}` is empty")),
            None => (self.head(), format!("`{key}` is missing")),
        };
        self.report.error_of_choice(key, span, message, help, WordList::of_field(key));
    }

    /// Where a field's name is written.
    pub(crate) fn key_span(&self, key: &str) -> Span {
        self.entries.iter().find(|(other, _)| other.name == key).map_or(self.span, |(other, _)| other.span)
    }

    /// Where a field's value is written.
    pub(crate) fn value_span(&self, key: &str) -> Span {
        self.entries.iter().find(|(other, _)| other.name == key).map_or(self.span, |(_, node)| node.span)
    }

    /// The first line of the record, where a missing field is reported.
    pub(crate) fn head(&self) -> Span {
        self.entries.first().map_or(self.span, |(key, _)| key.span)
    }

    /// Ends the reading: every field that was not asked for is a mistake.
    pub(crate) fn finish(self) {
        let mut used: Vec<&str> = self.entries.iter().map(|(key, _)| &*key.name).collect();
        used.retain(|key| self.known.contains(key));
        for (key, _) in self.entries {
            if suggestion::nearest(&key.name, [PRIVATE]).is_some() && key.name != PRIVATE {
                // What follows was meant to be private.
                let message = format!("there is no field `{}` here", key.name);
                self.report.error_unquoted("field", key.span, message, format!("did you mean `{PRIVATE}`?"));
            } else if !self.known.contains(&&*key.name) {
                let help = unknown::help(&key.name, &self.known, &used);
                self.report.error("field", key.span, format!("there is no field `{}` here", key.name), help);
            }
        }
    }
}

/// What is probably meant by a word that is no choice.
fn meant(text: &str, said: choice::Said) -> Option<&'static str> {
    let plain = text.trim().to_lowercase().replace(['-', '_'], " ");
    said.iter().find(|(words, _)| words.contains(&&*plain)).map(|(_, meant)| *meant)
}

/// Names in backticks with commas between them.
pub(crate) fn listed<'s>(names: impl Iterator<Item = &'s str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The text of a node that must be a single value.
pub(crate) fn text(node: &Node<'_>, name: &str, report: &Report) -> Option<Located<String>> {
    quotes::check_text(node, name, report);
    parse(node, name, report, |text| Ok(text.to_owned()))
}

/// A single value read by a rule.
pub(crate) fn parse<T>(
    node: &Node<'_>,
    name: &str,
    report: &Report,
    rule: impl Fn(&str) -> Result<T, Refusal>,
) -> Option<Located<T>> {
    let Value::Scalar { text, .. } = &node.value else {
        let message = format!("`{name}` should be text, and this is {}", node.describe());
        report.error(name, node.span, message, format!("write it on one line: `{name}: …`"));
        return None;
    };
    match rule(text.trim()) {
        Ok(value) => Some(Located::new(value, node.span)),
        Err(refusal) => {
            let refusal = quotes::without_curly_quotes(node)
                .filter(|inner| rule(inner).is_ok())
                .map_or(refusal, |inner| quotes::refused(name, inner, report));
            report.error(name, node.span, refusal.message, refusal.help);
            None
        }
    }
}

/// The rule for ids.
pub(crate) fn id(text: &str) -> Result<String, Refusal> {
    if slug::is_id(text) {
        return Ok(text.to_owned());
    }
    let message = format!("`{text}` cannot be an id: an id has only lower-case letters, digits and hyphens");
    let slug = slug::slugify(text.strip_suffix(".md").or(text.strip_suffix(".yaml")).unwrap_or(text));
    let help = if slug.is_empty() { "write it in the letters a to z".to_owned() } else { format!("write `{slug}`") };
    Err(Refusal::new(message, help))
}

/// The rule for one word out of a few, for which people also say others.
pub(crate) fn choice<T: Choice>(name: &str, text: &str) -> Result<T, Refusal> {
    if let Some(value) = choice::named(text) {
        return Ok(value);
    }
    let words = || T::WORDS.iter().map(|word| word.id);
    let near = || suggestion::nearest(text, words()).map(|near| format!("`{near}`?"));
    let help = match meant(text, T::SAID).map(str::to_owned).or_else(near) {
        Some(meant) => format!("did you mean {meant} it can be {}", listed(words())),
        None => format!("it can be {}", listed(words())),
    };
    Err(Refusal::new(format!("`{text}` is not one of the words for `{name}`"), help))
}

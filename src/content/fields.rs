//! Reading a record's fields: each asked for by name, so that what nobody asked for is known to be a slip.

mod run_together;
mod unknown;

use std::collections::HashSet;
use std::fmt::Display;

use jiff::civil::{Date, Time};

use super::node::{Key, Node, Value};
use super::{confidential, markdown, written};
use crate::diagnostic::{Located, Report, Span, WordList};
use crate::model::prose::Prose;
use crate::model::{day, slug, suggestion};

/// The name under which authors keep what is for them alone. It is allowed in every record and never looked into.
pub(super) const PRIVATE: &str = "private";

/// The fields of one record, while they are being read.
pub(crate) struct Fields<'n, 'r> {
    entries: &'n [(Key<'n>, Node<'n>)],
    known: Vec<&'static str>,
    /// Where the record stands.
    pub(crate) span: Span,
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
    /// Opens a group of fields; `what` names it for the message where the node is something else.
    pub(crate) fn open(node: &'n Node<'n>, what: &str, report: &'r Report) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let message = format!("{what} should be a group of fields, and this is {}", node.describe());
            report.error("form", node.span, message, "write its fields below it, indented, as `name: value`");
            return None;
        };
        let mut names = HashSet::with_capacity(entries.len());
        for (key, _) in entries {
            if !names.insert(&key.name) {
                let help = "keep one of them; several values go into one list";
                let message = format!("`{}` is written twice", key.name);
                let mut both = entries.iter().filter(|(other, _)| other.name == key.name);
                let secret = suggestion::nearest(&key.name, [PRIVATE, "confidential"]).is_some();
                if secret || both.any(|(_, value)| confidential::is_secret(value)) {
                    report.error_unquoted("field", key.span, message, help);
                } else {
                    report.error("field", key.span, message, help);
                }
            }
        }
        Some(Self { entries, known: vec![PRIVATE], span: node.span, report })
    }

    /// The value of a field, where there is one that is not blank.
    pub(crate) fn node(&mut self, name: &'static str) -> Option<&'n Node<'n>> {
        if !self.known.contains(&name) {
            self.known.push(name);
        }
        self.entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node).filter(|node| !node.is_blank())
    }

    /// Whether a value of a field says that it is confidential, also where the field is written twice.
    pub(crate) fn is_secret(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, node)| key.name == name && confidential::is_secret(node))
    }

    /// Whether a field is there, without reading it.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, node)| key.name == name && !node.is_blank())
    }

    /// Whether a field's name is there, with or without a value.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| key.name == name)
    }

    /// Says that a field that must be there is not, and gives the value to go on with.
    pub(crate) fn required<T>(&self, name: &str, value: Option<T>, example: &str) -> Option<T> {
        if value.is_none() && !self.has(name) {
            self.require(name, example);
        }
        value
    }

    /// Says that a field that must be there is empty or not there.
    pub(crate) fn require(&self, name: &str, example: &str) {
        let help = format!("add a line such as `{name}: {example}`");
        let (span, message) = match self.entries.iter().find(|(key, _)| key.name == name) {
            Some((key, _)) => (key.span, format!("`{name}` is empty")),
            None => (self.head(), format!("`{name}` is missing")),
        };
        self.report.error_of_choice(name, span, message, help, WordList::of_field(name));
    }

    /// Where a field's name stands.
    pub(crate) fn key_span(&self, name: &str) -> Span {
        self.entries.iter().find(|(key, _)| key.name == name).map_or(self.span, |(key, _)| key.span)
    }

    /// The first line of the record, which is where a missing field is told.
    pub(crate) fn head(&self) -> Span {
        self.entries.first().map_or(self.span, |(key, _)| key.span)
    }

    /// A field of text.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<Located<String>> {
        let node = self.node(name)?;
        text(node, name, self.report)
    }

    /// A field of text that must be there.
    pub(crate) fn required_text(&mut self, name: &'static str, example: &str) -> Option<Located<String>> {
        let value = self.text(name);
        self.required(name, value, example)
    }

    /// A field whose text is read by a rule.
    pub(crate) fn parse<T>(
        &mut self,
        name: &'static str,
        rule: impl Fn(&str) -> Result<T, Refusal>,
    ) -> Option<Located<T>> {
        let node = self.node(name)?;
        parse(node, name, self.report, rule)
    }

    /// A field of text in Markdown.
    pub(crate) fn prose(&mut self, name: &'static str) -> Option<Prose> {
        let node = self.node(name)?;
        prose(node, name, self.report)
    }

    /// A date.
    pub(crate) fn date(&mut self, name: &'static str) -> Option<Located<Date>> {
        self.parse(name, date)
    }

    /// A time of day.
    pub(crate) fn time(&mut self, name: &'static str) -> Option<Located<Time>> {
        self.parse(name, |text| day::parse_time(text).map_err(|error| Refusal::of(&error, error.help())))
    }

    /// `true` or `false`; `otherwise` where the field is absent.
    pub(crate) fn flag(&mut self, name: &'static str, otherwise: bool) -> bool {
        let flag = self.parse(name, |text| match text {
            "true" | "True" | "TRUE" | "yes" | "Yes" => Ok(true),
            "false" | "False" | "FALSE" | "no" | "No" => Ok(false),
            other => Err(Refusal::new(format!("`{other}` is neither `true` nor `false`"), "write `true` or `false`")),
        });
        flag.map_or(otherwise, |flag| flag.value)
    }

    /// A whole number within bounds.
    pub(crate) fn number(&mut self, name: &'static str, least: u32, most: u32) -> Option<Located<u32>> {
        self.parse(name, |text| number(text, least, most))
    }

    /// An id: a lower-case slug.
    pub(crate) fn id(&mut self, name: &'static str) -> Option<Located<String>> {
        self.parse(name, id)
    }

    /// The items of a list; one value alone counts as a list of one.
    pub(crate) fn items(&mut self, name: &'static str) -> &'n [Node<'n>] {
        let Some(node) = self.node(name) else { return &[] };
        match &node.value {
            Value::List(items) => items,
            _ => std::slice::from_ref(node),
        }
    }

    /// A list whose items are read one by one; an item that cannot be read is left out, with its problem told.
    pub(crate) fn list<T>(
        &mut self,
        name: &'static str,
        mut item: impl FnMut(&'n Node<'n>, &'r Report) -> Option<T>,
    ) -> Vec<T> {
        let report = self.report;
        self.items(name).iter().filter(|node| !node.is_blank()).filter_map(|node| item(node, report)).collect()
    }

    /// A list of single words, such as ids. Several that are written as one text are an error that shows them as a list;
    /// `tidy` gives a value its form there.
    pub(crate) fn words<T>(
        &mut self,
        name: &'static str,
        tidy: impl Fn(&str) -> String,
        mut item: impl FnMut(&'n Node<'n>, &'r Report) -> Option<T>,
    ) -> Vec<T> {
        let in_list = self.node(name).is_some_and(|node| matches!(node.value, Value::List(_)));
        self.list(name, |node, report| {
            if let Value::Scalar { text, .. } = &node.value
                && let Some(values) = run_together::values(text.trim())
            {
                let values: Vec<String> = values.into_iter().map(&tidy).collect();
                let refusal = run_together::refusal(name, text.trim(), &values, in_list);
                report.error(name, node.span, refusal.message, refusal.help);
                return None;
            }
            item(node, report)
        })
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, name: &'static str) -> Vec<Located<String>> {
        self.list(name, |node, report| text(node, name, report))
    }

    /// A group of fields below this one.
    pub(crate) fn group(&mut self, name: &'static str) -> Option<Fields<'n, 'r>> {
        let node = self.node(name)?;
        Fields::open(node, &format!("`{name}`"), self.report)
    }

    /// One word out of a few.
    pub(crate) fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&'static str, T)]) -> Option<Located<T>> {
        self.parse(name, |text| choice(name, text, choices))
    }

    /// One word out of a few, for which people also say others.
    pub(crate) fn choice_or_said<T: Copy>(
        &mut self,
        name: &'static str,
        choices: &[(&'static str, T)],
        said: Said,
    ) -> Option<Located<T>> {
        self.parse(name, |text| {
            choice(name, text, choices).map_err(|refusal| match meant(text, said) {
                Some(meant) => {
                    let words = choices.iter().map(|(word, _)| *word);
                    Refusal { help: format!("did you mean {meant} it can be {}", listed(words)), ..refusal }
                }
                None => refusal,
            })
        })
    }

    /// Ends the reading: every field that was not asked for is a slip.
    pub(crate) fn finish(self) {
        let mut used: Vec<&str> = self.entries.iter().map(|(key, _)| &*key.name).collect();
        used.retain(|name| self.known.contains(name));
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

/// What people say in place of the words of a choice: each group of words with what was probably meant, as the message
/// asks: "`complete`?".
pub(crate) type Said = &'static [(&'static [&'static str], &'static str)];

/// What is probably meant by a word that is no choice.
fn meant(text: &str, said: Said) -> Option<&'static str> {
    let plain = text.trim().to_lowercase().replace(['-', '_'], " ");
    said.iter().find(|(words, _)| words.contains(&&*plain)).map(|(_, meant)| *meant)
}

/// Names in backticks with commas between them.
pub(crate) fn listed<'s>(names: impl Iterator<Item = &'s str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The text of a node that must be a single value.
pub(crate) fn text(node: &Node<'_>, name: &str, report: &Report) -> Option<Located<String>> {
    written::check_text(node, name, report);
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
            let refusal = written::without_curly_quotes(node)
                .filter(|inner| rule(inner).is_ok())
                .map_or(refusal, |inner| written::quotes_refused(name, inner, report));
            report.error(name, node.span, refusal.message, refusal.help);
            None
        }
    }
}

/// Markdown inside a YAML value.
pub(crate) fn prose(node: &Node<'_>, name: &str, report: &Report) -> Option<Prose> {
    let value = text(node, name, report)?;
    Some(markdown::in_field(&value, name, report))
}

/// The rule for dates.
pub(crate) fn date(text: &str) -> Result<Date, Refusal> {
    day::parse_date(text).map_err(|error| Refusal::of(&error, error.help()))
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

/// The rule for whole numbers.
pub(crate) fn number(text: &str, least: u32, most: u32) -> Result<u32, Refusal> {
    let number = text.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| {
        let range = if most == u32::MAX { format!("{least} or more") } else { format!("{least} to {most}") };
        Refusal::new(format!("`{text}` is not a whole number from {range}"), "write digits only")
    })
}

/// The rule for one word out of a few.
pub(crate) fn choice<T: Copy>(name: &str, text: &str, choices: &[(&'static str, T)]) -> Result<T, Refusal> {
    if let Some((_, value)) = choices.iter().find(|(word, _)| *word == text) {
        return Ok(*value);
    }
    let words = || choices.iter().map(|(word, _)| *word);
    let help = match suggestion::nearest(text, words()) {
        Some(near) => format!("did you mean `{near}`? it can be {}", listed(words())),
        None => format!("it can be {}", listed(words())),
    };
    Err(Refusal::new(format!("`{text}` is not one of the words for `{name}`"), help))
}

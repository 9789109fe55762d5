//! YAML as a tree in which every value knows its bytes.
//!
//! Records are read from this tree and not through serde, because a serde reader stops at the first slip, while
//! an author wants to be told of all of them at once, each at its own place.

mod broken;

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle};

use crate::diagnostic::{Report, Span};
use crate::model::suggestion;

/// The name under which authors keep what is for them alone. It is allowed in every record and never looked into.
pub(crate) const PRIVATE: &str = "private";

/// The most values that one file may stand for once its aliases are written out. A file of 100,000 aliases to a
/// large anchor would otherwise fill the memory.
const MOST_NODES: usize = 2_000_000;

/// One value of a YAML file.
#[derive(Debug, Clone)]
pub(crate) struct Node<'t> {
    /// Its bytes in the file.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) value: Value<'t>,
}

/// What a YAML value is.
#[derive(Debug, Clone)]
pub(crate) enum Value<'t> {
    /// Any single value, as its text; `plain` where it stands without quotes.
    Scalar { text: Cow<'t, str>, plain: bool },
    /// A list.
    List(Vec<Node<'t>>),
    /// Keys with values, in the file's order.
    Map(Vec<(Key<'t>, Node<'t>)>),
}

/// A map's key.
#[derive(Debug, Clone)]
pub(crate) struct Key<'t> {
    pub(crate) name: Cow<'t, str>,
    pub(crate) span: Span,
}

impl Node<'_> {
    /// Whether nothing is written here: `phone:` with no value, `~` or `null`.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null"))
    }

    /// Whether it is a single value with this text.
    pub(crate) fn is_text(&self, text: &str) -> bool {
        matches!(&self.value, Value::Scalar { text: written, .. } if written.trim() == text)
    }

    /// Whether it says yes.
    pub(crate) fn is_yes(&self) -> bool {
        ["true", "True", "TRUE", "yes", "Yes"].iter().any(|yes| self.is_text(yes))
    }

    /// What this is in an author's words.
    pub(crate) fn describe(&self) -> &'static str {
        match self.value {
            Value::Scalar { .. } => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of fields",
        }
    }

    /// Whether it says that it is confidential, or was perhaps meant to.
    pub(crate) fn is_secret(&self) -> bool {
        match &self.value {
            Value::Scalar { .. } => false,
            Value::List(items) => items.iter().any(Node::is_secret),
            Value::Map(entries) => entries.iter().any(|(key, value)| {
                let open = matches!(&value.value, Value::Scalar { text, .. } if text == "false");
                (suggestion::nearest(&key.name, ["confidential", PRIVATE]).is_some() && !open) || value.is_secret()
            }),
        }
    }

    fn size(&self) -> usize {
        match &self.value {
            Value::Scalar { .. } => 1,
            Value::List(items) => 1 + items.iter().map(Node::size).sum::<usize>(),
            Value::Map(entries) => 1 + entries.iter().map(|(_, value)| 1 + value.size()).sum::<usize>(),
        }
    }
}

/// Reads YAML that begins at byte `start` of its file. `None`, with the reason in `report`, where it is not YAML;
/// an empty text is an empty map.
pub(crate) fn read<'t>(yaml: &'t str, start: usize, report: &Report) -> Option<Node<'t>> {
    let (yaml, start) = yaml.strip_prefix('\u{feff}').map_or((yaml, start), |rest| (rest, start + 3));
    let mut builder = Builder { report, open: Vec::new(), root: None, anchors: HashMap::new(), nodes: 0 };
    for event in Parser::new_from_str(yaml) {
        match event {
            Ok((event, span)) => {
                let from = span.start.byte_offset().unwrap_or_default();
                let to = span.end.byte_offset().unwrap_or(from);
                builder.take(event, trimmed(yaml, from, to, start))?;
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(yaml.len()).min(yaml.len());
                broken::tell(yaml, start, at, error.kind(), report);
                return None;
            }
        }
    }
    let empty = Node { span: Span::new(start, start), value: Value::Map(Vec::new()) };
    Some(builder.root.filter(|node| !node.is_blank()).unwrap_or(empty))
}

/// The bytes of a value without the line ends that a block leaves behind it.
fn trimmed(yaml: &str, from: usize, to: usize, start: usize) -> Span {
    let text = yaml.get(from..to).unwrap_or_default();
    Span::new(start + from, start + from + text.trim_end().len())
}

/// The first letter that no page, feed or table can hold: HTML and XML 1.0 have no place for control characters.
pub(crate) fn stray(text: &str) -> Option<char> {
    let is_stray = |letter: &char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    text.chars().find(|letter| is_stray(letter) || matches!(letter, '\u{fffe}' | '\u{ffff}'))
}

/// Says that there is such a letter.
pub(crate) fn tell_stray(letter: char, span: Span, report: &Report) {
    let message = format!("invisible control character U+{:04X}", u32::from(letter));
    report.error("text", span, message, "retype the text: the character may have come with a copy from elsewhere");
}

/// A list or map that is still being read.
enum Open<'t> {
    List(Span, usize, Vec<Node<'t>>),
    Map(Span, usize, Vec<(Key<'t>, Node<'t>)>, Option<Key<'t>>),
}

struct Builder<'t, 'r> {
    report: &'r Report,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    /// What each anchor stands for, and whether that is private.
    anchors: HashMap<usize, (Node<'t>, bool)>,
    nodes: usize,
}

impl<'t> Builder<'t, '_> {
    fn take(&mut self, event: Event<'t>, span: Span) -> Option<()> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                if let Some(letter) = stray(&text).filter(|_| !self.is_private()) {
                    tell_stray(letter, span, self.report);
                }
                let plain = style == ScalarStyle::Plain;
                self.place(Node { span, value: Value::Scalar { text, plain } }, anchor)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.open.push(Open::List(span, anchor, Vec::new()));
                Some(())
            }
            Event::MappingStart(_, anchor, _) => {
                self.open.push(Open::Map(span, anchor, Vec::new(), None));
                Some(())
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(id) => self.alias(id, span),
            Event::DocumentStart(..) if self.root.is_some() => {
                let help = "keep one record in a file; remove the line `---` in its middle";
                self.report.error("yaml", span, "the file holds a second document", help);
                None
            }
            _ => Some(()),
        }
    }

    /// Whether what comes next stands under `private:`, where anything may stand.
    fn is_private(&self) -> bool {
        self.open.iter().any(|open| matches!(open, Open::Map(.., Some(key)) if key.name == PRIVATE))
    }

    fn alias(&mut self, id: usize, span: Span) -> Option<()> {
        let Some((target, private)) = self.anchors.get(&id) else {
            let help = "write the value out instead of the alias";
            self.report.error("yaml", span, "this alias refers to itself", help);
            return None;
        };
        if *private && !self.is_private() {
            let help = "write the value out here, if it may be published";
            let message = "this alias refers to a value under `private:`, which is never published";
            self.report.error_unquoted("private", span, message, help);
            return self.place(Node { span, value: Value::Scalar { text: "".into(), plain: true } }, 0);
        }
        self.nodes += target.size();
        if self.nodes > MOST_NODES {
            let help = "write the values out instead of the aliases";
            self.report.error("yaml", span, "the aliases (`*`) in this file expand to too many values", help);
            return None;
        }
        let node = Node { span, value: target.value.clone() };
        self.place(node, 0)
    }

    fn close(&mut self, end: Span) -> Option<()> {
        let stretch = |span: Span| Span { start: span.start, end: end.start.max(span.end) };
        match self.open.pop() {
            Some(Open::List(span, anchor, items)) => {
                self.place(Node { span: stretch(span), value: Value::List(items) }, anchor)
            }
            Some(Open::Map(span, anchor, entries, _)) => {
                self.place(Node { span: stretch(span), value: Value::Map(entries) }, anchor)
            }
            None => Some(()),
        }
    }

    /// Puts a finished value where it belongs: the root, the list or the map that is open.
    fn place(&mut self, node: Node<'t>, anchor: usize) -> Option<()> {
        self.nodes += 1;
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), self.is_private()));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, _, items)) => items.push(node),
            Some(Open::Map(_, _, entries, waiting)) => match waiting.take() {
                Some(key) => entries.push((key, node)),
                None => *waiting = Some(key(node, self.report)?),
            },
        }
        Some(())
    }
}

/// A key must be a single value. That it stands once is checked where the record is read, so that nothing under
/// `private:` is ever spoken of.
fn key<'t>(node: Node<'t>, report: &Report) -> Option<Key<'t>> {
    let Value::Scalar { text: name, .. } = node.value else {
        let help = "write the field's name, a colon and its value: `title: Our plan`";
        report.error("yaml", node.span, "a field's name cannot be a list or a group", help);
        return None;
    };
    Some(Key { name, span: node.span })
}

/// The field of a map.
pub(crate) fn field<'n>(node: &'n Node<'n>, name: &str) -> Option<&'n Node<'n>> {
    match &node.value {
        Value::Map(entries) => entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node),
        _ => None,
    }
}

/// The items of a list, or none.
pub(crate) fn items<'n>(node: Option<&'n Node<'n>>) -> &'n [Node<'n>] {
    match node.map(|node| &node.value) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

/// A single value's text.
pub(crate) fn text<'n>(node: Option<&'n Node<'n>>) -> &'n str {
    match node.map(|node| &node.value) {
        Some(Value::Scalar { text, .. }) => text,
        _ => "",
    }
}

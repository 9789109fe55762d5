//! What a field is, as it is declared.

use super::target::Target;
use crate::diagnostic::{Located, Span};
use crate::model::period::Period;
use crate::model::prose::Prose;
use crate::model::web_address::WebAddress;

/// One field of a record, as it is declared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// Its name in the file.
    pub(crate) key: &'static str,
    /// What it means, in a sentence for authors.
    pub(crate) about: &'static str,
    /// Whether it must be there, if nothing stands in for it.
    pub(crate) required: bool,
    /// What holds where it is not there, as an author would write it; empty for nothing.
    pub(crate) default: &'static str,
    /// What may be written there.
    pub(crate) example: &'static str,
    /// Its name in a form; empty where the key says it.
    pub(crate) label: &'static str,
    /// What this field asks for beyond what its type does.
    pub(crate) rule: Rule,
    /// What the code of a problem with a name in it ends with; empty for its key.
    pub(crate) code: &'static str,
    /// What may be written there.
    pub(crate) shape: fn(&Field) -> Shape,
}

/// What a field asks for beyond what its type does.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Rule {
    /// Nothing.
    None,
    /// An address that begins with `https://`.
    Secure,
    /// An address at which a site can be, with or without a path.
    Base,
    /// A number that takes text messages.
    TextMessages,
    /// A whole number from the first to the second.
    Range(u32, u32),
}

impl Field {
    /// Whether it must be there.
    pub(crate) const fn is_required(&self) -> bool {
        self.required && self.default.is_empty()
    }
}

/// Whether a record cannot be made of nothing.
pub(crate) const fn any_required(fields: &[Field]) -> bool {
    let mut at = 0;
    while at < fields.len() {
        if fields[at].is_required() {
            return true;
        }
        at += 1;
    }
    false
}

/// What may be written somewhere.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// One value: what it is in words, and a regular expression (ECMA-262) that it must fit, if that can be said so.
    Text(&'static str, Option<&'static str>),
    /// Text in Markdown.
    Markdown,
    /// `true` or `false`.
    Flag,
    /// A whole number within bounds.
    Whole(u32, u32),
    /// A number.
    Number,
    /// One word out of a few, each with what it means.
    Choice(Vec<(&'static str, &'static str)>),
    /// The name of something that is written elsewhere.
    Reference(Target),
    /// A list; one value alone counts as a list of one.
    List(Box<Shape>),
    /// Either of two.
    Either(Box<Shape>, Box<Shape>),
    /// A group of fields.
    Record(RecordShape),
    /// Texts in Markdown, each under a heading of the author's own.
    Labelled,
    /// Texts under some of these names.
    Texts(&'static [&'static str]),
}

/// What there is to say of a record without having one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RecordShape {
    /// The name of its type.
    pub(crate) name: &'static str,
    /// What it is.
    pub(crate) about: &'static str,
    /// Its fields.
    pub(crate) fields: fn() -> Vec<&'static Field>,
}

/// Something in a record that is looked through after it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'a> {
    /// A text in Markdown.
    Prose(&'a Prose),
    /// Where a link leads, from `content/` on.
    Link(&'a Located<String>),
    /// The address of another website, and where it is written.
    Address(&'a WebAddress, Span),
    /// A name of something that is written elsewhere.
    Reference(&'a Located<String>, Target),
}

/// What the reading of a part of a file depends on, of what stands elsewhere in the file.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// Whether people's names may be kept.
    pub(crate) publish_names: bool,
    /// The plan's own period, which "throughout the lifetime of this strategy" means.
    pub(crate) period: Option<Period>,
    /// Whether counts of few people may not be told.
    pub(crate) suppress_small: bool,
}

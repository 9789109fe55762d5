//! What a field is, and what a type needs to be the type of one.

use super::fields::{Fields, Refusal};
use super::node::{Node, Value as Written};
use super::reference::Target;
use crate::diagnostic::{Located, Report, Span};
use crate::model::period::Period;
use crate::model::prose::Prose;

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
    /// A field of type `T`.
    pub(crate) const fn new<T: FieldType>(key: &'static str, about: &'static str) -> Self {
        Self {
            key,
            about,
            required: T::IS_REQUIRED,
            default: "",
            example: "",
            label: "",
            rule: Rule::None,
            code: "",
            shape: T::field_shape,
        }
    }

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
    /// Texts under some of these names.
    Texts(&'static [&'static str]),
}

impl Shape {
    /// The shape of a record, or of what may be written in its place.
    pub(crate) fn record<R: Record>() -> Self {
        let record = Self::Record(RecordShape { name: R::NAME, about: R::ABOUT, fields: R::all_fields });
        match R::alone() {
            Some(alone) => Self::Either(Box::new(alone), Box::new(record)),
            None => record,
        }
    }
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

/// A record: a group of declared fields. [`record!`] implements it.
pub(crate) trait Record: Sized {
    /// The name of its type.
    const NAME: &'static str;
    /// What messages call it: "a partner".
    const WHAT: &'static str;
    /// What it is.
    const ABOUT: &'static str;
    /// Its own fields.
    const FIELDS: &'static [Field];

    /// Its own fields, and those of the records that are written among them.
    fn all_fields() -> Vec<&'static Field>;

    /// What may be written in its place.
    fn alone() -> Option<Shape>;

    /// Reads it from its fields; none where one is missing without which it cannot be.
    fn read_fields(fields: &mut Fields<'_, '_>) -> Option<Self>;

    /// Shows the texts and references in it, in the order of their declaration.
    fn each_part<'a>(&'a self, see: &mut See<'_, 'a>);
}

/// Something in a record that is looked through after it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'a> {
    /// A text in Markdown.
    Prose(&'a Prose),
    /// A name of something that is written elsewhere.
    Reference(&'a Located<String>, Target),
}

/// What looks through the parts of a record.
pub(crate) type See<'s, 'a> = dyn FnMut(&'static Field, Part<'a>) + 's;

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

impl Input<'_, '_> {
    /// A list of values, or one of them alone.
    pub(crate) fn list<T: Value>(self) -> Vec<T> {
        let (items, is_list) = match &self.node.value {
            Written::List(items) => (&**items, true),
            _ => (std::slice::from_ref(self.node), false),
        };
        let mut list = Vec::with_capacity(items.len());
        for node in items.iter().filter(|node| !node.is_blank()) {
            if !T::IS_WORD || !super::fields::is_run_together(node, self.field.key, is_list, T::tidy, self.report) {
                list.extend(T::read(Self { node, in_list: true, ..self }));
            }
        }
        T::check_list(&list, self.field, self.report);
        list
    }

    /// One value, by a rule.
    pub(crate) fn parse<T>(self, rule: impl Fn(&str) -> Result<T, Refusal>) -> Option<T> {
        super::fields::parse(self.node, self.field.key, self.report, rule).map(|value| value.value)
    }
}

/// A type of value that people write.
pub(crate) trait Value: Sized {
    /// Whether a field of this type must be there, if nothing stands in for it.
    const REQUIRED: bool = true;
    /// Whether it is a single word, so that several in one text are a list that was not written as one.
    const IS_WORD: bool = false;

    /// What may be written.
    fn shape(field: &Field) -> Shape;

    /// Reads it; none where it cannot be read, which is reported.
    fn read(input: Input<'_, '_>) -> Option<Self>;

    /// What holds where the field is not there.
    fn absent(_field: &'static Field, _fields: &Fields<'_, '_>) -> Option<Self> {
        None
    }

    /// A word in the form that it should have in a list.
    fn tidy(text: &str) -> String {
        text.to_owned()
    }

    /// Looks at a whole list of them.
    fn check_list(_list: &[Self], _field: &Field, _report: &Report) {}

    /// Shows the texts and references in it.
    fn each_part<'a>(&'a self, _field: &'static Field, _see: &mut See<'_, 'a>) {}
}

/// What the type of a field can be: a value, a value that may be missing, or a list.
pub(crate) trait FieldType: Sized {
    /// Whether a field of this type must be there, if nothing stands in for it.
    const IS_REQUIRED: bool;

    /// What may be written.
    fn field_shape(field: &Field) -> Shape;

    /// Reads a field; none where the record cannot be without it.
    fn read_field(fields: &mut Fields<'_, '_>, field: &'static Field) -> Option<Self>;

    /// Shows the texts and references in it.
    fn each_part_of<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>);
}

impl<T: Value> FieldType for T {
    const IS_REQUIRED: bool = T::REQUIRED;

    fn field_shape(field: &Field) -> Shape {
        T::shape(field)
    }

    fn read_field(fields: &mut Fields<'_, '_>, field: &'static Field) -> Option<Self> {
        let input = fields.input(field);
        if input.is_none() {
            fields.require_if_needed(field);
        }
        input.and_then(T::read).or_else(|| T::absent(field, fields))
    }

    fn each_part_of<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        <T as Value>::each_part(self, field, see);
    }
}

impl<T: Value> FieldType for Option<T> {
    const IS_REQUIRED: bool = false;

    fn field_shape(field: &Field) -> Shape {
        T::shape(field)
    }

    fn read_field(fields: &mut Fields<'_, '_>, field: &'static Field) -> Option<Self> {
        let input = fields.input(field);
        if input.is_none() {
            fields.require_if_needed(field);
        }
        Some(input.and_then(T::read))
    }

    fn each_part_of<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        if let Some(value) = self {
            Value::each_part(value, field, see);
        }
    }
}

impl<T: Value> FieldType for Vec<T> {
    const IS_REQUIRED: bool = false;

    fn field_shape(field: &Field) -> Shape {
        Shape::List(Box::new(T::shape(field)))
    }

    fn read_field(fields: &mut Fields<'_, '_>, field: &'static Field) -> Option<Self> {
        let Some(input) = fields.input(field) else {
            fields.require_if_needed(field);
            return Some(Vec::new());
        };
        if T::IS_WORD && fields.is_empty_list(field.key) {
            fields.require_if_needed(field);
        }
        Some(input.list())
    }

    fn each_part_of<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        for value in self {
            Value::each_part(value, field, see);
        }
    }
}

/// Reads a record that is written as a group of fields.
pub(crate) fn read_group<R: Record>(input: Input<'_, '_>) -> Option<R> {
    let what = if input.in_list { R::WHAT.to_owned() } else { format!("`{}`", input.field.key) };
    let mut fields = Fields::open_with(input.node, &what, input.context, input.report)?;
    let record = R::read_fields(&mut fields);
    fields.finish();
    record
}

//! What a type needs to be the type of a field, and what a record is.

use super::field::{Field, Part, RecordShape, Rule, Shape};
use super::fields::{self, Fields, Input, Refusal};
use super::node::Value as Written;
use crate::diagnostic::{Report, Span};

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

/// What looks through the parts of a record.
pub(crate) type See<'s, 'a> = dyn FnMut(&'static Field, Part<'a>) + 's;

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

    /// Shows what it is where that is looked for with its place.
    fn as_part(&self, _span: Span) -> Option<Part<'_>> {
        None
    }
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

impl Input<'_, '_> {
    /// A list of values, or one of them alone.
    pub(crate) fn list<T: Value>(self) -> Vec<T> {
        let (items, is_list) = match &self.node.value {
            Written::List(items) => (&**items, true),
            _ => (std::slice::from_ref(self.node), false),
        };
        let mut list = Vec::with_capacity(items.len());
        for node in items.iter().filter(|node| !node.is_blank()) {
            if !T::IS_WORD || !fields::is_run_together(node, self.field.key, is_list, T::tidy, self.report) {
                list.extend(T::read(Self { node, in_list: true, ..self }));
            }
        }
        T::check_list(&list, self.field, self.report);
        list
    }

    /// One value, by a rule.
    pub(crate) fn parse<T>(self, rule: impl Fn(&str) -> Result<T, Refusal>) -> Option<T> {
        fields::parse(self.node, self.field.key, self.report, rule).map(|value| value.value)
    }
}

/// Reads a record that is written as a group of fields.
pub(crate) fn read_group<R: Record>(input: Input<'_, '_>) -> Option<R> {
    let what = if input.in_list { R::WHAT.to_owned() } else { format!("`{}`", input.field.key) };
    if !matches!(input.node.value, Written::Map(_)) {
        let message = format!("{what} should be a group of fields, and this is {}", input.node.describe());
        let Field { key, example, .. } = input.field;
        // The example of a list is one of the list.
        let has_own = !input.in_list && !example.is_empty();
        let such = if has_own { format!(", or in one line, such as `{key}: {example}`") } else { String::new() };
        let help = format!("write its fields below it, indented, as `name: value`{such}");
        input.report.error("form", input.node.span, message, help);
        return None;
    }
    let mut fields = Fields::open_with(input.node, &what, input.context, input.report)?;
    let record = R::read_fields(&mut fields);
    fields.finish();
    record
}

//! The words that a plan uses for its fields.

use std::ops::Deref;

use crate::model::not_public;
use crate::record::field::{Field, Shape};
use crate::record::fields::{self, Fields, Input};
use crate::record::value::Value;

/// The fields of a plan whose headings it may word for itself.
const LABELS: &[&str] = &[
    "section",
    "objective",
    "action",
    "ref",
    "title",
    "why",
    "aim",
    "how",
    "leads",
    "lead",
    "timescale",
    "milestones",
    "measures",
    "success",
    "status",
    "rating",
    "updates",
    "related",
    "expected_outcomes",
    "risks",
    "documents",
    "steps",
];

/// The words that a plan uses for its fields, where it has its own: the field's name and its word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Labels(pub(crate) Vec<(String, String)>);

impl Value for Labels {
    const REQUIRED: bool = false;

    fn shape(_: &Field) -> Shape {
        Shape::Texts(LABELS)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let mut labels = Fields::open_with(input.node, "`labels`", input.context, input.report)?;
        let word = |name: &&'static str| {
            let word = fields::text(labels.node(name)?, name, input.report)?;
            if let Some(says) = not_public::in_text(&word.value) {
                let message = format!("`{name}` is published, though this heading for it says `{says}`");
                let help = "put what is not for the public under `private:`, or word the heading in another way";
                input.report.warning("labels", word.span, message, help);
            }
            Some(((*name).to_owned(), word.value))
        };
        let words = LABELS.iter().filter_map(word).collect();
        labels.finish();
        Some(Self(words))
    }

    fn absent(_: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Some(Self::default())
    }
}

impl Deref for Labels {
    type Target = [(String, String)];

    fn deref(&self) -> &[(String, String)] {
        &self.0
    }
}

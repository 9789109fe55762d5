//! The first and the last day of a plan.

use crate::diagnostic::Located;
use crate::model::period::Period;
use crate::record::field::{Field, Shape};
use crate::record::fields::{Fields, Input, Refusal};
use crate::record::node::{Node, Value as Written};
use crate::record::value::{Value, read_group};

record! {
    /// The plan's first and last month or day.
    struct Ends: "a period", check: refuse_reversed => {
        /// The first month or day.
        from: Located<Stretch>, example = "2026-04";
        /// The last month or day.
        to: Located<Stretch>, example = "2029-03";
    }
}

/// The days that a date, month or year stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stretch(Period);

impl Value for Stretch {
    fn shape(_: &Field) -> Shape {
        Shape::Text("a date or a month, such as `2026-04-01` or `2026-04`", Some("^\\d{4}(-\\d{2}){0,2}$"))
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        input.parse(stretch).map(Self)
    }
}

fn stretch(text: &str) -> Result<Period, Refusal> {
    Period::spanned_by(text).map_err(|error| Refusal::of(&error, "write a date or a month: `2026-04-01` or `2026-04`"))
}

fn refuse_reversed(ends: &Ends, fields: &Fields<'_, '_>) {
    let (first, last) = (ends.from.value.0.from, ends.to.value.0.to);
    if last < first {
        let message = format!("the plan ends ({last}) before it begins ({first})");
        fields.report.error("period", ends.to.span, message, "write the earlier date in `from`");
    }
}

impl Value for Period {
    fn shape(_: &Field) -> Shape {
        Shape::record::<Ends>()
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let ends: Ends = read_group(input)?;
        Some(Self { from: ends.from.value.0.from, to: ends.to.value.0.to })
    }
}

/// The period that is written in a node, where it is sound.
pub(super) fn written(node: &Node<'_>) -> Option<Period> {
    let Written::Map(entries) = &node.value else { return None };
    let end = |key: &str| {
        let (_, node) = entries.iter().find(|(other, _)| other.name == key)?;
        let Written::Scalar { text, .. } = &node.value else { return None };
        stretch(text.trim()).ok()
    };
    Some(Period { from: end("from")?.from, to: end("to")?.to })
}

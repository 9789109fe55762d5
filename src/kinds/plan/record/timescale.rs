//! By when something is to be done.

use crate::diagnostic::Located;
use crate::model::timescale::{PlanCalendar, Timescale, TimescaleMap};
use crate::record::field::{Context, Field, Shape};
use crate::record::fields::{Input, Refusal};
use crate::record::node::Value as Written;
use crate::record::value::{Value, read_group};

record! {
    /// A timescale in parts, where words alone would not be understood.
    struct Parts: "a timescale" => {
        /// When it begins.
        from: Option<Located<DateWords>>, example = "May 2026";
        /// Its last day.
        by: Option<Located<DateWords>>, example = "March 2027";
        /// Whether it goes on after that.
        ongoing: bool, example = "true";
        /// What else is to be said, or words in place of a date.
        note: Option<String>, example = "As reviews are published";
    }
}

/// A date in one of the forms that plans print.
#[derive(Debug, Clone, PartialEq)]
struct DateWords(String);

impl Value for DateWords {
    fn shape(_: &Field) -> Shape {
        Shape::Text("a date as plans print it, such as `May 2026` or `Q2 2026/27`", None)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        input.parse(|text| {
            from_map(&TimescaleMap { by: Some(text), ..TimescaleMap::default() }, input.context)
                .map(|_| Self(text.to_owned()))
        })
    }
}

impl Value for Timescale {
    fn shape(_: &Field) -> Shape {
        let words = Shape::Text("a timescale as plans print it, such as `May 2026`, `Q2 2026/27` or `Ongoing`", None);
        Shape::Either(Box::new(words), Box::new(Shape::record::<Parts>()))
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        if matches!(input.node.value, Written::Map(_)) {
            return read_parts(input);
        }
        let reading = input.parse(|text| {
            Self::read(text, &calendar(input.context)).map_err(|error| Refusal::of(&error, error.help()))
        })?;
        if !reading.understood {
            let message =
                format!("no date was recognised in `{}`, so it is shown as written", reading.timescale.as_written);
            let help = "write a date such as `May 2026`, or keep the words as `{note: …}` to say that there is none";
            input.report.warning(input.field.key, input.node.span, message, help);
        }
        Some(reading.timescale)
    }
}

fn read_parts(input: Input<'_, '_>) -> Option<Timescale> {
    let Parts { from, by, ongoing, note } = read_group(input)?;
    let text = |part: &Option<Located<DateWords>>| part.as_ref().map(|part| part.value.0.clone());
    let (first, last) = (text(&from), text(&by));
    let map = TimescaleMap { from: first.as_deref(), by: last.as_deref(), ongoing, note: note.as_deref() };
    match from_map(&map, input.context) {
        Ok(timescale) => Some(timescale),
        Err(refusal) => {
            // Each date alone was sound, so what is wrong is their order.
            let span = by.map_or(input.node.span, |by| by.span);
            input.report.error(input.field.key, span, refusal.message, refusal.help);
            None
        }
    }
}

fn from_map(map: &TimescaleMap<'_>, context: Context) -> Result<Timescale, Refusal> {
    Timescale::from_map(map, &calendar(context)).map_err(|error| Refusal::of(&error, error.help()))
}

fn calendar(context: Context) -> PlanCalendar {
    PlanCalendar { period: context.period, ..PlanCalendar::default() }
}

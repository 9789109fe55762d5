//! `indicators/*.yaml`.

use super::document::plain;
use super::fields::{Fields, Refusal};
use super::node::Node;
use crate::diagnostic::{Located, Report};
use crate::model::data_period::DataPeriod;
use crate::model::indicator::{Baseline, Better, Figure, Indicator, Point, SmallNumbers, Target, Told, guard};

/// Reads a series of figures.
pub(super) fn read(mut fields: Fields<'_, '_>) -> Option<Indicator> {
    let title = fields.required_text("title", "People trained");
    let unit = plain(fields.text("unit"));
    let description = fields.prose("description");
    let source = fields.required_text("source", "Marlsea Council training records");
    let area = fields.text("area");
    let better = plain(fields.choice("better", &[("up", Better::Up), ("down", Better::Down)]));
    let plan = fields.id("plan");
    let (baseline, points) = figures(&mut fields);
    let target = target(&mut fields);
    fields.finish();
    let title = title?;
    Some(Indicator { title, unit, description, source: source?.value, area, better, plan, baseline, points, target })
}

/// The baseline and the figures, with what may not be told left out; nor does a message quote a line of them then.
fn figures(fields: &mut Fields<'_, '_>) -> (Option<Baseline>, Vec<Point>) {
    let small = plain(fields.choice("small_numbers", &SmallNumbers::WORDS));
    // A word that is not understood stops the build, but until it is mended nothing may be told either.
    let unread = if fields.has("small_numbers") { SmallNumbers::Suppress } else { SmallNumbers::Show };
    let small = small.unwrap_or(unread);
    let report = fields.report;
    let mut read = || {
        let baseline = baseline(fields, small);
        let mut points = fields.list("points", |node, report| point(node, small, report));
        if !fields.has("points") {
            fields.require("points", "a list of `{period: 2026-Q3, value: 12}`");
        }
        repeated(&points, report);
        points.sort_by_key(|point| point.period.value);
        if small == SmallNumbers::Suppress {
            guard(&mut points);
            for point in &points {
                telling_note(point, report);
            }
        }
        (baseline, points)
    };
    if small == SmallNumbers::Suppress { report.without_quoting(read) } else { read() }
}

fn repeated(points: &[Point], report: &Report) {
    for (index, point) in points.iter().enumerate() {
        if points[..index].iter().any(|earlier| earlier.period.value == point.period.value) {
            let help = "keep one figure for each period";
            report.error("period", point.period.span, "there are two figures for this period", help);
        }
    }
}

/// A note may say what the figure must not.
fn telling_note(point: &Point, report: &Report) {
    let has_number = |note: &String| note.contains(|letter: char| letter.is_ascii_digit());
    if point.value.figure().is_none() && point.note.as_ref().is_some_and(has_number) {
        let message = "the figure of this period is not shown, and there is a number in its note";
        let help = "make sure that the note does not give the figure away, or write it without a number";
        report.warning("note", point.period.span, message, help);
    }
}

fn point(item: &Node<'_>, small: SmallNumbers, report: &Report) -> Option<Point> {
    let mut fields = Fields::open(item, "a figure", report)?;
    let period = period(&mut fields);
    let period = fields.required("period", period, "2026-Q3");
    let value = told(&mut fields, small);
    let note = plain(fields.text("note"));
    fields.finish();
    Some(Point { period: period?, value: value?, note })
}

fn baseline(fields: &mut Fields<'_, '_>, small: SmallNumbers) -> Option<Baseline> {
    let mut baseline = fields.group("baseline")?;
    let value = told(&mut baseline, small);
    let period = plain(period(&mut baseline));
    baseline.finish();
    Some(Baseline { value: value?, period })
}

fn target(fields: &mut Fields<'_, '_>) -> Option<Target> {
    let mut target = fields.group("target")?;
    let value = figure(&mut target, number);
    let by = plain(target.text("by"));
    target.finish();
    Some(Target { value: value?.value, by })
}

fn period(fields: &mut Fields<'_, '_>) -> Option<Located<DataPeriod>> {
    fields.parse("period", |text| DataPeriod::read(text).map_err(|error| Refusal::of(&error, error.help())))
}

/// A figure as far as it may be told. It is dropped here where it may not.
fn told(fields: &mut Fields<'_, '_>, small: SmallNumbers) -> Option<Told> {
    let rule = if small == SmallNumbers::Suppress { count } else { number };
    figure(fields, rule).map(|figure| small.tell(figure.value))
}

fn figure(fields: &mut Fields<'_, '_>, rule: fn(&str) -> Result<Figure, Refusal>) -> Option<Located<Figure>> {
    let value = fields.parse("value", rule);
    fields.required("value", value, "12")
}

fn number(text: &str) -> Result<Figure, Refusal> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Figure { text: text.to_owned(), number }),
        _ => Err(Refusal::new(format!("`{text}` is not a number"), "write digits, with a point for decimals: `12.5`")),
    }
}

/// A count of people; the message does not repeat what was written, which may not be told.
fn count(text: &str) -> Result<Figure, Refusal> {
    let count: Result<u32, _> = text.parse();
    let figure = count.map(|count| Figure { text: text.to_owned(), number: count.into() });
    figure.map_err(|_| {
        let message = "this is not a count of people, and `small_numbers: suppress` is for those";
        Refusal::new(message, "write a whole number in digits: `12`")
    })
}

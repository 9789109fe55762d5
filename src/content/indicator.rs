//! `indicators/*.yaml`.

use super::document::plain;
use super::fields::{Fields, Refusal};
use super::node::Node;
use crate::diagnostic::{Located, Report};
use crate::model::data_period::DataPeriod;
use crate::model::indicator::{Better, Figure, Indicator, Point, Target};

/// Reads a series of figures.
pub(super) fn read(mut fields: Fields<'_, '_>) -> Option<Indicator> {
    let title = fields.required_text("title", "People trained");
    let unit = plain(fields.text("unit"));
    let description = fields.prose("description");
    let source = fields.required_text("source", "Marlsea Council training records");
    let better = plain(fields.choice("better", &[("up", Better::Up), ("down", Better::Down)]));
    let plan = fields.id("plan");
    let mut points = fields.list("points", point);
    if !fields.has("points") {
        fields.require("points", "a list of `{period: 2026-Q3, value: 12}`");
    }
    repeated(&points, fields.report);
    points.sort_by_key(|point| point.period.value);
    let target = target(&mut fields);
    fields.finish();
    Some(Indicator { title: title?, unit, description, source: source?.value, better, plan, points, target })
}

fn repeated(points: &[Point], report: &Report) {
    for (index, point) in points.iter().enumerate() {
        if points[..index].iter().any(|earlier| earlier.period.value == point.period.value) {
            let help = "keep one figure for each period";
            report.error("period", point.period.span, "there are two figures for this period", help);
        }
    }
}

fn point(item: &Node<'_>, report: &Report) -> Option<Point> {
    let mut fields = Fields::open(item, "a figure", report)?;
    let period =
        fields.parse("period", |text| DataPeriod::read(text).map_err(|error| Refusal::of(&error, error.help())));
    let period = fields.required("period", period, "2026-Q3");
    let value = figure(&mut fields);
    let note = plain(fields.text("note"));
    fields.finish();
    Some(Point { period: period?, value: value?.value, note })
}

fn target(fields: &mut Fields<'_, '_>) -> Option<Target> {
    let mut target = fields.group("target")?;
    let value = figure(&mut target);
    let by = plain(target.text("by"));
    target.finish();
    Some(Target { value: value?.value, by })
}

fn figure(fields: &mut Fields<'_, '_>) -> Option<Located<Figure>> {
    let value = fields.parse("value", |text| match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Figure { text: text.to_owned(), number }),
        _ => Err(Refusal::new(format!("`{text}` is not a number"), "write digits, with a point for decimals: `12.5`")),
    });
    fields.required("value", value, "12")
}

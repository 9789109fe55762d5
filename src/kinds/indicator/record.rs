//! A measured series.

mod small_numbers;

use crate::diagnostic::{Located, Report};
use crate::model::data_period::DataPeriod;
use crate::model::prose::Prose;
use crate::record::field::{Field, Shape};
use crate::record::fields::{Fields, Input, Refusal};
use crate::record::kind::ContentKind;
use crate::record::reference::{Place, Plan, Ref};
use crate::record::value::Value;
pub(crate) use small_numbers::{SmallNumbers, guard, guard_across};

impl ContentKind for Indicator {
    type Record = Self;

    const TITLE: &'static str = "Measured series";
    const NEW: &'static str = include_str!("new.yaml");
}

record! {
    /// A measured series of figures: a file in `content/indicators/`.
    pub(crate) struct Indicator: "the file", before: hold_back_small_counts, check: guard_figures => {
        /// What is measured.
        title: Located<String>, example = "People trained";
        /// In what it is counted.
        unit: Option<String>, example = "people";
        /// What the figures mean, and what they do not say.
        description: Option<Prose>, example = "People who finished a course, counted once a year.";
        /// Where the figures come from.
        source: String, example = "Marlsea Council training records";
        /// Where they were counted: the id of an area, or a name; without it, the whole area.
        area: Option<Ref<Place>>, example = "harbour";
        /// Whether it is good that the figures go up or down. Without it, nothing is said of that.
        better: Option<Better>, example = "up", label = "Which way is good";
        /// The plan to which the figures belong: the name of its file.
        plan: Option<Ref<Plan>>, example = "strategy-2026";
        /// What the figures are one part of: those with the same words here stand together, in one table and chart where
        /// their units agree.
        group: Option<Located<String>>, example = "Cases by sex", label = "Group of figures";
        /// What to do with counts of fewer than five people, from whom one might be recognised.
        small_numbers: SmallNumbers, default = "show", example = "suppress", label = "Counts of few people";
        /// The figure from which the series started.
        baseline: Option<Baseline>, example = "{value: 120, period: 2024}";
        /// The figures, each with its period.
        points: Vec<Point>, required = true, example = "[{period: 2026-Q3, value: 12}]", label = "Figures";
        /// Where the figures should be, and by when.
        target: Option<Target>, example = "{value: 200, by: March 2027}";
    }
}

choice! {
    /// Which way is good.
    pub(crate) enum Better => {
        /// More is better.
        Up = "up";
        /// Less is better.
        Down = "down";
    }
}

record! {
    /// One figure.
    pub(crate) struct Point: "a figure" => {
        /// The period that the figure is of: a year, quarter or month.
        period: Located<DataPeriod>, example = "2026-Q3";
        /// The figure, in digits.
        value: Told, example = "12";
        /// What readers should know about this figure.
        note: Option<String>, example = "Two courses were cancelled.";
    }
}

record! {
    /// The figure from which a series started.
    pub(crate) struct Baseline: "a baseline" => {
        /// The figure, in digits.
        value: Told, example = "12";
        /// The period that it is of.
        period: Option<DataPeriod>, example = "2024";
    }
}

record! {
    /// Where a series should be.
    pub(crate) struct Target: "a target" => {
        /// The figure, in digits.
        value: Figure, example = "12";
        /// By when, in your own words.
        by: Option<String>, example = "March 2027";
    }
}

/// A figure as far as it may be told. Where it may not, it is dropped while its file is read: no later code has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Told {
    /// The figure.
    Figure(Figure),
    /// A count of so few people that one of them might be recognised.
    FewerThanFive,
    /// A figure from which such a count could be worked out.
    Withheld,
}

impl Told {
    /// The figure, where it may be told.
    #[must_use]
    pub(crate) fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::FewerThanFive | Self::Withheld => None,
        }
    }
}

/// A number that keeps the form in which it was written: `12.50` is not shown as `12.5`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// As written.
    pub text: String,
    /// As a number.
    pub number: f64,
}

impl Value for Figure {
    fn shape(_: &Field) -> Shape {
        Shape::Number
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        input.parse(number)
    }
}

/// It is dropped here where it may not be told.
impl Value for Told {
    fn shape(_: &Field) -> Shape {
        Shape::Number
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        if input.context.suppress_small {
            return input.parse(count).map(|figure| SmallNumbers::Suppress.tell(figure));
        }
        input.parse(number).map(|figure| SmallNumbers::Show.tell(figure))
    }
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

/// Whether counts of few people may not be told. A word that is not understood stops the build, but until it is mended
/// nothing may be told either; nor does a message quote a line of the file then.
fn hold_back_small_counts(fields: &mut Fields<'_, '_>) {
    let shown = fields.peek("small_numbers").is_none_or(|node| node.is_text("show"));
    fields.context.suppress_small = !shown;
    if !shown {
        fields.report.stop_quoting();
    }
}

fn guard_figures(indicator: &mut Indicator, fields: &Fields<'_, '_>) {
    refuse_repeated(&indicator.points, fields.report);
    indicator.points.sort_by_key(|point| point.period.value);
    if fields.context.suppress_small {
        guard(&mut indicator.points);
        indicator.points.iter().for_each(|point| warn_of_telling_note(point, fields.report));
    }
}

fn refuse_repeated(points: &[Point], report: &Report) {
    for (index, point) in points.iter().enumerate() {
        if points[..index].iter().any(|earlier| earlier.period.value == point.period.value) {
            let help = "keep one figure for each period";
            report.error("period", point.period.span, "there are two figures for this period", help);
        }
    }
}

/// A note may say what the figure must not.
fn warn_of_telling_note(point: &Point, report: &Report) {
    let has_number = |note: &String| note.contains(|letter: char| letter.is_ascii_digit());
    if point.value.figure().is_none() && point.note.as_ref().is_some_and(has_number) {
        let message = "the figure of this period is not shown, and there is a number in its note";
        let help = "make sure that the note does not give the figure away, or write it without a number";
        report.warning("note", point.period.span, message, help);
    }
}

//! A measured series as a line, with its baseline and its target.

use jiff::civil::Date;

use super::drawing::{Anchor, Drawing, Em, Share};
use super::labels::{Labels, NARROWEST, Spot, width};
use super::scale::Axis;
use crate::model::data_period::DataPeriod;

/// A measured series.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// What was measured, oldest first.
    pub(crate) points: Vec<LinePoint>,
    /// Where it started.
    pub(crate) baseline: Option<Level>,
    /// Where it should be.
    pub(crate) target: Option<Level>,
    /// What stands after each number: `%`, or nothing.
    pub(crate) unit: &'static str,
}

/// What was measured in a period.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LinePoint {
    /// The period.
    pub(crate) period: DataPeriod,
    /// The figure.
    pub(crate) value: Measured,
}

/// A figure, or that there is one which is not told.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Measured {
    /// A figure with its words: "1,204".
    Number(Level),
    /// No figure is told; words stand in its place at the foot of the drawing, always at the same height: "<5".
    Untold(&'static str),
}

/// A number and how it is written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Level {
    /// The number.
    pub(crate) number: f64,
    /// Its words: "Target 40".
    pub(crate) words: String,
}

/// The room above the highest tick, the height of the scale, and that of the periods below it.
const ABOVE: f64 = 1.6;
const SCALE: f64 = 13.0;
const BELOW: f64 = 3.2;
/// The radius of a point, and how far its words stand from it.
const POINT: f64 = 0.3;
const APART: f64 = 1.0;
/// The share that is left free at the right, where the names of the last period and of the levels reach.
const MARGIN: f64 = 0.08;

impl Line {
    /// Draws the series; nothing where no figure is told.
    pub(crate) fn draw(&self) -> String {
        let Some(axis) = self.axis() else { return String::new() };
        let mut drawing = Drawing::new("line", Em(ABOVE + SCALE + BELOW));
        let mut plot = Plot::of(&self.points, self.unit, axis);
        plot.grid(&mut drawing);
        plot.level(&mut drawing, "baseline", self.baseline.as_ref());
        plot.level(&mut drawing, "target", self.target.as_ref());
        plot.series(&mut drawing, "series", &self.points);
        plot.figures(&mut drawing, &self.points);
        plot.periods(&mut drawing, &self.points);
        drawing.finish()
    }

    /// Where the scale begins, if not at nought, for a sentence below the drawing.
    pub(crate) fn begins_at(&self) -> Option<String> {
        let axis = self.axis()?;
        (axis.bottom > 0.0).then(|| format!("{}{}", axis.word(axis.bottom), self.unit))
    }

    fn axis(&self) -> Option<Axis> {
        let told = self.points.iter().filter_map(|point| point.value.level());
        told.clone().next()?;
        let levels = [&self.baseline, &self.target].into_iter().flatten();
        Some(Axis::of(&told.chain(levels).map(|level| level.number).collect::<Vec<_>>()))
    }
}

/// Several series on one scale. A key below says which is which, and their figures stand in the table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lines {
    /// What was measured in each series, oldest first.
    pub(crate) series: Vec<Vec<LinePoint>>,
    /// What stands after each number: `%`, or nothing.
    pub(crate) unit: &'static str,
}

impl Lines {
    /// Draws the series; nothing where no figure is told.
    pub(crate) fn draw(&self) -> String {
        let Some(axis) = self.axis() else { return String::new() };
        let mut points: Vec<LinePoint> = self.series.iter().flatten().cloned().collect();
        points.sort_by_key(|point| point.period);
        points.dedup_by_key(|point| point.period);
        let mut drawing = Drawing::new("line", Em(ABOVE + SCALE + BELOW));
        let mut plot = Plot::of(&points, self.unit, axis);
        plot.grid(&mut drawing);
        for (number, points) in self.series.iter().enumerate() {
            plot.series(&mut drawing, stroke(number), points);
        }
        plot.periods(&mut drawing, &points);
        drawing.finish()
    }

    /// Where the scale begins, if not at nought, for a sentence below the drawing.
    pub(crate) fn begins_at(&self) -> Option<String> {
        let axis = self.axis()?;
        (axis.bottom > 0.0).then(|| format!("{}{}", axis.word(axis.bottom), self.unit))
    }

    fn axis(&self) -> Option<Axis> {
        let points = self.series.iter().flatten();
        let numbers: Vec<f64> = points.filter_map(|point| Some(point.value.level()?.number)).collect();
        (!numbers.is_empty()).then(|| Axis::of(&numbers))
    }
}

/// How the line of a series is drawn, so that it can be told apart without its colour: whole, in dashes, in dots, in
/// both.
pub(crate) fn stroke(number: usize) -> &'static str {
    ["series", "series dashes", "series dots", "series both"][number % 4]
}

impl Measured {
    fn level(&self) -> Option<&Level> {
        match self {
            Self::Number(level) => Some(level),
            Self::Untold(_) => None,
        }
    }
}

/// The drawing's scales and the words that already stand in it.
struct Plot {
    /// What stands after each number.
    unit: &'static str,
    axis: Axis,
    /// Where the series begins, right of the scale's numbers.
    left: f64,
    first: Date,
    last: Date,
    labels: Labels,
}

impl Plot {
    fn of(points: &[LinePoint], unit: &'static str, axis: Axis) -> Self {
        let widest = axis.ticks().map(|tick| width(&axis.word(tick)) + width(unit)).fold(0.0, f64::max);
        let first = points.iter().map(|point| point.period.first_day()).min().unwrap_or(Date::ZERO);
        let last = points.iter().map(|point| point.period.last_day()).max().unwrap_or(first);
        Self { unit, axis, left: (widest + 0.8) / NARROWEST, first, last, labels: Labels::default() }
    }

    /// Where a period's middle stands.
    fn x(&self, period: DataPeriod) -> Share {
        let days = |date: Date| f64::from((date - self.first).get_days());
        let middle = f64::midpoint(days(period.first_day()), days(period.last_day()) + 1.0);
        let whole = (days(self.last) + 1.0).max(1.0);
        Share(self.left + (1.0 - MARGIN - self.left) * middle / whole)
    }

    fn y(&self, number: f64) -> Em {
        Em(ABOVE + SCALE * (1.0 - self.axis.share(number)))
    }

    /// The scale's lines and numbers.
    fn grid(&mut self, drawing: &mut Drawing) {
        for tick in self.axis.ticks() {
            let y = self.y(tick);
            let class = if tick <= self.axis.bottom { "axis" } else { "grid" };
            drawing.line(class, (Share(self.left), y), (Share(1.0), y));
            let words = format!("{}{}", self.axis.word(tick), self.unit);
            let x = Share(self.left - 0.4 / NARROWEST);
            self.labels.write(drawing, &words, &[Spot { x, y, anchor: Anchor::End }]);
        }
    }

    /// A line at a number, with its words at one of its ends.
    fn level(&mut self, drawing: &mut Drawing, class: &str, level: Option<&Level>) {
        let Some(level) = level else { return };
        let y = self.y(level.number);
        drawing.line(class, (Share(self.left), y), (Share(1.0), y));
        let (left, right) = (Share(self.left + 0.3 / NARROWEST), Share(1.0));
        let spot = |x, by, anchor| Spot { x, y: Em(y.0 + by), anchor };
        let near = 0.75;
        let ends = [
            spot(right, -near, Anchor::End),
            spot(right, near, Anchor::End),
            spot(left, -near, Anchor::Start),
            spot(left, near, Anchor::Start),
        ];
        self.labels.write(drawing, &level.words, &ends);
    }

    /// The line from figure to figure, broken where a period is missing or not told, and a point for each.
    fn series(&mut self, drawing: &mut Drawing, class: &str, points: &[LinePoint]) {
        for pair in points.windows(2) {
            let (Some(one), Some(other)) = (pair[0].value.level(), pair[1].value.level()) else { continue };
            if pair[0].period.last_day().tomorrow().ok() == Some(pair[1].period.first_day()) {
                let from = (self.x(pair[0].period), self.y(one.number));
                drawing.line(class, from, (self.x(pair[1].period), self.y(other.number)));
            }
        }
        for point in points {
            let x = self.x(point.period);
            match &point.value {
                Measured::Number(level) => {
                    let y = self.y(level.number);
                    drawing.element("circle", &[("cx", &x), ("cy", &y), ("r", &Em(POINT))]);
                    self.labels.keep_clear(x, y, POINT);
                }
                Measured::Untold(words) => {
                    let spot = Spot { x, y: Em(ABOVE + SCALE - 0.8), anchor: Anchor::Middle };
                    self.labels.write(drawing, words, &[spot]);
                }
            }
        }
    }

    /// The figures, the last and the first before the highest, the lowest and the rest, as far as they have room.
    fn figures(&mut self, drawing: &mut Drawing, points: &[LinePoint]) {
        let mut told: Vec<(DataPeriod, &Level)> =
            points.iter().filter_map(|point| Some((point.period, point.value.level()?))).collect();
        let ends: Vec<(DataPeriod, &Level)> = told.last().copied().into_iter().chain(told.first().copied()).collect();
        told.sort_by(|one, other| other.1.number.total_cmp(&one.1.number));
        let extremes: Vec<(DataPeriod, &Level)> = told.first().into_iter().chain(told.last()).copied().collect();
        let mut written = Vec::new();
        for (period, level) in ends.into_iter().chain(extremes).chain(told) {
            if !written.contains(&period) {
                written.push(period);
                self.figure(drawing, period, level);
            }
        }
    }

    /// The periods, from the last one back.
    fn periods(&mut self, drawing: &mut Drawing, points: &[LinePoint]) {
        for point in points.iter().rev() {
            self.period(drawing, point.period);
        }
    }

    fn figure(&mut self, drawing: &mut Drawing, period: DataPeriod, level: &Level) {
        let (x, y) = (self.x(period), self.y(level.number));
        let spot = |by, anchor| Spot { x, y: Em(y.0 + by), anchor };
        let above_or_below = [Anchor::Middle, Anchor::End, Anchor::Start]
            .map(|anchor| [spot(-APART, anchor), spot(APART, anchor)])
            .concat();
        let inside: Vec<Spot> = above_or_below.into_iter().filter(|spot| spot.y.0 < ABOVE + SCALE - 0.4).collect();
        self.labels.write(drawing, &level.words, &inside);
    }

    /// A period's name in two lines: "Apr–Jun", "2026". The blanks keep neighbours apart.
    fn period(&mut self, drawing: &mut Drawing, period: DataPeriod) {
        let (months, year) = period.short();
        let (above, below) = if months.is_empty() { (year, None) } else { (months, Some(year)) };
        let above = format!(" {above} ");
        // Below its point, or as near to it as the edge lets the words stand.
        let x = Share(self.x(period).0.min(1.0 - width(&above) / 2.0 / NARROWEST));
        let spot = |y| Spot { x, y: Em(ABOVE + SCALE + y), anchor: Anchor::Middle };
        if self.labels.write(drawing, &above, &[spot(1.1)])
            && let Some(year) = below
        {
            self.labels.write(drawing, &year, &[spot(2.4)]);
        }
    }
}

//! A measured series.

mod small_numbers;

pub(crate) use small_numbers::{SmallNumbers, guard};

use super::data_period::DataPeriod;
use super::prose::Prose;
use crate::diagnostic::Located;

/// A series of figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Indicator {
    /// What is measured.
    pub title: Located<String>,
    /// In what.
    pub unit: Option<String>,
    /// What the figures mean.
    pub description: Option<Prose>,
    /// Where they come from.
    pub source: String,
    /// Where they were counted: an area's id, or a text; none for the whole area.
    pub area: Option<Located<String>>,
    /// Whether up or down is good.
    pub better: Option<Better>,
    /// The plan they belong to: its id.
    pub plan: Option<Located<String>>,
    /// Where the series started.
    pub baseline: Option<Baseline>,
    /// The figures, oldest first.
    pub points: Vec<Point>,
    /// Where they should be.
    pub target: Option<Target>,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Better {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Point {
    /// Of which period.
    pub period: Located<DataPeriod>,
    /// The figure, as far as it may be told.
    pub value: Told,
    /// What to know about it.
    pub note: Option<String>,
}

/// Where a series started.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Baseline {
    /// The figure, as far as it may be told.
    pub value: Told,
    /// Of which period.
    pub period: Option<DataPeriod>,
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

/// Where a series should be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Target {
    /// The figure.
    pub value: Figure,
    /// By when, as written.
    pub by: Option<String>,
}

/// A number that keeps the form in which it was written: `12.50` is not shown as `12.5`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// As written.
    pub text: String,
    /// As a number.
    pub number: f64,
}

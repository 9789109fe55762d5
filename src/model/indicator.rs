//! A measured series.

use super::data_period::DataPeriod;
use super::prose::Prose;
use crate::diagnostic::Located;

/// A series of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// What is measured.
    pub title: Located<String>,
    /// In what.
    pub unit: Option<String>,
    /// What the figures mean.
    pub description: Option<Prose>,
    /// Where they come from.
    pub source: String,
    /// Whether up or down is good.
    pub better: Option<Better>,
    /// The plan they belong to: its id.
    pub plan: Option<Located<String>>,
    /// The figures, oldest first.
    pub points: Vec<Point>,
    /// Where they should be.
    pub target: Option<Target>,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Of which period.
    pub period: Located<DataPeriod>,
    /// The figure, as written.
    pub value: Figure,
    /// What to know about it.
    pub note: Option<String>,
}

/// Where a series should be.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The figure.
    pub value: Figure,
    /// By when, in words.
    pub by: Option<String>,
}

/// A number that keeps the form in which it was written: `12.50` is not shown as `12.5`.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// As written.
    pub text: String,
    /// As a number.
    pub number: f64,
}

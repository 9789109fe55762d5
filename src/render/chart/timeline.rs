//! When actions are to be done: a scale of days, an axis for it, and a row for each action.
//!
//! The timeline itself is a table: a row's heading is the link to its action, a cell has its date in words, and one
//! has its row of the drawing. On a phone the cells stand under each other, and no drawing has to be pushed sideways.

use jiff::civil::Date;

use super::drawing::{Anchor, Drawing, Em, Share};
use super::labels::{Labels, NARROWEST, Spot, width};
use super::shape::{id, outline};
use crate::model::day;
use crate::model::quarter::Quarter;
use crate::model::rating::Rating;
use crate::model::year_start::YearStart;

/// The days that a timeline shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Timeline {
    first: Date,
    last: Date,
    today: Option<Date>,
    /// The first day of each quarter or year, with its name.
    ticks: Vec<(Date, String)>,
}

/// When an action is to be done, and its rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// The day on which work starts.
    pub(crate) from: Option<Date>,
    /// The last day by which it is to be done, or in place.
    pub(crate) by: Option<Date>,
    /// Whether it goes on once it is in place.
    pub(crate) ongoing: bool,
    /// The rating.
    pub(crate) rating: Option<Rating>,
}

/// The height of a row, and of the axis with its two lines of words.
const ROW: f64 = 1.9;
const AXIS: f64 = 2.8;
/// The share that is left free at either side, for the half of a mark.
const MARGIN: f64 = 0.04;
/// The size of a mark.
const MARK: f64 = 1.5;
/// Up to so many quarters each is a tick; with more, each financial year is.
const QUARTERS: usize = 6;

impl Timeline {
    /// A scale for all the days, in whole quarters of the financial year; today, where it matters, has its line on it
    /// unless it lies more than a year away from them all. None without any day.
    pub(crate) fn of(days: impl IntoIterator<Item = Date>, today: Option<Date>, starts: YearStart) -> Option<Self> {
        let days: Vec<Date> = days.into_iter().collect();
        let (first, last) = (*days.iter().min()?, *days.iter().max()?);
        let a_year = jiff::Span::new().years(1);
        let near = first.saturating_sub(a_year)..=last.saturating_add(a_year);
        let today = today.filter(|today| near.contains(today));
        let first = Quarter::of(today.map_or(first, |today| first.min(today)), starts);
        let last = Quarter::of(today.map_or(last, |today| last.max(today)), starts);
        let quarters: Vec<Quarter> = std::iter::successors(Some(first), |quarter| Some(quarter.next()))
            .take_while(|&one| one <= last)
            .take(800)
            .collect();
        let ticks = if quarters.len() <= QUARTERS {
            quarters.iter().map(|quarter| (quarter.first_day(), quarter.label())).collect()
        } else {
            let years = quarters.iter().filter(|quarter| quarter.number() == 1);
            years.map(|quarter| (quarter.first_day(), starts.label(quarter.year()))).collect()
        };
        Some(Self { first: first.first_day(), last: last.last_day(), today, ticks })
    }

    /// Whether today has its line.
    pub(crate) fn shows_today(&self) -> bool {
        self.today.is_some()
    }

    /// Where a day stands.
    fn x(&self, date: Date) -> Share {
        let days = |date: Date| f64::from((date - self.first).get_days());
        Share(MARGIN + (1.0 - 2.0 * MARGIN) * (days(date) / days(self.last).max(1.0)).clamp(0.0, 1.0))
    }

    /// The axis: today with its date above, the quarters or years below. The table says the dates in words.
    pub(crate) fn axis(&self) -> String {
        let mut drawing = Drawing::new("when", Em(AXIS));
        self.grid(&mut drawing, Em(AXIS - 0.4), Em(AXIS));
        let mut labels = Labels::default();
        if let Some(today) = self.today {
            let words = format!("Today, {}", day::short(today));
            let half = width(&words) / 2.0 / NARROWEST;
            let x = Share(self.x(today).0.clamp(half, 1.0 - half));
            drawing.open("g", &[("class", &"today")]);
            labels.write(&mut drawing, &words, &[Spot { x, y: Em(0.7), anchor: Anchor::Middle }]);
            drawing.close("g");
        }
        for (date, words) in &self.ticks {
            let spot = |anchor| Spot { x: self.x(*date), y: Em(AXIS - 0.8), anchor };
            // A blank after it keeps its neighbour away.
            labels.write(&mut drawing, &format!("{words} "), &[spot(Anchor::Start)]);
        }
        drawing.finish()
    }

    /// An action's row: a bar from its first day to its last, the mark of its rating on the last, an arrow where it
    /// goes on. Empty but for the scale where it has no day.
    pub(crate) fn row(&self, span: Span) -> String {
        let mut drawing = Drawing::new("when", Em(ROW));
        self.grid(&mut drawing, Em(0.0), Em(ROW));
        let middle = Em(ROW / 2.0);
        let (from, by) = (span.from.map(|date| self.x(date)), span.by.map(|date| self.x(date)));
        if let Some(at) = by.or(from) {
            drawing.open("g", &[("data-rating", &id(span.rating))]);
            if let (Some(from), Some(by)) = (from, by) {
                drawing.line("span", (from, middle), (by, middle));
            }
            if span.ongoing || by.is_none() {
                drawing.line("ongoing", (at, middle), (Share(1.0), middle));
            }
            mark(&mut drawing, (at, middle), span.rating);
            drawing.close("g");
        }
        drawing.finish()
    }

    /// The lines of the quarters or years, and today's.
    fn grid(&self, drawing: &mut Drawing, top: Em, bottom: Em) {
        for (date, _) in &self.ticks {
            let x = self.x(*date);
            drawing.line("grid", (x, top), (x, bottom));
        }
        if let Some(today) = self.today {
            let x = self.x(today);
            drawing.line("today", (x, Em(if bottom.0 > ROW { 1.4 } else { top.0 })), (x, bottom));
        }
    }
}

/// The shape of a rating with its letter.
fn mark(drawing: &mut Drawing, at: (Share, Em), rating: Option<Rating>) {
    drawing.open(
        "svg",
        &[
            ("x", &at.0),
            ("y", &at.1),
            ("width", &Em(MARK)),
            ("height", &Em(MARK)),
            ("viewBox", &"0 0 10 10"),
            ("overflow", &"visible"),
        ],
    );
    drawing.element("path", &[("d", &outline(rating))]);
    drawing.close("svg");
    if let Some(rating) = rating {
        drawing.text(at, Anchor::Middle, &rating.letter().to_string());
    }
}

//! Timescales: when an action is to be done, as plans really print it.
//!
//! A printed plan says `By end of March 2021`, `Dec 23 and on going`, `Q2
//! 2024/25` or `Throughout the lifetime of this Strategy`. All of that is read
//! from left to right: the text is cut into words, numbers and marks
//! (`token`), the dates among them are found (`mention`, with `figures`,
//! `names`, `year`, `plan_words` and `span`), and the words around the dates
//! say what each is for (`sentence`). What is written is kept, and shown.

mod error;
mod figures;
mod found;
mod mention;
mod names;
mod plan_words;
mod sentence;
mod span;
#[cfg(test)]
mod tests;
mod token;
mod year;

pub(crate) use error::TimescaleError;

use super::period::Period;
use super::year_start::YearStart;
use error::Problem;
use jiff::civil::Date;
use sentence::Sentence;
use span::Span;

/// When something is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Timescale {
    /// The day on which the work starts, where the text names one ("From May
    /// 2016", "2023-2028", the plan's lifetime).
    pub from: Option<Date>,
    /// The last day by which it is to be done; where `ongoing`, the last day
    /// by which it is to be in place.
    pub by: Option<Date>,
    /// Whether the work goes on once it is in place.
    pub ongoing: bool,
    /// How exactly `by` is known, or `from` where there is no `by`.
    pub precision: Precision,
    /// What the author says about the date: the words in brackets.
    pub note: Option<String>,
    /// The text itself, to be shown.
    pub as_written: String,
}

/// The kind of date that was named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Precision {
    /// None.
    #[default]
    Undated,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// Spring, summer, autumn or winter.
    Season,
    /// A financial year.
    FinancialYear,
    /// A calendar year, or several.
    Year,
    /// The plan's whole period.
    Plan,
}

/// What a text meant, and whether it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The timescale; undated where it was not understood.
    pub timescale: Timescale,
    /// False for a text that names no date and does not say that there is
    /// none: "As reviews are published". The author should hear of it.
    pub understood: bool,
}

/// What a text leaves unsaid: the plan's period, for "throughout the lifetime
/// of this Strategy", and the start of the financial year, for "Q2 2024/25".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PlanCalendar {
    /// The plan's period.
    pub period: Option<Period>,
    /// The month in which the site's financial year starts.
    pub year_starts: YearStart,
}

/// A timescale that is written as a map: `{from, by, ongoing, note}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TimescaleMap<'a> {
    /// When the work starts, in any form that a timescale's text may have.
    pub from: Option<&'a str>,
    /// When it is to be done, likewise.
    pub by: Option<&'a str>,
    /// Whether it goes on after that.
    pub ongoing: bool,
    /// Words that are no date.
    pub note: Option<&'a str>,
}

impl Precision {
    /// Whether such a date lies within one year, and so can lend that year to
    /// the date before it.
    fn is_within_a_year(self) -> bool {
        matches!(self, Self::Day | Self::Month | Self::Quarter | Self::Season)
    }
}

impl Timescale {
    /// Reads a text.
    ///
    /// The last date that it names is `by`. A date in brackets counts only
    /// where there is none outside of them: in `Dec 23 (was June 23)` the
    /// brackets are a note. Quarters are those of the financial year, also in
    /// `Q2 2024`, which is the second quarter of the year that starts in 2024;
    /// only `2024-Q2`, the form of the indicators, is one of the calendar.
    /// `Early`, `mid` and `late` change nothing: `by` is the last day of the
    /// month or year, so that no action is called late on a guess.
    ///
    /// # Errors
    /// A date that is impossible (`2026-02-30`), that is nearly one (`Sepp
    /// 2026`), or a stretch that ends before it starts.
    pub(crate) fn read(text: &str, calendar: &PlanCalendar) -> Result<Reading, TimescaleError> {
        let text = text.trim();
        let wrong = |problem| TimescaleError::new(text, problem);
        let (outside, note) = without_brackets(text);
        let mut said = Sentence::read(&outside, calendar).map_err(wrong)?;
        if note.is_some() && !said.has_date() {
            let all = text.replace(['(', ')', '[', ']'], " ");
            let in_all = Sentence::read(&all, calendar).map_err(wrong)?;
            said =
                Sentence { ongoing: said.ongoing || in_all.ongoing, undated: said.undated || in_all.undated, ..in_all };
        }
        let nearest = said.by.or(said.from);
        Ok(Reading {
            understood: said.is_understood(),
            timescale: Self {
                from: said.from.map(|span| span.first),
                by: said.by.map(|span| span.last),
                ongoing: said.ongoing,
                precision: nearest.map_or(Precision::Undated, |span| span.precision),
                note,
                as_written: text.to_owned(),
            },
        })
    }

    /// Makes a timescale of a map.
    ///
    /// # Errors
    /// A `from` or `by` in which no date is understood or whose date is
    /// impossible, and a `by` before its `from`.
    pub(crate) fn from_map(map: &TimescaleMap<'_>, calendar: &PlanCalendar) -> Result<Self, TimescaleError> {
        let from = map.from.map(|text| one_date(text, calendar)).transpose()?;
        let by = map.by.map(|text| one_date(text, calendar)).transpose()?;
        if let (Some(from), Some(by)) = (from, by)
            && from.first > by.last
        {
            let both = map.in_words();
            return Err(TimescaleError::new(&both, Problem::Backwards));
        }
        Ok(Self {
            from: from.map(|span| span.first),
            by: by.map(|span| span.last),
            ongoing: map.ongoing,
            precision: by.or(from).map_or(Precision::Undated, |span| span.precision),
            note: map.note.map(|note| note.trim().to_owned()),
            as_written: map.in_words(),
        })
    }

    /// Whether the last day has passed.
    #[must_use]
    pub(crate) fn is_past(&self, today: Date) -> bool {
        self.by.is_some_and(|by| by < today)
    }

    /// Whether no date is known at all.
    #[must_use]
    pub(crate) fn is_undated(&self) -> bool {
        self.from.is_none() && self.by.is_none()
    }
}

impl TimescaleMap<'_> {
    /// The map as a plan would print it: "From May 2023 to March 2024, ongoing
    /// (subject to funding)".
    fn in_words(&self) -> String {
        let dates = match (self.from.map(str::trim), self.by.map(str::trim)) {
            (Some(from), Some(by)) => format!("From {from} to {by}"),
            (Some(from), None) => format!("From {from}"),
            (None, Some(by)) => format!("By {by}"),
            (None, None) => String::new(),
        };
        let dates = match (dates.is_empty(), self.ongoing) {
            (_, false) => dates,
            (true, true) => "Ongoing".to_owned(),
            (false, true) => format!("{dates}, ongoing"),
        };
        match (dates.is_empty(), self.note.map(str::trim)) {
            (_, None) => dates,
            (true, Some(note)) => note.to_owned(),
            (false, Some(note)) => format!("{dates} ({note})"),
        }
    }
}

/// The one date that a map's field names, whatever words lead up to it.
fn one_date(text: &str, calendar: &PlanCalendar) -> Result<Span, TimescaleError> {
    let said = Sentence::read(text, calendar).map_err(|problem| TimescaleError::new(text, problem))?;
    said.by.or(said.from).ok_or_else(|| TimescaleError::new(text, Problem::NoDate))
}

/// The text outside of its brackets, and that inside, if there is any.
fn without_brackets(text: &str) -> (String, Option<String>) {
    let mut outside = String::new();
    let mut notes: Vec<String> = Vec::new();
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '(' | '[' => {
                if depth == 0 {
                    notes.push(String::new());
                    outside.push(' ');
                }
                depth += 1;
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => match notes.last_mut().filter(|_| depth > 0) {
                Some(note) => note.push(letter),
                None => outside.push(letter),
            },
        }
    }
    let notes: Vec<&str> = notes.iter().map(|note| note.trim()).filter(|note| !note.is_empty()).collect();
    let note = (!notes.is_empty()).then(|| notes.join("; "));
    (outside, note)
}

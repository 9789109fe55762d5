//! The stretch of days that a date in a timescale stands for.

use super::names::Season;
use super::{PlanCalendar, Precision};
use crate::model::day::{date_of, first_of_month};
use crate::model::period::Period;
use crate::model::quarter::Quarter;
use jiff::civil::Date;

/// A stretch of days and the kind of date that named it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) precision: Precision,
    /// Whether the text named a stretch, and not a moment somewhere in it: its
    /// first day is then when the work starts.
    pub(super) is_stretch: bool,
}

/// A year, as a text may name one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Calendar(i16),
    /// By the calendar year in which it starts.
    Financial(i16),
    /// From the first to the last of several calendar years.
    Several(i16, i16),
}

impl Year {
    /// The financial year that a single year means where it is said to be one: that which starts in it.
    pub(super) fn financial(self) -> Self {
        match self {
            Self::Calendar(year) => Self::Financial(year),
            other => other,
        }
    }
}

/// A date without its year, which the date after it may lend:
/// "Sept to Dec 2023".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Month(i16),
    Day { month: i16, day: i32 },
    Season(Season),
    Quarter(u8),
}

impl Span {
    fn moment(first: Date, last: Date, precision: Precision) -> Self {
        Self { first, last, precision, is_stretch: false }
    }

    /// One day; the reason in words where there is none such.
    pub(super) fn day(year: i32, month: i32, day: i32) -> Result<Self, String> {
        let day = date_of(year, month, day)?;
        Ok(Self::moment(day, day, Precision::Day))
    }

    pub(super) fn month(year: i16, month: i16) -> Self {
        let first = first_of_month(year, month);
        Self::moment(first, first.last_of_month(), Precision::Month)
    }

    pub(super) fn season(year: i16, season: Season) -> Self {
        let month = match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        };
        let last = first_of_month(year, month + 2).last_of_month();
        Self::moment(first_of_month(year, month), last, Precision::Season)
    }

    pub(super) fn quarter(quarter: Quarter) -> Self {
        Self::moment(quarter.first_day(), quarter.last_day(), Precision::Quarter)
    }

    /// A quarter of a calendar year.
    pub(super) fn calendar_quarter(year: i16, number: i16) -> Self {
        let first = first_of_month(year, number * 3 - 2);
        let last = first_of_month(year, number * 3).last_of_month();
        Self::moment(first, last, Precision::Quarter)
    }

    pub(super) fn year(year: Year, calendar: &PlanCalendar) -> Self {
        match year {
            Year::Calendar(year) => {
                Self::moment(first_of_month(year, 1), first_of_month(year, 12).last_of_month(), Precision::Year)
            }
            Year::Financial(year) => Self::moment(
                calendar.year_starts.first_day(year),
                calendar.year_starts.last_day(year),
                Precision::FinancialYear,
            ),
            Year::Several(first, last) => Self {
                is_stretch: true,
                ..Self::moment(first_of_month(first, 1), first_of_month(last, 12).last_of_month(), Precision::Year)
            },
        }
    }

    /// The plan's whole period.
    pub(super) fn lifetime(period: Period) -> Self {
        Self { is_stretch: true, ..Self::moment(period.from, period.to, Precision::Plan) }
    }
}

impl Part {
    /// The date in the year that stands by it.
    pub(super) fn in_year(self, year: Year, calendar: &PlanCalendar) -> Result<Span, String> {
        let start = i16::from(calendar.year_starts.month());
        let calendar_year = |month: i16| match year {
            Year::Financial(year) if month < start => year + 1,
            Year::Calendar(year) | Year::Financial(year) | Year::Several(year, _) => year,
        };
        match self {
            Self::Month(month) => Ok(Span::month(calendar_year(month), month)),
            Self::Day { month, day } => Span::day(calendar_year(month).into(), month.into(), day),
            // "Winter 2025/26" is one winter, whatever the financial year.
            Self::Season(season) => Ok(Span::season(calendar_year(12), season)),
            Self::Quarter(number) => {
                let (Year::Calendar(year) | Year::Financial(year) | Year::Several(year, _)) = year;
                Quarter::new(year, number, calendar.year_starts)
                    .map(Span::quarter)
                    .ok_or_else(|| format!("there is no quarter {number}"))
            }
        }
    }

    /// The last such date that does not start after `next`.
    pub(super) fn before(self, next: &Span, calendar: &PlanCalendar) -> Result<Span, String> {
        let year = match self {
            Self::Quarter(_) => calendar.year_starts.year_of(next.first),
            _ => next.first.year(),
        };
        let here = self.in_year(Year::Calendar(year), calendar);
        match here {
            Ok(span) if span.first > next.first => self.in_year(Year::Calendar(year - 1), calendar),
            other => other,
        }
    }
}

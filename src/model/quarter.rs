//! Quarters of the financial year.

use super::day::{first_of_month, month_in_words, month_name};
use super::year_start::YearStart;
use jiff::civil::Date;
use std::cmp::Ordering;
use std::fmt;

/// One quarter of a financial year: with a year that starts in April, Q1 is
/// April to June.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Quarter {
    starts: YearStart,
    year: i16,
    number: u8,
}

impl Quarter {
    /// The quarter that holds a day.
    #[must_use]
    pub(crate) fn of(date: Date, starts: YearStart) -> Self {
        let months_in = (date.month().unsigned_abs() + 12 - starts.month()) % 12;
        Self { starts, year: starts.year_of(date), number: months_in / 3 + 1 }
    }

    /// A quarter by its number, 1 to 4, in the financial year that starts in
    /// `year`; `None` for another number.
    #[must_use]
    pub(crate) fn new(year: i16, number: u8, starts: YearStart) -> Option<Self> {
        (1..=4).contains(&number).then_some(Self { starts, year, number })
    }

    /// The number, 1 to 4.
    #[must_use]
    pub(crate) fn number(self) -> u8 {
        self.number
    }

    /// The calendar year in which this quarter's financial year starts.
    #[must_use]
    pub(crate) fn year(self) -> i16 {
        self.year
    }

    /// The first day.
    #[must_use]
    pub(crate) fn first_day(self) -> Date {
        first_of_month(self.year, self.first_month())
    }

    /// The last day.
    #[must_use]
    pub(crate) fn last_day(self) -> Date {
        first_of_month(self.year, self.first_month() + 2).last_of_month()
    }

    /// The quarter before.
    #[must_use]
    pub(crate) fn previous(self) -> Self {
        if self.number == 1 {
            Self { year: self.year.saturating_sub(1), number: 4, ..self }
        } else {
            Self { number: self.number - 1, ..self }
        }
    }

    /// The quarter after.
    #[must_use]
    pub(crate) fn next(self) -> Self {
        if self.number == 4 {
            Self { year: self.year.saturating_add(1), number: 1, ..self }
        } else {
            Self { number: self.number + 1, ..self }
        }
    }

    /// The name: "Q2 2026/27".
    #[must_use]
    pub(crate) fn label(self) -> String {
        format!("Q{} {}", self.number, self.year_label())
    }

    /// The name of its financial year: "2026/27".
    #[must_use]
    pub(crate) fn year_label(self) -> String {
        self.starts.label(self.year)
    }

    /// Its months in words: "October to December 2026".
    #[must_use]
    pub(crate) fn in_words(self) -> String {
        let (first, last) = (self.first_day(), self.last_day());
        let first =
            if first.year() == last.year() { month_name(first.month()).to_owned() } else { month_in_words(first) };
        format!("{first} to {}", month_in_words(last))
    }

    /// The first month, counted from the January of `year`; past 12 where it
    /// falls into the next.
    fn first_month(self) -> i16 {
        i16::from(self.starts.month()) + (i16::from(self.number) - 1) * 3
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.label())
    }
}

impl PartialOrd for Quarter {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Quarter {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |quarter: &Self| (quarter.year, quarter.first_month(), quarter.number);
        place(self).cmp(&place(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Quarter;
    use crate::model::year_start::YearStart;
    use jiff::civil::{Date, date};
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    #[test]
    fn the_first_quarter_is_april_to_june() {
        let quarter = Quarter::of(date(2026, 5, 14), YearStart::default());
        assert_eq!(quarter.label(), "Q1 2026/27");
        assert_eq!(quarter.first_day(), date(2026, 4, 1));
        assert_eq!(quarter.last_day(), date(2026, 6, 30));
    }

    #[test]
    fn a_quarter_is_told_by_its_months() {
        let quarter = |starts: u8| Quarter::of(date(2026, 12, 3), YearStart::new(starts).expect("a month"));
        assert_eq!(quarter(4).in_words(), "October to December 2026");
        assert_eq!(quarter(2).in_words(), "November 2026 to January 2027");
    }

    #[test]
    fn the_last_quarter_lies_in_the_next_calendar_year() {
        let quarter = Quarter::of(date(2027, 2, 1), YearStart::default());
        assert_eq!(quarter.label(), "Q4 2026/27");
        assert_eq!(quarter.last_day(), date(2027, 3, 31));
        assert_eq!(quarter.next().label(), "Q1 2027/28");
        assert_eq!(quarter.previous().label(), "Q3 2026/27");
        assert_eq!(
            quarter.next().previous().previous().previous().previous(),
            quarter.previous().previous().previous()
        );
    }

    #[test]
    fn quarters_are_in_the_order_of_time() {
        let first = Quarter::new(2026, 4, YearStart::default()).expect("a quarter");
        let second = Quarter::new(2027, 1, YearStart::default()).expect("a quarter");
        assert!(first < second);
        assert_eq!(Quarter::new(2026, 5, YearStart::default()), None);
    }

    #[test]
    fn a_financial_year_may_start_in_another_month() {
        let september = YearStart::new(9).expect("a month");
        let quarter = Quarter::of(date(2026, 8, 31), september);
        assert_eq!(quarter.label(), "Q4 2025/26");
        assert_eq!(quarter.first_day(), date(2026, 6, 1));
    }

    #[test]
    fn the_ends_of_the_calendar_do_no_harm() {
        for day in [Date::MIN, Date::MAX] {
            let quarter = Quarter::of(day, YearStart::default());
            let _ = (quarter.previous().first_day(), quarter.next().last_day());
            let _ = (quarter.label(), quarter.next().label());
        }
    }

    proptest! {
        #[test]
        fn a_day_lies_in_its_quarter_and_quarters_meet(days in 0..80_000_i64, month in 1..=12_u8) {
            let day = date(1900, 1, 1).saturating_add(jiff::Span::new().days(days));
            let quarter = Quarter::of(day, YearStart::new(month).expect("a month"));
            prop_assert!(quarter.first_day() <= day && day <= quarter.last_day());
            prop_assert_eq!(quarter.next().first_day(), quarter.last_day().tomorrow().expect("not the last day of all"));
            prop_assert_eq!(quarter.previous().next(), quarter);
        }
    }
}

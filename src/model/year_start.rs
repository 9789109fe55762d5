//! The month in which a financial year starts.

use super::day::first_of_month;
use jiff::civil::Date;

/// The month, 1 to 12, in which the financial year starts: April unless the
/// site says otherwise, so that the year 2024/25 runs from 1 April 2024 to
/// 31 March 2025. A financial year is known by the calendar year in which it
/// starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct YearStart(u8);

impl Default for YearStart {
    fn default() -> Self {
        Self(4)
    }
}

impl YearStart {
    /// The start in a month, or `None` where the number is not 1 to 12.
    #[must_use]
    pub(crate) fn new(month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self(month))
    }

    /// The month, 1 to 12.
    #[must_use]
    pub(crate) fn month(self) -> u8 {
        self.0
    }

    /// The first day of the financial year that starts in `year`.
    #[must_use]
    pub(crate) fn first_day(self, year: i16) -> Date {
        first_of_month(year, i16::from(self.0))
    }

    /// The last day of the financial year that starts in `year`.
    #[must_use]
    pub(crate) fn last_day(self, year: i16) -> Date {
        first_of_month(year, i16::from(self.0) + 11).last_of_month()
    }

    /// The financial year that holds a day.
    #[must_use]
    pub(crate) fn year_of(self, date: Date) -> i16 {
        if date.month().unsigned_abs() < self.0 { date.year() - 1 } else { date.year() }
    }

    /// The name of the financial year that starts in `year`: "2024/25", or
    /// "2024" where financial years are calendar years.
    #[must_use]
    pub(crate) fn label(self, year: i16) -> String {
        if self.0 == 1 { year.to_string() } else { format!("{year}/{:02}", (year + 1).rem_euclid(100)) }
    }
}

#[cfg(test)]
mod tests {
    use super::YearStart;
    use jiff::civil::date;

    #[test]
    fn a_year_runs_from_april_to_march_unless_the_site_says_otherwise() {
        let april = YearStart::default();
        assert_eq!(april.month(), 4);
        assert_eq!(april.first_day(2024), date(2024, 4, 1));
        assert_eq!(april.last_day(2024), date(2025, 3, 31));
        assert_eq!(april.label(2024), "2024/25");
        assert_eq!(april.label(2099), "2099/00");
    }

    #[test]
    fn a_day_before_the_start_belongs_to_the_year_before() {
        let april = YearStart::default();
        assert_eq!(april.year_of(date(2025, 3, 31)), 2024);
        assert_eq!(april.year_of(date(2025, 4, 1)), 2025);
    }

    #[test]
    fn a_year_from_january_is_the_calendar_year() {
        let january = YearStart::new(1).expect("a month");
        assert_eq!(january.last_day(2024), date(2024, 12, 31));
        assert_eq!(january.label(2024), "2024");
    }

    #[test]
    fn only_months_are_starts() {
        assert_eq!(YearStart::new(0), None);
        assert_eq!(YearStart::new(13), None);
    }
}

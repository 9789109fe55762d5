//! The periods for which an indicator has figures.

use super::day::{date_of, figures, first_of_month, month_in_words, month_name};
use jiff::civil::Date;
use std::cmp::{Ordering, Reverse};
use std::error::Error;
use std::fmt;

/// A year (`2023`), a quarter (`2023-Q2`) or a month (`2023-05`) of figures.
///
/// Years and quarters are the calendar's, whatever the financial year: police
/// and health figures are published so, and a figure must not move to other
/// months when a site changes its financial year. `2023-Q2` is April to June
/// 2023.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum DataPeriod {
    /// A calendar year.
    Year(i16),
    /// A calendar quarter.
    Quarter {
        /// The year.
        year: i16,
        /// The quarter, 1 to 4.
        number: u8,
    },
    /// A month.
    Month {
        /// The year.
        year: i16,
        /// The month, 1 to 12.
        month: u8,
    },
}

/// A text that is not a period of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DataPeriodError {
    text: String,
}

impl fmt::Display for DataPeriodError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is not a year, a quarter or a month in the form `2023`, `2023-Q2` or `2023-05`", self.text)
    }
}

impl Error for DataPeriodError {}

impl DataPeriodError {
    /// What to do about it.
    #[must_use]
    #[allow(clippy::unused_self, reason = "asked of it as of every other error, whose help may depend on the value")]
    pub(crate) fn help(&self) -> String {
        "write `2023` for the year, `2023-Q2` for April to June 2023, `2023-05` for May 2023".to_owned()
    }
}

impl DataPeriod {
    /// Reads a period of figures.
    ///
    /// # Errors
    /// Any other form, a quarter past 4 and a month past 12.
    pub(crate) fn read(text: &str) -> Result<Self, DataPeriodError> {
        let text = text.trim();
        let unread = || DataPeriodError { text: text.to_owned() };
        let small = |number: i16| u8::try_from(number).map_err(|_| unread());
        let quarter = text.replacen("-Q", "-", 1).replacen("-q", "-", 1);
        let period = if let Some([year]) = figures(text, '-', [4]) {
            Self::Year(year)
        } else if let Some([year, month]) = figures(text, '-', [4, 2]) {
            Self::Month { year, month: small(month)? }
        } else if let Some([year, number @ 1..=4]) = figures(&quarter, '-', [4, 1])
            && quarter.len() < text.len()
        {
            Self::Quarter { year, number: small(number)? }
        } else {
            return Err(unread());
        };
        let (year, month) = period.first_month();
        date_of(i32::from(year), i32::from(month), 1).map_err(|_| unread())?;
        Ok(period)
    }

    /// The first day.
    #[must_use]
    pub(crate) fn first_day(self) -> Date {
        let (year, month) = self.first_month();
        first_of_month(year, month)
    }

    /// The last day.
    #[must_use]
    pub(crate) fn last_day(self) -> Date {
        let (year, month) = self.first_month();
        first_of_month(year, month + self.months() - 1).last_of_month()
    }

    /// How many days it has.
    #[must_use]
    pub(crate) fn days(self) -> i32 {
        (self.last_day() - self.first_day()).get_days() + 1
    }

    /// Whether another period lies within this one.
    #[must_use]
    pub(crate) fn contains(self, other: Self) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// The period in words: "2023", "April to June 2023", "May 2023".
    #[must_use]
    pub(crate) fn in_words(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Quarter { .. } => {
                let first = month_name(self.first_day().month());
                format!("{first} to {}", month_in_words(self.last_day()))
            }
            Self::Month { .. } => month_in_words(self.first_day()),
        }
    }

    /// The period in two short parts, the months and the year: "Apr–Jun" and "2023", "May" and "2023", "" and "2023".
    #[must_use]
    pub(crate) fn short(self) -> (String, String) {
        let month = |date: Date| month_name(date.month())[..3].to_owned();
        let (first, last) = (self.first_day(), self.last_day());
        let months = match self {
            Self::Year(_) => String::new(),
            Self::Quarter { .. } => format!("{}–{}", month(first), month(last)),
            Self::Month { .. } => month(first),
        };
        (months, first.year().to_string())
    }

    fn first_month(self) -> (i16, i16) {
        match self {
            Self::Year(year) => (year, 1),
            Self::Quarter { year, number } => (year, i16::from(number) * 3 - 2),
            Self::Month { year, month } => (year, i16::from(month)),
        }
    }

    fn months(self) -> i16 {
        match self {
            Self::Year(_) => 12,
            Self::Quarter { .. } => 3,
            Self::Month { .. } => 1,
        }
    }
}

/// As written: `2023`, `2023-Q2`, `2023-05`.
impl fmt::Display for DataPeriod {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Quarter { year, number } => write!(out, "{year:04}-Q{number}"),
            Self::Month { year, month } => write!(out, "{year:04}-{month:02}"),
        }
    }
}

impl PartialOrd for DataPeriod {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By the first day; of two that start together the longer comes first.
impl Ord for DataPeriod {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |period: &Self| (period.first_month(), Reverse(period.months()));
        place(self).cmp(&place(other))
    }
}

#[cfg(test)]
mod tests {
    use super::DataPeriod;
    use jiff::civil::date;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    fn read(text: &str) -> DataPeriod {
        DataPeriod::read(text).expect(text)
    }

    #[test]
    fn a_quarter_is_one_of_the_calendar() {
        let quarter = read("2023-Q2");
        assert_eq!(quarter.first_day(), date(2023, 4, 1));
        assert_eq!(quarter.last_day(), date(2023, 6, 30));
        assert_eq!(quarter.in_words(), "April to June 2023");
    }

    #[test]
    fn years_and_months_are_themselves() {
        assert_eq!(read("2023").last_day(), date(2023, 12, 31));
        assert_eq!(read("2023").in_words(), "2023");
        assert_eq!(read("2024-02").last_day(), date(2024, 2, 29));
        assert_eq!(read("2024-02").in_words(), "February 2024");
    }

    #[test]
    fn periods_are_in_the_order_of_time() {
        let mut periods = ["2024", "2023-Q4", "2023-12", "2023-Q1", "2023", "2023-01"].map(read);
        periods.sort();
        assert_eq!(
            periods.map(|period| period.to_string()),
            ["2023", "2023-Q1", "2023-01", "2023-Q4", "2023-12", "2024"]
        );
    }

    #[test]
    fn another_form_is_refused_with_the_three_that_are_known() {
        for text in ["2023-Q5", "2023-Q0", "2023-13", "2023-00", "2023-5", "23", "Q2 2023", "2023/24", "2023-4", ""] {
            let error = DataPeriod::read(text).expect_err(text);
            assert_eq!(
                error.to_string(),
                format!("`{text}` is not a year, a quarter or a month in the form `2023`, `2023-Q2` or `2023-05`")
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = DataPeriod::read(&text);
        }

        #[test]
        fn what_is_read_is_written_the_same(text in "[0-9]{4}(-Q?[0-9]{1,2})?") {
            if let Ok(period) = DataPeriod::read(&text) {
                prop_assert_eq!(period.to_string(), text);
                prop_assert!(period.first_day() < period.last_day());
                prop_assert!(!period.in_words().is_empty());
            }
        }
    }
}

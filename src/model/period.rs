//! Stretches of whole days: a plan's period, and what a date that is written
//! with less than a day (`2023`, `2023-05`) stands for.

use super::day::{DateError, date_of, figures, first_of_month, long, month_in_words, parse_date};
use jiff::civil::Date;
use std::error::Error;
use std::fmt;

/// A stretch of days, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day; never before the first.
    pub to: Date,
}

/// Why two texts are not a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// One of the ends is not a date, a month or a year.
    End(DateError),
    /// The period would end before it starts.
    Backwards {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
}

impl fmt::Display for PeriodError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::End(DateError::DateForm { text, .. }) => {
                write!(out, "`{text}` is not a date, a month or a year in the form `2026-12-03`, `2026-12` or `2026`")
            }
            Self::End(error) => error.fmt(out),
            Self::Backwards { from, to } => {
                write!(out, "the period ends on {} but starts on {}", long(*to), long(*from))
            }
        }
    }
}

impl Error for PeriodError {}

impl PeriodError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::End(error @ DateError::DateForm { meant: Some(_), .. }) => error.help(),
            Self::End(_) => "write a day, a month or a year: `2026-12-03`, `2026-12` or `2026`".to_owned(),
            Self::Backwards { .. } => "swap `from` and `to`, or correct one of them".to_owned(),
        }
    }
}

impl Period {
    /// Reads a period from its two ends, each a date, a month or a year. A
    /// month or a year starts on its first day and ends on its last.
    ///
    /// # Errors
    /// An end in no such form, and a period that ends before it starts.
    pub fn read(from: &str, to: &str) -> Result<Self, PeriodError> {
        let from = Self::spanned_by(from).map_err(PeriodError::End)?.from;
        let to = Self::spanned_by(to).map_err(PeriodError::End)?.to;
        Self::new(from, to).ok_or(PeriodError::Backwards { from, to })
    }

    /// The period between two days, or `None` where it would end before it
    /// starts.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The days that one date (`2026-12-03`), month (`2026-12`) or year
    /// (`2026`) stands for.
    ///
    /// # Errors
    /// Another form, and a date or month that does not exist.
    pub fn spanned_by(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        let (year, months) = if let Some([year]) = figures(text, '-', [4]) {
            (year, 1..=12)
        } else if let Some([year, month]) = figures(text, '-', [4, 2]) {
            (year, month..=month)
        } else {
            return parse_date(text).map(|day| Self { from: day, to: day });
        };
        date_of(i32::from(year), i32::from(*months.start()), 1)
            .map_err(|reason| DateError::NoSuchDay { text: text.to_owned(), reason })?;
        Ok(Self {
            from: first_of_month(year, *months.start()),
            to: first_of_month(year, *months.end()).last_of_month(),
        })
    }

    /// Whether a day lies in the period.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }

    /// The period in words: "2026", "April 2023 to March 2028", "May 2026" or
    /// "3 May 2026 to 7 June 2026".
    #[must_use]
    pub fn in_words(&self) -> String {
        let (from, to) = (self.from, self.to);
        if from == to {
            return long(from);
        }
        if from.day() != 1 || to != to.last_of_month() {
            return format!("{} to {}", long(from), long(to));
        }
        let whole_years = from.month() == 1 && to.month() == 12;
        match (whole_years, from.year() == to.year()) {
            (true, true) => from.year().to_string(),
            (true, false) => format!("{} to {}", from.year(), to.year()),
            (false, true) if from.month() == to.month() => month_in_words(from),
            (false, _) => format!("{} to {}", month_in_words(from), month_in_words(to)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use jiff::civil::date;
    use proptest::prelude::{any, prop_assert, proptest};

    fn read(from: &str, to: &str) -> Period {
        Period::read(from, to).expect("a sound period")
    }

    #[test]
    fn months_and_years_stand_for_their_first_and_last_days() {
        let plan = read("2023-04", "2028-02");
        assert_eq!(plan.from, date(2023, 4, 1));
        assert_eq!(plan.to, date(2028, 2, 29));
        assert_eq!(read("2023", "2024").to, date(2024, 12, 31));
        assert!(plan.contains(date(2028, 2, 29)));
        assert!(!plan.contains(date(2028, 3, 1)));
    }

    #[test]
    fn a_period_is_said_as_shortly_as_it_can_be() {
        assert_eq!(read("2023-04", "2028-03").in_words(), "April 2023 to March 2028");
        assert_eq!(read("2023", "2023").in_words(), "2023");
        assert_eq!(read("2023", "2025-12").in_words(), "2023 to 2025");
        assert_eq!(read("2023-05", "2023-05-31").in_words(), "May 2023");
        assert_eq!(read("2023-05-02", "2023-05-02").in_words(), "2 May 2023");
        assert_eq!(read("2023-05-02", "2023-06").in_words(), "2 May 2023 to 30 June 2023");
    }

    #[test]
    fn a_period_that_is_none_says_why() {
        let said = |from, to| {
            let error = Period::read(from, to).expect_err("unsound");
            (error.to_string(), error.help())
        };
        assert_eq!(
            said("2028-04", "2023-03"),
            (
                "the period ends on 31 March 2023 but starts on 1 April 2028".to_owned(),
                "swap `from` and `to`, or correct one of them".to_owned()
            )
        );
        assert_eq!(
            said("April 2023", "2024").0,
            "`April 2023` is not a date, a month or a year in the form `2026-12-03`, `2026-12` or `2026`"
        );
        assert_eq!(said("2023-13", "2024").0, "there is no day `2023-13`: there is no month 13");
    }

    proptest! {
        #[test]
        fn any_two_texts_are_a_period_or_refused(from in any::<String>(), to in "[0-9]{4}(-[0-9]{2}){0,2}") {
            match Period::read(&from, &to).or_else(|_| Period::read(&to, &to)) {
                Ok(period) => prop_assert!(period.from <= period.to && !period.in_words().is_empty()),
                Err(error) => prop_assert!(!error.to_string().is_empty() && !error.help().is_empty()),
            }
        }
    }
}

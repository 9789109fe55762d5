//! Stretches of whole days: a plan's period, and what a date that is written
//! with less than a day (`2023`, `2023-05`) stands for.

use super::day::{DateError, date_of, figures, first_of_month, long, month_in_words, parse_date};
use jiff::civil::Date;

/// A stretch of days, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Period {
    /// The first day.
    pub from: Date,
    /// The last day; never before the first.
    pub to: Date,
}

impl Period {
    /// The period between two days, or `None` where it would end before it
    /// starts.
    #[must_use]
    pub(crate) fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The days that one date (`2026-12-03`), month (`2026-12`) or year
    /// (`2026`) stands for.
    ///
    /// # Errors
    /// Another form, and a date or month that does not exist.
    pub(crate) fn spanned_by(text: &str) -> Result<Self, DateError> {
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

    /// The period in words: "2026", "April 2023 to March 2028", "May 2026" or
    /// "3 May 2026 to 7 June 2026".
    #[must_use]
    pub(crate) fn in_words(self) -> String {
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

    fn spanned(from: &str, to: &str) -> Period {
        let [first, last] = [from, to].map(|text| Period::spanned_by(text).expect(text));
        Period::new(first.from, last.to).expect("it ends after it starts")
    }

    #[test]
    fn months_and_years_stand_for_their_first_and_last_days() {
        let plan = spanned("2023-04", "2028-02");
        assert_eq!(plan.from, date(2023, 4, 1));
        assert_eq!(plan.to, date(2028, 2, 29));
        assert_eq!(spanned("2023", "2024").to, date(2024, 12, 31));
    }

    #[test]
    fn a_period_is_said_as_shortly_as_it_can_be() {
        assert_eq!(spanned("2023-04", "2028-03").in_words(), "April 2023 to March 2028");
        assert_eq!(spanned("2023", "2023").in_words(), "2023");
        assert_eq!(spanned("2023", "2025-12").in_words(), "2023 to 2025");
        assert_eq!(spanned("2023-05", "2023-05-31").in_words(), "May 2023");
        assert_eq!(spanned("2023-05-02", "2023-05-02").in_words(), "2 May 2023");
        assert_eq!(spanned("2023-05-02", "2023-06").in_words(), "2 May 2023 to 30 June 2023");
    }

    #[test]
    fn what_is_no_stretch_of_days_is_refused() {
        assert_eq!(Period::new(date(2028, 4, 1), date(2023, 3, 31)), None);
        assert!(Period::spanned_by("April 2023").is_err());
        let error = Period::spanned_by("2023-13").expect_err("no month");
        assert_eq!(error.to_string(), "there is no day `2023-13`: there is no month 13");
    }

    proptest! {
        #[test]
        fn any_text_is_a_period_or_refused(any in any::<String>(), near in "[0-9]{4}(-[0-9]{2}){0,2}") {
            for text in [any, near] {
                match Period::spanned_by(&text) {
                    Ok(period) => prop_assert!(period.from <= period.to && !period.in_words().is_empty()),
                    Err(error) => prop_assert!(!error.to_string().is_empty() && !error.help().is_empty()),
                }
            }
        }
    }
}

//! Lengths of time in the units of a calendar: `6 months`, `2 weeks`.

use jiff::Span;
use jiff::civil::Date;
use std::error::Error;
use std::fmt;

/// A length of time in days, weeks, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Duration {
    count: u16,
    unit: Unit,
}

/// The unit of a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A text that is not a length of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DurationError {
    text: String,
}

impl fmt::Display for DurationError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is not a length of time in days, weeks, months or years", self.text)
    }
}

impl Error for DurationError {}

impl DurationError {
    /// What to do about it.
    #[must_use]
    #[allow(clippy::unused_self, reason = "asked of it as of every other error, whose help may depend on the value")]
    pub(crate) fn help(&self) -> String {
        "write a number and its unit: `90 days`, `2 weeks`, `6 months` or `1 year`".to_owned()
    }
}

impl Duration {
    /// Reads a whole number from 1 to 9999 and a unit.
    ///
    /// # Errors
    /// Any other text.
    pub(crate) fn read(text: &str) -> Result<Self, DurationError> {
        let text = text.trim();
        let figures = text.find(|letter: char| !letter.is_ascii_digit());
        let (count, unit) = text.split_at(figures.unwrap_or(text.len()));
        let unit = match unit.trim().to_lowercase().as_str() {
            "day" | "days" => Some(Unit::Day),
            "week" | "weeks" => Some(Unit::Week),
            "month" | "months" => Some(Unit::Month),
            "year" | "years" => Some(Unit::Year),
            _ => None,
        };
        let count = count.parse().ok().filter(|count| (1..=9999).contains(count));
        match (count, unit) {
            (Some(count), Some(unit)) => Ok(Self { count, unit }),
            _ => Err(DurationError { text: text.to_owned() }),
        }
    }

    /// The day that long after another. Where its month is too short, it is
    /// the last of that month: a month after 31 January is 28 February.
    #[must_use]
    pub(crate) fn after(self, date: Date) -> Date {
        date.saturating_add(self.span())
    }

    /// The day that long before another, likewise.
    #[must_use]
    pub(crate) fn before(self, date: Date) -> Date {
        date.saturating_sub(self.span())
    }

    fn span(self) -> Span {
        let count = i64::from(self.count);
        match self.unit {
            Unit::Day => Span::new().days(count),
            Unit::Week => Span::new().weeks(count),
            Unit::Month => Span::new().months(count),
            Unit::Year => Span::new().years(count),
        }
    }
}

/// In words: "6 months", "1 year".
impl fmt::Display for Duration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        let ending = if self.count == 1 { "" } else { "s" };
        write!(out, "{} {unit}{ending}", self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::Duration;
    use jiff::civil::{Date, date};
    use proptest::prelude::{any, prop_assert, proptest};

    #[test]
    fn a_length_of_time_is_a_number_and_a_unit() {
        for (text, words) in
            [("6 months", "6 months"), ("1 years", "1 year"), ("2weeks", "2 weeks"), (" 90 Days ", "90 days")]
        {
            assert_eq!(Duration::read(text).expect(text).to_string(), words);
        }
        assert_eq!(Duration::read("6 months"), Ok(Duration { count: 6, unit: super::Unit::Month }));
    }

    #[test]
    fn anything_else_is_refused_with_examples() {
        for text in ["", "6", "months", "six months", "0 days", "-1 day", "1.5 years", "10000 days", "6 hours"] {
            let error = Duration::read(text).expect_err(text);
            assert_eq!(error.to_string(), format!("`{text}` is not a length of time in days, weeks, months or years"));
        }
    }

    #[test]
    fn months_are_counted_by_the_calendar() {
        let month = Duration::read("1 month").expect("sound");
        assert_eq!(month.after(date(2026, 1, 31)), date(2026, 2, 28));
        assert_eq!(month.before(date(2026, 3, 31)), date(2026, 2, 28));
        let days = Duration::read("90 days").expect("sound");
        assert_eq!(days.after(date(2026, 1, 1)), date(2026, 4, 1));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = Duration::read(&text);
        }

        #[test]
        fn the_ends_of_the_calendar_do_no_harm(text in "[1-9][0-9]{0,3} (day|week|month|year)s") {
            let duration = Duration::read(&text).expect("sound");
            prop_assert!(duration.after(Date::MAX) == Date::MAX);
            prop_assert!(duration.before(Date::MIN) == Date::MIN);
            prop_assert!(duration.after(date(2026, 1, 1)) > date(2026, 1, 1));
        }
    }
}

//! How often, and on which days.

use super::SeriesError;
use crate::model::day::weekday_name;
use jiff::civil::Weekday;
use std::fmt;

/// How often a series comes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Every {
    /// `week`.
    Week,
    /// `2 weeks`.
    TwoWeeks,
    /// `month`.
    Month,
}

/// On which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum On {
    /// `tuesday`: each Tuesday, or every second.
    Each(Weekday),
    /// `first tuesday`: one Tuesday of each month.
    Nth(Nth, Weekday),
}

/// Which of a month's Tuesdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Nth {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The fifth, which not every month has.
    Fifth,
    /// The last, be it the fourth or the fifth.
    Last,
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

impl Every {
    /// Reads `week`, `2 weeks` or `month`.
    ///
    /// # Errors
    /// Any other text.
    pub(crate) fn read(text: &str) -> Result<Self, SeriesError> {
        match words_of(text).join(" ").as_str() {
            "week" | "1 week" => Ok(Self::Week),
            "2 weeks" | "two weeks" => Ok(Self::TwoWeeks),
            "month" | "1 month" => Ok(Self::Month),
            _ => Err(SeriesError::Every { text: text.trim().to_owned() }),
        }
    }
}

impl fmt::Display for Every {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Week => "week",
            Self::TwoWeeks => "2 weeks",
            Self::Month => "month",
        })
    }
}

impl On {
    /// Reads `tuesday`, `first tuesday` or `last friday`.
    ///
    /// # Errors
    /// Any other text.
    pub(crate) fn read(text: &str) -> Result<Self, SeriesError> {
        let words = words_of(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let on = match words[..] {
            [weekday] => weekday_named(weekday).map(Self::Each),
            [nth, weekday] => Nth::named(nth).zip(weekday_named(weekday)).map(|(nth, weekday)| Self::Nth(nth, weekday)),
            _ => None,
        };
        on.ok_or_else(|| SeriesError::On { text: text.trim().to_owned() })
    }

    pub(super) fn weekday(self) -> Weekday {
        match self {
            Self::Each(weekday) | Self::Nth(_, weekday) => weekday,
        }
    }
}

impl fmt::Display for On {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weekday = weekday_name(self.weekday()).to_lowercase();
        match self {
            Self::Each(_) => out.write_str(&weekday),
            Self::Nth(nth, _) => write!(out, "{} {weekday}", nth.name()),
        }
    }
}

impl Nth {
    const ALL: [Self; 6] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Fifth, Self::Last];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nth| nth.name() == name)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Fifth => "fifth",
            Self::Last => "last",
        }
    }

    /// The number, where the last is -1.
    pub(super) fn number(self) -> i8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Fourth => 4,
            Self::Fifth => 5,
            Self::Last => -1,
        }
    }
}

fn words_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

fn weekday_named(name: &str) -> Option<Weekday> {
    WEEKDAYS.into_iter().find(|weekday| weekday_name(*weekday).to_lowercase() == name)
}

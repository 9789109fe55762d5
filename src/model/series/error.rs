use super::{Every, On};
use crate::model::day::{long, weekday_name};
use crate::model::suggestion::nearest;
use jiff::civil::Date;
use std::error::Error;
use std::fmt;

/// Why there is no such series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SeriesError {
    /// How often is not understood.
    Every {
        /// The text as written.
        text: String,
    },
    /// On which day is not understood.
    On {
        /// The text as written.
        text: String,
    },
    /// Every month on a weekday, of which a month has four or five.
    WhichInTheMonth {
        /// On which day.
        on: On,
    },
    /// Every week on a day that comes once a month.
    OnceAMonth {
        /// How often.
        every: Every,
        /// On which day.
        on: On,
    },
    /// It ends before it starts.
    Backwards {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// No session falls between its first and its last day.
    Empty {
        /// On which day.
        on: On,
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// It has more than 520 sessions.
    TooLong {
        /// The last day.
        until: Date,
    },
}

impl fmt::Display for SeriesError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Every { text } => write!(out, "`every: {text}` is not understood"),
            Self::On { text } => write!(out, "`on: {text}` is not understood"),
            Self::WhichInTheMonth { on } => write!(
                out,
                "`every: month` and `on: {on}` do not say which {} of the month",
                weekday_name(on.weekday())
            ),
            Self::OnceAMonth { every, on } => {
                write!(out, "`every: {every}` and `on: {on}` do not go together: there is one {} in a month", said(*on))
            }
            Self::Backwards { from, until } => {
                write!(out, "the series ends on {} but starts on {}", long(*until), long(*from))
            }
            Self::Empty { on, from, until } => {
                write!(out, "there is no {} from {} to {}", said(*on), long(*from), long(*until))
            }
            Self::TooLong { until } => write!(out, "the series has more than 520 sessions until {}", long(*until)),
        }
    }
}

impl Error for SeriesError {}

impl SeriesError {
    /// What to do about it.
    #[must_use]
    pub(crate) fn help(&self) -> String {
        match self {
            Self::Every { .. } => "write `week`, `2 weeks` or `month`".to_owned(),
            Self::On { text } => {
                let last = text.split_whitespace().last().unwrap_or_default();
                let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
                match nearest(last, weekdays).filter(|meant| *meant != last) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "write a day such as `tuesday`, `first tuesday` or `last friday`".to_owned(),
                }
            }
            Self::WhichInTheMonth { on } => {
                format!("write `on: first {on}` or `on: last {on}`, or `every: week`")
            }
            Self::OnceAMonth { on, .. } => {
                format!("write `every: month`, or `on: {}`", On::Each(on.weekday()))
            }
            Self::Backwards { .. } => "swap `from` and `until`, or correct one of them".to_owned(),
            Self::Empty { .. } => "correct `from`, `until` or `on`".to_owned(),
            Self::TooLong { .. } => "check the year of `until`".to_owned(),
        }
    }
}

/// The day in words: "first Tuesday".
fn said(on: On) -> String {
    let weekday = weekday_name(on.weekday());
    match on {
        On::Each(_) => weekday.to_owned(),
        On::Nth(nth, _) => format!("{} {weekday}", nth.name()),
    }
}

//! Days and times of day, as they are written in the content (`2026-12-03`,
//! `09:30`) and as they are shown to readers.

use jiff::civil::{Date, Time, Weekday};
use std::error::Error;
use std::fmt;

/// Why a text is not a day or not a time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DateError {
    /// The text is not in the form `2026-12-03`; `meant` is the day where the
    /// text is one in the British form `3/12/2026`.
    DateForm {
        /// The text as written.
        text: String,
        /// The day that the text most likely means.
        meant: Option<Date>,
    },
    /// The text is in the right form, but there is no such day.
    NoSuchDay {
        /// The text as written.
        text: String,
        /// Why not, such as "February 2026 has 28 days".
        reason: String,
    },
    /// The text is not in the form `09:30`.
    TimeForm {
        /// The text as written.
        text: String,
    },
    /// The text is in the right form, but there is no such time.
    NoSuchTime {
        /// The text as written.
        text: String,
    },
}

impl fmt::Display for DateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DateForm { text, .. } => {
                write!(out, "`{text}` is not a date in the form `2026-12-03`")
            }
            Self::NoSuchDay { text, reason } => {
                write!(out, "there is no day `{text}`: {reason}")
            }
            Self::TimeForm { text } => {
                write!(out, "`{text}` is not a time in the form `09:30`")
            }
            Self::NoSuchTime { text } => {
                write!(out, "there is no time `{text}`: the day runs from `00:00` to `23:59`")
            }
        }
    }
}

impl Error for DateError {}

impl DateError {
    /// What to do about it.
    #[must_use]
    pub(crate) fn help(&self) -> String {
        match self {
            Self::DateForm { meant: Some(date), .. } => {
                format!("for {}, write `{date}`", long(*date))
            }
            Self::DateForm { .. } | Self::NoSuchDay { .. } => {
                "write the year, the month and the day, each in figures: `2026-12-03`".to_owned()
            }
            Self::TimeForm { .. } | Self::NoSuchTime { .. } => {
                "write hours and minutes on the 24 hour clock, in quotes: `\"09:30\"`, `\"14:00\"`".to_owned()
            }
        }
    }
}

/// Reads a day written as `2026-12-03`.
///
/// # Errors
/// Any other form, and a day that is not in the calendar.
pub(crate) fn parse_date(text: &str) -> Result<Date, DateError> {
    let text = text.trim();
    // The pattern comes first, because the date library also takes
    // `20261203` and whole time stamps.
    let Some([year, month, day]) = figures(text, '-', [4, 2, 2]) else {
        return Err(DateError::DateForm { text: text.to_owned(), meant: british(text) });
    };
    date_of(i32::from(year), i32::from(month), i32::from(day))
        .map_err(|reason| DateError::NoSuchDay { text: text.to_owned(), reason })
}

/// Reads a time of day written as `09:30`, on the 24 hour clock.
///
/// # Errors
/// Any other form, and a time past `23:59`.
pub(crate) fn parse_time(text: &str) -> Result<Time, DateError> {
    let text = text.trim();
    let Some([hour, minute]) = figures(text, ':', [2, 2]) else {
        return Err(DateError::TimeForm { text: text.to_owned() });
    };
    i8::try_from(hour)
        .ok()
        .zip(i8::try_from(minute).ok())
        .and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok())
        .ok_or_else(|| DateError::NoSuchTime { text: text.to_owned() })
}

/// The day of a year, month and day in figures.
///
/// # Errors
/// The reason why there is no such day, in words: "February 2026 has 28 days".
pub(crate) fn date_of(year: i32, month: i32, day: i32) -> Result<Date, String> {
    if !(1900..=9999).contains(&year) {
        return Err(format!("the year {year} is not between 1900 and 9999"));
    }
    if !(1..=12).contains(&month) {
        return Err(format!("there is no month {month}"));
    }
    let narrow = |number: i32| i16::try_from(number).expect("year and month were checked to be small");
    let month_start = first_of_month(narrow(year), narrow(month));
    let length = month_start.days_in_month();
    match i8::try_from(day) {
        Ok(day) if (1..=length).contains(&day) => {
            Ok(month_start.with().day(day).build().expect("the day was checked against its month"))
        }
        _ => Err(format!("{} has {length} days", month_in_words(month_start))),
    }
}

/// The first day of a month. A month past 12 or before 1 counts on into the
/// next year or back; a year that the calendar does not hold is drawn to the
/// nearest that it does.
pub(crate) fn first_of_month(year: i16, month: i16) -> Date {
    let months = i32::from(year) * 12 + i32::from(month) - 1;
    let year = months.div_euclid(12).clamp(i32::from(Date::MIN.year()), i32::from(Date::MAX.year()));
    let year = i16::try_from(year).expect("a clamped year is a year");
    let month = i8::try_from(months.rem_euclid(12) + 1).expect("a month is at most 12");
    Date::new(year, month, 1).expect("every month of every year has a first day")
}

/// A day in words with its weekday: "Thursday 3 December 2026".
#[must_use]
pub(crate) fn in_words(date: Date) -> String {
    format!("{} {}", weekday_name(date.weekday()), long(date))
}

/// A day in words without its weekday: "3 December 2026".
#[must_use]
pub(crate) fn long(date: Date) -> String {
    format!("{} {}", date.day(), month_in_words(date))
}

/// A day in short: "3 Dec 2026".
#[must_use]
pub(crate) fn short(date: Date) -> String {
    let month = &month_name(date.month())[..3];
    format!("{} {month} {}", date.day(), date.year())
}

/// A day's month in words: "December 2026".
#[must_use]
pub(crate) fn month_in_words(date: Date) -> String {
    format!("{} {}", month_name(date.month()), date.year())
}

/// A time of day as people say it: "9am", "9:30am", "midday", "midnight".
#[must_use]
pub(crate) fn time_in_words(time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (hour, minute) {
        (0, 0) => return "midnight".to_owned(),
        (12, 0) => return "midday".to_owned(),
        _ => {}
    }
    let half = if hour < 12 { "am" } else { "pm" };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    if minute == 0 { format!("{hour}{half}") } else { format!("{hour}:{minute:02}{half}") }
}

/// A weekday's name: "Tuesday".
#[must_use]
pub(crate) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// A month's name: 12 is "December".
pub(crate) fn month_name(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

/// The numbers of a text such as `2026-12-03`: as many parts as there are
/// lengths, each of just so many figures.
pub(crate) fn figures<const PARTS: usize>(text: &str, between: char, lengths: [usize; PARTS]) -> Option<[i16; PARTS]> {
    let mut numbers = [0; PARTS];
    let mut parts = text.split(between);
    for (number, length) in numbers.iter_mut().zip(lengths) {
        let part = parts.next()?;
        if part.len() != length || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

/// The day that a text such as `3/12/2026`, `03.12.26` or `3rd Dec 2026` means in Britain.
fn british(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['/', '.', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.try_into().ok()?;
    // `December 3, 2026`
    let (day, month) = if day.starts_with(char::is_alphabetic) { (month, day) } else { (day, month) };
    let day = day.trim_end_matches(char::is_alphabetic).parse().ok()?;
    let month = month.parse().ok().or_else(|| month_named(month))?;
    let year = match year.len() {
        2 => 2000 + year.parse::<i32>().ok()?,
        _ => year.parse().ok()?,
    };
    date_of(year, month, day).ok()
}

/// The number of a month by its name or the beginning of that.
fn month_named(name: &str) -> Option<i32> {
    let name = name.to_lowercase();
    let is_it = |month: &i8| name.len() > 2 && month_name(*month).to_lowercase().starts_with(&name);
    (1..=12_i8).find(is_it).map(i32::from)
}

#[cfg(test)]
mod tests;

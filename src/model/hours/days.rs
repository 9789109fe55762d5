//! Days in words: "Monday to Friday", "first Tuesday of the month", "24
//! December to 1 January", "bank holidays".

use super::listed::listed;
use opening_hours_syntax::rules::day::{
    Date, DateOffset, DaySelector, HolidayKind, MonthdayRange, WeekDayRange, Weekday, YearRange,
};

const NTH: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// The days of a rule, each kind for itself: years, dates, weekdays. Empty
/// for every day; `None` where there are no short words for them.
pub(super) fn in_words(days: &DaySelector) -> Option<Vec<String>> {
    // Of weeks by their number hardly anyone knows when they are.
    if !days.week.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    let mut add = |words: Option<Vec<String>>| {
        let words = words?;
        if !words.is_empty() {
            parts.push(listed(&words));
        }
        Some(())
    };
    add(days.year.iter().map(years).collect())?;
    add(days.monthday.iter().map(dates).collect())?;
    if !is_whole_week(&days.weekday) {
        add(days.weekday.iter().map(weekdays).collect())?;
    }
    Some(parts)
}

/// Whether these are all seven days of every week.
pub(super) fn is_whole_week(days: &[WeekDayRange]) -> bool {
    match days {
        [] => true,
        [WeekDayRange::Fixed { range, .. }] => {
            is_every_week(&days[0]) && numbers_of(*range.start(), *range.end()).count() == 7
        }
        _ => false,
    }
}

/// Whether a rule is for its weekdays in every week, and not, say, for the
/// first of the month.
pub(super) fn is_every_week(days: &WeekDayRange) -> bool {
    match days {
        WeekDayRange::Fixed { offset, nth_from_start, nth_from_end, .. } => {
            *offset == 0 && nth_from_start.iter().chain(nth_from_end).all(|nth| *nth)
        }
        WeekDayRange::Holiday { .. } => false,
    }
}

/// The weekdays from one to another, Monday as 0, round the end of the week
/// where need be.
pub(super) fn numbers_of(from: Weekday, to: Weekday) -> impl Iterator<Item = usize> {
    let number = |day: Weekday| usize::try_from(day.num_days_from_monday()).unwrap_or(0);
    let (from, to) = (number(from), number(to));
    let length = (to + 7 - from) % 7 + 1;
    (from..from + length).map(|day| day % 7)
}

fn years(range: &YearRange) -> Option<String> {
    let (years, step) = range.into_parts();
    if step != 1 {
        return None;
    }
    let (first, last) = (years.start().0, years.end().0);
    Some(match (first == last, last == 9999) {
        (true, _) => first.to_string(),
        (false, true) => format!("from {first}"),
        (false, false) => format!("{first} to {last}"),
    })
}

fn dates(range: &MonthdayRange) -> Option<String> {
    match range {
        MonthdayRange::Month { range, year } => {
            let months = if range.start() == range.end() {
                range.start().as_str().to_owned()
            } else {
                format!("{} to {}", range.start().as_str(), range.end().as_str())
            };
            Some(match year {
                Some(year) => format!("{months} {}", year.0),
                None => months,
            })
        }
        MonthdayRange::Date { start, end } => {
            let (first, last) = (date(start)?, date(end)?);
            Some(if start == end { first } else { format!("{first} to {last}") })
        }
    }
}

fn date((date, offset): &(Date, DateOffset)) -> Option<String> {
    if *offset != DateOffset::default() {
        return None;
    }
    let (words, year) = match date {
        Date::Fixed { year, month, day } => (format!("{day} {}", month.as_str()), year),
        Date::Easter { year } => ("Easter Sunday".to_owned(), year),
        Date::Weekday { year, month, wday, nth } => {
            let which = match nth {
                -1 => "last",
                nth => *usize::try_from(*nth - 1).ok().and_then(|nth| NTH.get(nth))?,
            };
            let words = format!("{which} {} of {}", name(*wday), month.as_str());
            (words, year)
        }
    };
    Some(match year {
        Some(year) => format!("{words} {}", year.0),
        None => words,
    })
}

fn weekdays(days: &WeekDayRange) -> Option<String> {
    match days {
        WeekDayRange::Holiday { kind, offset } => match (kind, offset) {
            (HolidayKind::Public, 0) => Some("bank holidays"),
            (HolidayKind::Public, -1) => Some("the day before a bank holiday"),
            (HolidayKind::Public, 1) => Some("the day after a bank holiday"),
            (HolidayKind::School, 0) => Some("school holidays"),
            _ => None,
        }
        .map(str::to_owned),
        WeekDayRange::Fixed { range, offset, nth_from_start, nth_from_end } => {
            if *offset != 0 {
                return None;
            }
            if is_every_week(days) {
                return Some(if range.start() == range.end() {
                    name(*range.start()).to_owned()
                } else {
                    format!("{} to {}", name(*range.start()), name(*range.end()))
                });
            }
            let which = nth_in_words(*nth_from_start, *nth_from_end)?;
            Some(format!("{which} {} of the month", name(*range.start())))
        }
    }
}

/// "first and third", "last".
fn nth_in_words(from_start: [bool; 5], from_end: [bool; 5]) -> Option<String> {
    let mut words: Vec<String> =
        from_start.into_iter().zip(NTH).filter(|(is_meant, _)| *is_meant).map(|(_, nth)| nth.to_owned()).collect();
    match from_end {
        [false, false, false, false, false] => {}
        [true, false, false, false, false] => words.push("last".to_owned()),
        _ => return None,
    }
    Some(listed(&words))
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

//! Dates that begin with figures: `2023-05-31`, `31/05/2023`, `31 May 2023`,
//! `2023-05`, `2023`, `2016/17`.

use super::PlanCalendar;
use super::error::Problem;
use super::found::{Find, Found, with_year};
use super::names::month;
use super::span::{Part, Span, Year};
use super::token::Tokens;
use super::year::{joined_year, lending_year, stands_alone};
use crate::model::day::date_of;

/// Years that a bare number is taken for. Before a month any year is one;
/// alone, `1500` is a number of people.
const BARE_YEARS: std::ops::RangeInclusive<i32> = 1990..=2099;

/// The date that begins with the number at a place.
pub(super) fn find(tokens: &Tokens, at: usize, calendar: &PlanCalendar) -> Find {
    let Some(first) = tokens.number(at) else {
        return Ok(None);
    };
    if let Some(found) = three_numbers(tokens, at)? {
        return Ok(Some(found));
    }
    match first.count {
        1 | 2 => {
            if let Some(found) = day_and_month(tokens, at, calendar)? {
                return Ok(Some(found));
            }
            two_short_numbers(tokens, at, calendar)
        }
        4 if BARE_YEARS.contains(&first.value) && !is_a_law_or_sum(tokens, at) => year_first(tokens, at, calendar),
        _ => Ok(None),
    }
}

/// Whether the letters that make `1st` of 1 stand at a place.
pub(super) fn is_ordinal_ending(tokens: &Tokens, at: usize) -> bool {
    tokens.is_joined(at) && tokens.is_word(at, &["st", "nd", "rd", "th"])
}

/// `2023-05-31`, `31/05/2023`, `31.5.23`.
fn three_numbers(tokens: &Tokens, at: usize) -> Find {
    let Some(mark) = tokens.mark(at + 1) else {
        return Ok(None);
    };
    let alike = matches!(mark, '-' | '/' | '.') && tokens.mark(at + 3) == Some(mark);
    let numbers = (tokens.number(at), tokens.short_number(at + 2), tokens.number(at + 4));
    let (Some(first), Some(month), Some(last)) = numbers else {
        return Ok(None);
    };
    if !alike || !tokens.are_joined(at, 5) {
        return Ok(None);
    }
    let (year, day) = match (first.count, last.count) {
        (4, 1 | 2) => (first.value, last.value),
        (1 | 2, 4) => (last.value, first.value),
        // `1.2.10` is more often the number of an action than a day.
        (1, 2) if mark == '.' => return Ok(None),
        (1 | 2, 2) => (2000 + last.value, first.value),
        _ => return Ok(None),
    };
    let span = Span::day(year, month, day).map_err(Problem::Impossible)?;
    Ok(Some((Found::Whole(span), at + 5)))
}

/// `31 May 2023`, `1st of May '23`, and `31 May` before a date with a year.
fn day_and_month(tokens: &Tokens, at: usize, calendar: &PlanCalendar) -> Find {
    let Some(day) = tokens.short_number(at) else {
        return Ok(None);
    };
    let mut next = at + 1;
    next += usize::from(is_ordinal_ending(tokens, next));
    next += usize::from(tokens.is_mark(next, &['-', '/']) || tokens.is_word(next, &["of"]));
    let Some(month) = tokens.word(next).and_then(month) else {
        return Ok(None);
    };
    // "Train 45 May 2024" counts people; "32 May 2024" is a slip.
    if day >= 40 {
        return Ok(None);
    }
    with_year(tokens, Part::Day { month, day }, next + 1, calendar)
}

/// `24/25`, a financial year, and the months `05/2023` and `05/23`.
fn two_short_numbers(tokens: &Tokens, at: usize, calendar: &PlanCalendar) -> Find {
    let (Some(first), Some(second)) = (tokens.number(at), tokens.number(at + 2)) else {
        return Ok(None);
    };
    let alone = at == 0 || !tokens.is_joined(at) || tokens.is_mark(at - 1, &['(', '-']);
    if tokens.mark(at + 1) != Some('/') || !tokens.are_joined(at, 3) || !alone {
        return Ok(None);
    }
    if first.value > 12 {
        return Ok(joined_year(tokens, at).map(|(year, end)| (Found::Whole(Span::year(year, calendar)), end)));
    }
    let year = match second.count {
        4 if BARE_YEARS.contains(&second.value) => second.value,
        2 if first.count == 2 && second.value > 12 => 2000 + second.value,
        _ => return Ok(None),
    };
    if !stands_alone(tokens, at + 2) || tokens.is_mark(at + 3, &['/']) {
        return Ok(None);
    }
    Ok(Some((Found::Whole(month_of(year, first.value)?), at + 3)))
}

/// What begins with a year of four figures.
fn year_first(tokens: &Tokens, at: usize, calendar: &PlanCalendar) -> Find {
    if let Some(found) = data_quarter(tokens, at) {
        return Ok(Some(found));
    }
    if let Some(found) = year_and_month(tokens, at)? {
        return Ok(Some(found));
    }
    let (year, end) = match years(tokens, at)? {
        Some(found) => found,
        None if stands_alone(tokens, at) => match tokens.small(at) {
            Some(year) => (Year::Calendar(year), at + 1),
            None => return Ok(None),
        },
        None => return Ok(None),
    };
    Ok(Some(match quarter_after(tokens, end) {
        Some((number, end)) => {
            let span = Part::Quarter(number).in_year(year, calendar).map_err(Problem::Impossible)?;
            (Found::Whole(span), end)
        }
        None => (Found::Whole(Span::year(year, calendar)), end),
    }))
}

/// `2024-Q2`, the form of the indicators, and a quarter of the calendar as
/// there.
fn data_quarter(tokens: &Tokens, at: usize) -> Option<(Found, usize)> {
    let is_form = tokens.is_mark(at + 1, &['-']) && tokens.is_word(at + 2, &["q"]) && tokens.are_joined(at, 4);
    let number = tokens.small(at + 3).filter(|number| (1..=4).contains(number))?;
    let span = Span::calendar_quarter(tokens.small(at)?, number);
    is_form.then_some((Found::Whole(span), at + 4))
}

/// `2023-05` and `2023/05`. `2016/17` is a year; `2011-12` is a month, since
/// that is how the content writes months.
fn year_and_month(tokens: &Tokens, at: usize) -> Find {
    let (Some(year), Some(month)) = (tokens.number(at), tokens.short_number(at + 2)) else {
        return Ok(None);
    };
    let is_form = tokens.is_mark(at + 1, &['-', '/']) && tokens.are_joined(at, 3) && stands_alone(tokens, at + 2);
    let is_years = month > year.value % 100 && (month > 12 || tokens.is_mark(at + 1, &['/']));
    if !is_form || is_years || (month == 0 && year.value % 100 == 99) {
        return Ok(None);
    }
    Ok(Some((Found::Whole(month_of(year.value, month)?), at + 3)))
}

/// `2016/17` and `2016-2017`, which are financial years, and `2023-2028` and
/// `2023-28`, which are several calendar years.
fn years(tokens: &Tokens, at: usize) -> Result<Option<(Year, usize)>, Problem> {
    if let Some(found) = joined_year(tokens, at) {
        return Ok(Some(found));
    }
    let (Some(first), Some(last)) = (tokens.small(at), tokens.number(at + 2)) else {
        return Ok(None);
    };
    let is_form = tokens.is_mark(at + 1, &['-', '/']) && stands_alone(tokens, at + 2);
    let last = match last.count {
        4 if BARE_YEARS.contains(&last.value) => tokens.small(at + 2),
        2 if tokens.are_joined(at, 3) => tokens.small(at + 2).map(|last| 2000 + last),
        _ => None,
    };
    match last {
        Some(last) if is_form && last < first => Err(Problem::Backwards),
        Some(last) if is_form && last > first => Ok(Some((Year::Several(first, last), at + 3))),
        _ => Ok(None),
    }
}

/// The number of `Q2` in `2024/25 Q2`, and the place after it.
fn quarter_after(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let at = at + usize::from(tokens.is_mark(at, &[',']));
    let number = tokens.small(at + 1).filter(|_| tokens.is_word(at, &["q"]))?;
    let lends_forward = matches!(lending_year(tokens, at + 2), Ok(Some(_)) | Err(_));
    let number = u8::try_from(number).ok()?;
    (!lends_forward).then_some((number, at + 2))
}

fn month_of(year: i32, month: i32) -> Result<Span, Problem> {
    let first = date_of(year, month, 1).map_err(Problem::Impossible)?;
    Ok(Span::month(first.year(), first.month().into()))
}

/// Whether the year belongs to the name of a law ("Domestic Abuse Act 2021")
/// or is a sum of money.
fn is_a_law_or_sum(tokens: &Tokens, at: usize) -> bool {
    at > 0 && (tokens.is_word(at - 1, &["act", "bill", "regulations"]) || tokens.is_mark(at - 1, &['£', '$', '€']))
}

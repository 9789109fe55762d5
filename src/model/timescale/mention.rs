//! Finding the dates that a timescale's text mentions.

use super::error::Problem;
use super::found::{Find, Found, with_year};
use super::names::{meant_by, month, season};
use super::span::{Part, Span, Year};
use super::token::Tokens;
use super::year::{FINANCIAL, joined_year, lending_year};
use super::{PlanCalendar, figures, plan_words};

/// A date and the tokens that name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) span: Span,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Words and marks between a date without a year and the date that lends it
/// its own.
const LENDING: &[&str] = &["to", "and", "or", "until", "till", "through"];
const LENDING_MARKS: &[char] = &['-', '/', '&', ',', '+'];

/// Words for a part of a year, or for another kind of year, whose days the text does not say.
const PARTS: &[&str] = &["h", "fye", "half", "term", "semester", "trimester"];
const ORDINALS: &[&str] = &["first", "second", "third", "1st", "2nd", "st", "nd", "rd"];

/// Whether the year that begins at a place is there to say which half or term is meant: `H1 2025`, `the first half of
/// 2025`. When that ends is not for the program to guess.
fn is_part_of_year(tokens: &Tokens, at: usize) -> bool {
    let fills =
        |at: usize| tokens.number(at).is_some_and(|number| number.count == 1) || tokens.is_word(at, &["of", "in"]);
    let Some(at) = (0..at).rev().find(|at| !fills(*at) && !tokens.is_mark(*at, &[',', '-', '/'])) else { return false };
    let is_half = tokens.is_word(at, &["half"])
        && at > 0
        && (tokens.is_word(at - 1, ORDINALS) || tokens.number(at - 1).is_some());
    is_half || tokens.is_word(at, PARTS) && !tokens.is_word(at, &["half"])
}

/// Every date that the tokens mention, in their order.
pub(super) fn mentions(tokens: &Tokens, calendar: &PlanCalendar) -> Result<Vec<Mention>, Problem> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match find(tokens, at, calendar)? {
            Some((date, end)) => {
                if !is_part_of_year(tokens, at) {
                    found.push((date, at, end));
                }
                at = end;
            }
            None => at += 1,
        }
    }
    lend_years(tokens, found, calendar)
}

fn find(tokens: &Tokens, at: usize, calendar: &PlanCalendar) -> Find {
    if let Some(found) = plan_words::plan_period(tokens, at, calendar) {
        return Ok(Some(found));
    }
    match tokens.word(at) {
        Some(word) => find_by_word(tokens, at, word, calendar),
        None => figures::find(tokens, at, calendar),
    }
}

fn find_by_word(tokens: &Tokens, at: usize, word: &str, calendar: &PlanCalendar) -> Find {
    if let Some(month) = month(word) {
        if let Some(found) = american_day(tokens, at, month)? {
            return Ok(Some(found));
        }
        return with_year(tokens, Part::Month(month), at + 1, calendar);
    }
    if let Some(season) = season(word) {
        return with_year(tokens, Part::Season(season), at + 1, calendar);
    }
    if let Some((number, end)) = quarter_number(tokens, at) {
        return with_year(tokens, Part::Quarter(number), end, calendar);
    }
    let is_financial = word == "year" && at > 0 && tokens.is_word(at - 1, &["financial", "fiscal"]);
    if FINANCIAL.contains(&word) || is_financial {
        let year = joined_year(tokens, at + 1).map_or_else(|| lending_year(tokens, at + 1), |year| Ok(Some(year)))?;
        return Ok(year.map(|(year, end)| (Found::Whole(Span::year(year.financial(), calendar)), end)));
    }
    if !tokens.is_word(at + 1, &["of", "in"])
        && matches!(lending_year(tokens, at + 1), Ok(Some(_)))
        && let Some(meant) = meant_by(word)
    {
        return Err(Problem::NotAMonth { word: tokens.written(at).unwrap_or(word).to_owned(), meant });
    }
    Ok(None)
}

/// "May 23, 2024" or "May 23rd 2024", the day after its month.
fn american_day(tokens: &Tokens, at: usize, month: i16) -> Find {
    let Some(day) = tokens.short_number(at + 1).filter(|day| *day <= 31) else {
        return Ok(None);
    };
    let mut end = at + 2;
    end += usize::from(figures::is_ordinal_ending(tokens, end));
    end += usize::from(tokens.is_mark(end, &[',']));
    let is_year = tokens.number(end).is_some_and(|year| year.count == 4);
    if !is_year {
        return Ok(None);
    }
    match lending_year(tokens, end)? {
        Some((Year::Calendar(year), end)) => {
            let span = Span::day(year.into(), month.into(), day).map_err(Problem::Impossible)?;
            Ok(Some((Found::Whole(span), end)))
        }
        _ => Ok(None),
    }
}

/// The number in `Q2` or `quarter 2`, and the place after it.
fn quarter_number(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    if !tokens.is_word(at, &["q", "qtr", "quarter"]) {
        return None;
    }
    let number = tokens.number(at + 1).filter(|number| number.count == 1)?;
    Some((u8::try_from(number.value).ok()?, at + 2))
}

/// Gives each date without a year that of the date after it, and drops those
/// for which there is none.
fn lend_years(
    tokens: &Tokens,
    found: Vec<(Found, usize, usize)>,
    calendar: &PlanCalendar,
) -> Result<Vec<Mention>, Problem> {
    let mut mentions: Vec<Mention> = Vec::new();
    for (date, start, end) in found.into_iter().rev() {
        let span = match date {
            Found::Whole(span) => span,
            Found::Part(part) => {
                let Some(next) = mentions.last() else {
                    continue;
                };
                if !lends(tokens, end, next) {
                    continue;
                }
                part.before(&next.span, calendar).map_err(Problem::Impossible)?
            }
        };
        mentions.push(Mention { span, start, end });
    }
    mentions.reverse();
    Ok(mentions)
}

fn lends(tokens: &Tokens, end: usize, next: &Mention) -> bool {
    let between = end..next.start;
    (1..=2).contains(&between.len())
        && next.span.precision.is_within_a_year()
        && between.into_iter().all(|at| tokens.is_word(at, LENDING) || tokens.is_mark(at, LENDING_MARKS))
}

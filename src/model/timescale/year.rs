//! Reading years, with or without a month, season or quarter before them.

use super::error::Problem;
use super::names::month;
use super::span::Year;
use super::token::Tokens;

/// Words for a financial year, which stand before it: `FY2023`.
pub(super) const FINANCIAL: &[&str] = &["fy"];

/// A year and the place after it.
type YearAt = (Year, usize);

/// The year of the month, season or quarter that ends before `at`. It may
/// have two figures, an apostrophe, and one mark or "of" before it:
/// `May-23`, `June '24`, `Sept. 2026`, `Q2 of 2024/25`.
pub(super) fn lending_year(tokens: &Tokens, at: usize) -> Result<Option<YearAt>, Problem> {
    let mut at = at;
    at += usize::from(tokens.is_mark(at, &['.']));
    at += usize::from(tokens.is_mark(at, &[',', '-', '/']) || tokens.is_word(at, &["of", "in"]));
    let is_financial = tokens.is_word(at, FINANCIAL);
    at += usize::from(is_financial);
    at += usize::from(tokens.is_mark(at, &['\'']));
    if let Some(year) = joined_year(tokens, at) {
        return Ok(Some(year));
    }
    let Some(figures) = tokens.number(at) else {
        return Ok(None);
    };
    let of_kind = |year| if is_financial { Year::Financial(year) } else { Year::Calendar(year) };
    if stands_alone(tokens, at) {
        match (figures.count, i16::try_from(figures.value)) {
            (2, Ok(year)) => return Ok(Some((of_kind(2000 + year), at + 1))),
            (4, Ok(year @ 1900..=2199)) => return Ok(Some((of_kind(year), at + 1))),
            _ => {}
        }
    }
    // "March 150 people trained" is no slip; "March 20266." is one.
    if figures.count > 2 && at + 1 == tokens.len() {
        return Err(Problem::Impossible("its year is not one of this century".to_owned()));
    }
    Ok(None)
}

/// Two years that are joined: the financial years `2024/25`, `2024-25`,
/// `2024/2025` and `24/25`, and several years, `2023-2028`.
pub(super) fn joined_year(tokens: &Tokens, at: usize) -> Option<YearAt> {
    let (first, second) = (tokens.number(at)?, tokens.number(at + 2)?);
    let is_joined = tokens.is_mark(at + 1, &['-', '/']) && stands_alone(tokens, at + 2);
    // In "2023 - 24 May 2024" the 24 is a day.
    let is_day = !tokens.is_joined(at + 2) && tokens.word(at + 3).and_then(month).is_some();
    if !is_joined || is_day || tokens.is_mark(at + 3, &['/']) {
        return None;
    }
    let start = i16::try_from(first.value).ok()?;
    let start = match first.count {
        4 if (1900..=2199).contains(&start) => start,
        2 if tokens.are_joined(at, 3) && first.count == second.count => 2000 + start,
        _ => return None,
    };
    let follows = match second.count {
        2 => second.value == i32::from(start + 1) % 100,
        4 => second.value == i32::from(start + 1),
        _ => false,
    };
    follows.then_some((Year::Financial(start), at + 3))
}

/// Whether a number is not the beginning of something else: `23rd`, `20%`,
/// `10:30`, `2.11`.
pub(super) fn stands_alone(tokens: &Tokens, at: usize) -> bool {
    let next = at + 1;
    if !tokens.is_joined(next) {
        return true;
    }
    match tokens.word(next) {
        Some(word) => word == "q",
        None => {
            !(tokens.is_mark(next, &['%', ':'])
                || tokens.is_mark(next, &['.', ',']) && tokens.is_joined(next + 1) && tokens.number(next + 1).is_some())
        }
    }
}

//! A date that was found in a text, or a part of one that lacks its year.

use super::PlanCalendar;
use super::error::Problem;
use super::span::{Part, Span};
use super::token::Tokens;
use super::year::lending_year;

/// What stands at a place in the text.
pub(super) enum Found {
    Whole(Span),
    /// A date that still lacks its year.
    Part(Part),
}

/// What stands at a place, and the place after it.
pub(super) type Find = Result<Option<(Found, usize)>, Problem>;

/// A date without a year, and its year where one stands after it.
pub(super) fn with_year(tokens: &Tokens, part: Part, after: usize, calendar: &PlanCalendar) -> Find {
    match lending_year(tokens, after)? {
        Some((year, end)) => {
            let span = part.in_year(year, calendar).map_err(Problem::Impossible)?;
            Ok(Some((Found::Whole(span), end)))
        }
        None => Ok(Some((Found::Part(part), after))),
    }
}

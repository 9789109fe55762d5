//! What a plan says its colours mean.

use crate::import::block::{Row, words};
use crate::import::standing;
use crate::model::rating::Rating;

/// The entries that a row gives: `Red | The date has passed`.
pub(super) fn of_row(row: &Row) -> Option<Vec<(Rating, String)>> {
    let cells: Vec<&str> = row.filled().map(|(_, cell)| cell.text.as_str()).collect();
    match cells.as_slice() {
        [name, text] => {
            let (rating, rest) = standing::colour(name)?;
            (rest.is_empty() && is_meaning(text)).then(|| vec![(rating, text.replace('\n', " "))])
        }
        [text] => of_text(text),
        _ => None,
    }
}

/// Whether a text can be what a colour means: several words, or one that is a status.
fn is_meaning(text: &str) -> bool {
    words(text).len() > 1 || standing::read(text).is_some_and(|standing| standing.rating.is_none())
}

/// The entries that lines give: `Red: the date has passed`.
pub(super) fn of_text(text: &str) -> Option<Vec<(Rating, String)>> {
    let entry = |line: &str| {
        let (name, rest) = line.split_once([':', '–', '—', '=']).or_else(|| line.split_once(" - "))?;
        let (rating, more) = standing::colour(name.trim())?;
        let is_name = more.is_empty() && name.trim().len() > 1;
        (is_name && is_meaning(rest)).then(|| (rating, rest.trim().to_owned()))
    };
    let entries: Option<Vec<(Rating, String)>> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(entry).collect();
    entries.filter(|entries| !entries.is_empty())
}

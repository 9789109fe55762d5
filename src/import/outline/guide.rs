//! What a plan says its colours mean.

use std::collections::BTreeMap;

use crate::import::block::{Row, words};
use crate::import::standing::{self, Standing};
use crate::model::rating::Rating;

/// The entries that a row gives: `Red | The date has passed`.
pub(super) fn of_row(row: &Row) -> Option<Vec<(Rating, String)>> {
    let cells: Vec<&str> = row.filled().map(|(_, cell)| cell.text.as_str()).collect();
    match cells.as_slice() {
        [one, other] => {
            let entry = |name: &str, text: &str, is_meaning: &dyn Fn(&str) -> bool| {
                let (rating, rest) = standing::colour(name)?;
                (rest.is_empty() && is_meaning(text)).then(|| vec![(rating, text.replace('\n', " "))])
            };
            entry(one, other, &is_meaning).or_else(|| entry(other, one, &standing::is_status))
        }
        [text] => of_text(text).or_else(|| {
            // A cell that is filled with a colour, and beside it the status that this means.
            let fill = row.cells.iter().find(|cell| cell.is_empty()).and_then(|cell| cell.colour)?;
            let rating = standing::colour(fill)?.0;
            standing::is_status(text).then(|| vec![(rating, (*text).to_owned())])
        }),
        _ => None,
    }
}

/// What the plan says of a colour in a few words that are no status, so that what it means is asked.
pub(crate) fn unclear(guide: &[(Rating, String)]) -> BTreeMap<Rating, String> {
    let few = |text: &String| words(text).len() <= 5 && !standing::is_status(text);
    guide.iter().filter(|(_, text)| few(text)).cloned().collect()
}

/// The status that each colour means, where the plan says it in words that mean just that.
pub(crate) fn statuses(guide: &[(Rating, String)]) -> BTreeMap<Rating, Standing> {
    let status = |(rating, text): &(Rating, String)| {
        let standing = standing::read(text).filter(|_| standing::is_status(text))?;
        Some((*rating, Standing { rating: Some(*rating), is_doubtful: false, ..standing }))
    };
    guide.iter().filter_map(status).collect()
}

/// Whether a text can be what a colour means: several words, or one that is a status.
fn is_meaning(text: &str) -> bool {
    words(text).len() > 1 || standing::read(text).is_some_and(|standing| standing.rating.is_none())
}

/// What stands before the colours on one line.
const LABELS: [&str; 9] =
    ["key", "rag", "rag key", "rag status", "rag rating", "colour key", "colours", "allwedd", "légende"];

/// The entries that lines give: `Red: the date has passed`; or one line with several, under a name:
/// `Key: Green = complete; Amber = in progress`.
pub(super) fn of_text(text: &str) -> Option<Vec<(Rating, String)>> {
    let labelled = text.split_once(':').filter(|(label, _)| LABELS.contains(&words(label).join(" ").as_str()));
    let least = usize::from(labelled.is_none());
    let entry = |line: &str| {
        let (name, rest) = line.split_once([':', '–', '—', '=']).or_else(|| line.split_once(" - "))?;
        let (rating, more) = standing::colour(name.trim())?;
        let is_name = more.is_empty() && name.trim().len() > least;
        let says = is_meaning(rest) || least == 0 && !rest.trim().is_empty();
        (is_name && says).then(|| (rating, rest.trim().to_owned()))
    };
    if let Some((_, entries)) = labelled {
        for mark in [';', ',', '|'] {
            let parts: Vec<&str> = entries.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect();
            // A colour that is no rating, such as grey, is nobody's.
            let known: Vec<(Rating, String)> = parts.iter().filter_map(|part| entry(part)).collect();
            if known.len() > 1 && known.len() + 2 > parts.len() {
                return Some(known);
            }
        }
    }
    let entries: Option<Vec<(Rating, String)>> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(entry).collect();
    entries.filter(|entries| !entries.is_empty())
}

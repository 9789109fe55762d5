//! Short lines, which may be headings without saying so.

use super::Piece;
use crate::import::block::words;
use crate::import::confidential::is_about_document;
use crate::import::label::{self, Kind};

/// The level of a heading that only its shortness tells.
const PLAIN: u8 = 9;

/// Takes short lines that stand right before a table, or before a text and a table, as its headings.
pub(super) fn headings_by_shortness(pieces: Vec<Piece>) -> Vec<Piece> {
    let kinds: Vec<char> = pieces.iter().map(kind).collect();
    let mut in_outcomes = false;
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.into_iter().enumerate() {
        let after: String = kinds[at + 1..].iter().take_while(|kind| **kind != 't').take(6).collect();
        let reaches_table = kinds[at + 1..].get(after.len()) == Some(&'t') && !after.contains(['S', 'h']);
        let leads_on = reaches_table && after.chars().filter(|kind| *kind == 'l').count() <= 2 && after.len() <= 4;
        let below_heading = matches!(out.last(), Some(Piece::Heading(..)));
        if let Piece::Text(line) = &piece {
            let label = label::of(&line.text);
            // A line in capitals is a heading below a list that is not.
            let was_small =
                out.last().is_some_and(|piece| matches!(piece, Piece::Text(above) if !is_shouted(&above.text)));
            in_outcomes &= !(was_small && is_shouted(&line.text));
            in_outcomes =
                label.as_ref().is_some_and(|label| label.kind == Kind::Outcomes) || in_outcomes && label.is_none();
        } else {
            in_outcomes = false;
        }
        out.push(match piece {
            Piece::Text(line) if is_about_document(&line.text) => Piece::Text(line),
            Piece::Text(line) if in_outcomes || below_heading && is_statement(&line.text) => Piece::Text(line),
            Piece::Text(line) if is_short(&line.text) && leads_on && !is_labelled(&line.text) => {
                Piece::Heading(PLAIN, line)
            }
            other => other,
        });
    }
    out
}

/// `s` for a short line, `l` for a long one, `h` for a heading, `t` for a table, `S` for a sheet.
fn kind(piece: &Piece) -> char {
    match piece {
        Piece::Sheet(_) => 'S',
        Piece::Heading(..) => 'h',
        Piece::Text(line) if is_short(&line.text) => 's',
        Piece::Text(_) => 'l',
        Piece::Table(_) => 't',
    }
}

/// Whether a line is short enough for a heading and does not end as a sentence does.
pub(crate) fn is_short(text: &str) -> bool {
    let length = text.chars().count();
    let is_item = text.starts_with(['•', '▪', '●', '-', '–', '*', '\u{f0b7}']);
    !is_item
        && length <= 110
        && !text.contains('\n')
        && !text.ends_with(['.', ';', ','])
        && text.chars().any(char::is_alphabetic)
}

fn is_shouted(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// Whether a line says what it is before a colon and then gives it: `Aim: fewer repeats`.
fn is_labelled(text: &str) -> bool {
    label::of(text).is_some_and(|label| !label.opens_group())
}

/// Whether a short text under a heading is a promise and no heading: "We will intervene early".
pub(crate) fn is_statement(text: &str) -> bool {
    let spoken = words(text);
    let opens = spoken.first().is_some_and(|word| matches!(word.as_str(), "we" | "to" | "our"));
    opens && spoken.len() > 2 && label::of(text).is_none()
}

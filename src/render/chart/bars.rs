//! A bar of ratings: how many of a group's actions have each.

use super::drawing::{Anchor, Drawing, Em, Share};
use super::scale::{digits, number, pieces};
use super::shape::{id, letter_and_count};
use crate::model::rating::Rating;

/// How many actions have a rating, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// The rating; none for actions that have none.
    pub(crate) rating: Option<Rating>,
    /// How many have it.
    pub(crate) count: usize,
}

/// The height of a bar.
const HEIGHT: Em = Em(2.1);
/// The narrowest that a bar ever is, in the height of its letters; the style sheet sees to it.
const NARROWEST: f64 = 20.0;
/// The width of a letter or digit, and what a piece needs beside its words.
const LETTER: f64 = 0.58;
const AROUND: f64 = 0.35;

/// Draws a bar with the letter and the number in each piece; nothing where there are no actions. A table or a
/// sentence stands beside it.
pub(crate) fn bar(parts: &[Part]) -> String {
    let counts: Vec<usize> = parts.iter().map(|part| part.count).collect();
    if counts.iter().all(|&count| count == 0) {
        return String::new();
    }
    let mut drawing = Drawing::new("bar", HEIGHT);
    // A letter, a space and the digits, in every piece, so that one can be told without its colour.
    let least = |count: usize| (number(digits(count) + 2) * LETTER + AROUND) / NARROWEST;
    for (part, piece) in parts.iter().zip(pieces(&counts, least)).filter(|(part, _)| part.count > 0) {
        drawing.open("g", &[("data-rating", &id(part.rating))]);
        drawing
            .element("rect", &[("x", &Share(piece.start)), ("width", &Share(piece.length)), ("height", &Share(1.0))]);
        let middle = (Share(piece.start + piece.length / 2.0), Em(HEIGHT.0 / 2.0));
        drawing.text(middle, Anchor::Middle, &letter_and_count(part.rating, part.count));
        drawing.close("g");
    }
    drawing.finish()
}

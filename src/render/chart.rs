//! Charts: plain numbers, words and dates in, SVG text out.
//!
//! Across, a drawing is measured in shares of its width (`%`), down in the height of its letters (`em`), and it has
//! no view box: so it is as wide as its place, on a phone and on a desk, and its words keep their size. Colours are
//! classes and `data-rating`, which the style sheet paints in light, dark and forced colours; a letter, a shape and a
//! number say the same without them. A table or a sentence stands beside every chart, so a chart is hidden from
//! screen readers, which would only read its numbers twice.

mod bars;
mod drawing;
mod labels;
mod line;
mod scale;
mod shape;
mod spark;
#[cfg(test)]
mod tests;
mod timeline;
mod tree;
mod trend;

pub(crate) use bars::{Part, bar};
pub(crate) use line::{Level, Line, LinePoint, Lines, Measured, stroke};
pub(crate) use spark::spark;
pub(crate) use timeline::{Span, Timeline};
pub(crate) use tree::{Node, tree};
pub(crate) use trend::{Column, trend};

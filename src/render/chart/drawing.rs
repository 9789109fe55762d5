//! A drawing while it is being written.

use std::fmt::{self, Write as _};

use crate::render::feed::escape;

/// A share of the drawing's width, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) struct Share(pub(crate) f64);

/// A height, in the height of the drawing's letters.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) struct Em(pub(crate) f64);

impl fmt::Display for Share {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}%", short(self.0 * 100.0))
    }
}

impl fmt::Display for Em {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}em", short(self.0))
    }
}

/// A number with at most two decimals, without idle noughts.
fn short(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A drawing while it is being written.
pub(crate) struct Drawing {
    svg: String,
}

impl Drawing {
    /// Begins a drawing; `class` is its kind. The table beside it says the same, so it is hidden from screen readers.
    pub(crate) fn new(class: &str, height: Em) -> Self {
        Self { svg: format!("<svg class=\"chart {class}\" width=\"100%\" height=\"{height}\" aria-hidden=\"true\">") }
    }

    /// Begins a drawing that does not grow with its place, and so is measured in the height of letters across, too.
    pub(crate) fn fixed(class: &str, size: (Em, Em)) -> Self {
        let (width, height) = size;
        Self { svg: format!("<svg class=\"{class}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\">") }
    }

    /// An element without content, such as `rect`; the values are numbers and words of the program's own.
    pub(crate) fn element(&mut self, name: &str, attributes: &[(&str, &dyn fmt::Display)]) {
        self.open(name, attributes);
        self.svg.truncate(self.svg.len() - 1);
        self.svg.push_str("/>");
    }

    /// Begins an element that holds others.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &dyn fmt::Display)]) {
        let _ = write!(self.svg, "<{name}");
        for (attribute, value) in attributes {
            let _ = write!(self.svg, " {attribute}=\"{value}\"");
        }
        self.svg.push('>');
    }

    /// Ends the element that was begun.
    pub(crate) fn close(&mut self, name: &str) {
        let _ = write!(self.svg, "</{name}>");
    }

    /// A line from one place to another.
    pub(crate) fn line(&mut self, class: &str, from: (Share, Em), to: (Share, Em)) {
        let ends: [(&str, &dyn fmt::Display); 5] =
            [("class", &class), ("x1", &from.0), ("y1", &from.1), ("x2", &to.0), ("y2", &to.1)];
        self.element("line", &ends);
    }

    /// Words whose middle is at the height given.
    pub(crate) fn text(&mut self, at: (Share, Em), anchor: Anchor, words: &str) {
        self.text_at(&at.0, at.1, anchor, words);
    }

    /// Words at a place that is not a share of the width.
    pub(crate) fn text_at(&mut self, x: &dyn fmt::Display, y: Em, anchor: Anchor, words: &str) {
        let anchor = anchor.word();
        let words = escape(words);
        let _ = write!(self.svg, "<text x=\"{x}\" y=\"{y}\" dy=\".35em\" text-anchor=\"{anchor}\">{words}</text>");
    }

    /// The drawing's text.
    pub(crate) fn finish(mut self) -> String {
        self.svg.push_str("</svg>");
        self.svg
    }
}

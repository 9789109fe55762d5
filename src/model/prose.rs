//! Text that authors wrote in Markdown, ready to be shown.

use super::readability::sentences;
use crate::diagnostic::Span;

/// A text in Markdown, already turned into safe HTML, with holes where the addresses of links belong: where a link
/// leads is known only once all files have been read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Prose {
    /// The HTML and its holes, in order.
    pub pieces: Vec<Piece>,
    /// The links and images, which the holes name by their number.
    pub links: Vec<Link>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// The words alone, for search and for summaries.
    pub text: String,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// HTML to be written as it is.
    Html(String),
    /// The address of `links[n]` belongs here.
    Address(usize),
    /// What `links[n]` is belongs here, where it leads to a file: the end of the link's words.
    File(usize),
}

/// What belongs in a hole of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Hole<'l> {
    /// The address of a link or image.
    Address(&'l Link),
    /// What a link leads to, where that is a file.
    File(&'l Link),
}

/// A link or an image in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// Where it leads, as written.
    pub destination: String,
    /// Where that is written.
    pub span: Span,
    /// Whether it is a picture to be shown and not a page to go to.
    pub image: bool,
}

/// A heading in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// 2 to 6: the page's title is its only heading of level 1.
    pub level: u8,
    /// The anchor: `#id`.
    pub id: String,
    /// Its words.
    pub text: String,
}

impl Prose {
    /// The HTML, with each hole filled by `fill`.
    pub(crate) fn html<'l>(&'l self, mut fill: impl FnMut(Hole<'l>) -> String) -> String {
        let mut html = String::with_capacity(self.text.len() * 3 / 2);
        for piece in &self.pieces {
            match piece {
                Piece::Html(part) => html.push_str(part),
                Piece::Address(number) => html.push_str(&fill(Hole::Address(&self.links[*number]))),
                Piece::File(number) => html.push_str(&fill(Hole::File(&self.links[*number]))),
            }
        }
        html
    }

    /// What stands before the second sentence, in words alone.
    #[must_use]
    pub(crate) fn first_sentence(&self) -> &str {
        self.text.lines().find_map(|line| sentences(line).next()).unwrap_or_default()
    }
}

//! Text that authors wrote in Markdown, ready to be shown.

use crate::diagnostic::Span;

/// A text in Markdown, already turned into safe HTML, with holes where the addresses of links belong: where a link
/// leads is known only once all files have been read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
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
pub enum Piece {
    /// HTML to be written as it is.
    Html(String),
    /// The address of `links[n]` belongs here.
    Address(usize),
}

/// A link or an image in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written.
    pub destination: String,
    /// Where that is written.
    pub span: Span,
    /// Whether it is a picture to be shown and not a page to go to.
    pub image: bool,
}

/// A heading in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the page's title is its only heading of level 1.
    pub level: u8,
    /// The anchor: `#id`.
    pub id: String,
    /// Its words.
    pub text: String,
}

impl Prose {
    /// The HTML, with each hole filled by `address`.
    pub fn html<'l>(&'l self, mut address: impl FnMut(&'l Link) -> String) -> String {
        let mut html = String::with_capacity(self.text.len() * 3 / 2);
        for piece in &self.pieces {
            match piece {
                Piece::Html(part) => html.push_str(part),
                Piece::Address(number) => html.push_str(&address(&self.links[*number])),
            }
        }
        html
    }
}

//! The links and pictures of a text, whose addresses are known later.

use std::ops::Range;

use super::{Writer, escape_into};
use crate::model::prose::{Link, Piece};

impl Writer<'_> {
    pub(super) fn start_link(&mut self, destination: &str, range: Range<usize>, markdown: &str) {
        let number = self.add_link(destination, range.clone(), markdown, false);
        if let Some(number) = destination.strip_prefix("tel:") {
            self.call = Some((figures(number), self.prose.text.len(), range.clone()));
        }
        // Only a file of the site's own can be looked at.
        self.link = (!destination.contains(':') && !destination.starts_with('#')).then_some(number);
        self.html.push_str("<a href=\"");
        self.flush();
        self.prose.pieces.push(Piece::Address(number));
        // No one learns where a reader came from: RFC 9110's Referer is never sent.
        let outside = destination.starts_with("http:") || destination.starts_with("https:");
        self.html.push_str(if outside { "\" rel=\"noreferrer\">" } else { "\">" });
    }

    /// Leaves room for what a reader has to know of a file before fetching it. No link stands within another.
    pub(super) fn end_link(&mut self) {
        if let Some((dialled, from, range)) = self.call.take() {
            let shown = figures(self.prose.text.get(from..).unwrap_or_default());
            if shown.len() > 6 && shown != dialled {
                let help = "write the same number in both, or link to the service's file instead";
                let message = "the number that is shown is not the one that is dialled";
                self.report.error(self.field, self.place.span(range), message, help);
            }
        }
        if let Some(number) = self.link.take() {
            self.flush();
            self.prose.pieces.push(Piece::File(number));
        }
        self.html.push_str("</a>");
    }

    pub(super) fn start_image(&mut self, destination: &str, range: Range<usize>, markdown: &str) {
        let number = self.add_link(destination, range.clone(), markdown, true);
        if markdown[range.clone()].starts_with("![]") {
            let help = "say between the square brackets what the picture shows: `![A map of the bus stops](…)`";
            self.report.error(
                self.field,
                self.place.span(range),
                "the picture has no text for people who cannot see it",
                help,
            );
        }
        self.image = Some((number, String::new()));
    }

    pub(super) fn end_image(&mut self) {
        let Some((number, words)) = self.image.take() else { return };
        self.html.push_str("<img src=\"");
        self.flush();
        self.prose.pieces.push(Piece::Address(number));
        self.html.push_str("\" alt=\"");
        escape_into(&words, &mut self.html);
        self.html.push_str("\">");
    }

    /// Remembers a link. Its place is that of the address itself where that can be found in the text.
    fn add_link(&mut self, destination: &str, range: Range<usize>, markdown: &str, image: bool) -> usize {
        let source = &markdown[range.clone()];
        let range = source.rfind(destination).filter(|_| !destination.is_empty()).map_or(range.clone(), |at| {
            let from = range.start + at;
            from..from + destination.len()
        });
        let span = self.place.span(range);
        self.prose.links.push(Link { destination: destination.to_owned(), span, image });
        self.prose.links.len() - 1
    }
}

/// The figures of a telephone number, as they are dialled within the country.
fn figures(number: &str) -> String {
    let number = number.split(';').next().unwrap_or_default();
    let number = number.replacen("+44", "0", 1).replace("(0)", "");
    number.chars().filter(char::is_ascii_digit).collect()
}

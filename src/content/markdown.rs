//! Markdown into [`Prose`]: `CommonMark` with tables, footnotes, task lists and heading attributes.
//!
//! The HTML is written here and not by the Markdown library, because no raw HTML may pass, headings begin at 2,
//! every table must reflow on a small screen, and the addresses of links stay open until the site is known.

mod writer;

use pulldown_cmark::{Options, Parser};

use crate::diagnostic::{Located, Report, Span};
use crate::model::prose::Prose;
use writer::Writer;

/// How offsets in the Markdown become offsets in the file.
pub(crate) enum Place {
    /// The text stands in the file as it is, from this byte on.
    From(usize),
    /// The text is a YAML value, whose indents and escapes are gone: problems are told at the
    /// value as a whole.
    Within(Span),
}

impl Place {
    /// Where the bytes `range` of the Markdown stand in the file.
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        match self {
            Self::From(start) => Span::new(start + range.start, start + range.end),
            Self::Within(span) => *span,
        }
    }
}

/// The body of a Markdown file, which begins at byte `start` of it.
pub(crate) fn body(markdown: &str, start: usize, report: &Report) -> Prose {
    read(markdown, &Place::From(start), "body", report)
}

/// A YAML value in Markdown.
pub(crate) fn in_field(value: &Located<String>, field: &str, report: &Report) -> Prose {
    read(&value.value, &Place::Within(value.span), field, report)
}

fn read(markdown: &str, place: &Place, field: &str, report: &Report) -> Prose {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::new(place, field, report);
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        writer.event(event, range, markdown);
    }
    writer.finish()
}

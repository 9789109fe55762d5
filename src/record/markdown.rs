//! Markdown into [`Prose`]: `CommonMark` with tables, footnotes, task lists and heading attributes.
//!
//! The HTML is written here and not by the Markdown library, because no raw HTML may pass, headings begin at 2,
//! every table must reflow on a small screen, and the addresses of links stay open until the site is known.

mod leftover;
mod not_public;
mod spaces;
mod unseen;
mod writer;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::node;
use crate::diagnostic::{Located, Report, Span};
use crate::model::prose::Prose;
use leftover::Leftover;
use writer::Writer;

/// How offsets in the Markdown become offsets in the file.
pub(crate) enum Place<'t> {
    /// The text stands in the file as it is, from this byte on.
    From(usize),
    /// The text is a YAML value, whose indents and escapes are gone: a problem is told where its words stand in the
    /// file, or at the value as a whole where they were written otherwise.
    Within {
        /// Where the value stands.
        span: Span,
        /// The text as it was read.
        read: &'t str,
        /// The text as it stands in the file.
        written: &'t str,
    },
}

impl Place<'_> {
    /// Where the bytes `range` of the Markdown stand in the file.
    fn span(&self, range: Range<usize>) -> Span {
        match self {
            Self::From(start) => Span::new(start + range.start, start + range.end),
            Self::Within { span, read, written } => {
                let start = span.start as usize;
                let found = same_words(read, range, written);
                found.map_or(*span, |found| Span::new(start + found.start, start + found.end))
            }
        }
    }
}

/// Where the words of `range` in a text stand in the same text as it was written; none where they cannot be told from
/// others.
fn same_words(read: &str, range: Range<usize>, written: &str) -> Option<Range<usize>> {
    let words = read.get(range.clone())?.lines().next()?.trim_end();
    if words.is_empty() || read.matches(words).count() != written.matches(words).count() {
        return None;
    }
    let earlier = read[..range.start].matches(words).count();
    let (at, _) = written.match_indices(words).nth(earlier)?;
    Some(at..at + words.len())
}

/// The body of a Markdown file, which begins at byte `start` of it.
pub(crate) fn body(markdown: &str, start: usize, report: &Report) -> Prose {
    if let Some(letter) = node::stray(markdown) {
        let at = start + markdown.find(letter).unwrap_or_default();
        node::tell_stray(letter, Span::new(at, at + letter.len_utf8()), report);
    }
    read(markdown, &Place::From(start), "body", report)
}

/// A YAML value in Markdown.
pub(crate) fn in_field(value: &Located<String>, field: &str, report: &Report) -> Prose {
    let place = Place::Within { span: value.span, read: &value.value, written: report.written(value.span) };
    read(&value.value, &place, field, report)
}

/// The items of a value's lists, outermost first; where it has no list, the text as a whole.
pub(crate) fn items(value: &Located<String>, report: &Report) -> Vec<Located<String>> {
    let place = Place::Within { span: value.span, read: &value.value, written: report.written(value.span) };
    let mut depth = 0_usize;
    let mut items = Vec::new();
    for (event, range) in Parser::new_ext(&value.value, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Item) => {
                if depth == 0 {
                    let text = value.value[range.clone()].trim_end();
                    let first_line = text.lines().next().unwrap_or_default();
                    let span = place.span(range.start..range.start + first_line.len());
                    items.push(Located::new(text.to_owned(), span));
                }
                depth += 1;
            }
            Event::End(TagEnd::Item) => depth -= 1,
            _ => {}
        }
    }
    if items.is_empty() { vec![value.clone()] } else { items }
}

/// Where a part of a value stands.
pub(crate) fn part(value: &Located<String>, part: &str, report: &Report) -> Span {
    let place = Place::Within { span: value.span, read: &value.value, written: report.written(value.span) };
    value.value.find(part).map_or(value.span, |at| place.span(at..at + part.len()))
}

/// What Markdown may hold here besides the plain `CommonMark`.
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_STRIKETHROUGH);

fn read(markdown: &str, place: &Place<'_>, field: &str, report: &Report) -> Prose {
    let joined = spaces::joined(markdown);
    let mut writer = Writer::new(place, field, report);
    let mut leftover = Leftover::new(markdown);
    for (event, range) in Parser::new_ext(joined.text(markdown), OPTIONS).into_offset_iter() {
        leftover.take(&event, &range, markdown);
        writer.event(joined.restored(event), range, markdown);
    }
    leftover.report(markdown, place, field, report);
    unseen::check(markdown, place, field, report);
    not_public::check(markdown, place, field, report);
    writer.finish()
}

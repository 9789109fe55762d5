//! The headings of a text, each with an id of its own.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{CowStr, HeadingLevel};

use super::{OpenHeading, Writer};
use crate::model::prose::{Heading, Piece};
use crate::model::slug::slugify;

/// The ids that every page has beside its text. The other ids of the built-in templates begin with `part-`.
const RESERVED: [&str; 2] = ["main", "q"];

impl Writer<'_> {
    pub(super) fn start_heading(&mut self, level: HeadingLevel, id: Option<CowStr<'_>>, range: Range<usize>) {
        let written = level as u8;
        let previous = self.prose.headings.last().map_or(1, |heading| heading.level);
        if written == 1 {
            let help = "begin it with `##`: the page's own heading is the `title` at the top of the file";
            self.report.error(self.field, self.place.span(range), "headings in a text begin at level 2", help);
        } else if written > previous + 1 {
            let message = format!("this heading of level {written} follows one of level {previous}");
            let help = format!(
                "begin it with `{}`: people who use a screen reader find their way by the levels",
                "#".repeat(usize::from(previous) + 1)
            );
            self.report.warning(self.field, self.place.span(range), message, help);
        }
        let id = id.map(|id| slugify(&id));
        self.flush();
        self.heading =
            Some(OpenHeading { level: written.max(2), id, words: String::new(), html_from: self.prose.pieces.len() });
    }

    /// Writes the opening tag of a heading, whose id is known only now, before its words.
    pub(super) fn end_heading(&mut self) {
        let Some(open) = self.heading.take() else { return };
        let id = self.free_id(&open.id.unwrap_or_else(|| slugify(&open.words)));
        let _ = writeln!(self.html, "</h{}>", open.level);
        self.flush();
        let tag = format!("<h{} id=\"{id}\">", open.level);
        self.prose.pieces.insert(open.html_from, Piece::Html(tag));
        self.prose.headings.push(Heading { level: open.level, id, text: open.words.trim().to_owned() });
        self.prose.text.push('\n');
    }

    /// An id that no earlier heading of the text has.
    fn free_id(&mut self, wanted: &str) -> String {
        let prefix = if wanted.is_empty() || wanted.starts_with("part-") { "section-" } else { "" };
        let wanted = format!("{prefix}{wanted}").trim_end_matches('-').to_owned();
        let mut id = wanted.clone();
        // A text may have the same heading thousands of times.
        let mut number = self.ids.get(&wanted).copied().unwrap_or(2);
        while RESERVED.contains(&id.as_str()) || self.ids.contains_key(&id) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        self.ids.insert(id.clone(), 2);
        self.ids.insert(wanted, number);
        id
    }
}

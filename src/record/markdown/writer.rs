//! Writes the HTML of a text, event by event.

mod headings;
mod links;
mod tables;

use std::fmt::Write as _;
use std::ops::Range;

use ahash::AHashMap;
use pulldown_cmark::{Alignment, CodeBlockKind, Event, Tag, TagEnd};

use super::Place;
use crate::diagnostic::Report;
use crate::model::prose::{Piece, Prose};
use crate::model::slug::slugify;

/// A text on its way from events to [`Prose`].
pub(super) struct Writer<'p> {
    place: &'p Place<'p>,
    field: &'p str,
    report: &'p Report,
    prose: Prose,
    html: String,
    heading: Option<OpenHeading>,
    image: Option<(usize, String)>,
    /// The ids of headings, each with the number that the next one of that name gets.
    ids: AHashMap<String, usize>,
    link: Option<usize>,
    /// The link to a telephone that is open: its number, where its words begin, and its place.
    call: Option<(String, usize, Range<usize>)>,
    columns: Vec<Alignment>,
    labels: Vec<String>,
    cell: Cell,
    notes: Vec<String>,
    refused_html: bool,
}

/// A heading whose words are still being read.
struct OpenHeading {
    level: u8,
    id: Option<String>,
    words: String,
    html_from: usize,
}

/// Where in a table the writer is.
#[derive(Default)]
struct Cell {
    head: bool,
    column: usize,
    words: Option<String>,
}

impl<'p> Writer<'p> {
    pub(super) fn new(place: &'p Place<'p>, field: &'p str, report: &'p Report) -> Self {
        Self {
            place,
            field,
            report,
            prose: Prose::default(),
            html: String::new(),
            heading: None,
            image: None,
            ids: AHashMap::new(),
            link: None,
            call: None,
            columns: Vec::new(),
            labels: Vec::new(),
            cell: Cell::default(),
            notes: Vec::new(),
            refused_html: false,
        }
    }

    /// The finished text.
    pub(super) fn finish(mut self) -> Prose {
        self.flush();
        self.prose.text = self.prose.text.trim_end().to_owned();
        self.prose
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>, markdown: &str) {
        match event {
            Event::Start(tag) => self.start(tag, range, markdown),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                self.html.push_str("<code>");
                self.text(&code);
                self.html.push_str("</code>");
            }
            Event::InlineHtml(_) => self.refuse_html(range, markdown),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => {
                self.html.push_str("<br>\n");
                self.words("\n");
            }
            Event::Rule => self.html.push_str("<hr>\n"),
            Event::TaskListMarker(done) => {
                let words = if done { "Done: " } else { "To do: " };
                let _ = write!(self.html, "<span class=\"task\">{words}</span>");
            }
            Event::FootnoteReference(name) => self.note_reference(&name),
            // The lines of a block of HTML were refused as a whole.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>, markdown: &str) {
        match tag {
            Tag::Paragraph => self.html.push_str("<p>"),
            Tag::HtmlBlock => self.refuse_html(range, markdown),
            Tag::Heading { level, id, .. } => self.start_heading(level, id, range),
            Tag::BlockQuote(_) => self.html.push_str("<blockquote>\n"),
            Tag::CodeBlock(kind) => {
                let _ = match kind {
                    CodeBlockKind::Fenced(language) if !language.is_empty() => {
                        write!(self.html, "<pre><code class=\"language-{}\">", slugify(&language))
                    }
                    _ => write!(self.html, "<pre><code>"),
                };
            }
            Tag::List(Some(1)) => self.html.push_str("<ol>\n"),
            Tag::List(Some(first)) => {
                let _ = writeln!(self.html, "<ol start=\"{first}\">");
            }
            Tag::List(None) => self.html.push_str("<ul>\n"),
            Tag::Item => self.html.push_str("<li>"),
            Tag::FootnoteDefinition(name) => self.start_note(&name),
            Tag::Table(columns) => self.start_table(columns),
            Tag::TableHead => {
                self.cell = Cell { head: true, ..Cell::default() };
                self.html.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.refuse_cells_beyond(&markdown[range.clone()], range);
                self.cell = Cell::default();
                self.html.push_str("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.html.push_str("<em>"),
            Tag::Strong => self.html.push_str("<strong>"),
            Tag::Strikethrough => self.html.push_str("<del>"),
            Tag::Link { dest_url, .. } => self.start_link(&dest_url, range, markdown),
            Tag::Image { dest_url, .. } => self.start_image(&dest_url, range, markdown),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.block("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => self.block("</blockquote>\n"),
            TagEnd::CodeBlock => self.block("</code></pre>\n"),
            TagEnd::List(true) => self.block("</ol>\n"),
            TagEnd::List(false) => self.block("</ul>\n"),
            TagEnd::Item => self.block("</li>\n"),
            TagEnd::FootnoteDefinition => self.block("</div>\n"),
            TagEnd::Table => self.block("</tbody></table>\n"),
            TagEnd::TableHead => self.block("</tr></thead><tbody>\n"),
            TagEnd::TableRow => self.block("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.html.push_str("</em>"),
            TagEnd::Strong => self.html.push_str("</strong>"),
            TagEnd::Strikethrough => self.html.push_str("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            _ => {}
        }
    }

    /// Ends a block: its words and the next one's do not run together.
    fn block(&mut self, html: &str) {
        self.html.push_str(html);
        if !self.prose.text.is_empty() && !self.prose.text.ends_with('\n') {
            self.prose.text.push('\n');
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, words)) = &mut self.image {
            words.push_str(text);
            return;
        }
        escape_into(text, &mut self.html);
        self.words(text);
    }

    fn words(&mut self, text: &str) {
        self.prose.text.push_str(text);
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(text);
        }
        if let Some(words) = &mut self.cell.words {
            words.push_str(text);
        }
    }

    /// The HTML so far becomes a piece, so that a hole can follow it.
    fn flush(&mut self) {
        if !self.html.is_empty() {
            self.prose.pieces.push(Piece::Html(std::mem::take(&mut self.html)));
        }
    }

    fn refuse_html(&mut self, range: Range<usize>, markdown: &str) {
        let html = markdown[range.clone()].trim();
        // The end of an element that was refused at its beginning.
        if html.is_empty() || self.refused_html && html.starts_with("</") {
            return;
        }
        self.refused_html = true;
        let shown: String = html.lines().next().unwrap_or_default().chars().take(40).collect();
        let end = range.start + markdown[range.clone()].trim_end().len();
        let help = "write it in Markdown (`**bold**`, `- list`); a character such as `<` on its own is written `\\<`";
        let message = format!("HTML cannot be used here: `{shown}`");
        self.report.error(self.field, self.place.span(range.start..end), message, help);
    }

    fn note_reference(&mut self, name: &str) {
        let number = self.note_number(name);
        let id = slugify(name);
        let _ = write!(
            self.html,
            "<sup class=\"note\"><a href=\"#note-{id}\"><span class=\"hidden\">Note </span>{number}</a></sup>"
        );
    }

    fn start_note(&mut self, name: &str) {
        let number = self.note_number(name);
        let _ = write!(self.html, "<div class=\"footnote\" id=\"note-{}\"><span>{number}.</span> ", slugify(name));
    }

    fn note_number(&mut self, name: &str) -> usize {
        let at = self.notes.iter().position(|note| note == name).unwrap_or_else(|| {
            self.notes.push(name.to_owned());
            self.notes.len() - 1
        });
        at + 1
    }
}

/// Writes text so that it is only ever text, in an element or in a quoted attribute.
fn escape_into(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

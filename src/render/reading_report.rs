//! The report on how hard each page is to read.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;

use super::report::{Report, ReportFormat, UNFAILING, title};
use crate::format::table::{Cell, Column, Table};
use crate::model::readability::AIM;
use crate::site::{PageReading, Site, reading};

/// The columns: their names, headings and widths.
const COLUMNS: [(&str, &str, u16); 7] = [
    ("reading_age", "Reading age", 12),
    ("address", "Address", 40),
    ("file", "File", 40),
    ("words", "Words", 8),
    ("sentences", "Sentences", 10),
    ("longest_sentence", "Words in the longest sentence", 12),
    ("hard_words", "Hard words", 40),
];

#[derive(Serialize)]
struct ReadingReport<'s> {
    as_it_stood_on: Date,
    /// The reading age to aim at.
    aim: u32,
    pages: Vec<PageRow<'s>>,
}

#[derive(Serialize)]
struct PageRow<'s> {
    /// In years, with one decimal.
    reading_age: String,
    address: String,
    file: &'s str,
    words: usize,
    sentences: usize,
    longest_sentence: usize,
    hard_words: Vec<String>,
}

/// How hard each page of a site is to read, the hardest first.
///
/// # Panics
/// Never: all that is told are maps, lists and texts, which JSON can hold.
#[must_use]
pub(crate) fn reading_report(site: &Site, format: ReportFormat) -> Vec<u8> {
    let mut pages = reading(site);
    pages.sort_by(|one, other| other.found.age.total_cmp(&one.found.age));
    let row = |page: PageReading<'_>| PageRow {
        reading_age: format!("{:.1}", page.found.age),
        address: site.address(page.route),
        file: site.source_of(page.route).map_or("", |source| source),
        words: page.found.words,
        sentences: page.found.sentences,
        longest_sentence: page.found.longest.words,
        hard_words: page.found.hard_words,
    };
    let report = ReadingReport { as_it_stood_on: site.today, aim: AIM, pages: pages.into_iter().map(row).collect() };
    format.bytes(&report)
}

impl Report for ReadingReport<'_> {
    fn text(&self) -> String {
        let mut out = String::new();
        title(&mut out, "How hard the pages are to read");
        writeln!(out, "The reading age in years, by the Flesch-Kincaid grade; aim for {} or less.\n", self.aim)
            .expect(UNFAILING);
        for page in &self.pages {
            writeln!(out, "{:>5}  {}  {}", page.reading_age, page.address, page.file).expect(UNFAILING);
        }
        out
    }

    fn table(&self) -> Table {
        let count = |count: usize| Cell::text(count.to_string());
        let row = |page: &PageRow<'_>| {
            vec![
                Cell::text(page.reading_age.as_str()),
                Cell::text(page.address.as_str()),
                Cell::text(page.file),
                count(page.words),
                count(page.sentences),
                count(page.longest_sentence),
                Cell::text(page.hard_words.join(", ")),
            ]
        };
        Table {
            title: "Reading age".to_owned(),
            date: self.as_it_stood_on,
            about: Vec::new(),
            columns: COLUMNS.map(|(key, heading, width)| Column::new(key, heading, width)).into(),
            rows: self.pages.iter().map(row).collect(),
        }
    }
}

//! Headings and sentences by which a text says that it is not for the public: it is published all the same.

use super::Place;
use crate::diagnostic::Report;
use crate::model::not_public::{in_part_heading, in_sentence};

/// Warns of each line that says so.
pub(super) fn check(markdown: &str, place: &Place<'_>, field: &str, report: &Report) {
    let mut from = 0;
    for line in markdown.split_inclusive('\n') {
        let start = from;
        from += line.len();
        let words = line.trim();
        let heading = words.trim_start_matches('#');
        let says = if heading.len() < words.len() { in_part_heading(heading) } else { in_sentence(words) };
        let Some(says) = says else { continue };
        let at = start + (line.len() - line.trim_start().len());
        let message = format!("this says `{says}`, and it is published");
        report.warning(field, place.span(at..at + words.len()), message, HELP);
    }
}

const HELP: &str = "put what is not for the public under `private:` at the top of the file, or take these words out";

//! Lines that no reader sees: `[Phone]: 01632 960123` gives a link its address, and if the text has no such link, the line
//! is gone.

use std::ops::Range;

use super::Place;
use crate::diagnostic::Report;

/// Tells of each such line.
pub(super) fn check(markdown: &str, place: &Place<'_>, field: &str, report: &Report) {
    if !markdown.contains("]:") {
        return;
    }
    let mut from = 0;
    for line in markdown.split_inclusive('\n') {
        let start = from;
        from += line.len();
        let Some(label) = label(line) else { continue };
        let is_used = markdown.match_indices(label).any(|(at, _)| !(start..from).contains(&at));
        if !is_used {
            let range = visible(line, start);
            let message =
                format!("readers do not see this line: it gives `{label}` an address, and the text has no such link");
            let help = "write it without the square brackets, or take it out";
            report.warning(field, place.span(range), message, help);
        }
    }
}

/// The label in a line that gives a link its address: `[guide]` in `[guide]: https://example.org/`, `CommonMark` 4.7.
fn label(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(' ');
    let end = line.find("]:").filter(|_| line.starts_with('[') && !line.starts_with("[^"))?;
    (end > 1 && !line[end + 2..].trim().is_empty()).then(|| &line[..=end])
}

/// A line without the spaces around it.
fn visible(line: &str, start: usize) -> Range<usize> {
    let before = line.len() - line.trim_start().len();
    start + before..start + line.trim_end().len()
}

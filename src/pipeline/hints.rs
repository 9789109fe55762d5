//! What authors may like to know, which is neither wrong nor in doubt.

use super::Checked;
use crate::diagnostic::{self, Span};
use crate::kinds::course::site::calendar::series_hints;
use crate::site;
use crate::source::Source;

/// How many words of a sentence lead to its place: they may be told apart in the file by a line's end or a mark.
const WORDS: std::ops::RangeInclusive<usize> = 2..=6;

impl Checked {
    /// Adds hints to the problems of a sound site. They are for `check` alone: nothing depends on them.
    pub(crate) fn add_hints(&mut self) {
        let Some(site) = self.site.as_deref().filter(|_| self.is_sound()) else { return };
        let hints = site::reading_hints(site).into_iter().chain(site::number_hints(site));
        let hints = hints.map(|(hint, sentence)| {
            let text = self.sources.get(&hint.path).map(Source::readable);
            match text.and_then(|text| find(text, &sentence)) {
                Some(span) => hint.at(span),
                None => hint,
            }
        });
        let hints: Vec<_> = hints.chain(series_hints(site)).collect();
        self.problems.extend(hints);
        diagnostic::sort(&mut self.problems);
    }
}

/// Where a sentence begins in the file that it was read from.
fn find(text: &str, sentence: &str) -> Option<Span> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut begins = WORDS.rev().filter_map(|count| Some(words.get(..count)?.join(" ")));
    let whole = || Some((text.find(sentence)?, sentence.len()));
    let (at, found) = begins.find_map(|begin| Some((text.find(&begin)?, begin.len()))).or_else(whole)?;
    Some(Span::new(at, at + found))
}

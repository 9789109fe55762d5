//! The words of the glossary, ready to be found in texts.

use ahash::AHashMap;

use super::words::Words;
use crate::site::search::Concept;

/// Every phrase of the glossary by its first stem.
pub(super) struct Anchors {
    by_first: AHashMap<String, Vec<Anchor>>,
}

/// A phrase that makes a page be about a concept.
pub(super) struct Anchor {
    /// The stems after the first.
    rest: Vec<String>,
    /// The concept's number.
    pub(super) concept: usize,
    pub(super) reach: Reach,
}

/// Where on a page a phrase makes it be about a concept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Anywhere.
    Everywhere,
    /// Outside of the text, and there half as much.
    Half,
    /// Among the words that its author says lead to it.
    Keywords,
}

impl Anchors {
    pub(super) fn of(concepts: &[Concept<'_>], words: &mut Words) -> Self {
        let mut anchors = Self { by_first: AHashMap::new() };
        for (number, concept) in concepts.iter().enumerate() {
            for phrase in &concept.on_pages {
                anchors.add(&words.stems_of(phrase), Reach::Everywhere, number, words);
            }
            for phrase in &concept.near {
                anchors.add(&words.stems_of(phrase), Reach::Half, number, words);
            }
            for phrase in &concept.typed {
                let stems = words.stems_of(phrase);
                if !is_sentence(phrase, stems.len()) {
                    let reach = if stems.len() > 1 || concept.both_ways { Reach::Half } else { Reach::Keywords };
                    anchors.add(&stems, reach, number, words);
                }
            }
        }
        anchors
    }

    fn add(&mut self, phrase: &[usize], reach: Reach, concept: usize, words: &Words) {
        let mut texts = phrase.iter().map(|&stem| words.stems[stem].text.clone());
        if let Some(first) = texts.next() {
            self.by_first.entry(first).or_default().push(Anchor { rest: texts.collect(), concept, reach });
        }
    }

    /// The phrases that begin with a stem.
    pub(super) fn beginning_with(&self, stem: &str) -> &[Anchor] {
        self.by_first.get(stem).map_or(&[], Vec::as_slice)
    }
}

impl Anchor {
    /// Whether the phrase goes on with the stems that follow its first.
    pub(super) fn goes_on(&self, following: &[usize], words: &Words) -> bool {
        self.rest.len() <= following.len()
            && self.rest.iter().zip(following).all(|(expected, &stem)| *expected == words.stems[stem].text)
    }
}

/// Whether the small words of a phrase matter: they do if without them only one word is left, and in quotation marks.
pub(super) fn is_sentence(phrase: &str, stems: usize) -> bool {
    phrase.starts_with('"') || (stems == 1 && phrase.contains(' '))
}

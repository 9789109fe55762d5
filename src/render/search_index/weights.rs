//! What each word and each concept counts for on a page, by where it stands.

use ahash::AHashMap;

use super::anchors::{Anchor, Anchors, Reach};
use super::words::Words;
use crate::site::search::SearchDocument;

const KEYWORD: f64 = 6.0;
const TAG: f64 = 9.0;
const SUMMARY: f64 = 4.0;
const HEADING: f64 = 3.0;
const BODY: f64 = 1.0;
/// People's word for what a page is filed under, and a phrase in their words.
const HALF: f64 = 0.5;
/// A word in a long text counts once, twice, at most this often.
const MOST: f64 = 3.0;
/// A concept that a page only touches is not what it is about.
const TOUCHED: f64 = 1.5;

/// A word in a title: one of two says more than one of eight.
fn in_title(words: usize) -> f64 {
    8.0 + 8.0 / f64::from(u32::try_from(words.max(1)).unwrap_or(u32::MAX))
}

fn of_several(among: usize) -> f64 {
    f64::from(u32::try_from(among.max(1)).unwrap_or(u32::MAX)).sqrt().recip()
}

/// What each stem and concept counts for on a page.
#[derive(Default)]
pub(super) struct Weights {
    pub(super) stems: AHashMap<usize, f64>,
    pub(super) concepts: AHashMap<usize, f64>,
}

impl Weights {
    /// Puts in what was found in one part of the page.
    fn add(&mut self, part: Self) {
        for (stem, weight) in part.stems {
            *self.stems.entry(stem).or_default() += weight;
        }
        for (concept, weight) in part.concepts {
            *self.concepts.entry(concept).or_default() += weight;
        }
    }
}

/// Weighs the words of pages.
pub(super) struct Weigher<'a> {
    pub(super) words: Words,
    anchors: &'a Anchors,
    /// For each stem the phrases that begin with it.
    starts: Vec<&'a [Anchor]>,
}

impl<'a> Weigher<'a> {
    pub(super) fn new(words: Words, anchors: &'a Anchors) -> Self {
        Self { words, anchors, starts: Vec::new() }
    }

    pub(super) fn weigh(&mut self, document: &SearchDocument<'_>) -> Weights {
        let mut weights = self.title(&document.title);
        weights.add(self.part(document.keywords.iter().map(|&text| (text, KEYWORD)), true));
        weights.add(self.part(document.headings.iter().map(|&text| (text, HEADING)), false));
        weights.add(self.part([(document.summary, SUMMARY)], false));
        let tags = document.tags.iter().flat_map(|tag| {
            let weight = TAG * of_several(tag.among);
            let also = tag.also.iter().map(move |text| (text.as_str(), weight * HALF));
            std::iter::once((tag.name, weight)).chain(also)
        });
        weights.add(self.part(tags, true));
        weights.add(self.body(&document.body));
        weights.concepts.retain(|_, weight| *weight > TOUCHED);
        weights
    }

    fn title(&mut self, title: &str) -> Weights {
        let weight = in_title(self.words.stems_of(title).len());
        let mut weights = self.part([(title, weight)], false);
        // Small words count only where a query has no others.
        weights.stems.extend(self.words.small_words(title).into_iter().map(|word| (word, HEADING)));
        weights
    }

    /// A part of the page in which it does not matter how often a word stands.
    ///
    /// `own_words` are those that its author says lead to it, which are people's words.
    fn part<'t>(&mut self, texts: impl IntoIterator<Item = (&'t str, f64)>, own_words: bool) -> Weights {
        let mut found = Weights::default();
        for (text, weight) in texts {
            let stems = self.words.stems_of(text);
            for &stem in &stems {
                let most = found.stems.entry(stem).or_default();
                *most = most.max(weight);
            }
            self.concepts(&stems, |anchor| {
                let weight = match anchor.reach {
                    Reach::Everywhere => weight,
                    Reach::Keywords if !own_words => return,
                    Reach::Half | Reach::Keywords => weight * HALF,
                };
                let most = found.concepts.entry(anchor.concept).or_default();
                *most = most.max(weight);
            });
        }
        found
    }

    /// The text, in which a word may stand often, and people's words for something stand by chance.
    fn body(&mut self, texts: &[String]) -> Weights {
        let mut found = Weights::default();
        for text in texts {
            let stems = self.words.stems_of(text);
            for &stem in &stems {
                let count = found.stems.entry(stem).or_default();
                *count = (*count + BODY).min(MOST);
            }
            self.concepts(&stems, |anchor| {
                if anchor.reach == Reach::Everywhere {
                    let count = found.concepts.entry(anchor.concept).or_default();
                    *count = (*count + BODY).min(MOST);
                }
            });
        }
        found
    }

    /// Hands over each phrase of the glossary that stands in a text.
    fn concepts(&mut self, stems: &[usize], mut found: impl FnMut(&Anchor)) {
        for stem in &self.words.stems[self.starts.len()..] {
            self.starts.push(self.anchors.beginning_with(&stem.text));
        }
        for (at, &stem) in stems.iter().enumerate() {
            for anchor in self.starts[stem].iter().filter(|anchor| anchor.goes_on(&stems[at + 1..], &self.words)) {
                found(anchor);
            }
        }
    }
}

//! The search index: one file, the same for every visitor, made with elasticlunr-rs's tokeniser, stop words and
//! stemmer, and written in a form of our own that is a tenth of its size.
//!
//! `docs` holds for each page its address, title, summary and group; `terms` each stem in alphabetical order; and
//! `posts` for each stem its pages and weights as `[page, weight, page, weight ...]`, pages as steps from the one
//! before.

use std::collections::{BTreeMap, HashMap};

use elasticlunr::Language;
use elasticlunr::lang::{self, English};
use rayon::prelude::*;
use serde::Serialize;

use super::shared::hashed;
use crate::site::Site;
use crate::site::search::{SearchDocument, SearchGroup, documents};

/// What a word counts for, by where it stands.
const TITLE: u32 = 12;
const KEYWORD: u32 = 6;
const SUMMARY: u32 = 4;
const BODY: u32 = 1;
/// A word in a long text counts once, twice, at most this often.
const MOST: u32 = 3;

/// The index as a file.
pub(super) struct SearchIndex {
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

#[derive(Serialize)]
struct Compact<'s> {
    version: u8,
    groups: [&'static str; 5],
    docs: Vec<(String, &'s str, &'s str, u8)>,
    terms: Vec<String>,
    posts: Vec<Vec<u32>>,
}

impl SearchIndex {
    pub(super) fn of(site: &Site) -> Self {
        let documents = documents(site);
        let language = site.settings.language.tag().split('-').next().unwrap_or_default().to_owned();
        // A pipeline cannot be shared between threads, so each has its own.
        let weighed: Vec<HashMap<String, u32>> =
            documents.par_iter().map_init(|| Words::new(&language), |words, document| words.weigh(document)).collect();
        let (terms, posts) = invert(weighed);
        let compact = Compact {
            version: 1,
            groups: GROUPS.map(|(_, words)| words),
            docs: documents
                .iter()
                .map(|one| (site.address(one.route), one.title, one.summary, group(one.group)))
                .collect(),
            terms,
            posts,
        };
        let bytes = serde_json::to_vec(&compact).expect("texts and numbers always serialise");
        Self { path: hashed("search-index.json", &bytes), bytes }
    }
}

/// The groups of results with their headings, in the order in which they are shown.
const GROUPS: [(SearchGroup, &str); 5] = [
    (SearchGroup::HelpNow, "Get help now"),
    (SearchGroup::Services, "Services"),
    (SearchGroup::Information, "Information"),
    (SearchGroup::Training, "Training"),
    (SearchGroup::Strategy, "Strategy"),
];

fn group(group: SearchGroup) -> u8 {
    let at = GROUPS.iter().position(|(other, _)| *other == group).unwrap_or_default();
    u8::try_from(at).unwrap_or_default()
}

/// Turns the words of each page into the pages of each word.
fn invert(pages: Vec<HashMap<String, u32>>) -> (Vec<String>, Vec<Vec<u32>>) {
    let mut inverted: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
    for (page, words) in (0_u32..).zip(pages) {
        for (word, weight) in words {
            inverted.entry(word).or_default().push((page, weight));
        }
    }
    let steps = |pages: Vec<(u32, u32)>| {
        let mut previous = 0;
        pages.into_iter().flat_map(|(page, weight)| [page - std::mem::replace(&mut previous, page), weight]).collect()
    };
    inverted.into_iter().map(|(word, pages)| (word, steps(pages))).unzip()
}

/// Turns texts into stems.
struct Words {
    language: Box<dyn Language>,
    pipeline: elasticlunr::Pipeline,
    /// Stems already worked out: a site uses the same few thousand words again and again.
    known: HashMap<String, Option<String>>,
}

impl Words {
    fn new(language: &str) -> Self {
        let language = lang::from_code(language).unwrap_or_else(|| Box::new(English::new()));
        let pipeline = language.make_pipeline();
        Self { language, pipeline, known: HashMap::new() }
    }

    fn weigh(&mut self, document: &SearchDocument<'_>) -> HashMap<String, u32> {
        let mut weights = HashMap::new();
        self.add(document.title, TITLE, &mut weights);
        self.add(document.summary, SUMMARY, &mut weights);
        for keyword in &document.keywords {
            self.add(keyword, KEYWORD, &mut weights);
        }
        let mut body = HashMap::new();
        for text in &document.body {
            self.add(text, BODY, &mut body);
        }
        for (word, count) in body {
            *weights.entry(word).or_default() += count.min(MOST);
        }
        weights
    }

    fn add(&mut self, text: &str, weight: u32, weights: &mut HashMap<String, u32>) {
        for token in self.language.tokenize(&fold(text)) {
            if let Some(stem) = self.stem(token) {
                *weights.entry(stem).or_default() += weight;
            }
        }
    }

    fn stem(&mut self, token: String) -> Option<String> {
        if let Some(known) = self.known.get(&token) {
            return known.clone();
        }
        let stem = self.pipeline.run(vec![token.clone()]).pop().filter(|stem| !stem.is_empty());
        self.known.insert(token, stem.clone());
        stem
    }
}

/// Text as it is looked up: without apostrophes and accents, and with every other sign as a space. `search.js`
/// does the same to what is typed.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\'' | '’' | '‘' | 'ʼ' => {}
            letter if letter.is_ascii_alphanumeric() => folded.push(letter.to_ascii_lowercase()),
            letter if letter.is_alphanumeric() => folded.push_str(&crate::model::slug::slugify(&letter.to_string())),
            _ => folded.push(' '),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_alike_however_they_are_written() {
        assert_eq!(fold("Clare’s law – Café"), fold("clares LAW - cafe"));
    }

    #[test]
    fn pages_are_written_as_steps() {
        let page = |words: &[(&str, u32)]| words.iter().map(|(word, weight)| ((*word).to_owned(), *weight)).collect();
        let (terms, posts) = invert(vec![page(&[("a", 1)]), page(&[("b", 2)]), page(&[("a", 3), ("b", 4)])]);
        assert_eq!(terms, ["a", "b"]);
        assert_eq!(posts, [vec![0, 1, 2, 3], vec![1, 2, 1, 4]]);
    }
}

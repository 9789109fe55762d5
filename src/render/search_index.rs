//! The search index: one file, the same for every visitor, made with elasticlunr-rs's tokeniser, stop words and
//! stemmer, and written in a compact form of our own.
//!
//! `docs` holds for each page its address, title, summary and group; `terms` each stem in alphabetical order; and
//! `posts` for each stem its pages and weights as `[page, weight, page, weight ...]`, pages as steps from the one
//! before.

use std::collections::HashMap;

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
        let share = documents.len().div_ceil(rayon::current_num_threads()).max(1);
        let shards: Vec<Shard> = documents
            .par_chunks(share)
            .enumerate()
            .map(|(number, documents)| Shard::of(documents, number * share, &language))
            .collect();
        let (terms, posts) = merge(shards);
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

/// The pages of each stem, for some of the site's pages.
struct Shard {
    stems: Vec<String>,
    /// For each stem its pages, in order, with their weights.
    pages: Vec<Vec<(u32, u32)>>,
}

impl Shard {
    /// The stems of pages whose numbers begin at `first`.
    fn of(documents: &[SearchDocument<'_>], first: usize, language: &str) -> Self {
        let mut words = Words::new(language);
        let mut pages: Vec<Vec<(u32, u32)>> = Vec::new();
        for (page, document) in (u32::try_from(first).unwrap_or(u32::MAX)..).zip(documents) {
            let weights = words.weigh(document);
            pages.resize_with(words.stems.len(), Vec::new);
            for (stem, weight) in weights {
                pages[stem].push((page, weight));
            }
        }
        Self { stems: words.stems, pages }
    }
}

/// Puts the shards together: the stems in order, and for each its pages as steps from one to the next.
fn merge(shards: Vec<Shard>) -> (Vec<String>, Vec<Vec<u32>>) {
    let mut merged: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
    for shard in shards {
        for (stem, pages) in shard.stems.into_iter().zip(shard.pages) {
            merged.entry(stem).or_default().extend(pages);
        }
    }
    let mut merged: Vec<(String, Vec<(u32, u32)>)> = merged.into_iter().collect();
    merged.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    merged.into_iter().map(|(stem, pages)| (stem, steps(&pages))).unzip()
}

fn steps(pages: &[(u32, u32)]) -> Vec<u32> {
    let mut previous = 0;
    let step = |&(page, weight): &(u32, u32)| [page - std::mem::replace(&mut previous, page), weight];
    pages.iter().flat_map(step).collect()
}

/// Turns texts into stems, which it numbers.
struct Words {
    language: Box<dyn Language>,
    pipeline: elasticlunr::Pipeline,
    stems: Vec<String>,
    numbers: HashMap<String, usize>,
    /// The stem of each word met so far: a site uses the same few thousand again and again.
    known: HashMap<String, Option<usize>>,
}

impl Words {
    fn new(language: &str) -> Self {
        let language = lang::from_code(language).unwrap_or_else(|| Box::new(English::new()));
        let pipeline = language.make_pipeline();
        Self { language, pipeline, stems: Vec::new(), numbers: HashMap::new(), known: HashMap::new() }
    }

    /// What each stem counts for on a page.
    fn weigh(&mut self, document: &SearchDocument<'_>) -> HashMap<usize, u32> {
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
        for (stem, count) in body {
            *weights.entry(stem).or_default() += count.min(MOST);
        }
        weights
    }

    fn add(&mut self, text: &str, weight: u32, weights: &mut HashMap<usize, u32>) {
        for word in self.language.tokenize(&fold(text)) {
            if let Some(stem) = self.stem(word) {
                *weights.entry(stem).or_default() += weight;
            }
        }
    }

    /// The number of a word's stem; none for a word that says nothing, such as "the".
    fn stem(&mut self, word: String) -> Option<usize> {
        if let Some(known) = self.known.get(&word) {
            return *known;
        }
        let stem = self.pipeline.run(vec![word.clone()]).pop().filter(|stem| !stem.is_empty());
        let number = stem.map(|stem| {
            *self.numbers.entry(stem).or_insert_with_key(|stem| {
                self.stems.push(stem.clone());
                self.stems.len() - 1
            })
        });
        self.known.insert(word, number);
        number
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
    fn shards_are_put_together_in_order() {
        let shard =
            |stem: &str, pages: &[(u32, u32)]| Shard { stems: vec![stem.to_owned()], pages: vec![pages.to_vec()] };
        let shards = vec![shard("b", &[(1, 2)]), shard("a", &[(3, 3)]), shard("b", &[(5, 4)])];
        let (stems, posts) = merge(shards);
        assert_eq!(stems, ["a", "b"]);
        assert_eq!(posts, [vec![3, 3], vec![1, 2, 4, 4]]);
    }
}

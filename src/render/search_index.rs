//! The search index: one file, the same for every visitor, made with elasticlunr-rs's tokeniser, stop words and
//! stemmer, and written in a compact form of our own, which `docs/search.md` describes.

mod anchors;
mod posts;
mod weights;
mod words;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::assets::hashed;
use crate::site::Site;
use crate::site::search::{Concept, SearchDocument, SearchGroup, Voice, concepts, documents};
use anchors::{Anchors, is_sentence};
use posts::Post;
use weights::Weigher;
use words::{SMALL, Stem, Told, Words, is_english};

/// The index as a file.
pub(crate) struct SearchIndex {
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
}

#[derive(Serialize)]
struct Compact<'s> {
    /// Whether the browser cuts off endings by itself.
    english: bool,
    /// Words to be dropped, with spaces between.
    small: String,
    /// In another language, words with their stems.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    forms: BTreeMap<String, String>,
    groups: [&'static str; 5],
    /// Address, title, summary, group.
    docs: Vec<(String, &'s str, &'s str, u8)>,
    /// The stems in order, with spaces between.
    terms: String,
    /// For each stem how it ends in a word.
    ends: String,
    /// For each stem its pages, then the phrases that begin with it.
    posts: String,
    concepts: Vec<CompactConcept>,
    /// Telephone numbers and their pages.
    phones: Vec<(&'s str, usize)>,
    /// The pages for people who harm others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    harm: Vec<usize>,
}

/// The pages of a concept, and whose words its phrases are.
#[derive(Serialize)]
struct CompactConcept(String, u8);

impl SearchIndex {
    pub(crate) fn of(site: &Site) -> Self {
        let documents = documents(site);
        let concepts = concepts(site);
        let language = site.settings.language.primary();
        let anchors = Anchors::of(&concepts, &mut Words::new(language));
        // A pipeline cannot be shared between threads, so each has its own.
        let share = documents.len().div_ceil(rayon::current_num_threads()).max(1);
        let shards: Vec<Shard> = documents
            .par_chunks(share)
            .enumerate()
            .map(|(number, documents)| {
                Shard::of(documents, number * share, Weigher::new(Words::new(language), &anchors))
            })
            .collect();
        let merged = Merged::of(shards, concepts.len());
        let compact = merged.compact(site, &documents, &concepts);
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

/// The pages of each stem and concept, for some of the site's pages.
struct Shard {
    stems: Vec<Stem>,
    /// For each stem its pages, in order.
    posts: Vec<Vec<Post>>,
    concepts: BTreeMap<usize, Vec<Post>>,
    told: Told,
}

impl Shard {
    /// The words of pages whose numbers begin at `first`.
    fn of(documents: &[SearchDocument<'_>], first: usize, mut weigher: Weigher<'_>) -> Self {
        let mut posts: Vec<Vec<Post>> = Vec::new();
        let mut concepts: BTreeMap<usize, Vec<Post>> = BTreeMap::new();
        for (page, document) in (u32::try_from(first).unwrap_or(u32::MAX)..).zip(documents) {
            let weights = weigher.weigh(document);
            posts.resize_with(weigher.words.stems.len(), Vec::new);
            for (stem, weight) in weights.stems {
                posts[stem].push((page, posts::level(weight)));
            }
            for (concept, weight) in weights.concepts {
                concepts.entry(concept).or_default().push((page, posts::level(weight)));
            }
        }
        posts.resize_with(weigher.words.stems.len(), Vec::new);
        Self { told: weigher.words.told(), stems: weigher.words.stems, posts, concepts }
    }
}

/// A stem's word and pages.
#[derive(Default)]
struct Term {
    word: Option<Stem>,
    posts: Vec<Post>,
}

/// All shards together: the stems in order, and the concepts by their numbers.
struct Merged {
    terms: BTreeMap<String, Term>,
    concepts: Vec<Vec<Post>>,
    told: Told,
}

impl Merged {
    fn of(shards: Vec<Shard>, concepts: usize) -> Self {
        let mut merged = Self { terms: BTreeMap::new(), concepts: vec![Vec::new(); concepts], told: Told::default() };
        for shard in shards {
            for (stem, posts) in shard.stems.into_iter().zip(shard.posts) {
                if !posts.is_empty() {
                    merged.meet(stem).extend(posts);
                }
            }
            for (concept, posts) in shard.concepts {
                merged.concepts[concept].extend(posts);
            }
            merged.told.extend(shard.told);
        }
        merged
    }

    fn meet(&mut self, stem: Stem) -> &mut Vec<Post> {
        let term = self.terms.entry(stem.text.clone()).or_default();
        match &mut term.word {
            Some(known) => known.meet(&stem.word),
            None => term.word = Some(stem),
        }
        &mut term.posts
    }

    /// The index in its short form. A concept that no page is about is left out.
    fn compact<'s>(
        mut self,
        site: &Site,
        documents: &'s [SearchDocument<'s>],
        concepts: &[Concept<'_>],
    ) -> Compact<'s> {
        let language = site.settings.language.primary();
        let mut words = Words::new(language);
        let found = std::mem::take(&mut self.concepts);
        let found = concepts.iter().zip(found).filter(|(_, posts)| !posts.is_empty());
        let phrased: Vec<Phrased> = found.map(|(concept, posts)| Phrased::of(concept, posts, &mut words)).collect();
        self.told.extend(words.told());
        let known: Vec<String> = words.stems.iter().map(|stem| stem.text.clone()).collect();
        for stem in words.stems {
            self.meet(stem);
        }
        let numbers: BTreeMap<&str, u32> = self.terms.keys().map(String::as_str).zip(0..).collect();
        let numbered: Vec<u32> = known.iter().map(|stem| numbers[stem.as_str()]).collect();
        let mut beginning = vec![String::new(); numbers.len()];
        for (concept, number) in phrased.iter().zip(0..) {
            concept.write_phrases(number, &numbered, &mut beginning);
        }
        let phones = documents.iter().enumerate();
        Compact {
            english: is_english(language),
            small: if is_english(language) { SMALL.to_owned() } else { joined(self.told.small.into_iter(), " ") },
            forms: self.told.forms,
            groups: GROUPS.map(|(group, words)| match group {
                SearchGroup::HelpNow if !site.settings.sensitive => "Main services",
                _ => words,
            }),
            docs: documents
                .iter()
                .map(|one| (site.address(one.route), one.title.as_ref(), one.summary, group(one.group)))
                .collect(),
            terms: joined(self.terms.keys().cloned(), " "),
            ends: joined(self.terms.iter().map(|(stem, term)| term.end(stem)), ","),
            posts: joined(
                self.terms.values().zip(beginning).map(|(term, phrases)| posts::write(&term.posts) + &phrases),
                " ",
            ),
            concepts: phrased.iter().map(Phrased::compact).collect(),
            phones: phones
                .flat_map(|(page, document)| document.phones.iter().map(move |phone| (phone.as_str(), page)))
                .collect(),
            harm: documents.iter().zip(0..).filter(|(one, _)| one.behaviour_change).map(|(_, page)| page).collect(),
        }
    }
}

fn joined(texts: impl Iterator<Item = String>, with: &str) -> String {
    texts.collect::<Vec<_>>().join(with)
}

impl Term {
    /// How a stem ends in its word: a `-` for each letter to be taken away, then the letters to be added.
    fn end(&self, stem: &str) -> String {
        let word = self.word.as_ref().map_or(stem, |known| known.word.as_str());
        let same = stem.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
        "-".repeat(stem.len() - same) + &word[same..]
    }
}

/// A concept that pages are about, with its phrases as stems.
struct Phrased {
    posts: Vec<Post>,
    on_pages: Vec<Vec<usize>>,
    typed: Vec<Vec<usize>>,
    /// Phrases whose small words matter.
    sentences: Vec<Vec<usize>>,
    voice: Voice,
}

impl Phrased {
    fn of(concept: &Concept<'_>, posts: Vec<Post>, words: &mut Words) -> Self {
        let mut known = Vec::new();
        let mut sentences = Vec::new();
        let on_pages = concept.on_pages.iter().map(|text| phrase(text, words)).collect();
        let on_pages = new_ones(on_pages, &mut known);
        let mut typed = Vec::new();
        for text in &concept.typed {
            let stems = phrase(text, words);
            if is_sentence(text, stems.len()) {
                sentences.push(words.sentence(text));
            } else {
                typed.push(stems);
            }
        }
        let typed = new_ones(typed, &mut known);
        Self { posts, on_pages, typed, sentences, voice: concept.voice }
    }

    /// Writes each phrase to its first stem: what it is of, as a number, and its other stems.
    fn write_phrases(&self, concept: u32, numbers: &[u32], phrases: &mut [String]) {
        let lists = [&self.on_pages, &self.typed, &self.sentences];
        for (list, kind) in lists.into_iter().zip(0..) {
            for phrase in list {
                let Some((&first, others)) = phrase.split_first() else { continue };
                let text = &mut phrases[numbers[first] as usize];
                text.push(posts::PHRASE);
                posts::write_number(3 * concept + kind, text);
                for &stem in others {
                    posts::write_number(numbers[stem], text);
                }
            }
        }
    }

    fn compact(&self) -> CompactConcept {
        let voice = match self.voice {
            Voice::Anyone => 0,
            Voice::Help => 1,
            Voice::Harm => 2,
            Voice::Friend => 3,
            Voice::Work => 4,
            Voice::Urgent => 5,
        };
        CompactConcept(posts::write(&self.posts), voice)
    }
}

/// A phrase as its stems; in which order they stand does not matter.
fn phrase(text: &str, words: &mut Words) -> Vec<usize> {
    let mut stems = words.phrase(text);
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The phrases that are not known yet.
fn new_ones(phrases: Vec<Vec<usize>>, known: &mut Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut new = Vec::new();
    for phrase in phrases.into_iter().filter(|phrase| !phrase.is_empty()) {
        if !known.contains(&phrase) {
            known.push(phrase.clone());
            new.push(phrase);
        }
    }
    new
}

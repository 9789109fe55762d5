//! What people say, and what the pages of the field call it: the glossary of the search.

use std::sync::LazyLock;

use crate::record::glossary::{GlossaryTerm, SearchGlossary};
use crate::site::Site;

/// The program's own glossary; its first lines say how it is written.
const BUILT_IN: &str = include_str!("concepts.txt");

/// Words that mean one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Concept<'s> {
    /// The words that pages use: one that has them is about the concept.
    pub on_pages: Vec<&'s str>,
    /// Words of pages that are about something near: they help where no page is about the concept itself.
    pub near: Vec<&'s str>,
    /// The words that people type.
    pub typed: Vec<&'s str>,
    /// Whose words they are.
    pub voice: Voice,
    /// Whether a page with what people type is about the concept as well. In the site's own glossary it is; in the
    /// built-in one a single word may stand on a page for something else.
    pub both_ways: bool,
}

/// Who speaks when words are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Anyone.
    Anyone,
    /// Someone who may be asking for help.
    Help,
    /// Someone who harms others, and may want to stop.
    Harm,
    /// Someone who worries about another.
    Friend,
    /// Someone who is hurt and needs a doctor today.
    Urgent,
    /// A professional at work.
    Work,
}

/// Every concept that the site's search knows: the site's own glossary, then the built-in one unless it is switched
/// off.
#[must_use]
pub(crate) fn concepts(site: &Site) -> Vec<Concept<'_>> {
    let own = site.glossary.iter().map(of_glossary);
    let built_in = match site.settings.search_glossary() {
        SearchGlossary::BuiltIn => BUILT_IN_CONCEPTS.as_slice(),
        SearchGlossary::Own => &[],
    };
    own.chain(built_in.iter().cloned()).collect()
}

fn of_glossary(term: &GlossaryTerm) -> Concept<'_> {
    Concept {
        on_pages: std::iter::once(&term.term.value).chain(&term.short).map(String::as_str).collect(),
        near: Vec::new(),
        typed: term.also.iter().map(String::as_str).collect(),
        voice: Voice::Anyone,
        both_ways: true,
    }
}

static BUILT_IN_CONCEPTS: LazyLock<Vec<Concept<'static>>> = LazyLock::new(|| read(BUILT_IN));

/// Reads the form that the file describes.
fn read(text: &str) -> Vec<Concept<'_>> {
    let mut concepts: Vec<Concept<'_>> = Vec::new();
    let mut voice = Voice::Help;
    for entry in entries(text).filter(|entry| !entry.is_empty() && !entry.starts_with('#')) {
        if let Some(heading) = entry.strip_prefix("==") {
            voice = match heading.trim_matches(['=', ' ']) {
                "help" => Voice::Help,
                "harm" => Voice::Harm,
                "friend" => Voice::Friend,
                "urgent" => Voice::Urgent,
                _ => Voice::Work,
            };
        } else {
            let (pages, typed) = entry.split_once(':').expect("an entry of the file has a colon");
            let (on_pages, near) = pages.split_once(';').unwrap_or((pages, ""));
            let [on_pages, near, typed] = [on_pages, near, typed].map(|list| words(list).collect());
            concepts.push(Concept { on_pages, near, typed, voice, both_ways: false });
        }
    }
    concepts
}

/// The lines of a text, each with the indented ones that carry it on.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut ends = rest.match_indices('\n').map(|(at, _)| at + 1);
        let end = ends.find(|&end| !rest[end..].starts_with(' ')).unwrap_or(rest.len());
        let (entry, after) = rest.split_at(end);
        rest = after;
        (end > 0).then(|| entry.trim_end())
    })
}

fn words(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_concept_has_words_of_pages_and_of_people() {
        let file = "# a note\n== help ==\nrefuge, safe house; housing: shelter,\n  hostel\n== work ==\nmarac: maracs\n";
        let refuge = Concept {
            on_pages: vec!["refuge", "safe house"],
            near: vec!["housing"],
            typed: vec!["shelter", "hostel"],
            voice: Voice::Help,
            both_ways: false,
        };
        let marac = Concept {
            on_pages: vec!["marac"],
            near: Vec::new(),
            typed: vec!["maracs"],
            voice: Voice::Work,
            both_ways: false,
        };
        assert_eq!(read(file), [refuge, marac]);
    }

    #[test]
    fn the_built_in_glossary_is_rich_and_its_words_are_plain() {
        assert!(BUILT_IN_CONCEPTS.len() >= 180, "{} concepts", BUILT_IN_CONCEPTS.len());
        for concept in BUILT_IN_CONCEPTS.iter() {
            assert!(!concept.on_pages.is_empty() && !concept.typed.is_empty(), "{concept:?}");
            for words in concept.on_pages.iter().chain(&concept.typed) {
                assert_eq!(*words, words.to_lowercase(), "{concept:?}");
                assert!(!words.contains(':'), "{words}");
            }
        }
    }
}

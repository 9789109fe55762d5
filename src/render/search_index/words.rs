//! Texts as the search sees them: folded, without small words, endings cut off.
//!
//! `search.js` does the same to what is typed; `tests/browser/search_words.txt` is run through both.

use ahash::AHashMap;
use elasticlunr::Language;
use elasticlunr::lang::English;

use crate::model::slug::slugify;

/// Words that say nothing of what is looked for: those of elasticlunr-rs, their short forms without an apostrophe,
/// and the words with which people ask. The index brings them to the browser.
pub(super) const SMALL: &str = "\
a able about across after all almost also am among an and any are as at be because been but by can cannot could dear \
did do does either else ever every for from get got had has have he her hers him his how however i if in into is it \
its just least let like likely may me might most must my neither no nor not of off often on only or other our own \
rather said say says she should since so some than that the their them then there these they this tis to too twas us \
wants was we were what when where which while who whom why will with would yet you your \
arent cant couldnt didnt doesnt dont hadnt hasnt havent hes hows im isnt ive shes shouldnt thats theres theyre \
theyve wasnt weve werent whats wheres whos wont wouldnt youre youve lets \
always anyone anything being doing find getting having hello hi keep keeping keeps looking make makes making more much \
need needed never please really someone somebody something thank thanks up very want wanted wanting";

/// Turns texts into stems, which it numbers.
pub(super) struct Words {
    english: English,
    /// What cuts off endings; none for a language whose endings are not known.
    pipeline: Option<elasticlunr::Pipeline>,
    pub(super) stems: Vec<Stem>,
    numbers: AHashMap<String, usize>,
    /// The stem of each word met so far: a site uses the same few thousand again and again.
    known: AHashMap<String, Option<usize>>,
}

/// What is left of a word without its ending.
pub(super) struct Stem {
    pub(super) text: String,
    /// The shortest word that it was met in.
    pub(super) word: String,
}

impl Words {
    /// For texts in a language, by its tag.
    pub(super) fn new(language: &str) -> Self {
        let english = English::new();
        let pipeline = is_english(language).then(|| english.make_pipeline());
        let mut words = Self { english, pipeline, stems: Vec::new(), numbers: AHashMap::new(), known: AHashMap::new() };
        if words.pipeline.is_some() {
            words.known.extend(SMALL.split(' ').map(|word| (word.to_owned(), None)));
        }
        words
    }

    /// The stems of a text, in order, without its small words.
    pub(super) fn stems_of(&mut self, text: &str) -> Vec<usize> {
        let words = self.english.tokenize(&fold(text));
        words.into_iter().filter_map(|word| self.stem(word)).collect()
    }

    /// The same for a few words: where all of them are small, they are taken as they are.
    pub(super) fn phrase(&mut self, text: &str) -> Vec<usize> {
        let stems = self.stems_of(text);
        if stems.is_empty() { self.sentence(text) } else { stems }
    }

    /// The small words of a text, as they are.
    pub(super) fn small_words(&mut self, text: &str) -> Vec<usize> {
        let words = self.english.tokenize(&fold(text));
        let small: Vec<String> = words.into_iter().filter(|word| self.stem(word.clone()).is_none()).collect();
        small.into_iter().map(|word| self.number(word.clone(), &word)).collect()
    }

    /// Every word of a text in order, the small ones as they are: "i hit her" and "he hits me" differ in those alone.
    pub(super) fn sentence(&mut self, text: &str) -> Vec<usize> {
        let words = self.english.tokenize(&fold(text));
        let number = |word: String| self.stem(word.clone()).unwrap_or_else(|| self.number(word.clone(), &word));
        words.into_iter().map(number).collect()
    }

    /// The number of a word's stem; none for a small word.
    fn stem(&mut self, word: String) -> Option<usize> {
        if let Some(known) = self.known.get(&word) {
            let number = *known;
            if let Some(stem) = number.map(|number| &mut self.stems[number]) {
                stem.meet(&word);
            }
            return number;
        }
        let number = self.cut(&word).map(|stem| self.number(stem, &word));
        self.known.insert(word, number);
        number
    }

    fn cut(&self, word: &str) -> Option<String> {
        // One letter alone is what is left of "he's" or "a & e".
        if word.len() == 1 && !word.starts_with(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
        match &self.pipeline {
            Some(pipeline) => pipeline.run(vec![word.to_owned()]).pop().filter(|stem| !stem.is_empty()),
            None => Some(word.to_owned()),
        }
    }

    fn number(&mut self, stem: String, word: &str) -> usize {
        let next = self.stems.len();
        let number = *self.numbers.entry(stem).or_insert_with_key(|stem| {
            self.stems.push(Stem { text: stem.clone(), word: word.to_owned() });
            next
        });
        self.stems[number].meet(word);
        number
    }
}

impl Stem {
    /// Keeps the shorter of two words, of equal ones the first by the alphabet.
    pub(super) fn meet(&mut self, word: &str) {
        if (word.len(), word) < (self.word.len(), self.word.as_str()) {
            word.clone_into(&mut self.word);
        }
    }
}

/// Whether the endings of a language's words are known.
pub(super) fn is_english(tag: &str) -> bool {
    tag.split('-').next() == Some("en")
}

/// Text as it is looked up: in small letters, without apostrophes, accents and `&`, and with every other sign as a
/// space.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\'' | '’' | '‘' | 'ʼ' | '&' => {}
            letter if letter.is_ascii_alphanumeric() => folded.push(letter.to_ascii_lowercase()),
            // A mark that belongs to the letter before it.
            '\u{300}'..='\u{36f}' => {}
            letter if letter.is_alphanumeric() => folded.push_str(&slugify(&letter.to_string())),
            _ => folded.push(' '),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a line and what is left of them, as `search.test.mjs` reads them too.
    const TABLE: &str = include_str!("../../../tests/browser/search_words.txt");

    #[test]
    fn the_build_and_the_browser_cut_words_alike() {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let (text, expected) = line.split_once('=').expect("a line has the words and what is left of them");
            let mut words = Words::new("en-GB");
            let found: Vec<String> =
                words.phrase(text.trim()).iter().map(|&number| words.stems[number].text.clone()).collect();
            assert_eq!(found.join(" "), expected.trim(), "{text}");
        }
    }

    #[test]
    fn every_word_that_the_library_drops_is_among_the_small_ones() {
        let mut words = Words::new("en");
        let pipeline = English::new().make_pipeline();
        for word in include_str!("../../site/search/concepts.txt").split(|letter: char| !letter.is_ascii_lowercase()) {
            if word.len() > 1 && pipeline.run(vec![word.to_owned()]).is_empty() {
                assert!(words.stem(word.to_owned()).is_none() && SMALL.split(' ').any(|small| small == word), "{word}");
            }
        }
    }

    #[test]
    fn of_words_with_one_stem_the_shortest_is_kept() {
        let mut words = Words::new("en");
        words.stems_of("counsellings counselling counsel");
        assert_eq!(words.stems[0].word, "counsel");
    }

    #[test]
    fn words_of_another_language_are_kept_whole() {
        let mut words = Words::new("cy");
        words.stems_of("The gwasanaethau");
        let stems: Vec<&str> = words.stems.iter().map(|stem| stem.text.as_str()).collect();
        assert_eq!(stems, ["the", "gwasanaethau"]);
    }
}

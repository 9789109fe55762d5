//! Texts as the search sees them: folded, without small words, endings cut off.
//!
//! `search.js` does the same to what is typed; `tests/browser/search_words.txt` is run through both. It knows how words
//! end in English. Of another language it is told what is left of each word that the site has.

use std::collections::{BTreeMap, BTreeSet};

use ahash::AHashMap;
use elasticlunr::lang::{English, Language, from_code};

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
    english: bool,
    tokens: English,
    /// What drops small words and cuts off endings; none for a language that the library does not know.
    pipeline: Option<elasticlunr::Pipeline>,
    pub(super) stems: Vec<Stem>,
    numbers: AHashMap<String, usize>,
    /// The stem of each word met so far, none for small ones: a site uses the same few thousand again and again.
    known: AHashMap<String, Option<usize>>,
}

/// What is left of a word without its ending.
pub(super) struct Stem {
    pub(super) text: String,
    /// The shortest word that it was met in.
    pub(super) word: String,
}

impl Words {
    /// For texts in a language, by its primary tag.
    pub(super) fn new(language: &str) -> Self {
        let english = is_english(language);
        let pipeline = library_language(language).map(|language| language.make_pipeline());
        let (stems, numbers, known) = (Vec::new(), AHashMap::new(), AHashMap::new());
        let mut words = Self { english, tokens: English::new(), pipeline, stems, numbers, known };
        if english {
            words.known.extend(SMALL.split(' ').map(|word| (word.to_owned(), None)));
        }
        words
    }

    /// The stems of a text, in order, without its small words.
    pub(super) fn stems_of(&mut self, text: &str) -> Vec<usize> {
        let words = self.tokens(text);
        words.into_iter().filter_map(|word| self.stem(word)).collect()
    }

    /// The words of a text. English ones are folded; the endings of another language may hang on its accents.
    fn tokens(&self, text: &str) -> Vec<String> {
        self.tokens.tokenize(&if self.english { fold(text) } else { in_small_letters(text) })
    }

    /// The same for a few words: where all of them are small, they are taken as they are.
    pub(super) fn phrase(&mut self, text: &str) -> Vec<usize> {
        let stems = self.stems_of(text);
        if stems.is_empty() { self.sentence(text) } else { stems }
    }

    /// The small words of a text, as they are.
    pub(super) fn small_words(&mut self, text: &str) -> Vec<usize> {
        let words = self.tokens(text);
        let small: Vec<String> = words.into_iter().filter(|word| self.stem(word.clone()).is_none()).collect();
        small.iter().map(|word| self.as_it_is(word)).collect()
    }

    /// Every word of a text in order, the small ones as they are: "i hit her" and "he hits me" differ in those alone.
    pub(super) fn sentence(&mut self, text: &str) -> Vec<usize> {
        let words = self.tokens(text);
        words.into_iter().map(|word| self.stem(word.clone()).unwrap_or_else(|| self.as_it_is(&word))).collect()
    }

    fn as_it_is(&mut self, word: &str) -> usize {
        let word = fold(word);
        self.number(word.clone(), &word)
    }

    /// What the browser cannot know of a language whose endings it does not: the small words that were met, and what
    /// is left of each word that has an ending. Of English there is nothing to tell.
    pub(super) fn told(&self) -> Told {
        let mut told = Told::default();
        for (word, stem) in self.known.iter().filter(|_| !self.english) {
            let folded = fold(word);
            match stem.map(|number| &self.stems[number].text) {
                Some(stem) if *stem != folded => told.add(folded, stem.clone()),
                Some(_) => {}
                None => drop(told.small.insert(folded)),
            }
        }
        told
    }

    /// The number of a word's stem; none for a small word.
    fn stem(&mut self, word: String) -> Option<usize> {
        if let Some(known) = self.known.get(&word) {
            let number = *known;
            if let Some(stem) = number.map(|number| &mut self.stems[number]).filter(|_| self.english) {
                stem.meet(&word);
            }
            return number;
        }
        let number = self.cut(&word).map(|stem| self.number(fold(&stem), &fold(&word)));
        self.known.insert(word, number);
        number
    }

    fn cut(&self, word: &str) -> Option<String> {
        let number = word.starts_with(|letter: char| letter.is_ascii_digit());
        // One letter alone is what is left of "he's" or "a & e".
        if word.len() == 1 && !number {
            return None;
        }
        match &self.pipeline {
            // The library takes numbers away from some languages.
            Some(pipeline) if self.english || !number => {
                pipeline.run(vec![word.to_owned()]).pop().filter(|stem| !stem.is_empty())
            }
            _ => Some(word.to_owned()),
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

/// What the browser has to be told of a language.
#[derive(Default)]
pub(super) struct Told {
    /// Words that say nothing of what is looked for.
    pub(super) small: BTreeSet<String>,
    /// Words with their stems, where these differ.
    pub(super) forms: BTreeMap<String, String>,
}

impl Told {
    /// Puts in what else was met.
    pub(super) fn extend(&mut self, other: Self) {
        self.small.extend(other.small);
        other.forms.into_iter().for_each(|(word, stem)| self.add(word, stem));
    }

    /// Two words may differ in an accent alone, and so have one form here and two stems. The first by the alphabet
    /// stays, in whatever order they come: the same site gives the same bytes.
    fn add(&mut self, word: String, stem: String) {
        let known = self.forms.entry(word).or_insert_with(|| stem.clone());
        if stem < *known {
            *known = stem;
        }
    }
}

/// A language as the library knows it, by its primary tag. The library calls Dutch `du`, and both Norwegian languages `no`.
fn library_language(tag: &str) -> Option<Box<dyn Language>> {
    match tag {
        "nl" => from_code("du"),
        "nb" | "nn" => from_code("no"),
        code => from_code(code),
    }
}

/// Whether the language is English, of which the browser knows how words end.
pub(super) fn is_english(tag: &str) -> bool {
    tag == "en"
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

/// Text in small letters, without apostrophes, and with every other sign as a space.
fn in_small_letters(text: &str) -> String {
    let letters =
        text.chars().filter(|sign| !matches!(sign, '\'' | '’' | '‘' | 'ʼ' | '&')).flat_map(char::to_lowercase);
    letters.map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect()
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
            let mut words = Words::new("en");
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

    #[test]
    fn the_browser_is_told_how_words_of_another_language_end() {
        let mut words = Words::new("de");
        let found = words.stems_of("Die Beratungen und die Frauenhäuser, 0800 116016");
        let stems: Vec<&str> = found.iter().map(|&number| words.stems[number].text.as_str()).collect();
        assert_eq!(stems, ["berat", "frauenhaus", "0800", "116016"]);
        let told = words.told();
        assert_eq!(told.small.into_iter().collect::<Vec<_>>(), ["die", "und"]);
        assert_eq!(
            told.forms.into_iter().collect::<Vec<_>>(),
            [("beratungen", "berat"), ("frauenhauser", "frauenhaus")].map(|(word, stem)| (word.into(), stem.into()))
        );
    }

    #[test]
    fn of_words_that_differ_in_an_accent_alone_the_same_is_told_in_any_order() {
        let told = |stems: [&str; 2]| {
            let mut told = Told::default();
            for stem in stems {
                told.add("hauser".to_owned(), stem.to_owned());
            }
            told.forms
        };
        assert_eq!(told(["hauser", "haus"]), told(["haus", "hauser"]));
    }

    #[test]
    fn of_english_there_is_nothing_to_tell() {
        let mut words = Words::new("en");
        words.stems_of("the counsellors");
        let told = words.told();
        assert!(told.small.is_empty() && told.forms.is_empty());
    }
}

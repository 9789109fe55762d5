//! Phrases and what they mean in the plans of the trade, from files that grow by a line for each one that is met.
//!
//! A line is `words, words: meaning`. Words count wherever they stand in a text; with `^` where the text begins with
//! them, with `=` where it says nothing else. What follows ` #` is for those who read the file.

use std::collections::HashMap;

use super::block::words;

/// Where in a text a phrase counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Anywhere,
    Beginning,
    Whole,
}

/// Words with a meaning.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Phrase<M> {
    pub(crate) words: Vec<String>,
    pub(crate) place: Place,
    pub(crate) meaning: M,
}

/// The phrases of one file.
#[derive(Debug)]
pub(crate) struct Phrases<M> {
    all: Vec<Phrase<M>>,
    /// Those that begin with a word, in their order: every cell of a table is looked through for all of them.
    by_first_word: HashMap<String, Vec<usize>>,
    /// How many letters the longest has.
    longest: usize,
}

impl<M: Clone> Phrases<M> {
    /// Reads a file of phrases, whose words are compared in the form that `plain` gives them, and whose meanings `read`
    /// understands.
    ///
    /// # Panics
    /// When a line cannot be read. The files are part of the program, and a test reads each of them.
    pub(crate) fn of(file: &str, plain: fn(&str) -> String, read: impl Fn(&str) -> Option<M>) -> Self {
        let mut all = Vec::new();
        for line in file.lines() {
            let line = line.split_once(" #").map_or(line, |(line, _)| line).trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let meant = line.rsplit_once(": ").and_then(|(phrases, meaning)| Some((phrases, read(meaning.trim())?)));
            let (phrases, meaning) = meant.unwrap_or_else(|| panic!("a line of phrases without a meaning: {line}"));
            for phrase in phrases.split(',').map(str::trim) {
                let (place, phrase) = match (phrase.strip_prefix('^'), phrase.strip_prefix('=')) {
                    (Some(phrase), _) => (Place::Beginning, phrase),
                    (_, Some(phrase)) => (Place::Whole, phrase),
                    _ => (Place::Anywhere, phrase),
                };
                let words = words(phrase).iter().map(|word| plain(word)).collect();
                all.push(Phrase { words, place, meaning: meaning.clone() });
            }
        }
        let mut by_first_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, phrase) in all.iter().enumerate() {
            by_first_word.entry(phrase.words[0].clone()).or_default().push(at);
        }
        let longest = all.iter().map(|phrase| phrase.words.iter().map(String::len).sum()).max().unwrap_or(0);
        Self { all, by_first_word, longest }
    }

    /// The phrases that begin with the first word of a text.
    fn opened_by(&self, spoken: &[String]) -> impl Iterator<Item = &Phrase<M>> {
        let numbers = spoken.first().and_then(|word| self.by_first_word.get(word));
        numbers.into_iter().flatten().map(|number| &self.all[*number])
    }

    /// What a text is that says nothing else.
    pub(crate) fn whole(&self, spoken: &[String]) -> Option<&M> {
        self.opened_by(spoken).find(|phrase| phrase.words == spoken).map(|phrase| &phrase.meaning)
    }

    /// The same of a text that is not in words yet, which most are too long for.
    pub(crate) fn whole_text(&self, text: &str) -> Option<&M> {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric()).take(self.longest + 1).count();
        (letters <= self.longest).then(|| self.whole(&words(text))).flatten()
    }

    /// The longest phrase with which a text begins; one that must be the whole text may be followed by more here.
    pub(crate) fn beginning(&self, spoken: &[String]) -> Option<&Phrase<M>> {
        let all = self.opened_by(spoken).filter(|phrase| spoken.starts_with(&phrase.words));
        all.max_by_key(|phrase| (phrase.words.len(), phrase.place == Place::Beginning))
    }

    /// The longest of those phrases that count at the beginning alone.
    pub(crate) fn opening(&self, spoken: &[String]) -> Option<&M> {
        let all = self.opened_by(spoken).filter(|phrase| phrase.place == Place::Beginning);
        let all = all.filter(|phrase| spoken.starts_with(&phrase.words));
        all.max_by_key(|phrase| phrase.words.join(" ").len()).map(|phrase| &phrase.meaning)
    }

    /// Each phrase that stands somewhere in a text.
    pub(crate) fn inside(&self, spoken: &[String]) -> impl Iterator<Item = &Phrase<M>> {
        let stands = |phrase: &Phrase<M>, at: usize| match phrase.place {
            Place::Anywhere => spoken[at..].starts_with(&phrase.words),
            Place::Beginning => false,
            Place::Whole => spoken == phrase.words,
        };
        let mut found: Vec<usize> = Vec::new();
        for (at, word) in spoken.iter().enumerate() {
            let numbers = self.by_first_word.get(word).into_iter().flatten();
            found.extend(numbers.filter(|number| stands(&self.all[**number], at)));
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|number| &self.all[number])
    }
}

/// A word as it is.
pub(crate) fn as_it_is(word: &str) -> String {
    word.to_owned()
}

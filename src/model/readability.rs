//! How hard a text is to read, as the age at which most people could.
//!
//! The formula is the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, 1975): long sentences and long
//! words make a text hard. An American school grade and 5 is the age of its pupils. It was chosen because it works on
//! the few hundred words of a page, where SMOG wants thirty sentences; because it minds the length of sentences, which
//! FORCAST does not; and because it needs no list of familiar words, as Dale-Chall does. It knows nothing of what a text
//! means: a low figure proves nothing, a high one is worth a look.

mod syllables;

use std::collections::BTreeMap;

use syllables::syllables;

/// The reading age to aim at: a text above it is worth a look.
pub(crate) const AIM: u32 = 11;

/// A text with fewer words is too short for the formula.
pub(crate) const FEWEST_WORDS: usize = 60;

/// How many hard words are named.
const HARD_WORDS: usize = 4;

/// How hard a text is, and what makes it so.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Readability {
    /// The reading age in years.
    pub age: f64,
    /// How many words it has.
    pub words: usize,
    /// How many sentences.
    pub sentences: usize,
    /// Its longest sentence.
    pub longest: Sentence,
    /// Its longest words in syllables, three at least, the longest first; names are left out.
    pub hard_words: Vec<String>,
}

impl Readability {
    /// Whether most people would find it harder than the aim: the age rounded to years is above it.
    #[must_use]
    pub(crate) fn is_hard(&self) -> bool {
        self.age.round() > f64::from(AIM)
    }
}

/// A sentence of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sentence {
    /// Its words as they stand.
    pub text: String,
    /// How many they are.
    pub words: usize,
}

/// Counts what texts are made of.
#[derive(Debug, Default)]
pub(crate) struct Measure {
    words: usize,
    sentences: usize,
    syllables: usize,
    longest: Sentence,
    hard: BTreeMap<String, usize>,
}

impl Measure {
    /// Counts another text. A line is at least one sentence: an item of a list, a cell of a table.
    pub(crate) fn add(&mut self, text: &str) {
        text.lines().flat_map(sentences).for_each(|sentence| self.add_sentence(sentence));
    }

    fn add_sentence(&mut self, sentence: &str) {
        let mut count = 0;
        for word in words(sentence) {
            let spoken = spoken(word);
            count += 1;
            self.syllables += spoken;
            if spoken >= 3 && word.chars().all(|letter| letter.is_lowercase() || letter == '\'') {
                self.hard.insert(word.to_owned(), spoken);
            }
        }
        if count == 0 {
            return;
        }
        self.words += count;
        self.sentences += 1;
        if count > self.longest.words {
            self.longest = Sentence { text: sentence.to_owned(), words: count };
        }
    }

    /// What was counted; none where it is too little for the formula.
    #[must_use]
    pub(crate) fn result(self) -> Option<Readability> {
        if self.words < FEWEST_WORDS {
            return None;
        }
        let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let words = number(self.words);
        let grade = 0.39 * words / number(self.sentences) + 11.8 * number(self.syllables) / words - 15.59;
        let mut hard: Vec<(String, usize)> = self.hard.into_iter().collect();
        hard.sort_by_key(|(word, spoken)| std::cmp::Reverse((*spoken, word.len())));
        Some(Readability {
            age: grade + 5.0,
            words: self.words,
            sentences: self.sentences,
            longest: self.longest,
            hard_words: hard.into_iter().take(HARD_WORDS).map(|(word, _)| word).collect(),
        })
    }
}

/// The sentences of a line. A full stop within a number or an address ends none.
pub(super) fn sentences(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let start = rest.trim_start();
        if start.is_empty() {
            return None;
        }
        let ends = start.char_indices().filter(|(_, letter)| matches!(letter, '.' | '!' | '?'));
        let mut ends = ends.map(|(at, _)| at + 1);
        let closes =
            |after: &str| after.trim_start_matches(['"', '\'', '”', '’', ')']).starts_with(char::is_whitespace);
        let end = ends.find(|&end| closes(&start[end..])).unwrap_or(start.len());
        let sentence = &start[..end];
        rest = &start[end..];
        Some(sentence)
    })
}

/// The words of a sentence: numbers, and what a computer reads, are not read as words are.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let is_apart = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '/' | '…');
    let computer = |word: &&str| word.contains("://") || word.contains('@') || word.contains(".org");
    let parts =
        sentence.split_whitespace().filter(move |word| !computer(word)).flat_map(move |word| word.split(is_apart));
    let bare = parts.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    bare.filter(|word| word.chars().any(char::is_alphabetic) && !word.chars().any(|letter| letter.is_ascii_digit()))
}

/// How many syllables are said. What is written in capitals is spelled, unless it is long enough to be said: MARAC.
fn spoken(word: &str) -> usize {
    let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    match word.chars().count() {
        letters @ 2..=4 if capitals => letters,
        _ => syllables(&word.to_lowercase().replace('’', "'")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(text: &str) -> Readability {
        let mut measure = Measure::default();
        measure.add(text);
        measure.result().expect("the text is long enough")
    }

    #[test]
    fn short_sentences_of_short_words_are_for_the_young_and_long_ones_are_not() {
        let easy = measured(&"You can call us at night. We will listen to you. You do not have to go. ".repeat(5));
        let hard = measured(
            &"Multi-agency partnerships commission accommodation-based interventions, underpinned by a comprehensive \
              assessment of the vulnerabilities that individuals experience. "
                .repeat(5),
        );
        assert!(easy.age < 7.0 && !easy.is_hard(), "{easy:?}");
        assert!(hard.age > 18.0 && hard.is_hard(), "{hard:?}");
    }

    #[test]
    fn the_grade_is_the_one_of_the_formula() {
        // 10 words, 1 sentence and 13 syllables, seven times: 0.39 * 10 + 11.8 * 1.3 - 15.59 = 3.65, and 5 years.
        let text = "The police will ask if you are safe at home. ".repeat(7).replace("are safe", "are worried");
        let found = measured(&text);
        assert_eq!((found.words, found.sentences), (70, 7));
        let grade = 0.39 * 10.0 + 11.8 * 12.0 / 10.0 - 15.59;
        assert!((found.age - (grade + 5.0)).abs() < 1e-9, "{}", found.age);
    }

    #[test]
    fn it_names_the_longest_sentence_and_the_hardest_words_but_no_names() {
        let text = format!(
            "{} This one goes on for longer than the others do, to a relationship.\nMetropolitan Borough.",
            "We are here. ".repeat(20)
        );
        let found = measured(&text);
        assert_eq!(found.longest.text, "This one goes on for longer than the others do, to a relationship.");
        assert_eq!(found.longest.words, 13);
        assert_eq!(found.hard_words, ["relationship"]);
    }

    #[test]
    fn a_line_ends_a_sentence_and_a_number_does_not() {
        let list: Vec<&str> =
            "Call 0808 157 0001 at 9.30am (or later). \"Now?\" Yes".lines().flat_map(sentences).collect();
        assert_eq!(list, ["Call 0808 157 0001 at 9.30am (or later).", "\"Now?", "\" Yes"]);
        let counted: Vec<&str> = words("Call 0808, or self-refer at https://a.example.org; it's free").collect();
        assert_eq!(counted, ["Call", "or", "self", "refer", "at", "it's", "free"]);
    }

    #[test]
    fn a_few_words_are_too_few() {
        let mut measure = Measure::default();
        measure.add("Accommodation-based interventions.");
        assert_eq!(measure.result(), None);
    }
}

//! Which terms of a glossary a text mentions.

use std::collections::HashMap;

use super::GlossaryTerm;

/// The terms of a glossary, ready to be looked for.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// What a term is written as, by its first word in small letters, the longest first.
    by_first_word: HashMap<String, Vec<Written>>,
}

/// One way in which a term is written.
#[derive(Debug)]
struct Written {
    term: usize,
    words: Vec<String>,
    /// Whether capitals belong to it: DASH is no dash, a Safe Place is not any safe place.
    exact: bool,
}

impl Mentions {
    /// Looks through a glossary. What people type instead is not looked for: it is there for the search.
    #[must_use]
    pub(crate) fn of(terms: &[GlossaryTerm]) -> Self {
        let mut by_first_word: HashMap<String, Vec<Written>> = HashMap::new();
        for (number, term) in terms.iter().enumerate().filter(|(_, term)| !term.meaning.text.trim().is_empty()) {
            for written in std::iter::once(&term.term.value).chain(&term.short) {
                let words: Vec<String> = words(written).map(str::to_owned).collect();
                let Some(first) = words.first().map(|word| word.to_lowercase()) else { continue };
                let exact = written.chars().skip(1).any(char::is_uppercase);
                by_first_word.entry(first).or_default().push(Written { term: number, words, exact });
            }
        }
        for all in by_first_word.values_mut() {
            all.sort_by_key(|written| std::cmp::Reverse(written.words.len()));
        }
        Self { by_first_word }
    }

    /// The numbers of the terms that texts mention, in the order in which they are first mentioned.
    #[must_use]
    pub(crate) fn within<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Vec<usize> {
        let mut found = Vec::new();
        if self.by_first_word.is_empty() {
            return found;
        }
        let mut key = String::new();
        for line in texts.into_iter().flat_map(str::lines) {
            let words: Vec<&str> = words(line).collect();
            let mut at = 0;
            while at < words.len() {
                let written = self.at(&words[at..], &mut key);
                if let Some(term) = written.map(|written| written.term).filter(|term| !found.contains(term)) {
                    found.push(term);
                }
                at += written.map_or(1, |written| written.words.len());
            }
        }
        found
    }

    /// What stands at the beginning of some words. `key` is room for a word in small letters.
    fn at(&self, words: &[&str], key: &mut String) -> Option<&Written> {
        let first = words.first()?;
        let mut look_up = |word: &str| {
            key.clear();
            key.extend(word.chars().flat_map(char::to_lowercase));
            self.by_first_word.get(key.as_str())?.iter().find(|written| written.begins(words))
        };
        look_up(first).or_else(|| look_up(singular(first)?))
    }
}

impl Written {
    fn begins(&self, words: &[&str]) -> bool {
        let Some(there) = words.get(..self.words.len()) else { return false };
        let last = self.words.len() - 1;
        self.words.iter().zip(there).enumerate().all(|(at, (own, there))| {
            self.is(own, there) || (at == last && singular(there).is_some_and(|one| self.is(own, one)))
        })
    }

    fn is(&self, own: &str, there: &str) -> bool {
        if self.exact { own == there } else { own.to_lowercase() == there.to_lowercase() }
    }
}

/// What may be the singular of a word: "IDVAs", "IDVA's".
fn singular(word: &str) -> Option<&str> {
    let one = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).or_else(|| word.strip_suffix('s'))?;
    (!one.is_empty()).then_some(one)
}

/// The words of a line.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let is_within = |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '+');
    line.split(move |letter: char| !is_within(letter)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Located, Span};
    use crate::model::prose::Prose;

    fn term(term: &str, short: Option<&str>, meaning: &str) -> GlossaryTerm {
        GlossaryTerm {
            term: Located { value: term.to_owned(), span: Span::default() },
            short: short.map(str::to_owned),
            meaning: Prose { text: meaning.to_owned(), ..Prose::default() },
            also: vec!["danger".to_owned()],
        }
    }

    fn found(text: &str) -> Vec<usize> {
        let terms = [
            term("Refuge", None, "A safe house."),
            term("Multi-agency risk assessment conference", Some("MARAC"), "A meeting."),
            term("Non-molestation order", None, "An order of a court."),
            term("DASH", None, "A list of questions."),
            term("Protection", None, "Keeping safe."),
            term("Stalking protection order", Some("SPO"), "An order of a court."),
            term("Nothing", None, " "),
        ];
        Mentions::of(&terms).within([text])
    }

    #[test]
    fn terms_are_found_as_people_write_them_in_the_order_of_the_text() {
        assert_eq!(found("MARACs and refuges: a MARAC's refuge."), [1, 0]);
        assert_eq!(found("A multi-agency risk assessment conference"), [1]);
        assert_eq!(found("Non-molestation orders, and non molestation orders"), [2]);
    }

    #[test]
    fn the_longest_term_counts_and_capitals_of_an_abbreviation_belong_to_it() {
        assert_eq!(found("a stalking protection order, and an SPO"), [5]);
        assert_eq!(found("make a dash for it"), Vec::<usize>::new());
        assert_eq!(found("the DASH list"), [3]);
    }

    #[test]
    fn what_only_the_search_knows_what_means_nothing_and_parts_of_words_are_not_found() {
        assert_eq!(found("danger nothing refugee unprotection"), Vec::<usize>::new());
        assert_eq!(found("stalking\nprotection order"), [4]);
    }
}

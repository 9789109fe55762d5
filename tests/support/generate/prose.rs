//! Text that no one wrote, with the shape of text that someone did: some words come often, most
//! seldom, as in any language, because a search index is as large as its vocabulary.

use super::random::Random;

const STEMS: [&str; 60] = [
    "ald", "ban", "bel", "bor", "bran", "cal", "car", "cor", "dal", "den", "dor", "dun", "eld", "fal", "fen", "for",
    "gal", "gar", "glen", "hal", "har", "hol", "ker", "kin", "lan", "lor", "lun", "mal", "mar", "mel", "mor", "nal",
    "nor", "ock", "ol", "pal", "pen", "per", "pol", "ral", "ren", "ros", "sal", "sel", "sil", "sol", "tal", "tam",
    "tar", "thor", "tol", "tre", "ul", "val", "ven", "vor", "wal", "wen", "win", "yar",
];

const ENDINGS: [&str; 50] = [
    "aby", "acot", "adon", "afew", "agan", "amber", "andle", "arrow", "aston", "atch", "away", "ebec", "edom", "egar",
    "elight", "emond", "enna", "erby", "esk", "etto", "evin", "ibor", "ickle", "idge", "iffin", "igo", "illow",
    "imple", "indra", "irth", "isco", "itum", "ivo", "obar", "ockle", "odden", "ofar", "olin", "omble", "ondo",
    "opper", "ordu", "ostle", "otham", "ovary", "ubb", "uddle", "umber", "undra", "urlock",
];

/// How many words there are.
pub(super) const WORDS: usize = STEMS.len() * ENDINGS.len();

const SMALL_WORDS: [&str; 14] =
    ["the", "and", "of", "to", "you", "we", "in", "for", "with", "a", "your", "can", "or", "that"];

/// What people look for: each is spread over the site, so that a search finds it in many places.
const FIELD_WORDS: [&str; 24] = [
    "refuge",
    "housing",
    "court",
    "advocate",
    "helpline",
    "counselling",
    "children",
    "money",
    "police",
    "safety",
    "support",
    "solicitor",
    "interpreter",
    "stalking",
    "group",
    "appointment",
    "referral",
    "partner",
    "family",
    "hospital",
    "school",
    "benefits",
    "tenancy",
    "visa",
];

/// The word with that number, from 0.
pub(super) fn word(number: usize) -> String {
    // Neighbours differ in stem and ending alike, so that a list in order does not look like one.
    let stem = STEMS[number % STEMS.len()];
    let ending = ENDINGS[(number / STEMS.len() + number) % ENDINGS.len()];
    format!("{stem}{ending}")
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Random {
    /// A word: low numbers come far more often than high ones.
    pub(super) fn word(&mut self) -> String {
        let limit = 1 + self.below(WORDS);
        let limit = 1 + self.below(limit);
        word(self.below(limit))
    }

    fn running_word(&mut self) -> String {
        match self.below(10) {
            0..=3 => self.pick(&SMALL_WORDS).to_owned(),
            4 => self.pick(&FIELD_WORDS).to_owned(),
            _ => self.word(),
        }
    }

    /// So many words, the first with a capital, without a full stop.
    pub(super) fn phrase(&mut self, words: usize) -> String {
        let words: Vec<String> = (0..words).map(|_| self.running_word()).collect();
        capitalised(&words.join(" "))
    }

    pub(super) fn sentence(&mut self) -> String {
        let words = 6 + self.below(9);
        format!("{}.", self.phrase(words))
    }

    pub(super) fn paragraph(&mut self, sentences: usize) -> String {
        let sentences: Vec<String> = (0..sentences).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }

    /// Markdown list items, after the given mark.
    pub(super) fn items(&mut self, mark: &str, count: usize) -> String {
        let items: Vec<String> = (0..count).map(|_| format!("{mark} {}\n", self.sentence())).collect();
        items.concat()
    }
}

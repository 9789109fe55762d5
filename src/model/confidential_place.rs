//! What gives a confidential place away: the words of its address, a postcode, a link to a map.

mod map_link;
mod squeezed;

use std::collections::HashMap;
use std::ops::Range;

use super::postcode::Postcode;
pub(crate) use map_link::{map_links, map_points};
use squeezed::Squeezed;

/// Words of an address that people shorten.
const SHORT_FORMS: [(&str, &str); 12] = [
    ("street", "st"),
    ("road", "rd"),
    ("avenue", "ave"),
    ("lane", "ln"),
    ("close", "cl"),
    ("drive", "dr"),
    ("court", "ct"),
    ("crescent", "cres"),
    ("gardens", "gdns"),
    ("terrace", "terr"),
    ("place", "pl"),
    ("square", "sq"),
];

/// Words with which the name of a house ends.
const HOUSES: [&str; 8] = ["house", "cottage", "lodge", "villa", "hall", "manor", "farm", "building"];

/// Other words with which the name of a street ends.
const STREETS: [&str; 16] = [
    "way", "hill", "row", "mews", "view", "park", "walk", "grove", "rise", "green", "parade", "quay", "wharf", "croft",
    "mount", "house",
];

/// Whether a word ends the name of a street.
fn is_street(word: &str) -> bool {
    let word = word.to_lowercase();
    STREETS.contains(&word.as_str()) || SHORT_FORMS.iter().any(|(long, short)| word == *long || word == *short)
}

/// How many letters and figures of an address must agree before the rest is compared.
const KEY: usize = 4;

/// The addresses of confidential places. They leave this type only as the places where a text holds one.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct SecretAddresses {
    /// Each in letters and figures alone.
    squeezed: Vec<String>,
}

impl SecretAddresses {
    /// Adds an address: as a whole, the parts of it that begin with a house's number, two parts after one another, and
    /// its postcode. An area's name alone is no secret.
    pub(crate) fn add(&mut self, address: &str) {
        for (range, _) in postcodes(address) {
            self.keep(&address[range]);
        }
        let without: String = postcodes(address).into_iter().rev().fold(address.to_owned(), |mut text, (range, _)| {
            text.replace_range(range, " ");
            text
        });
        let parts: Vec<&str> = without.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let has_number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit()) && words(part) > 1;
        let numbered = parts.iter().any(|part| has_number(part));
        for (at, part) in parts.iter().enumerate() {
            // Without a number the name of the house, which comes first, is what gives it away.
            let is_house = part.split_whitespace().last().is_some_and(|last| HOUSES.contains(&&*last.to_lowercase()));
            if has_number(part) || (at == 0 && words(part) > 1 && (!numbered || is_house)) {
                self.keep(part);
            }
            if let Some(next) = parts.get(at + 1).filter(|next| words(part) + words(next) > 2) {
                self.keep(&format!("{part} {next}"));
            }
        }
        if words(&without) > 2 {
            self.keep(&without);
        }
    }

    /// Adds the houses in a text that is not an address as a whole: a number, and a name that ends as those of streets do.
    pub(crate) fn add_houses(&mut self, text: &str) {
        let runs = runs(text);
        for (at, number) in runs.iter().enumerate() {
            let figures = text[number.clone()].trim_end_matches(|c: char| c.is_ascii_lowercase());
            if figures.is_empty() || figures.len() > 4 || !figures.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let ends = |run: &&Range<usize>| is_street(&text[(*run).clone()]);
            let Some(street) = runs.iter().skip(at + 2).take(3).find(ends) else { continue };
            if !text[number.start..street.end].contains(['\n', '.']) {
                self.keep(&text[number.start..street.end]);
            }
        }
    }

    fn keep(&mut self, text: &str) {
        let lower = text.to_lowercase();
        self.keep_squeezed(&lower);
        for (long, short) in SHORT_FORMS {
            for (from, to) in [(long, short), (short, long)] {
                let swapped: Vec<&str> = lower
                    .split_whitespace()
                    .map(|word| if word.trim_matches(|c: char| !c.is_alphanumeric()) == from { to } else { word })
                    .collect();
                self.keep_squeezed(&swapped.join(" "));
            }
        }
    }

    fn keep_squeezed(&mut self, text: &str) {
        let squeezed = Squeezed::of(text).text;
        if squeezed.len() > KEY && !self.squeezed.contains(&squeezed) {
            self.squeezed.push(squeezed);
        }
    }

    /// Takes in the addresses of another place.
    pub(crate) fn extend(&mut self, other: &Self) {
        for address in &other.squeezed {
            if !self.squeezed.contains(address) {
                self.squeezed.push(address.clone());
            }
        }
    }

    /// Whether there is none.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.squeezed.is_empty()
    }

    /// Where a text holds one of them, however it is written: without regard to case, punctuation and spaces.
    #[must_use]
    pub(crate) fn found_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut by_key: HashMap<&[u8], Vec<&str>> = HashMap::new();
        for address in &self.squeezed {
            by_key.entry(&address.as_bytes()[..KEY]).or_default().push(address);
        }
        let squeezed = Squeezed::of(text);
        let bytes = squeezed.text.as_bytes();
        let mut found: Vec<Range<usize>> = Vec::new();
        for at in squeezed.starts() {
            let Some(addresses) = bytes.get(at..at + KEY).and_then(|key| by_key.get(key)) else { continue };
            let longest = addresses
                .iter()
                .filter(|address| bytes[at..].starts_with(address.as_bytes()) && squeezed.ends_word(at + address.len()))
                .map(|address| squeezed.written(at..at + address.len()))
                .max_by_key(|range| range.end);
            // A part of an address lies within the whole.
            if let Some(range) = longest.filter(|range| found.last().is_none_or(|last| last.end < range.end)) {
                found.push(range);
            }
        }
        found
    }
}

/// The postcodes in a text, and what each is.
#[must_use]
pub(crate) fn postcodes(text: &str) -> Vec<(Range<usize>, Postcode)> {
    let words: Vec<Range<usize>> = runs(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let one = words[at].clone();
        let two = words.get(at + 1).map(|next| one.start..next.end);
        // Between its halves a postcode has a space at most.
        let joined = two.filter(|two| text[one.end..two.end - (words[at + 1].len())].chars().all(char::is_whitespace));
        let whole = joined.and_then(|range| Some((Postcode::read(&text[range.clone()]).ok()?, range)));
        if let Some((postcode, range)) = whole {
            found.push((range, postcode));
            at += 2;
            continue;
        }
        if let Ok(postcode) = Postcode::read(&text[one.clone()]) {
            found.push((one, postcode));
        }
        at += 1;
    }
    found
}

fn words(text: &str) -> usize {
    runs(text).len()
}

/// The runs of letters and figures in a text.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, letter.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                runs.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(address: &str) -> SecretAddresses {
        let mut secrets = SecretAddresses::default();
        secrets.add(address);
        secrets
    }

    #[test]
    fn an_address_is_found_however_it_is_written() {
        let secrets = secrets("12 Quay Street, Marlsea, ZZ1 2AB");
        for text in [
            "We are at 12 Quay Street.",
            "12, QUAY STREET",
            "12 Quay St, Marlsea",
            "12  quay\n  street",
            "https://example.org/?q=12%20Quay%20Street",
            "12&nbsp;Quay **Street**",
            "12-quay-street",
            "zz12ab",
            "ZZ1 2AB",
            "Come to 12QuayStreet",
        ] {
            assert_eq!(secrets.found_in(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn what_is_near_it_is_no_secret() {
        let secrets = secrets("12 Quay Street, Marlsea, ZZ1 2AB");
        for text in ["112 Quay Street", "12 Quay Streetwise", "Quay Street", "Marlsea", "ZZ1", "12 Quay Stores"] {
            assert!(secrets.found_in(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_house_without_a_number_is_known_by_its_name() {
        let secrets = secrets("Rose Cottage\nMill Lane\nMarlsea");
        for text in ["Rose Cottage", "rose cottage, mill lane", "Mill Ln, Marlsea"] {
            assert_eq!(secrets.found_in(text).len(), 1, "{text}");
        }
        assert!(secrets.found_in("A rose, a cottage and a mill lane").is_empty());
    }

    #[test]
    fn a_place_in_a_text_is_exact() {
        let text = "Ask at 12 Quay St. today";
        assert_eq!(
            secrets("12 Quay Street, Marlsea").found_in(text).first().map(|range| &text[range.clone()]),
            Some("12 Quay St")
        );
    }

    #[test]
    fn postcodes_are_found() {
        let found = postcodes("At ZZ1 2AB, or zz12ad; not ZZ1, 2AB or Q1 2024");
        assert_eq!(found.iter().map(|(_, postcode)| postcode.to_string()).collect::<Vec<_>>(), ["ZZ1 2AB", "ZZ1 2AD"]);
    }
}

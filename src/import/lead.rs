//! Who is responsible, as plans print it: an organisation, a post, or a person, who must not be published by accident.

mod named;
mod one_name;
mod several;

pub(crate) use named::names_in;
pub(crate) use one_name::{Names, explained};
pub(crate) use several::{has_marked_lead, names, part_of, partners};

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use super::block::words;
use crate::yaml::{Map, Value};

/// Who is responsible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct LeadText {
    /// An organisation, a group, or any text in which no person is seen.
    pub(crate) organisation: String,
    /// A person's post.
    pub(crate) role: String,
    /// A person.
    pub(crate) person: String,
    /// What part of the work it is for.
    pub(crate) purpose: String,
    /// Whether it supports those who lead.
    pub(crate) supports: bool,
    /// Whether a name may have been taken for one that is none, or the other way about.
    pub(crate) unsure: bool,
}

/// Words that stand in the names of organisations, groups and posts, and not of people.
static NOT_NAMES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("lead/not_names.txt").split_whitespace().collect());

/// What stands before a person's name.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "cllr",
    "councillor",
    "prof",
    "professor",
    "rev",
    "sir",
    "dame",
    "lady",
    "lord",
    "pc",
    "ps",
    "sgt",
    "sergeant",
    "insp",
    "inspector",
    "ci",
    "di",
    "dci",
    "dcs",
    "ds",
    "dc",
    "dsu",
    "supt",
    "superintendent",
    "det",
    "detective",
    "acc",
    "dcc",
    "pcso",
];

/// Given names that are common in England, for telling a person from a group with two words in its name.
static GIVEN: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("lead/given_names.txt").split_whitespace().collect());

/// What tells people from other words.
#[derive(Debug, Default)]
pub(crate) struct LeadReader {
    /// Words that the plan also writes in small letters, which makes them no names.
    pub(crate) common: HashSet<String>,
    /// Short names of organisations, with their long ones.
    pub(crate) explained: BTreeMap<String, String>,
}

/// How sure it is that words name a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sure {
    Yes,
    Maybe,
}

impl LeadReader {
    /// Reads the leads of one line, and those who support them.
    pub(crate) fn read_line(&self, text: &str) -> Vec<LeadText> {
        let (led, supported) = several::led_and_supported(text);
        let mut leads = self.read_names(led);
        if !supported.is_empty() {
            leads.extend(self.read_names(supported).into_iter().map(|lead| LeadText { supports: true, ..lead }));
        }
        leads
    }

    /// Reads a text that names several only where each part is a person, an organisation or a post: `Jo Bell and Sam Hill`.
    fn read_names(&self, text: &str) -> Vec<LeadText> {
        for mark in ["/", " and ", " & ", ", ", "; "] {
            let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
            if parts.len() > 1 && parts.iter().all(|part| self.person(part).is_some()) {
                return parts.into_iter().map(|part| self.read(part)).collect();
            }
        }
        if are_initials(text) {
            return vec![LeadText { person: text.to_owned(), unsure: true, ..LeadText::default() }];
        }
        let names: Vec<(&str, Option<bool>)> = several::names(text).into_iter().map(several::part_of).collect();
        let has_marked = names.iter().any(|(_, leads)| *leads == Some(true));
        // Where one is marked as the lead, the others support it.
        let reads = |(name, leads): &(&str, Option<bool>)| {
            let supports = leads.map_or(has_marked, |leads| !leads);
            LeadText { supports, ..self.read(name) }
        };
        names.iter().map(reads).collect()
    }

    /// Reads one lead.
    pub(crate) fn read(&self, text: &str) -> LeadText {
        let text = text.trim().trim_matches('*');
        let text = LABELS.iter().find_map(|label| text.strip_prefix(label)).unwrap_or(text).trim();
        if may_reach_someone(text) {
            return LeadText { person: text.to_owned(), unsure: true, ..LeadText::default() };
        }
        let parts = self.person_and_post(text).or_else(|| self.post_and_person(text));
        if let Some((person, role, sure)) = parts {
            let (rank, person) = without_rank(person);
            let role = [rank, role.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            if may_name_someone(&role) {
                return LeadText { person: text.to_owned(), unsure: true, ..LeadText::default() };
            }
            let unsure = sure == Sure::Maybe;
            return LeadText { role, person: person.to_owned(), unsure, ..LeadText::default() };
        }
        // A name among other words is not published before someone has looked.
        if may_name_someone(text) {
            return LeadText { person: text.to_owned(), unsure: true, ..LeadText::default() };
        }
        LeadText { organisation: text.to_owned(), ..LeadText::default() }
    }

    /// `Jo Bell`, `Jo Bell, Head of Safety`, `Jo Bell (Police)`, `Jo Bell as Lead Officer`, `Jo Bell - Police`.
    fn person_and_post<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str, Sure)> {
        if let Some(sure) = self.person(text) {
            return Some((text, "", sure));
        }
        for mark in [" as ", ", ", " (", " - ", " – ", " — ", ": ", "/"] {
            let Some((name, post)) = text.split_once(mark) else { continue };
            if let Some(sure) = self.person(name.trim()) {
                let post = if mark == " (" { post.strip_suffix(')').unwrap_or(post) } else { post };
                return Some((name.trim(), post, sure));
            }
        }
        None
    }

    /// `Head of Safety: Jo Bell`, `Head of Safety (Jo Bell)`, `Police - Jo Bell`.
    fn post_and_person<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str, Sure)> {
        for mark in [" (", ": ", ", ", " - ", " – ", " — "] {
            let Some((post, name)) = text.rsplit_once(mark) else { continue };
            let name = if mark == " (" { name.strip_suffix(')')? } else { name };
            let sure = self.person(name.trim()).filter(|sure| *sure == Sure::Yes);
            if let Some(sure) = sure {
                return Some((name.trim(), post, sure));
            }
        }
        None
    }

    /// Whether the words are a person's name and nothing else.
    fn person(&self, text: &str) -> Option<Sure> {
        let (rank, name) = without_rank(text);
        let parts: Vec<&str> = name.split_whitespace().collect();
        let is_name = |part: &&str| {
            let mut letters = part.chars();
            let initial = letters.next().is_some_and(char::is_uppercase);
            let rest = letters.as_str();
            let inside = rest.chars().all(|letter| letter.is_alphabetic() || "'’-.".contains(letter));
            let shouted = rest.len() > 1 && rest.chars().all(char::is_uppercase);
            let plain = part.to_lowercase().replace('’', "'");
            // "Siân's Place" is where somebody is.
            initial && inside && !plain.ends_with("'s") && !shouted && !NOT_NAMES.contains(plain.as_str())
        };
        let least = if rank.is_empty() { 2 } else { 1 };
        if parts.len() < least || parts.len() > 3 || !parts.iter().all(is_name) {
            return None;
        }
        let first = parts[0].to_lowercase();
        if !rank.is_empty() || GIVEN.contains(first.as_str()) {
            return Some(Sure::Yes);
        }
        let is_common = parts.iter().any(|part| self.common.contains(&part.to_lowercase()));
        (!is_common).then_some(Sure::Maybe)
    }
}

/// What stands before those who lead in one cell.
const LABELS: [&str; 3] = ["Lead: ", "Leads: ", "Led by: "];

/// Whether a text is nothing but initials of two letters: `SJ / PB`.
fn are_initials(text: &str) -> bool {
    let mut parts = text.split(['/', ',', ';', '&', '+', ' ']).filter(|part| !part.is_empty()).peekable();
    let is_one = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    parts.peek().is_some() && parts.all(|part| is_one(part) && !BODIES_OF_TWO.contains(&part))
}

/// Whether a text is an address to write to, or a surname before a given name.
fn may_reach_someone(text: &str) -> bool {
    let turned = text.split_once(", ").is_some_and(|(last, first)| {
        let is_name = |word: &str| !word.contains(' ') && word.chars().next().is_some_and(char::is_uppercase);
        is_name(last) && is_name(first) && GIVEN.contains(first.to_lowercase().as_str())
    });
    text.contains('@') || turned
}

/// Bodies and posts that are known by two letters.
const BODIES_OF_TWO: [&str; 12] = ["GP", "HR", "IT", "PH", "EA", "UN", "EU", "LA", "CE", "PO", "QA", "PR"];

/// Whether a given name stands among other words, so that a person may be named there.
pub(crate) fn may_name_someone(text: &str) -> bool {
    let parts: Vec<&str> = text.split_whitespace().collect();
    parts.windows(2).any(|pair| {
        let plain = |word: &str| word.trim_matches(|letter: char| !letter.is_alphabetic()).to_owned();
        let (first, second) = (plain(pair[0]), plain(pair[1]));
        let upper = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let known = GIVEN.contains(first.to_lowercase().as_str());
        known && upper(&first) && upper(&second) && !NOT_NAMES.contains(second.to_lowercase().as_str())
    })
}

impl LeadText {
    /// Whether only a person is known.
    pub(crate) fn is_person_alone(&self) -> bool {
        !self.person.is_empty() && self.role.is_empty() && self.organisation.is_empty()
    }

    /// The lead as the content model has it.
    pub(crate) fn value(&self) -> Value {
        if self.role.is_empty() && self.person.is_empty() && self.purpose.is_empty() && !self.supports {
            return Value::text(&self.organisation);
        }
        let mut map = Map::default();
        map.add_text("organisation", &self.organisation);
        map.add_text("role", &self.role);
        map.add_text("person", &self.person);
        map.add_text("for", &self.purpose);
        if self.supports {
            map.add_text("part", "support");
        }
        Value::Map(map)
    }
}

/// A rank or title, and the name after it.
fn without_rank(text: &str) -> (&str, &str) {
    let mut end = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let plain = word.trim().trim_end_matches('.').to_lowercase();
        if !TITLES.contains(&plain.as_str()) {
            break;
        }
        end += word.len();
    }
    (text[..end].trim(), text[end..].trim())
}

/// The words that a plan writes in small letters somewhere.
pub(crate) fn small_words<'t>(texts: impl Iterator<Item = &'t str>) -> HashSet<String> {
    let small = |word: &&str| word.len() > 2 && word.chars().next().is_some_and(char::is_lowercase);
    let written: HashSet<&str> = texts.flat_map(|text| text.split_whitespace().filter(small)).collect();
    written.into_iter().flat_map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::{LeadReader, LeadText};

    fn read(text: &str) -> LeadText {
        LeadReader { common: ["harbour".to_owned()].into(), ..LeadReader::default() }.read(text)
    }

    #[test]
    fn people_are_told_from_posts_and_organisations() {
        for (text, role, person) in [
            ("Jane Example", "", "Jane Example"),
            ("Jane Example, Head of Safety", "Head of Safety", "Jane Example"),
            ("Jane Example (Police)", "Police", "Jane Example"),
            ("Jane Example as Lead Officer to the Board", "Lead Officer to the Board", "Jane Example"),
            ("Head of Safety (Jane Example)", "Head of Safety", "Jane Example"),
            ("Police - Jane Example", "Police", "Jane Example"),
            ("Det Supt Jo Example", "Det Supt", "Jo Example"),
            ("Cllr Example", "Cllr", "Example"),
        ] {
            let lead = read(text);
            assert_eq!((lead.role.as_str(), lead.person.as_str(), lead.unsure), (role, person, false), "{text}");
        }
    }

    #[test]
    fn organisations_and_posts_stay_as_they_are() {
        for text in [
            "Marlsea Council",
            "Safe Harbour",
            "T & F Group 1 , specialist services",
            "Deputy Director – Safer Streets",
            "Licensing Manager, Marlsea Council",
            "Siân’s Place",
            "Cyngor Gwynedd",
            "Bright Harbour",
            "MARAC Chair",
            "NSPCC",
        ] {
            let lead = read(text);
            assert_eq!(lead, LeadText { organisation: text.to_owned(), ..LeadText::default() });
        }
    }

    #[test]
    fn no_name_is_published_by_accident() {
        let reader = LeadReader::default();
        let people = |text| reader.read_line(text).into_iter().map(|lead| lead.person).collect::<Vec<_>>();
        assert_eq!(people("Jane Example and Sam Example"), ["Jane Example", "Sam Example"]);
        assert_eq!(people("Jane Example/Sam Example"), ["Jane Example", "Sam Example"]);
        for text in ["Safety team with Jane Example and others", "Jane Example, deputy for Sam Example"] {
            let lead = read(text);
            assert_eq!((lead.person.as_str(), lead.unsure), (text, true));
        }
    }

    #[test]
    fn two_unknown_names_are_kept_from_the_public_until_someone_has_looked() {
        let lead = read("Zyx Wvutson");
        assert_eq!(lead.person, "Zyx Wvutson");
        assert!(lead.unsure);
    }
}

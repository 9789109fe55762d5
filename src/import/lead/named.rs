//! Names of people among the words of a text, for pointing them out: what was done is for everyone to read, and who it
//! was done for is not.

use super::{GIVEN, NOT_NAMES, TITLES};

/// Given names that are also words, months or places, so that by themselves they name nobody.
static WORDS: &[&str] = &[
    "april",
    "art",
    "august",
    "bill",
    "carol",
    "chance",
    "chase",
    "christian",
    "dale",
    "dawn",
    "drew",
    "eve",
    "faith",
    "frank",
    "grace",
    "grant",
    "guy",
    "harry",
    "heather",
    "holly",
    "hope",
    "ivy",
    "jack",
    "jan",
    "joy",
    "june",
    "mark",
    "max",
    "may",
    "miles",
    "norm",
    "pat",
    "ray",
    "rich",
    "rob",
    "robin",
    "rose",
    "sky",
    "stone",
    "sue",
    "summer",
    "victor",
    "violet",
    "will",
];

/// Words after which a letter is used in place of a name: `Child B`, `Family K`.
const STOOD_FOR: [&str; 15] = [
    "adult",
    "baby",
    "boy",
    "child",
    "client",
    "family",
    "father",
    "girl",
    "mother",
    "patient",
    "perpetrator",
    "person",
    "survivor",
    "tenant",
    "victim",
];

/// The names of people that a text holds: a given name with another, a title with a name or a letter, a given name alone
/// inside a sentence; and what stands for one, `Child B`.
pub(crate) fn names_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for sentence in text.split(['\n', ';', '•']) {
        let parts: Vec<&str> = sentence.split_whitespace().collect();
        let mut at = 0;
        while at < parts.len() {
            let length = name_at(&parts, at);
            // "Ask for Angela" is what anyone may say in a bar.
            let is_code = length == 1 && at > 1 && small(parts[at - 2]) == "ask" && small(parts[at - 1]) == "for";
            if length > 0 && !is_code {
                let name = parts[at..at + length].iter().map(|part| bare(part)).collect::<Vec<_>>().join(" ");
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            at += length.max(1);
        }
    }
    names
}

/// How many words from here on are a name.
fn name_at(parts: &[&str], at: usize) -> usize {
    // Every word of a plan is looked at, and nearly none begins a name.
    let has_capital = |at: usize| parts.get(at).is_some_and(|part| part.contains(char::is_uppercase));
    if !has_capital(at) && !has_capital(at + 1) {
        return 0;
    }
    let plain = |at: usize| parts.get(at).map(|part| bare(part)).unwrap_or_default();
    let small = |at: usize| plain(at).to_lowercase();
    let is_name = |at: usize| is_capital(&plain(at)) && !NOT_NAMES.contains(small(at).as_str());
    let ends = |at: usize| parts[at].ends_with([',', '.', ':', ')']) && !TITLES.contains(&small(at).as_str());
    let title = TITLES.contains(&small(at).as_str()) && parts[at].chars().next().is_some_and(char::is_uppercase);
    if title && !ends(at) {
        // `PC 1234 Jones`
        let number = usize::from(parts.get(at + 1).is_some_and(|part| part.chars().all(|sign| sign.is_ascii_digit())));
        let name = at + 1 + number;
        if is_name(name) {
            return 2 + number + usize::from(!ends(name) && is_name(name + 1));
        }
    }
    let is_letter = |at: usize| parts.get(at).is_some_and(|part| is_initial(part) || plain(at) == "A");
    if !ends(at) && (title || STOOD_FOR.contains(&small(at).as_str())) && is_letter(at + 1) {
        return 2;
    }
    if !is_capital(&plain(at)) || !GIVEN.contains(small(at).as_str()) {
        return 0;
    }
    if !ends(at) && is_name(at + 1) && !WORDS.contains(&small(at + 1).as_str()) {
        return 2 + usize::from(!ends(at + 1) && is_name(at + 2) && !NOT_NAMES.contains(small(at + 2).as_str()));
    }
    // `Jo B.`
    if !ends(at) && parts.get(at + 1).is_some_and(|part| is_initial(part)) {
        return 2;
    }
    // A word that is a name as well names nobody by itself, and nothing is told from how a sentence begins.
    let alone = at > 0 && !WORDS.contains(&small(at).as_str()) && !is_capital(&plain(at + 1));
    usize::from(alone && !parts[at - 1].ends_with(['.', '!', '?', ':']) && !is_capital(&plain(at - 1)))
}

fn small(word: &str) -> String {
    bare(word).to_lowercase()
}

fn bare(word: &str) -> String {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    word.trim_end_matches("'s").trim_end_matches("’s").to_owned()
}

/// Whether a word begins with a capital and goes on with small letters, also after an apostrophe: `O'Brien`.
fn is_capital(word: &str) -> bool {
    let word = word.split_once(['\'', '’']).filter(|(before, _)| before.len() == 1).map_or(word, |(_, rest)| rest);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

fn is_initial(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    word.chars().count() == 1 && word.chars().all(char::is_uppercase) && !matches!(word, "A" | "I")
}

#[cfg(test)]
mod tests {
    use super::names_in;

    #[test]
    fn people_are_found_among_other_words() {
        for (text, expected) in [
            ("Met with Jane Smith on 4 May", vec!["Jane Smith"]),
            ("Jane Smith's case was heard", vec!["Jane Smith"]),
            ("PC Hill and Mrs Jones attended", vec!["PC Hill", "Mrs Jones"]),
            ("We spoke to Jane about it", vec!["Jane"]),
            ("Mrs O'Brien and Mr D’Souza attended", vec!["Mrs O'Brien", "Mr D’Souza"]),
            ("PC 1234 Jones took the call", vec!["PC 1234 Jones"]),
            ("Child B moved; Ms K was told", vec!["Child B", "Ms K"]),
            ("A child and a family came", vec![]),
            ("Year 5 child A&E visits fell", vec![]),
            ("Waiting for Sarah B. to reply", vec!["Sarah B"]),
            ("The May update is late; Mark all as done", vec![]),
            ("Safe Harbour and Marlsea Council met in April", vec![]),
            ("Will report in June", vec![]),
            ("Posters are up", vec![]),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

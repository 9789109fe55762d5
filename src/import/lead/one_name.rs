//! One organisation under one name: `ICB` and `Integrated Care Board (ICB)` are one, and so are `Public health` and
//! `Public Health`.

use std::collections::BTreeMap;

use crate::import::block::words;

/// Words that give no letter to a short name.
const SMALL: [&str; 6] = ["and", "of", "for", "the", "in", "on"];

/// The short names that a plan explains: `ICB`, with `Integrated Care Board (ICB)`.
pub(crate) fn explained<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for text in texts {
        for (at, _) in text.match_indices(" (") {
            let Some((short, _)) = text[at + 2..].split_once(')') else { continue };
            let is_short = (2..=7).contains(&short.len()) && short.bytes().all(|byte| byte.is_ascii_uppercase());
            if let Some(long) = is_short.then(|| long_name(&text[..at], short)).flatten() {
                found.entry(short.to_owned()).or_insert_with(|| format!("{long} ({short})"));
            }
        }
    }
    found
}

/// The words before a short name whose first letters it has.
fn long_name<'t>(before: &'t str, short: &str) -> Option<&'t str> {
    let mut letters = short.chars().rev().peekable();
    let line = before.rsplit(['\n', ';', ',', '/']).next()?;
    let mut start = line.len();
    for word in line.rsplit(' ') {
        let Some(wanted) = letters.peek() else { break };
        let gives_letter = !SMALL.contains(&word)
            && word.chars().next().is_some_and(|letter| letter.to_uppercase().next() == Some(*wanted));
        if !gives_letter && !SMALL.contains(&word) {
            return None;
        }
        if gives_letter {
            letters.next();
        }
        start = start.saturating_sub(word.len() + usize::from(start != line.len()));
    }
    (letters.peek().is_none()).then(|| line[start..].trim())
}

/// The names under which organisations were met.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeMap<Vec<String>, String>);

impl Names {
    /// The one name of an organisation.
    pub(crate) fn of(&mut self, name: &str, explained: &BTreeMap<String, String>) -> String {
        let known = |long: &&String| key(long) == key(name);
        let full = explained.get(name.trim()).or_else(|| explained.values().find(known)).map_or(name, String::as_str);
        self.0.entry(key(full)).or_insert_with(|| full.to_owned()).clone()
    }
}

fn key(name: &str) -> Vec<String> {
    let plain = name.split_once(" (").map_or(name, |(long, short)| {
        let is_short = short.strip_suffix(')').is_some_and(|short| short.bytes().all(|byte| byte.is_ascii_uppercase()));
        if is_short { long } else { name }
    });
    words(plain).into_iter().skip_while(|word| word == "the").collect()
}

#[cfg(test)]
mod tests {
    use super::{Names, explained};

    #[test]
    fn a_short_name_is_that_of_the_words_before_it() {
        let found = explained(
            [
                "Marlsea Integrated Care Board (ICB), the Community Safety Partnership (CSP)",
                "Led by the Office of the Police and Crime Commissioner (OPCC)",
                "Ask (GP)",
            ]
            .into_iter(),
        );
        let expected = [
            ("CSP", "Community Safety Partnership (CSP)"),
            ("ICB", "Integrated Care Board (ICB)"),
            ("OPCC", "Office of the Police and Crime Commissioner (OPCC)"),
        ];
        assert_eq!(found, expected.map(|(short, long)| (short.to_owned(), long.to_owned())).into());
    }

    #[test]
    fn one_body_has_one_name() {
        let known = explained(["Integrated Care Board (ICB)"].into_iter());
        let mut names = Names::default();
        let mut of = |name: &str| names.of(name, &known);
        assert_eq!(of("ICB"), "Integrated Care Board (ICB)");
        assert_eq!(of("Integrated Care Board"), "Integrated Care Board (ICB)");
        assert_eq!(of("Public health"), "Public health");
        assert_eq!(of("Public Health"), "Public health");
        assert_eq!(of("Council (housing)"), "Council (housing)");
    }
}

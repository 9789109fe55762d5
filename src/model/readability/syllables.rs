//! How many syllables an English word has.

/// Words that the rules below would count wrongly, and that texts of this field have often.
const ODD: [(&str, usize); 28] = [
    ("area", 3),
    ("areas", 3),
    ("business", 2),
    ("businesses", 3),
    ("cruel", 2),
    ("doesn't", 2),
    ("didn't", 2),
    ("couldn't", 2),
    ("wouldn't", 2),
    ("shouldn't", 2),
    ("hasn't", 2),
    ("isn't", 2),
    ("wasn't", 2),
    ("haven't", 2),
    ("every", 2),
    ("everyone", 3),
    ("everything", 3),
    ("idea", 3),
    ("ideas", 3),
    ("people", 2),
    ("people's", 2),
    ("safety", 2),
    ("science", 2),
    ("friend", 1),
    ("friends", 1),
    ("friendly", 2),
    ("wednesday", 2),
    ("evening", 2),
];

/// Where two vowels that stand together are said apart, unless one of the letters stands before them.
const APART: [(&str, &str); 12] = [
    ("ia", "ctg"),
    ("io", "ctgsx"),
    ("iu", "c"),
    ("ua", "gqt"),
    ("ien", "ctf"),
    ("iet", ""),
    ("eing", ""),
    ("oing", ""),
    ("ying", ""),
    ("uing", "qg"),
    ("coer", ""),
    ("creat", ""),
];

/// Endings in front of which an `e` is silent: "safe|ly".
const AFTER_SILENT_E: [&str; 6] = ["ly", "ment", "ments", "ful", "less", "ness"];

/// The syllables of a word in small letters, at least 1: a count of groups of vowels, mended where English writes
/// vowels that are not said, or says two that are written together.
pub(super) fn syllables(word: &str) -> usize {
    if let Some((_, count)) = ODD.iter().find(|(odd, _)| *odd == word) {
        return *count;
    }
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("s'")).unwrap_or(word);
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let groups = groups_of_vowels(&letters);
    let text: String = letters.iter().collect();
    let apart = APART.iter().filter(|(vowels, but_after)| {
        text.find(vowels).is_some_and(|at| !text[..at].ends_with(|letter| but_after.contains(letter)))
    });
    let more = apart.count() + usize::from(text.ends_with("ism"));
    let silent = usize::from(ends_in_silence(&text)) + usize::from(has_silent_e_within(&text));
    (groups + more).saturating_sub(silent).max(1)
}

fn groups_of_vowels(letters: &[char]) -> usize {
    let is_vowel = |at: usize| match letters[at] {
        'a' | 'e' | 'i' | 'o' | 'é' => true,
        'u' => at == 0 || letters[at - 1] != 'q',
        // At the start and between vowels it is a consonant: "yes", "beyond".
        'y' => at > 0 && !letters.get(at + 1).is_some_and(|next| "aeo".contains(*next)),
        _ => false,
    };
    (0..letters.len()).filter(|&at| is_vowel(at) && (at == 0 || !is_vowel(at - 1))).count()
}

/// Whether the last vowel is not said: "safe", "makes", "helped", but "table", "houses", "wanted".
fn ends_in_silence(word: &str) -> bool {
    let before = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.contains(is_vowel));
    if let Some(stem) = before("e") {
        return !stem.ends_with(is_vowel) && !is_consonant_and_l(stem);
    }
    if let Some(stem) = before("es") {
        let said = ["s", "x", "z", "c", "g", "ch", "sh"].iter().any(|end| stem.ends_with(end));
        return !said && !stem.ends_with(is_vowel) && !is_consonant_and_l(stem);
    }
    before("ed").is_some_and(|stem| !stem.ends_with(|letter| is_vowel(letter) || letter == 't' || letter == 'd'))
}

/// "tabl|e", "peopl|es": the `l` is said as a syllable.
fn is_consonant_and_l(stem: &str) -> bool {
    stem.strip_suffix('l').is_some_and(|rest| !rest.ends_with(is_vowel) && !rest.ends_with('l'))
}

/// "saf|e|ly", "som|e|one".
fn has_silent_e_within(word: &str) -> bool {
    let stems = AFTER_SILENT_E.iter().filter_map(|ending| word.strip_suffix(ending)?.strip_suffix('e'));
    let mut silent = stems.filter(|stem| stem.contains(is_vowel) && !stem.ends_with(is_vowel));
    let compound = ["some", "home", "safe", "care", "house", "life"].iter().find(|part| word.starts_with(**part));
    silent.next().is_some()
        || compound.is_some_and(|part| {
            let rest = &word[part.len()..];
            // "someone" runs the two words' vowels together, which takes the silent one's place.
            rest.len() > 2 && !rest.starts_with(is_vowel) && !AFTER_SILENT_E.contains(&rest)
        })
}

fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn known_words_have_their_syllables() {
        let known: [(usize, &str); 5] = [
            (1, "a the you safe help call phone house lives friend through makes helped asked hurt home"),
            (
                2,
                "abuse abused police advice someone something people worried safely homeless careful statement \
                 refuge children housing table houses wanted needed agreed quiet client business every being doing \
                 trial social special region language justice safety because housework lifelong careless evening",
            ),
            (
                3,
                "advocate domestic violent violence family counselling partnership assessment strategy agency services \
                 area idea radio serious media usual sexual coercive referral hospital audience studying protection",
            ),
            (
                4,
                "confidential relationship interpreter society experience variety accessible emergency \
                 January independence",
            ),
            (5, "accommodation opportunity university organisation"),
        ];
        let wrong: Vec<String> = known
            .iter()
            .flat_map(|(count, words)| words.split_whitespace().map(move |word| (*count, word)))
            .filter_map(|(count, word)| {
                let found = syllables(&word.to_lowercase());
                (found != count).then(|| format!("{word}: {found}, not {count}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

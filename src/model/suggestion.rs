//! "Did you mean ...": the known word nearest to one that is not known.

/// The candidate that someone who wrote `word` most likely meant, or `None`
/// where none is near.
///
/// Capitals do not count, nor does a space, hyphen or underscore where the
/// candidate has another of the three. A candidate is near when at most a
/// third of the longer word's letters differ, and at least one may. Swapped
/// neighbours (`servcie`) count as one difference. Of several equally near
/// candidates the first wins.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(word);
    if wanted.is_empty() {
        return None;
    }
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let known = plain(candidate);
        let longer = wanted.chars().count().max(known.chars().count());
        let allowed = (longer / 3).max(1);
        // A word of one or two letters is "near" every other one.
        if longer < 3 && wanted != known {
            continue;
        }
        let distance = strsim::osa_distance(&wanted, &known);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether a word is another with one letter wrong, left out or too many, or two swapped.
pub(crate) fn is_slip(word: &str, other: &str) -> bool {
    strsim::osa_distance(word, other) == 1
}

fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::nearest;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    const KEYS: [&str; 6] = ["title", "summary", "period", "sections", "section", "status"];

    #[test]
    fn a_slip_of_the_fingers_finds_its_word() {
        assert_eq!(nearest("titel", KEYS), Some("title"));
        assert_eq!(nearest("sumary", KEYS), Some("summary"));
        assert_eq!(nearest("Sectoins", KEYS), Some("sections"));
        assert_eq!(nearest("publish_from", ["publish-from"]), Some("publish-from"));
    }

    #[test]
    fn the_nearest_wins_and_then_the_first() {
        assert_eq!(nearest("sectio", KEYS), Some("section"));
        assert_eq!(nearest("cat", ["bat", "rat"]), Some("bat"));
    }

    #[test]
    fn nothing_is_suggested_for_a_word_unlike_any() {
        assert_eq!(nearest("budget", KEYS), None);
        assert_eq!(nearest("x", ["y", "id"]), None);
        assert_eq!(nearest("", KEYS), None);
        assert_eq!(nearest("titel", []), None);
    }

    proptest! {
        #[test]
        fn a_known_word_is_nearest_to_itself(words in proptest::collection::vec("[a-z]{1,9}", 1..6), pick in any::<usize>()) {
            let word = &words[pick % words.len()];
            prop_assert_eq!(nearest(word, words.iter().map(String::as_str)), Some(word.as_str()));
        }

        #[test]
        fn any_text_may_be_asked_about(word in any::<String>(), other in any::<String>()) {
            let _ = nearest(&word, [other.as_str()]);
        }
    }
}

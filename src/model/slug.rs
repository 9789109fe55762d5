//! Slugs: the ids of records and the last parts of their addresses.

/// Letters outside `a-z` that have a usual spelling inside it, grouped by
/// that spelling. Covers the languages of western and central Europe, Welsh,
/// Turkish, romanised Arabic and Vietnamese, all in lower case.
const FOLDS: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎǻạảấầẩẫậắằẳẵặḁª"),
    ("ae", "æǽ"),
    ("b", "ḃḅḇɓ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďđðḋḍḏḑɖ"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệḗḕə"),
    ("f", "ḟƒ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐỉịḯ"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵĸ"),
    ("l", "ĺļľŀłḷḻḹ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋǹṅṇṉ"),
    ("o", "òóôõöøōŏőơǒǫǿọỏốồổỗộớờởỡợṓṑº"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřṙṛṝ"),
    ("s", "śŝşšșſṡṣṥṧ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữựṳ"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷỳỵỷỹẙẏȳ"),
    ("z", "źżžẑẓẕ"),
];

/// The slug of a text: accents folded, lower case, each run of anything but
/// letters and digits one hyphen, none at the ends. `2.11` gives `2-11`.
///
/// Letters of other scripts have no one spelling in `a-z`, so they are left
/// out like punctuation: a title wholly in Urdu gives an empty slug, and its
/// record must then say its `slug:` or `id:`. What comes back is therefore
/// either empty or an id, as [`is_id`] has it.
#[must_use]
pub(crate) fn slugify(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars().flat_map(char::to_lowercase) {
        if is_combining_mark(letter) {
            continue;
        }
        let mut buffer = [0; 4];
        let spelling =
            if letter.is_ascii_alphanumeric() { Some(&*letter.encode_utf8(&mut buffer)) } else { folded(letter) };
        let Some(spelling) = spelling else {
            gap = true;
            continue;
        };
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        slug.push_str(spelling);
    }
    slug
}

/// Whether a text is an id: one or more of `a-z`, `0-9` and hyphens.
#[must_use]
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn folded(letter: char) -> Option<&'static str> {
    if letter.is_ascii() {
        return None;
    }
    FOLDS.iter().find(|(_, letters)| letters.contains(letter)).map(|(spelling, _)| *spelling)
}

/// An accent written as a character of its own, after its letter. Lower case
/// `İ` brings one along as well.
fn is_combining_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::{is_id, slugify};
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    #[test]
    fn a_title_becomes_lower_case_words_joined_by_hyphens() {
        assert_eq!(slugify("Adults & Children: Recovery"), "adults-children-recovery");
        assert_eq!(slugify("  Women's Aid (North) "), "women-s-aid-north");
        assert_eq!(slugify("2.11"), "2-11");
        assert_eq!(slugify("1.1.1"), "1-1-1");
        assert_eq!(slugify("--a--b--"), "a-b");
    }

    #[test]
    fn accents_are_folded_however_they_are_written() {
        assert_eq!(slugify("Café Crème"), "cafe-creme");
        assert_eq!(slugify("Cafe\u{301}"), "cafe");
        assert_eq!(slugify("Tŷ Gŵyl"), "ty-gwyl");
        assert_eq!(slugify("Łódź"), "lodz");
        assert_eq!(slugify("STRAẞE Straße"), "strasse-strasse");
        assert_eq!(slugify("İstanbul Þór Œuvre"), "istanbul-thor-oeuvre");
    }

    #[test]
    fn letters_of_other_scripts_are_left_out() {
        assert_eq!(slugify("مساعدة"), "");
        assert_eq!(slugify("Help – مساعدة – pomoc"), "help-pomoc");
        assert_eq!(slugify("…"), "");
    }

    #[test]
    fn an_id_is_small_letters_digits_and_hyphens() {
        assert!(is_id("idva-service-2"));
        assert!(!is_id(""));
        assert!(!is_id("IDVA"));
        assert!(!is_id("idva service"));
        assert!(!is_id("café"));
    }

    proptest! {
        #[test]
        fn a_slug_is_empty_or_an_id_and_its_own_slug(text in any::<String>()) {
            let slug = slugify(&text);
            prop_assert!(slug.is_empty() || is_id(&slug));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-'));
            prop_assert!(!slug.contains("--"));
            prop_assert_eq!(slugify(&slug), slug);
        }
    }
}

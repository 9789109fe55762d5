//! What has to be said with "press 55", the way to call the police without a word.
//!
//! Half of it is dangerous: it works on mobiles alone, only after 999 and only when the caller is asked, and it tells
//! nobody where the caller is (IOPC, "Make Yourself Heard").

use std::ops::Range;

/// What a text about 55 has to say, each in any of these words.
const POINTS: [(&str, &[&str]); 4] = [
    ("that it works only on a mobile", &["mobile"]),
    ("to call 999 first", &["999"]),
    ("to press it only when asked", &["asked", "asks", "prompt", "told to press", "tells you to"]),
    ("that it does not give your location", &["location", "where you are"]),
];

/// A text that says to press 55 and leaves out what has to be said with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Incomplete {
    /// Where it says so, in bytes of the text.
    pub at: Range<usize>,
    /// What it leaves out.
    pub missing: Vec<&'static str>,
}

/// Whether a text says to press 55 without all that belongs to it.
#[must_use]
pub(crate) fn incomplete(text: &str) -> Option<Incomplete> {
    let at = mention(text)?;
    let lower = text.to_lowercase();
    let missing = POINTS.iter().filter(|(_, words)| !words.iter().any(|word| lower.contains(word)));
    let missing: Vec<_> = missing.map(|(point, _)| *point).collect();
    (!missing.is_empty()).then_some(Incomplete { at, missing })
}

/// Where a text says to press 55.
fn mention(text: &str) -> Option<Range<usize>> {
    text.match_indices("55").find_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 2..]);
        let alone = |c: char| !c.is_alphanumeric() && c != '.' && c != ',' && c != '%' && c != ':';
        let ends = after.chars().next().is_none_or(|c| {
            alone(c)
                || !after[c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()) && !c.is_alphanumeric() && c != '%'
        });
        let words: Vec<String> = before.split_whitespace().rev().take(3).map(str::to_lowercase).collect();
        let pressed = words.iter().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            ["press", "presses", "pressed", "pressing", "dial", "dialling", "type", "enter", "tap", "key", "push"]
                .contains(&word)
        });
        let begins = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '+');
        (begins && ends && pressed).then_some(at..at + 2)
    })
}

#[cfg(test)]
mod tests {
    use super::incomplete;

    #[test]
    fn what_is_left_out_is_named() {
        let missing = |text: &str| incomplete(text).map(|found| found.missing.len());
        assert_eq!(missing("Call 999 and press 55."), Some(3));
        assert_eq!(missing("Press 55 on any phone."), Some(4));
        assert_eq!(missing("On a mobile, call 999. When asked, press **55**."), Some(1));
        assert_eq!(missing("Dial 999, then 55, on a mobile."), Some(2));
    }

    #[test]
    fn a_whole_text_passes_and_other_numbers_are_no_concern() {
        for text in [
            "On a mobile, call 999 and listen. When asked, press 55. It does not give the police your location.",
            "Call us on 01632 960055.",
            "Press 1 for housing. 55 people came.",
            "About 55% of them",
            "Enter by 55 Harbour Street".split_at(5).1,
        ] {
            assert_eq!(incomplete(text), None, "{text}");
        }
    }
}

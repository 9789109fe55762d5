//! What a template leaves to be filled in.

/// Words that stand in square brackets where a template means: write your own here.
const ASKS: [&str; 12] = [
    "insert",
    "enter",
    "your",
    "name of",
    "add ",
    "date",
    "organisation",
    "website",
    "email",
    "phone",
    "number of",
    "describe",
];

/// The part of a text that someone forgot to fill in: `[name of organisation]`, `TODO`, `lorem ipsum`, `xxx`,
/// `https://your-site.example.org/`.
#[must_use]
pub(crate) fn placeholder(text: &str) -> Option<&str> {
    in_brackets(text).or_else(|| lorem(text)).or_else(|| address(text)).or_else(|| word_that_stands_in(text))
}

/// `TODO`, `FIXME`, `xxx`. Every text of a site is looked through, and nearly none has one.
fn word_that_stands_in(text: &str) -> Option<&str> {
    let has_xs = || text.as_bytes().windows(3).any(|letters| letters.eq_ignore_ascii_case(b"xxx"));
    let may = text.contains("TODO") || text.contains("FIXME") || has_xs();
    may.then(|| text.split(|c: char| !c.is_alphanumeric()).find(|word| stands_in(word))).flatten()
}

/// Words that say that something is still to come: `TBC`, `TBA`, and an address such as `tbc@example.org`.
pub(crate) fn to_be_confirmed(text: &str) -> Option<&str> {
    let is_whole = |word: &str| matches!(word, "tbc" | "tba" | "Tbc" | "Tba");
    let address = || text.split_whitespace().find(|word| word.to_ascii_lowercase().starts_with("tbc@"));
    let capitals = || text.split(|c: char| !c.is_alphanumeric()).find(|word| matches!(*word, "TBC" | "TBA"));
    Some(text.trim()).filter(|text| is_whole(text)).or_else(address).or_else(capitals)
}

/// Words in brackets that are no link.
fn in_brackets(text: &str) -> Option<&str> {
    text.match_indices('[').find_map(|(at, _)| {
        // What another bracket opens within is looked at by itself, so that each letter is looked at once.
        let length = text[at + 1..].find(['[', ']']).filter(|length| text[at + 1 + length..].starts_with(']'))?;
        let end = at + length + 2;
        let words = text[at + 1..end - 1].to_lowercase();
        let is_link = text[end..].starts_with(['(', '[', ':']);
        (!is_link && ASKS.iter().any(|ask| words.contains(ask))).then(|| &text[at..end])
    })
}

/// An address that stands for one's own.
fn address(text: &str) -> Option<&str> {
    let is_own = |word: &&str| {
        word.contains("your-") && word.contains(".example.") || word.starts_with("your-") && word.contains("@example.")
    };
    text.contains("your-").then(|| text.split_whitespace().find(is_own)).flatten()
}

fn lorem(text: &str) -> Option<&str> {
    if !text.contains("orem") && !text.contains("OREM") {
        return None;
    }
    let at = text.to_ascii_lowercase().find("lorem ipsum")?;
    Some(&text[at..at + "lorem ipsum".len()])
}

fn stands_in(word: &str) -> bool {
    word == "TODO"
        || word == "FIXME"
        || (word.len() >= 3 && word.bytes().all(|letter| letter.eq_ignore_ascii_case(&b'x')))
}

#[cfg(test)]
mod tests {
    use super::{placeholder, to_be_confirmed};

    #[test]
    fn what_a_template_leaves_open_is_found() {
        for (text, found) in [
            ("[name of organisation] runs it", "[name of organisation]"),
            ("Tested by TODO", "TODO"),
            ("Lorem ipsum dolor", "Lorem ipsum"),
            ("call xxxxx xxxxxx", "xxxxx"),
            ("on [insert date].", "[insert date]"),
            ("[Open on [insert date]]", "[insert date]"),
            ("https://your-site.example.org/", "https://your-site.example.org/"),
            ("Write to your-team@example.org", "your-team@example.org"),
        ] {
            assert_eq!(placeholder(text), Some(found));
        }
    }

    #[test]
    fn what_is_meant_is_left_alone() {
        for text in ["[your rights](rights.md)", "Our to-do list", "a todo", "[1]", "XX", "Room [B]", "the date"] {
            assert_eq!(placeholder(text), None, "{text}");
        }
    }

    #[test]
    fn finds_what_is_still_to_come() {
        for (text, found) in [
            ("TBC", "TBC"),
            ("tbc", "tbc"),
            ("Dates: TBA.", "TBA"),
            ("write to tbc@example.org now", "tbc@example.org"),
        ] {
            assert_eq!(to_be_confirmed(text), Some(found));
        }
        for text in ["TBCD", "the tbc programme", "outbca@example.org", ""] {
            assert_eq!(to_be_confirmed(text), None, "{text}");
        }
    }
}

//! Text that is no Markdown, for a field that is read as Markdown.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::record::markdown::OPTIONS;

/// What may mean something in Markdown. A backslash before it makes it a sign like any other.
const SIGNS: [char; 13] = ['&', '|', '^', '>', ']', '#', '~', '_', '*', '`', '[', '<', '\\'];

/// The text, with backslashes before the signs that would mean something else, and before no others.
pub(crate) fn escaped(text: &str) -> String {
    if is_plain(text, text) {
        return text.to_owned();
    }
    let mut signs: Vec<char> = SIGNS.into_iter().filter(|sign| text.contains(*sign)).collect();
    for sign in signs.clone() {
        let without: Vec<char> = signs.iter().copied().filter(|other| *other != sign).collect();
        if is_plain(&with_backslashes(text, &without), text) {
            signs = without;
        }
    }
    with_backslashes(text, &signs)
}

fn with_backslashes(text: &str, signs: &[char]) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        for (at, letter) in line.char_indices() {
            let opens_list = at == 0 && matches!(letter, '-' | '+' | '=' | ':')
                || digits > 0 && at == digits && matches!(letter, '.' | ')');
            if signs.contains(&letter) || opens_list {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}

/// Whether Markdown reads `markdown` as nothing but the paragraphs of `text`.
fn is_plain(markdown: &str, text: &str) -> bool {
    let mut read = String::new();
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Text(words) => read.push_str(&words),
            Event::SoftBreak => read.push('\n'),
            Event::Start(Tag::Paragraph) if !read.is_empty() => read.push_str("\n\n"),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            _ => return false,
        }
    }
    read == text
}

#[cfg(test)]
mod tests {
    use super::{escaped, is_plain};
    use proptest::prelude::*;

    #[test]
    fn only_what_would_be_markdown_gets_a_backslash() {
        for (text, expected) in [
            ("Police & council: 50% of *all* staff", "Police & council: 50% of \\*all\\* staff"),
            ("R&D", "R&D"),
            ("1. First", "1\\. First"),
            ("- none", "\\- none"),
            ("# 4", "\\# 4"),
            ("<5 people", "<5 people"),
            ("see <a>", "see \\<a>"),
            ("a [draft]", "a [draft]"),
            ("a_b_c", "a_b_c"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    proptest! {
        #[test]
        fn text_is_read_as_it_was(text in "[a-z1-9.)*_#<>&|`\\[\\]~^:=+ \\\\-]{1,60}") {
            let text = crate::import::block::tidy(&text);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert!(text.is_empty() || is_plain(&escaped(&text), &text), "{} -> {}", text, escaped(&text));
        }
    }
}

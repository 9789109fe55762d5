//! Texts compared without regard to case, punctuation and spaces.

use std::ops::Range;

/// A text without anything but its letters and figures, in lower case, each with its place in the original.
pub(super) struct Squeezed {
    pub(super) text: String,
    /// For each byte of `text` the letter of the original.
    places: Vec<Range<usize>>,
    /// For each byte of `text` whether something was left out before it.
    gaps: Vec<bool>,
}

impl Squeezed {
    pub(super) fn of(text: &str) -> Self {
        let mut squeezed = Self { text: String::with_capacity(text.len()), places: Vec::new(), gaps: Vec::new() };
        let mut gap = true;
        let mut skip = 0;
        for (at, letter) in text.char_indices() {
            if at < skip {
                continue;
            }
            // What stands for a space in an address of the web, or in HTML.
            if let Some(length) = escape(&text[at..]) {
                skip = at + length;
                gap = true;
            } else if letter.is_alphanumeric() {
                let before = squeezed.text.len();
                squeezed.text.extend(letter.to_lowercase());
                for byte in before..squeezed.text.len() {
                    squeezed.places.push(at..at + letter.len_utf8());
                    squeezed.gaps.push(gap && byte == before);
                }
                gap = false;
            } else {
                gap = true;
            }
        }
        squeezed
    }

    pub(super) fn starts(&self) -> impl Iterator<Item = usize> {
        self.gaps.iter().enumerate().filter(|(_, gap)| **gap).map(|(at, _)| at)
    }

    /// Whether a word ends before the byte at `at`.
    pub(super) fn ends_word(&self, at: usize) -> bool {
        self.gaps.get(at).copied().unwrap_or(true)
    }

    /// The place of a range of bytes in the original.
    pub(super) fn written(&self, range: Range<usize>) -> Range<usize> {
        self.places[range.start].start..self.places[range.end - 1].end
    }
}

/// The length of a `%20` or an `&nbsp;` at the start of a text.
fn escape(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.first()? {
        b'%' => (bytes.len() > 2 && bytes[1..3].iter().all(u8::is_ascii_hexdigit)).then_some(3),
        b'&' => {
            let end = bytes.iter().take(10).position(|&byte| byte == b';')?;
            bytes[1..end].iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'#').then_some(end + 1)
        }
        _ => None,
    }
}

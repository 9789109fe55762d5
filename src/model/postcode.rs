//! Postcodes of the United Kingdom.

use std::error::Error;
use std::fmt;

/// A postcode that is well formed, such as `PR8 1AA`. Whether it is in use is
/// not checked: that takes a list, and examples use made-up ones (`ZZ1 1AA`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    outward: String,
    inward: String,
}

/// The forms of the first half, A for a letter and 9 for a figure.
const OUTWARD: &[&str] = &["A9", "A99", "AA9", "AA99", "A9A", "AA9A"];
const INWARD: &str = "9AA";

/// A text that is not a postcode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostcodeError {
    text: String,
}

impl fmt::Display for PostcodeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is not a postcode", self.text)
    }
}

impl Error for PostcodeError {}

impl PostcodeError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        "write a whole postcode such as `PR8 1AA` or `L20 3DL`; mind the letter `O` and the figure `0`".to_owned()
    }
}

impl Postcode {
    /// Reads a postcode, in capitals or not, with its space or without.
    ///
    /// # Errors
    /// What does not have the form of one.
    pub fn read(text: &str) -> Result<Self, PostcodeError> {
        let plain: String =
            text.chars().filter(|letter| !letter.is_whitespace()).map(|letter| letter.to_ascii_uppercase()).collect();
        let halves = plain.len().checked_sub(INWARD.len()).and_then(|outward| plain.split_at_checked(outward));
        match halves {
            Some((outward, inward)) if OUTWARD.contains(&&*form(outward)) && form(inward) == INWARD => {
                Ok(Self { outward: outward.to_owned(), inward: inward.to_owned() })
            }
            _ => Err(PostcodeError { text: text.trim().to_owned() }),
        }
    }

    /// The first half, which names a district and no street: "PR8".
    #[must_use]
    pub fn outward(&self) -> &str {
        &self.outward
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.outward, self.inward)
    }
}

fn form(half: &str) -> String {
    half.chars()
        .map(|letter| match letter {
            'A'..='Z' => 'A',
            '0'..='9' => '9',
            _ => '?',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Postcode;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    #[test]
    fn a_postcode_is_shown_in_capitals_with_one_space() {
        for (text, shown) in [
            ("PR8 1AA", "PR8 1AA"),
            ("pr81aa", "PR8 1AA"),
            (" L20  3DL ", "L20 3DL"),
            ("m11ae", "M1 1AE"),
            ("EC1A 1BB", "EC1A 1BB"),
            ("W1A 0AX", "W1A 0AX"),
            ("WA10 1AB", "WA10 1AB"),
            ("ZZ1 1AA", "ZZ1 1AA"),
        ] {
            let postcode = Postcode::read(text).expect(text);
            assert_eq!(postcode.to_string(), shown);
        }
        assert_eq!(Postcode::read("l20 3dl").expect("sound").outward(), "L20");
    }

    #[test]
    fn what_has_another_form_is_refused() {
        for text in ["", "PR8", "PR8 IAA", "PR8 1A", "P 1AA", "PRR8 1AA", "12345", "PR8-1AA", "é1 1AA"] {
            let error = Postcode::read(text).expect_err(text);
            assert_eq!(error.to_string(), format!("`{text}` is not a postcode"));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = Postcode::read(&text);
        }

        #[test]
        fn a_postcode_reads_back_from_what_is_shown(text in "[A-Za-z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Za-z]{2}") {
            let postcode = Postcode::read(&text).expect("well formed");
            prop_assert_eq!(Postcode::read(&postcode.to_string()), Ok(postcode));
        }
    }
}

//! Postcodes of the United Kingdom.

use std::error::Error;
use std::fmt;

/// A postcode that is well formed, such as `PR8 1AA`. Whether it is in use is
/// not checked: that takes a list, and examples use made-up ones (`ZZ1 1AA`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Postcode {
    outward: String,
    inward: String,
}

/// The forms of the first half, A for a letter and 9 for a figure.
const OUTWARD: &[&str] = &["A9", "A99", "AA9", "AA99", "A9A", "AA9A"];
const INWARD: &str = "9AA";

/// A text that is not a postcode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostcodeError {
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
    pub(crate) fn help(&self) -> String {
        if let Some(meant) = meant(&self.text) {
            return format!("did you mean `{meant}`? check for the letter `O` in place of the digit `0`");
        }
        "write a whole postcode such as `PR8 1AA` or `L20 3DL`; check for the letter `O` in place of the digit `0`"
            .to_owned()
    }
}

impl Postcode {
    /// Reads a postcode, in capitals or not, with its space or without.
    ///
    /// # Errors
    /// What does not have the form of one.
    pub(crate) fn read(text: &str) -> Result<Self, PostcodeError> {
        let plain: String =
            text.chars().filter(|letter| !letter.is_whitespace()).map(|letter| letter.to_ascii_uppercase()).collect();
        let halves = plain.len().checked_sub(INWARD.len()).and_then(|outward| plain.split_at_checked(outward));
        match halves {
            Some((outward, inward))
                if OUTWARD.contains(&&*form(outward)) && form(inward) == INWARD && !has_strays(outward, inward) =>
            {
                Ok(Self { outward: outward.to_owned(), inward: inward.to_owned() })
            }
            _ => Err(PostcodeError { text: text.trim().to_owned() }),
        }
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.outward, self.inward)
    }
}

/// The postcode that a text would be if letters and figures that look alike had not been mixed up.
fn meant(text: &str) -> Option<Postcode> {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let (outward, inward) = plain.split_at_checked(plain.len().checked_sub(INWARD.len())?)?;
    let inward = mended(inward, INWARD)?;
    // Of the forms that fit, the one that leaves most as it is.
    let changes = |mended: &String| mended.chars().zip(outward.chars()).filter(|(now, then)| now != then).count();
    let mut halves: Vec<String> = OUTWARD.iter().filter_map(|form| mended(outward, form)).collect();
    halves.sort_by_key(changes);
    halves.iter().find_map(|outward| Postcode::read(&format!("{outward}{inward}")).ok())
}

/// A half of a postcode in a form, with letters for figures that look like them, and figures for letters.
fn mended(half: &str, form: &str) -> Option<String> {
    let letter = |(found, wanted): (char, char)| match (wanted, found) {
        ('A', 'A'..='Z') | ('9', '0'..='9') => Some(found),
        ('A', '0') => Some('O'),
        ('A', '1') => Some('I'),
        ('A', '5') => Some('S'),
        ('9', 'O') => Some('0'),
        ('9', 'I' | 'L') => Some('1'),
        ('9', 'S') => Some('5'),
        _ => None,
    };
    (half.len() == form.len()).then(|| half.chars().zip(form.chars()).map(letter).collect())?
}

/// Whether a letter stands where it never does. The Royal Mail leaves out those that look like figures or each other.
fn has_strays(outward: &str, inward: &str) -> bool {
    (outward.len() > 2 && outward.ends_with(['I', 'L', 'O', 'Q', 'Z']))
        || inward.contains(['C', 'I', 'K', 'M', 'O', 'V'])
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
    }

    #[test]
    fn what_has_another_form_is_refused() {
        for text in ["", "PR8", "PR8 IAA", "PR8 1A", "P 1AA", "PRR8 1AA", "12345", "PR8-1AA", "é1 1AA"] {
            let error = Postcode::read(text).expect_err(text);
            assert_eq!(error.to_string(), format!("`{text}` is not a postcode"));
        }
    }

    #[test]
    fn what_was_meant_is_said_where_letters_and_figures_were_mixed_up() {
        for (text, meant) in [
            ("L2O 3DL", "L20 3DL"),
            ("PR8 IAA", "PR8 1AA"),
            ("PR8-1AA", "PR8 1AA"),
            ("ec1a 1b8", ""),
            ("M1 OAE", "M1 0AE"),
        ] {
            let help = Postcode::read(text).expect_err(text).help();
            let told =
                if meant.is_empty() { "write a whole postcode".to_owned() } else { format!("did you mean `{meant}`?") };
            assert!(help.starts_with(&told), "{text}: {help}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = Postcode::read(&text);
        }

        #[test]
        fn a_postcode_reads_back_from_what_is_shown(text in "[A-Za-z]{1,2}[0-9][0-9A-H]? ?[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}") {
            let postcode = Postcode::read(&text).expect("well formed");
            prop_assert_eq!(Postcode::read(&postcode.to_string()), Ok(postcode));
        }
    }
}

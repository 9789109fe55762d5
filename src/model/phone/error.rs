use std::error::Error;
use std::fmt;

/// Why a text is not a telephone number of the United Kingdom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PhoneError {
    /// There is no text.
    Empty,
    /// A character that no number has, such as a letter.
    Stray {
        /// The text as written.
        text: String,
        /// The first such character.
        stray: char,
    },
    /// More than one number.
    Several {
        /// The text as written.
        text: String,
        /// The numbers, as written; none where a part of the text is not one.
        numbers: Vec<String>,
    },
    /// A number of another country.
    Abroad {
        /// The text as written.
        text: String,
    },
    /// Neither a short number nor one that begins with 0.
    NoZero {
        /// The text as written.
        text: String,
        /// Whether it would be a number with a 0 before it, as when a
        /// spreadsheet has dropped it.
        lost: bool,
    },
    /// There are no numbers that begin so.
    NoSuchCode {
        /// The text as written.
        text: String,
        /// The digits with which none begins.
        code: String,
    },
    /// Too few digits.
    TooShort {
        /// The text as written.
        text: String,
        /// How many are missing.
        by: usize,
        /// How many numbers of this kind have.
        length: usize,
    },
    /// Too many digits.
    TooLong {
        /// The text as written.
        text: String,
        /// How many there are over.
        by: usize,
        /// How many numbers of this kind have.
        length: usize,
    },
}

impl fmt::Display for PhoneError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(out, "there is no phone number"),
            Self::Stray { text, stray } => {
                write!(out, "`{text}` is not a phone number: it contains `{stray}`")
            }
            Self::Several { text, .. } => write!(out, "`{text}` contains more than one phone number"),
            Self::Abroad { text } => {
                write!(out, "`{text}` is not a phone number of the United Kingdom")
            }
            Self::NoZero { text, .. } => {
                write!(out, "`{text}` is not a phone number: it does not begin with 0, and is not a known short number")
            }
            Self::NoSuchCode { text, code } => write!(out, "`{text}` is not a phone number: none begins with `{code}`"),
            Self::TooShort { text, by, length } => {
                write!(out, "`{text}` is too short by {}: such a number has {length}", digits(*by))
            }
            Self::TooLong { text, by, length } => {
                write!(out, "`{text}` is too long by {}: such a number has {length}", digits(*by))
            }
        }
    }
}

impl Error for PhoneError {}

impl PhoneError {
    /// The numbers, where there are several.
    #[must_use]
    pub(crate) fn numbers(&self) -> &[String] {
        match self {
            Self::Several { numbers, .. } => numbers,
            _ => &[],
        }
    }

    /// What to do about it.
    #[must_use]
    pub(crate) fn help(&self) -> String {
        match self {
            Self::Stray { .. } => {
                "write the number alone, such as `0808 200 0247`; an extension or a name belongs in the label"
            }
            Self::Several { .. } => "keep one number here, and put the other into a text beside it",
            Self::Abroad { .. } => "a number begins with 0 or +44; put others in the text",
            Self::NoZero { lost: true, .. } => {
                "put the 0 before it, and the whole number in quotes, so that the 0 is kept"
            }
            Self::Empty | Self::NoZero { .. } | Self::NoSuchCode { .. } => {
                "write a number of the United Kingdom, such as `01632 960123`, `0808 200 0247`, `999` or `116 123`"
            }
            Self::TooShort { .. } | Self::TooLong { .. } => {
                "compare it with the service's own website, and dial it once"
            }
        }
        .to_owned()
    }
}

fn digits(count: usize) -> String {
    if count == 1 { "1 digit".to_owned() } else { format!("{count} digits") }
}

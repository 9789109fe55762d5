//! Telephone numbers of the United Kingdom, by Ofcom's numbering plan.
//!
//! The rules are our own, because those of the usual libraries call 999, 116
//! 123 and the numbers that Ofcom keeps for drama (01632 960000 to 960999 and
//! the like) invalid. Only the kind of number and its length are checked, not
//! whether a block has been given out: that changes every week.

mod error;
mod mentions;
mod national;
#[cfg(test)]
mod tests;

pub(crate) use error::PhoneError;
pub(crate) use mentions::mentions;

use std::fmt;

/// Numbers that are dialled as they are, and their usual grouping.
const SHORT: &[(&str, &str)] = &[
    ("999", "999"),
    ("112", "112"),
    ("101", "101"),
    ("105", "105"),
    ("111", "111"),
    ("119", "119"),
    ("123", "123"),
    ("159", "159"),
    ("18000", "18000"),
    ("116000", "116 000"),
    ("116111", "116 111"),
    ("116117", "116 117"),
    ("116123", "116 123"),
];

/// The code before a number with which a textphone, or the Relay UK app,
/// brings an assistant into the call.
const RELAY: &str = "18001";

/// A telephone number.
#[derive(Clone, Debug)]
pub(crate) struct Phone {
    kind: Kind,
    /// The groups in which its owner gives it out, where they are not the usual ones: people know it by its rhythm.
    own_groups: Option<String>,
}

/// Numbers are the same however they are grouped.
impl PartialEq for Phone {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Phone {}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Kind {
    /// Dialled as it is: a short number, or a code to which one sends texts.
    Short { digits: String, grouped: String },
    /// With its `0`; through Relay UK where `relay`.
    National { digits: String, relay: bool },
}

impl Phone {
    /// Reads a number. Spaces, hyphens, dots and brackets may stand anywhere
    /// in it; `+44`, `0044` and `+44 (0)` are its `0`. A number for Relay UK
    /// has 18001 before it.
    ///
    /// # Errors
    /// What is not a number of the United Kingdom, with what is wrong.
    pub(crate) fn read(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        let numbers = several(text);
        if !numbers.is_empty() {
            return Err(PhoneError::Several { text: text.to_owned(), numbers });
        }
        let digits = digits_of(text)?;
        if let Some((_, grouped)) = SHORT.iter().find(|(short, _)| *short == digits) {
            return Ok(Self::short(&digits, grouped));
        }
        let (relay, national) = match digits.strip_prefix(RELAY) {
            Some(rest) => (true, rest.to_owned()),
            None => (false, digits),
        };
        national::check(text, &national)?;
        let own_groups = own_groups(text, &national);
        Ok(Self { kind: Kind::National { digits: national, relay }, own_groups })
    }

    /// The figures that are dialled, so that two ways to write a number, or to reach it, are the same.
    #[must_use]
    pub(crate) fn figures(&self) -> &str {
        match &self.kind {
            Kind::Short { digits, .. } | Kind::National { digits, .. } => digits,
        }
    }

    /// Reads a number to which one sends texts: a code of five or six
    /// figures, or else a whole number as in [`Phone::read`].
    ///
    /// # Errors
    /// What is neither.
    pub(crate) fn read_text_number(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        let digits = digits_of(text)?;
        // Codes begin with 5 to 8, as networks agreed among themselves, so
        // that they are never mistaken for the start of a longer number.
        if (5..=6).contains(&digits.len()) && matches!(digits.as_bytes()[0], b'5'..=b'8') {
            return Ok(Self::short(&digits, &digits));
        }
        Self::read(text)
    }

    /// The number in its usual grouping: "020 7946 0000", "01632 960123",
    /// "0800 123 4567", "116 123".
    ///
    /// The groups go by the kind of number, as Ofcom sets them out, so that
    /// every number of a directory is read and heard in the same rhythm. A
    /// line for the whole country keeps its own: "0808 2000 247".
    #[must_use]
    pub(crate) fn display(&self) -> String {
        match &self.kind {
            Kind::Short { grouped, .. } => grouped.clone(),
            Kind::National { digits, relay } => {
                let grouped = self.own_groups.clone().unwrap_or_else(|| national::grouped(digits));
                if *relay { format!("{RELAY} {grouped}") } else { grouped }
            }
        }
    }

    /// What comes after `tel:` or `sms:` in a link: the number in the form of
    /// E.164 (`+441632960123`), or the digits themselves for a short number
    /// and for Relay UK, which cannot be dialled from abroad.
    #[must_use]
    pub(crate) fn tel(&self) -> String {
        match &self.kind {
            Kind::Short { digits, .. } => digits.clone(),
            Kind::National { digits, relay: true } => format!("{RELAY}{digits}"),
            Kind::National { digits, .. } => format!("+44{}", &digits[1..]),
        }
    }

    fn short(digits: &str, grouped: &str) -> Self {
        let kind = Kind::Short { digits: digits.to_owned(), grouped: grouped.to_owned() };
        Self { kind, own_groups: None }
    }

    /// Whether calls are free from every telephone: 0800, 0808 and the short
    /// numbers, but for the speaking clock (123), 159, and codes to which one
    /// sends texts. 101 has been free since 2020.
    #[must_use]
    pub(crate) fn is_free(&self) -> bool {
        match &self.kind {
            Kind::Short { digits, .. } => {
                let is_text_code = !SHORT.iter().any(|(short, _)| short == digits);
                !is_text_code && !matches!(digits.as_str(), "123" | "159")
            }
            Kind::National { digits, .. } => digits.starts_with("0800") || digits.starts_with("0808"),
        }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.display())
    }
}

/// The numbers of a text that is made of several, as in `01632 960001 or 01632 960002`.
fn several(text: &str) -> Vec<String> {
    let text = text.replace(" or ", "/").replace(" and ", "/");
    let parts: Vec<&str> = text.split(['/', ',', ';', '&', '|']).map(str::trim).collect();
    let all = parts.len() > 1 && parts.iter().all(|part| Phone::read(part).is_ok());
    if all { parts.into_iter().map(str::to_owned).collect() } else { Vec::new() }
}

/// The groups of a line for the whole country (03, 0800 and 0808) as they are written, if its code is one of them. A
/// number of a place, or one in groups of one or two figures, is written as anyone likes, and shown in the usual way.
fn own_groups(text: &str, digits: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(' ').collect();
    let is_national = ["03", "0800", "0808"].iter().any(|code| digits.starts_with(code));
    let are_groups = groups.len() > 2 && groups[0].len() == 4 && groups.iter().all(|group| group.len() > 2);
    (is_national && are_groups && groups.concat() == digits).then(|| groups.join(" "))
}

/// The digits of a number as they are dialled inside the country.
fn digits_of(text: &str) -> Result<String, PhoneError> {
    if text.is_empty() {
        return Err(PhoneError::Empty);
    }
    let fail = |stray| PhoneError::Stray { text: text.to_owned(), stray };
    let (abroad, rest) = match text.strip_prefix('+').or_else(|| text.strip_prefix("(+")) {
        Some(rest) => (true, rest),
        None => match text.strip_prefix("00") {
            Some(rest) => (true, rest),
            None => (false, text),
        },
    };
    let mut digits = String::new();
    for letter in rest.chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            '(' | ')' | '.' | '-' | '\u{2010}'..='\u{2015}' => {}
            space if space.is_whitespace() => {}
            ',' | ';' | '/' | '&' | '|' => {
                return Err(PhoneError::Several { text: text.to_owned(), numbers: Vec::new() });
            }
            stray => return Err(fail(stray)),
        }
    }
    if !abroad {
        return Ok(digits);
    }
    match digits.strip_prefix("44") {
        // In "+44 (0)20" the 0 is the one to leave out from abroad.
        Some(rest) => Ok(format!("0{}", rest.strip_prefix('0').unwrap_or(rest))),
        None => Err(PhoneError::Abroad { text: text.to_owned() }),
    }
}

//! How an entry of a network can be reached.

use serde::Serialize;

use crate::model::email::Email;
use crate::model::phone::Phone;
use crate::model::web_address::WebAddress;

/// The words, and a link where they are an address or a number and nothing else.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(super) struct Contact {
    words: String,
    link: Option<String>,
}

impl Contact {
    pub(super) fn of(text: &str) -> Self {
        let text = text.trim();
        if let Ok(email) = Email::read(text) {
            return Self { words: email.as_str().to_owned(), link: Some(format!("mailto:{}", email.as_str())) };
        }
        if let Ok(phone) = Phone::read(text) {
            return Self { words: phone.display(), link: Some(format!("tel:{}", phone.tel())) };
        }
        let link = WebAddress::read_secure(text).ok().map(|address| address.to_string());
        Self { words: text.to_owned(), link }
    }
}

#[cfg(test)]
mod tests {
    use super::Contact;

    #[test]
    fn what_is_an_address_or_a_number_is_a_link() {
        for (text, words, link) in [
            ("champions@example.org", "champions@example.org", Some("mailto:champions@example.org")),
            ("01632960123", "01632 960123", Some("tel:+441632960123")),
            ("https://example.org/desk", "https://example.org/desk", Some("https://example.org/desk")),
            ("Ask at the counter", "Ask at the counter", None),
            ("01632 960123, ask for the duty desk", "01632 960123, ask for the duty desk", None),
            ("javascript:alert(1)", "javascript:alert(1)", None),
        ] {
            assert_eq!(Contact::of(text), Contact { words: words.to_owned(), link: link.map(str::to_owned) }, "{text}");
        }
    }
}

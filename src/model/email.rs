//! Email addresses.

use std::error::Error;
use std::fmt;

/// An email address that looks like one: something, one `@`, and a domain with
/// a dot. Whether anyone reads it only a message can tell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

/// A text that is not an email address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailError {
    text: String,
    reason: &'static str,
}

impl fmt::Display for EmailError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is not an email address: {}", self.text, self.reason)
    }
}

impl Error for EmailError {}

impl EmailError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        "write one address alone, such as `help@example.org.uk`".to_owned()
    }
}

impl Email {
    /// Reads an address.
    ///
    /// # Errors
    /// What does not look like one, with what is wrong.
    pub fn read(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        match fault(text) {
            None => Ok(Self(text.to_owned())),
            Some(reason) => Err(EmailError { text: text.to_owned(), reason }),
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

fn fault(text: &str) -> Option<&'static str> {
    if text.starts_with("mailto:") {
        return Some("leave out `mailto:`");
    }
    if text.chars().any(char::is_whitespace) {
        return Some("there is a space in it");
    }
    if !text.is_ascii() || text.chars().any(|letter| letter.is_control() || "<>()[],;:\\\"".contains(letter)) {
        return Some("it holds a character that an address cannot have");
    }
    let Some((person, domain)) = text.split_once('@') else {
        return Some("there is no `@`");
    };
    if domain.contains('@') {
        return Some("there is more than one `@`");
    }
    if person.is_empty() || person.starts_with('.') || person.ends_with('.') || person.contains("..") {
        return Some("the part before the `@` is not complete");
    }
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
    };
    let is_domain = domain.contains('.') && domain.split('.').all(is_label);
    (!is_domain).then_some("the part after the `@` is not a domain such as `example.org.uk`")
}

#[cfg(test)]
mod tests {
    use super::Email;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    #[test]
    fn an_address_is_kept_as_it_is() {
        for text in ["help@example.org.uk", "First.O'Last+idva@sub-domain.example.org"] {
            assert_eq!(Email::read(text).expect(text).as_str(), text);
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, reason) in [
            ("", "there is no `@`"),
            ("help at example.org", "there is a space in it"),
            ("help@example.org, info@example.org", "there is a space in it"),
            ("help@example.org;info@example.org", "it holds a character that an address cannot have"),
            ("mailto:help@example.org", "leave out `mailto:`"),
            ("help@@example.org", "there is more than one `@`"),
            ("@example.org", "the part before the `@` is not complete"),
            ("help@example", "the part after the `@` is not a domain such as `example.org.uk`"),
            ("help@example..org", "the part after the `@` is not a domain such as `example.org.uk`"),
            ("help@example.org.", "the part after the `@` is not a domain such as `example.org.uk`"),
        ] {
            assert_eq!(
                Email::read(text).expect_err(text).to_string(),
                format!("`{text}` is not an email address: {reason}")
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>(), near in "[a-z.@ -]{0,20}") {
            for text in [text, near] {
                if let Ok(email) = Email::read(&text) {
                    prop_assert_eq!(email.as_str(), text.trim());
                }
            }
        }
    }
}

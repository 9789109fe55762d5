//! Email addresses.

use email_address::{EmailAddress, Error as Flaw, Options};
use std::error::Error;
use std::fmt;

/// An email address that looks like one: something, one `@`, and a domain with
/// a dot. Whether anyone reads it only a message can tell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Email(String);

/// A text that is not an email address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EmailError {
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
    pub(crate) fn help(&self) -> String {
        if let Some(meant) = meant(&self.text) {
            return format!("did you mean `{meant}`?");
        }
        "write one address alone, such as `help@example.org.uk`".to_owned()
    }
}

impl Email {
    /// Reads an address.
    ///
    /// # Errors
    /// What does not look like one, with what is wrong.
    pub(crate) fn read(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        match fault(text) {
            None => Ok(Self(text.to_owned())),
            Some(reason) => Err(EmailError { text: text.to_owned(), reason }),
        }
    }

    /// The address.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
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
    // The standard allows more than mail programs and people can be trusted with: quotes, comments, other alphabets.
    if !text.is_ascii() || text.contains(['<', '>', '(', ')', '[', ']', ',', ';', ':', '\\', '"']) {
        return Some("it holds a character that an address cannot have");
    }
    if text.matches('@').count() > 1 {
        return Some("there is more than one `@`");
    }
    let options = Options::default().with_required_tld().without_domain_literal().without_display_text();
    let (person, domain) = text.split_once('@').unwrap_or((text, ""));
    let Err(flaw) = EmailAddress::parse_with_options(text, options) else {
        return (!domain.split('.').all(is_label)).then_some(NO_DOMAIN);
    };
    Some(match flaw {
        Flaw::MissingSeparator => "there is no `@`",
        Flaw::LocalPartEmpty | Flaw::LocalPartTooLong => "the part before the `@` is not complete",
        _ if person.split('.').any(str::is_empty) => "the part before the `@` is not complete",
        _ => NO_DOMAIN,
    })
}

const NO_DOMAIN: &str = "the part after the `@` is not a domain such as `example.org.uk`";

/// Whether a part of a domain is one that names of hosts may have.
fn is_label(label: &str) -> bool {
    let is_usual = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    !label.starts_with('-') && !label.ends_with('-') && label.bytes().all(is_usual)
}

/// The address that a text would be without what people write around it or in place of its signs.
fn meant(text: &str) -> Option<Email> {
    let text = text.strip_prefix("mailto:").unwrap_or(text).trim_matches(['<', '>', '.', ',', ';']);
    let mut signs = text.to_owned();
    for (words, sign) in [(" at ", "@"), ("(at)", "@"), ("[at]", "@"), (" dot ", "."), ("(dot)", "."), ("[dot]", ".")] {
        signs = signs.replace(words, sign);
    }
    [text.to_owned(), signs.split_whitespace().collect()].iter().find_map(|text| Email::read(text).ok())
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

    #[test]
    fn what_was_meant_is_said_where_it_can_be_told() {
        for (text, help) in [
            ("help at example.org", "did you mean `help@example.org`?"),
            ("help [at] example [dot] org", "did you mean `help@example.org`?"),
            ("mailto:help@example.org", "did you mean `help@example.org`?"),
            ("help @example.org", "did you mean `help@example.org`?"),
            ("help@example.org.", "did you mean `help@example.org`?"),
            ("help@example", "write one address alone, such as `help@example.org.uk`"),
            ("help@example.org, info@example.org", "write one address alone, such as `help@example.org.uk`"),
        ] {
            assert_eq!(Email::read(text).expect_err(text).help(), help, "{text}");
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

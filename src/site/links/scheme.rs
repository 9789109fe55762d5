//! Addresses with a scheme: those of other sites, telephones, mailboxes.

use super::{Broken, Goal};

/// The scheme of an address that has one, RFC 3986 section 3.1.
pub(super) fn scheme(destination: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = destination.split_once(':')?;
    let letters = scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    (letters && scheme.starts_with(|c: char| c.is_ascii_alphabetic())).then_some((scheme, rest))
}

pub(super) fn follow_scheme<'l>(scheme: &str, rest: &str, destination: &'l str) -> Result<Goal<'l>, Broken> {
    let sound = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            // What would end the address where it is written down: in a tag, or in a line of a host's file.
            let ends = |letter: char| letter.is_whitespace() || letter.is_control() || "\"<>\\".contains(letter);
            rest.strip_prefix("//").is_some_and(|host| !host.trim_matches('/').is_empty() && !host.contains(ends))
        }
        "mailto" => rest.contains('@'),
        "tel" | "sms" => rest.chars().filter(char::is_ascii_digit).count() >= 3,
        _ => {
            let help = "use `https:`, `mailto:`, `tel:`, or a path of this site";
            return Err(Broken::new(format!("a link cannot begin with `{scheme}:`"), help));
        }
    };
    if sound {
        return Ok(Goal::Elsewhere(destination));
    }
    Err(Broken::new(format!("`{destination}` is not a whole address"), "write it as in `https://www.example.org/page`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_schemes_pass() {
        for address in ["https://example.org/a", "mailto:a@example.org", "tel:+441632960000"] {
            let (name, rest) = scheme(address).expect("it has a scheme");
            assert!(follow_scheme(name, rest, address).is_ok(), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "data:text/html,x",
            "JavaScript:x",
            "vbscript:x",
            "https://",
            "file:///etc",
            "https://example.org/a b",
            "https://example.org/\"x",
        ] {
            let (name, rest) = scheme(address).expect("it has a scheme");
            assert!(follow_scheme(name, rest, address).is_err(), "{address}");
        }
    }
}

//! Addresses of the web: whole ones, with `http` or `https`.

mod error;
#[cfg(test)]
mod tests;

pub(crate) use error::WebAddressError;

use std::borrow::Cow;
use std::fmt;

use error::Fault;
use fluent_uri::Uri;
use fluent_uri::component::Authority;

/// An absolute `http` or `https` address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct WebAddress {
    secure: bool,
    /// Host and, where there is one, port, in lower case.
    authority: String,
    /// From the first slash to the query or fragment; may be empty.
    path: String,
    /// Query and fragment with their `?` and `#`; may be empty.
    rest: String,
}

impl WebAddress {
    /// Reads an address. Letters outside ASCII in its path are written as
    /// browsers send them, in percent signs.
    ///
    /// # Errors
    /// What is not an absolute `http` or `https` address, with what is wrong.
    pub(crate) fn read(text: &str) -> Result<Self, WebAddressError> {
        let text = text.trim();
        let wrong = |fault| WebAddressError::new(text, fault);
        if let Some(stray) = text.chars().find(|letter| is_stray(*letter)) {
            return Err(wrong(Fault::Stray(stray)));
        }
        let (secure, after) = scheme(text).map_err(wrong)?;
        let host = &after[..after.find(['/', '?', '#']).unwrap_or(after.len())];
        if !host.is_ascii() {
            return Err(wrong(Fault::HostLetters));
        }
        let encoded = encoded(text);
        let host_end = text.len() - after.len() + host.len();
        let uri = Uri::parse(&*encoded).map_err(|error| wrong(fault_at(&encoded, error.index(), host_end)))?;
        let authority = uri.authority().ok_or_else(|| wrong(Fault::Host))?;
        check_authority(&authority).map_err(wrong)?;
        let mut rest = String::new();
        rest.extend(uri.query().into_iter().flat_map(|query| ["?", query.as_str()]));
        rest.extend(uri.fragment().into_iter().flat_map(|fragment| ["#", fragment.as_str()]));
        let path = uri.path().as_str().to_owned();
        Ok(Self { secure, authority: authority.as_str().to_ascii_lowercase(), path, rest })
    }

    /// Reads an `https` address.
    ///
    /// # Errors
    /// As [`WebAddress::read`], and an `http` address.
    pub(crate) fn read_secure(text: &str) -> Result<Self, WebAddressError> {
        let address = Self::read(text)?;
        if address.secure { Ok(address) } else { Err(WebAddressError::new(text.trim(), Fault::NotSecure)) }
    }

    /// Reads the address under which a whole site lies.
    ///
    /// # Errors
    /// As [`WebAddress::read`], and an address with a query or a fragment.
    pub(crate) fn read_base(text: &str) -> Result<Self, WebAddressError> {
        let address = Self::read(text)?;
        if address.rest.is_empty() { Ok(address) } else { Err(WebAddressError::new(text.trim(), Fault::NotABase)) }
    }

    /// Whether it is `https`.
    #[must_use]
    pub(crate) fn is_secure(&self) -> bool {
        self.secure
    }

    /// The host without its port: "www.example.org".
    #[must_use]
    pub(crate) fn host(&self) -> &str {
        self.authority.split_once(':').map_or(self.authority.as_str(), |(host, _)| host)
    }

    /// Scheme, host and port: `https://www.example.org`.
    #[must_use]
    pub(crate) fn origin(&self) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        format!("{scheme}://{}", self.authority)
    }

    /// The path without slashes at its end: what stands before every path of
    /// a site that lies here. Empty for a site at its host's root.
    #[must_use]
    pub(crate) fn path_prefix(&self) -> &str {
        self.path.trim_end_matches('/')
    }

    /// The whole address of a path of the site that lies here; the path
    /// begins with a slash.
    #[must_use]
    pub(crate) fn join(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin(), self.path_prefix())
    }
}

/// The whole address.
impl fmt::Display for WebAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}{}", self.origin(), self.path, self.rest)
    }
}

fn is_stray(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || "<>\"\\^`{|}".contains(letter)
}

/// Whether the address is `https`, and what comes after that.
fn scheme(text: &str) -> Result<(bool, &str), Fault> {
    let Some((scheme, after)) = text.split_once("://") else {
        let is_other = ["mailto:", "tel:", "javascript:", "data:"]
            .iter()
            .any(|scheme| text.to_ascii_lowercase().starts_with(scheme));
        return Err(if is_other { Fault::OtherScheme } else { Fault::NoScheme });
    };
    match scheme.to_ascii_lowercase().as_str() {
        "https" => Ok((true, after)),
        "http" => Ok((false, after)),
        _ => Err(Fault::OtherScheme),
    }
}

/// What is wrong at the place from which the library cannot read on.
fn fault_at(encoded: &str, index: usize, host_end: usize) -> Fault {
    let rest = encoded.get(index..).unwrap_or_default();
    match rest.chars().next() {
        Some('%') => Fault::Percent,
        Some(stray) if index > host_end => Fault::Stray(stray),
        _ => Fault::Host,
    }
}

/// What the standard allows and a place for people does not: a user's name, a host that is no name, port 0.
fn check_authority(authority: &Authority<'_>) -> Result<(), Fault> {
    if authority.has_userinfo() {
        return Err(Fault::Login);
    }
    // A name may end in a dot, which stands for the root of all names.
    let host = authority.host();
    let name = host.strip_suffix('.').unwrap_or(host);
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_'))
    };
    let port = authority.port_to_u16();
    let is_port =
        port.is_ok_and(|port| port != Some(0)) && authority.port().is_none_or(|port| !port.as_str().is_empty());
    if name.split('.').all(is_label) && is_port { Ok(()) } else { Err(Fault::Host) }
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            out.push(letter);
        } else {
            let mut buffer = [0; 4];
            for byte in letter.encode_utf8(&mut buffer).bytes() {
                push_encoded(&mut out, byte);
            }
        }
    }
    out
}

/// Undoes the `%20` of an address; a percent sign without its digits stays, and so does what would not be text.
#[must_use]
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let pair = tail.get(..2).filter(|pair| *first == b'%' && pair.iter().all(u8::is_ascii_hexdigit));
        let byte = pair.and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// A path as browsers send it: what is not a letter, a digit or one of `-._~/` in percent signs.
#[must_use]
pub(crate) fn encoded_path(path: &str) -> String {
    percent(path, |letter| letter.is_ascii_alphanumeric() || b"-._~/".contains(&letter))
}

/// An address as browsers send it: what RFC 3986 gives no part of an address to, in percent signs, and with them the
/// few signs of it that hosts' own files give a meaning to.
#[must_use]
pub(crate) fn encoded_address(address: &str) -> String {
    let percents: Vec<usize> = address.match_indices('%').map(|(at, _)| at).collect();
    let is_whole =
        |at: &usize| address.as_bytes().get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    let keeps_percent = percents.iter().all(is_whole);
    percent(address, |letter| {
        letter.is_ascii_alphanumeric() || b"-._~/:?#@&=+,".contains(&letter) || (letter == b'%' && keeps_percent)
    })
}

fn percent(text: &str, keep: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if keep(byte) { out.push(char::from(byte)) } else { push_encoded(&mut out, byte) }
    }
    out
}

fn push_encoded(out: &mut String, byte: u8) {
    out.push('%');
    out.push(char::from(HEXADECIMAL[usize::from(byte >> 4)]));
    out.push(char::from(HEXADECIMAL[usize::from(byte & 15)]));
}

const HEXADECIMAL: [u8; 16] = *b"0123456789ABCDEF";

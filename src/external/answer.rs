//! What another website says of an address, and what that means for the link.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::site::OutwardLink;

/// What came of asking for an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Answer {
    /// It is there.
    Here,
    /// It has moved for good, to this address.
    Moved(String),
    /// It leads to the first page of a website, and no longer to what was meant.
    FirstPage(String),
    /// It leads to a page to sign in.
    SignIn(String),
    /// It is not there any more: a status of HTTP (RFC 9110, 15.5.5 and 15.5.11).
    Gone(u16),
    /// The host does not say it to programs: a status of HTTP.
    Unsaid(u16),
    /// A fault of the other website.
    Faulty(String),
    /// The whole host is not there, and why.
    Silent(String),
}

impl Answer {
    /// Whether it will still be true tomorrow. A host that is silent may only be busy.
    pub(super) fn is_lasting(&self) -> bool {
        !matches!(self, Self::Faulty(_) | Self::Silent(_))
    }

    /// What there is to tell of the link.
    pub(super) fn told(&self, link: &OutwardLink) -> Option<Diagnostic> {
        let address = &link.address;
        let (code, message, help) = match self {
            Self::Here => return None,
            Self::Moved(to) => (
                "external/moved",
                format!("`{address}` has moved to `{to}`"),
                "look at the new page, and write its address here if it still says what you mean",
            ),
            Self::FirstPage(to) => (
                "external/misdirected",
                format!("`{address}` now leads to a home page: `{to}`"),
                "find the page that you meant, or take the link out",
            ),
            Self::SignIn(to) => (
                "external/misdirected",
                format!("`{address}` asks people to sign in: `{to}`"),
                "link to a page that everyone can read, or say that people need an account",
            ),
            Self::Gone(status) => (
                "external/gone",
                format!("`{address}` is gone: the website answers {status}"),
                "find where it is now, or take the link out",
            ),
            Self::Unsaid(status) => (
                "external/unsaid",
                format!("`{address}` may still be there: the website refuses requests from programs ({status})"),
                "open it in a browser",
            ),
            Self::Faulty(why) | Self::Silent(why) => (
                "external/silent",
                format!("`{address}` does not answer: {why}"),
                "open it in a browser; if it stays away, take the link out",
            ),
        };
        let make = if matches!(self, Self::Unsaid(_)) { Diagnostic::hint } else { Diagnostic::warning };
        Some(make(code, link.source.clone(), message).at(link.span).help(help))
    }
}

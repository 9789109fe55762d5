use std::error::Error;
use std::fmt;

/// Why a text is not a web address, or not one for its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WebAddressError {
    text: String,
    fault: Fault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoScheme,
    OtherScheme,
    NotSecure,
    NotABase,
    Stray(char),
    Login,
    Host,
    HostLetters,
    Percent,
}

impl WebAddressError {
    pub(super) fn new(text: &str, fault: Fault) -> Self {
        Self { text: text.to_owned(), fault }
    }

    /// What to do about it.
    #[must_use]
    pub(crate) fn help(&self) -> String {
        let text = &self.text;
        match self.fault {
            Fault::NoScheme if text.contains('.') && !text.starts_with(['.', '/', ':']) => {
                format!("write `https://{text}`")
            }
            Fault::NotSecure => {
                let after = text.split_once("://").map_or("", |(_, after)| after);
                format!("write `https://{after}`, and check that it opens")
            }
            Fault::NotABase => "leave out the part from `?` or `#` on".to_owned(),
            Fault::Stray(letter) if letter.is_whitespace() => {
                "copy it from the browser's address bar, or write `%20` for a space".to_owned()
            }
            Fault::Stray(letter) if letter.is_ascii_graphic() => {
                format!("copy it from the browser's address bar, or write `%{:02X}` for `{letter}`", u32::from(letter))
            }
            Fault::Login => "leave out the part before the `@`: it would be public".to_owned(),
            Fault::HostLetters => "write the host as the browser sends it, with `xn--`".to_owned(),
            Fault::Percent => "write `%25` for a percent sign".to_owned(),
            _ => "write a whole address such as `https://www.example.org/help`".to_owned(),
        }
    }
}

impl fmt::Display for WebAddressError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        match self.fault {
            Fault::NoScheme => write!(out, "`{text}` is not a web address: it does not begin with `https://`"),
            Fault::OtherScheme => {
                write!(out, "`{text}` is not a web address: only `https://` and `http://` lead to the web")
            }
            Fault::NotSecure => write!(out, "`{text}` is not secure: it is `http`, not `https`"),
            Fault::NotABase => write!(out, "`{text}` is not the address of a whole site"),
            Fault::Stray(letter) if letter.is_whitespace() => {
                write!(out, "`{text}` is not a web address: there is a space in it")
            }
            Fault::Stray(letter) => {
                write!(out, "`{}` is not a web address: it contains `{}`", text.escape_debug(), letter.escape_debug())
            }
            Fault::Login => write!(out, "`{text}` contains a user name or a password"),
            Fault::Host => write!(out, "`{text}` is not a web address: its host is not a name"),
            Fault::HostLetters => {
                write!(out, "`{text}` is not a web address: its host contains letters other than a to z")
            }
            Fault::Percent => write!(out, "`{text}` is not a web address: a `%` in it is not followed by two digits"),
        }
    }
}

impl Error for WebAddressError {}

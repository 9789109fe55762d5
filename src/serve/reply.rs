//! A reply of the preview server, and how it is written.

use std::fmt::Write as _;
use std::io::{self, Write};

/// Headers that the server answers for itself, whatever a host would send: this computer has no secure connection, and
/// no other site may read what is not yet published.
const OWN: [&str; 10] = [
    "access-control-allow-origin",
    "cache-control",
    "connection",
    "content-length",
    "content-type",
    "cross-origin-resource-policy",
    "strict-transport-security",
    "transfer-encoding",
    "upgrade",
    "x-content-type-options",
];

/// A whole reply.
///
/// It is written in one go: of several small pieces the second can wait 40 ms in the system's buffers for the browser to
/// confirm the first, which is longer than all the rest takes.
#[derive(Debug)]
pub(super) struct Reply {
    status: (u16, &'static str),
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Reply {
    pub(super) fn new(status: (u16, &'static str), content_type: &str, body: impl Into<Vec<u8>>) -> Reply {
        let headers = vec![
            ("Content-Type".to_owned(), content_type.to_owned()),
            ("Cache-Control".to_owned(), "no-store".to_owned()),
            // No other site may embed what is not yet published.
            ("Cross-Origin-Resource-Policy".to_owned(), "same-origin".to_owned()),
            ("X-Content-Type-Options".to_owned(), "nosniff".to_owned()),
        ];
        Reply { status, headers, body: body.into() }
    }

    pub(super) fn ok(content_type: &str, body: impl Into<Vec<u8>>) -> Reply {
        Reply::new((200, "OK"), content_type, body)
    }

    pub(super) fn refusal(status: (u16, &'static str), words: &str) -> Reply {
        Reply::new(status, "text/plain; charset=utf-8", format!("{words}\n"))
    }

    pub(super) fn redirect(to: String) -> Reply {
        Reply::refusal((302, "Found"), "the page is elsewhere").with_header("Location", to)
    }

    /// An old address. A host says that it has moved for good, which browsers keep; here it may be taken back.
    pub(super) fn moved(to: String) -> Reply {
        Reply::refusal((302, "Found"), "the page has moved").with_header("Location", to)
    }

    pub(super) fn with_header(mut self, name: &str, value: String) -> Reply {
        self.headers.push((name.to_owned(), value));
        self
    }

    /// Adds the headers that a host would send, as far as they make sense here and can be sent at all.
    pub(super) fn with_host_headers(mut self, headers: Vec<(String, String)>) -> Reply {
        self.headers.extend(headers.into_iter().filter(|(name, value)| {
            let is_own = OWN.iter().any(|own| own.eq_ignore_ascii_case(name));
            let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            !is_own && is_name && !value.contains(char::is_control)
        }));
        self
    }

    /// Writes the reply; for a HEAD request, all but the body.
    pub(super) fn write(&self, to: &mut dyn Write, with_body: bool) -> io::Result<()> {
        let (code, reason) = self.status;
        let mut head = format!("HTTP/1.1 {code} {reason}\r\n");
        for (name, value) in &self.headers {
            write!(head, "{name}: {value}\r\n").expect("a string takes all that is written to it");
        }
        write!(head, "Content-Length: {}\r\nConnection: close\r\n\r\n", self.body.len())
            .expect("a string takes all that is written to it");
        let mut bytes = head.into_bytes();
        if with_body {
            bytes.extend_from_slice(&self.body);
        }
        to.write_all(&bytes)?;
        to.flush()
    }
}

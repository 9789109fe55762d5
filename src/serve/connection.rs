//! One connection: a request's head is read, and nothing else; a reply is written, and the connection is closed.
//!
//! Whatever the other side does, or does not do, it takes a bounded time and a bounded memory.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use httparse::Status;

/// How long a request's head may take to come.
const LONGEST_READ: Duration = Duration::from_secs(10);

/// How long a browser may take none of what is written to it.
const LONGEST_WRITE: Duration = Duration::from_secs(10);

/// How long a whole reply may take.
const LONGEST_REPLY: Duration = Duration::from_secs(60);

/// How long and how much is read and thrown away after a reply: to close with something unread lets some systems take
/// the reply back.
const LINGER: Duration = Duration::from_millis(500);
const LINGER_BYTES: usize = 256 * 1024;

/// The longest head, in bytes, and the most headers in it.
const LONGEST_HEAD: usize = 64 * 1024;
const MOST_HEADERS: usize = 100;

/// The head of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) method: String,
    pub(super) target: String,
    /// What each `Host` header says.
    pub(super) hosts: Vec<String>,
    /// What each `Origin` header says.
    pub(super) origins: Vec<String>,
}

/// Why there is no head.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is too long, or has too many headers.
    TooLong,
    /// It is no request.
    Malformed,
    /// Nobody is there, or nothing comes any more.
    Gone,
}

/// A connection that is written to with a limit on how long each piece and the whole may take.
#[derive(Debug)]
pub(super) struct Connection {
    stream: TcpStream,
    /// Until when all must be written; none for one on which a browser listens.
    until: Option<Instant>,
}

impl Connection {
    pub(super) fn new(stream: TcpStream) -> io::Result<Self> {
        // What is small goes out at once.
        stream.set_nodelay(true).ok();
        stream.set_write_timeout(Some(LONGEST_WRITE))?;
        Ok(Self { stream, until: None })
    }

    /// Reads the head of a request, and not its body.
    pub(super) fn head(&mut self) -> Result<Head, Unread> {
        let until = Instant::now() + LONGEST_READ;
        let mut bytes = Vec::new();
        let mut piece = [0; 4096];
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || self.stream.set_read_timeout(Some(left)).is_err() {
                return Err(Unread::Gone);
            }
            let count = match self.stream.read(&mut piece) {
                Ok(0) => return Err(Unread::Gone),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return Err(Unread::Gone),
            };
            bytes.extend_from_slice(&piece[..count]);
            // Where the blank line has not come, there is nothing to look at yet.
            let from = bytes.len().saturating_sub(count + 3);
            let is_whole = bytes[from..].windows(2).any(|pair| pair == b"\n\n")
                || bytes[from..].windows(4).any(|four| four == b"\r\n\r\n");
            if is_whole {
                return parse(&bytes);
            }
            if bytes.len() > LONGEST_HEAD {
                return Err(Unread::TooLong);
            }
        }
    }

    /// From now on the whole reply must be written in good time.
    pub(super) fn hurry(&mut self) {
        self.until = Some(Instant::now() + LONGEST_REPLY);
    }

    /// Says that nothing more comes, and lets the other side say what it was about to.
    pub(super) fn close(mut self) {
        if self.stream.shutdown(Shutdown::Write).is_err() {
            return;
        }
        let until = Instant::now() + LINGER;
        let mut thrown_away = 0;
        let mut piece = [0; 4096];
        while thrown_away < LINGER_BYTES {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || self.stream.set_read_timeout(Some(left)).is_err() {
                return;
            }
            match self.stream.read(&mut piece) {
                Ok(0) | Err(_) => return,
                Ok(count) => thrown_away += count,
            }
        }
    }
}

impl Write for Connection {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.until.is_some_and(|until| Instant::now() > until) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

fn parse(bytes: &[u8]) -> Result<Head, Unread> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(bytes) {
        Ok(Status::Complete(_)) => {}
        Err(httparse::Error::TooManyHeaders) => return Err(Unread::TooLong),
        Ok(Status::Partial) | Err(_) => return Err(Unread::Malformed),
    }
    let all = |name: &str| {
        let named = request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        named.map(|header| String::from_utf8_lossy(header.value).into_owned()).collect()
    };
    Ok(Head {
        method: request.method.unwrap_or_default().to_owned(),
        target: request.path.unwrap_or_default().to_owned(),
        hosts: all("host"),
        origins: all("origin"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Head, Unread, parse};

    #[test]
    fn a_head_is_its_method_its_target_and_its_hosts() {
        let head = parse(b"GET /a?b HTTP/1.1\r\nHOST: localhost:1\r\nX: y\r\n\r\nbody").expect("it is a head");
        let hosts = vec!["localhost:1".to_owned()];
        let target = "/a?b".to_owned();
        assert_eq!(head, Head { method: "GET".to_owned(), target, hosts, origins: Vec::new() });
    }

    #[test]
    fn what_is_no_head_is_refused() {
        for bytes in [&b"\r\n\r\n"[..], b"GET\r\n\r\n", b"GET / HTTP/9\r\n\r\n", b"\x16\x03\x01\r\n\r\n"] {
            assert_eq!(parse(bytes), Err(Unread::Malformed), "{bytes:?}");
        }
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(101));
        assert_eq!(parse(many.as_bytes()), Err(Unread::TooLong));
    }
}

//! A preview at work, and a browser of few words.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use super::site::{TODAY, TestSite};

/// Nothing takes nearly as long, even on a busy machine: what has not happened by then will not happen.
const PATIENCE: Duration = Duration::from_secs(60);

/// A preview of a site, until the test ends.
pub(crate) struct Preview {
    pub(crate) site: TestSite,
    pub(crate) address: String,
    program: Child,
    /// What it prints on standard error.
    messages: NamedTempFile,
}

/// What the preview answered.
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
    /// The same, as it came.
    pub(crate) bytes: Vec<u8>,
}

impl Preview {
    /// Starts the program, and waits until it has told its address.
    pub(crate) fn of(site: TestSite) -> Self {
        let messages = NamedTempFile::new().expect("a file can be made");
        let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"))
            .args(["serve", "--port", "0", "--today", TODAY, "--site"])
            .arg(site.path())
            .stdout(Stdio::piped())
            .stderr(messages.reopen().expect("it can be written to"))
            .spawn()
            .expect("the program can be started");
        let mut address = String::new();
        let out = program.stdout.take().expect("it was asked for");
        BufReader::new(out).read_line(&mut address).expect("the program tells its address");
        Self { site, address: address.trim().to_owned(), program, messages }
    }

    /// What the program has printed in the terminal so far.
    pub(crate) fn messages(&self) -> String {
        std::fs::read_to_string(self.messages.path()).expect("they can be read")
    }

    /// The name and port that a browser would send.
    pub(crate) fn host(&self) -> String {
        let rest = self.address.strip_prefix("http://").expect("it is an address");
        rest.split('/').next().expect("it begins with the name").to_owned()
    }

    pub(crate) fn get(&self, target: &str) -> Reply {
        self.ask("GET", target, &self.host())
    }

    /// Asks under a name of the test's choice.
    pub(crate) fn ask(&self, method: &str, target: &str, host: &str) -> Reply {
        let mut stream = TcpStream::connect(self.host()).expect("the preview listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time can be set");
        write!(stream, "{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .expect("it can be asked");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it answers");
        let end = bytes.windows(4).position(|end| end == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is UTF-8");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("an answer has a status");
        let bytes = bytes.split_off(end + 4);
        Reply { status, head, body: String::from_utf8_lossy(&bytes).into_owned(), bytes }
    }

    /// Waits until something is so.
    pub(crate) fn wait_until(&self, mut is_so: impl FnMut() -> bool) {
        let start = Instant::now();
        while !is_so() {
            assert!(start.elapsed() < PATIENCE, "it did not happen at {}", self.address);
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself, which the test will have noticed.
        self.program.kill().ok();
        self.program.wait().ok();
    }
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.filter(|(sent, _)| sent.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }
}

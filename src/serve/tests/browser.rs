//! A browser of few words.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::fake::FakePreview;
use crate::serve::Server;

/// Nothing takes nearly as long, even on a busy machine.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// A preview server at work, until the test ends.
pub(super) struct Running {
    pub(super) preview: Arc<FakePreview>,
    server: Arc<Server>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Running {
    pub(super) fn new(preview: FakePreview) -> Running {
        let preview = Arc::new(preview);
        let server = Arc::new(Server::bind("127.0.0.1", 0).unwrap());
        let (serving, shown) = (Arc::clone(&server), Arc::clone(&preview));
        let thread = Some(thread::spawn(move || serving.run(shown).unwrap()));
        Running { preview, server, thread }
    }

    pub(super) fn port(&self) -> u16 {
        self.server.address.port()
    }

    pub(super) fn url(&self) -> String {
        self.server.url()
    }

    pub(super) fn get(&self, target: &str) -> Response {
        self.ask("GET", target)
    }

    pub(super) fn ask(&self, method: &str, target: &str) -> Response {
        let host = format!("Host: 127.0.0.1:{}\r\n", self.port());
        self.ask_with(method, target, &host)
    }

    /// Sends a request with exactly these headers, each with its line end.
    pub(super) fn ask_with(&self, method: &str, target: &str, headers: &str) -> Response {
        let mut stream = TcpStream::connect(self.server.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "{method} {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        Response::parse(&String::from_utf8(reply).unwrap())
    }

    /// Listens to the news.
    pub(super) fn listen(&self, target: &str) -> Listening {
        let mut stream = TcpStream::connect(self.server.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port()).unwrap();
        Listening { lines: BufReader::new(stream) }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.server.stop();
        let ended = self.thread.take().map(thread::JoinHandle::join);
        assert!(thread::panicking() || matches!(ended, Some(Ok(()))), "the server ended well");
    }
}

/// What the server said.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    head: String,
    pub(super) body: String,
}

impl Response {
    fn parse(text: &str) -> Response {
        let (head, body) = text.split_once("\r\n\r\n").expect("a reply has a head");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Response { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// The values of a header; none, if it was not sent.
    pub(super) fn headers(&self, name: &str) -> Vec<&str> {
        let lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.filter(|(sent, _)| sent.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
    }

    /// The number of the content that the page says it was made from.
    pub(super) fn stamp(&self) -> &str {
        let (_, rest) = self.body.split_once("data-stamp=\"").expect("the page has a stamp");
        rest.split('"').next().unwrap()
    }
}

/// A connection that news come over.
pub(super) struct Listening {
    lines: BufReader<TcpStream>,
}

impl Listening {
    /// The generation and the page of the next event.
    pub(super) fn next(&mut self) -> (String, String) {
        loop {
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).unwrap(), 0, "the server hung up");
            if let Some(data) = line.strip_prefix("data: ") {
                let news: serde_json::Value = serde_json::from_str(data).unwrap();
                let field = |name: &str| news[name].as_str().unwrap().to_owned();
                return (field("generation"), field("page"));
            }
        }
    }
}

//! Listening, and handing connections to threads.

use std::collections::VecDeque;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::Preview;
use super::answer::{Answer, Question};
use super::connection::{Connection, Unread};
use super::error::ServeError;
use super::hosts::Hosts;
use super::listener::{self, Place};
use super::reply::Reply;
use super::session::Session;
use super::watch::Watch;

/// How many connections there may be at once, besides those on which browsers listen for news: each costs a thread. A
/// browser opens six to one host; a page of another site may open hundreds, and then waits for itself.
const MOST: usize = 128;

/// How long to wait where the system takes no connection for now, as when it has no file left to give one.
const PAUSE: Duration = Duration::from_millis(5);

/// How often, and how long apart, a place is looked for after one was made free.
const TRIES: usize = 20;
const BREATH: Duration = Duration::from_millis(2);

/// The preview server, listening but not answering yet.
pub(crate) struct Server {
    listener: TcpListener,
    host: String,
    /// What is listened on, with the port that was found.
    pub(super) address: SocketAddr,
    stopped: AtomicBool,
}

impl Server {
    /// Listens on a host, such as `127.0.0.1`, and a port; port 0 takes any free one.
    ///
    /// # Errors
    /// If the host is unknown, or the port is taken or not allowed.
    pub(crate) fn bind(host: &str, port: u16) -> Result<Server, ServeError> {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let failed = |source| ServeError::Bind { address: format!("{host} port {port}"), source };
        let listener = TcpListener::bind((host, port)).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Server { listener, host: host.to_owned(), address, stopped: AtomicBool::new(false) })
    }

    /// The address to type into a browser, without a base path (which the server adds by a redirect).
    #[must_use]
    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.reachable())
    }

    /// The address under which this computer finds the server; nobody can connect to "everywhere".
    fn reachable(&self) -> SocketAddr {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
            ip => ip,
        };
        SocketAddr::new(ip, self.address.port())
    }

    /// Watches the content and answers requests until [`Server::stop`] is called from another thread.
    ///
    /// # Errors
    /// If the system allows no thread to watch with.
    pub(crate) fn run(&self, preview: Arc<dyn Preview>) -> Result<(), ServeError> {
        let session = Arc::new(Session::new(preview, Hosts::new(&self.host, self.address)));
        let announcing = Arc::clone(&session);
        let _watch = Watch::start(Arc::clone(&session.preview), move |generation| {
            announcing.announce(generation);
        })
        .map_err(|source| ServeError::Thread { source })?;
        let connections = Arc::new(Connections::default());
        while !self.stopped.load(Ordering::Acquire) {
            if let Ok((stream, _)) = self.listener.accept() {
                serve(stream, &session, &connections);
            } else {
                // The other side may be gone already, or the system has no file left to give; both pass.
                connections.make_way();
                thread::sleep(PAUSE);
            }
        }
        Ok(())
    }

    /// Ends [`Server::run`]; only tests ever do.
    #[cfg(test)]
    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        // It waits for a connection.
        TcpStream::connect(self.reachable()).ok();
    }
}

/// The connections at hand.
#[derive(Debug, Default)]
struct Connections {
    taken: Arc<AtomicUsize>,
    /// Those that are open, the oldest first, each with its number.
    open: Mutex<VecDeque<(u64, TcpStream)>>,
    last: AtomicU64,
}

impl Connections {
    /// A place for one more; where there is none, the oldest makes way: it says nothing, or does not read.
    fn place(&self) -> Option<Place> {
        for _ in 0..TRIES {
            if let Some(place) = Place::take(&self.taken, MOST) {
                return Some(place);
            }
            self.make_way();
            thread::sleep(BREATH);
        }
        None
    }

    /// Ends the oldest.
    fn make_way(&self) {
        let oldest = self.open().pop_front();
        oldest.and_then(|(_, stream)| stream.shutdown(Shutdown::Both).ok());
    }

    /// Remembers a connection until it is forgotten.
    fn remember(&self, stream: &TcpStream) -> u64 {
        let number = self.last.fetch_add(1, Ordering::Relaxed);
        self.open().extend(stream.try_clone().ok().map(|stream| (number, stream)));
        number
    }

    fn forget(&self, number: u64) {
        self.open().retain(|(known, _)| *known != number);
    }

    fn open(&self) -> MutexGuard<'_, VecDeque<(u64, TcpStream)>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers a connection on a thread of its own, so that nobody waits for one who says nothing. Where there are too many,
/// it is closed.
fn serve(stream: TcpStream, session: &Arc<Session>, connections: &Arc<Connections>) {
    let Some(place) = connections.place() else { return };
    let (session, known, connections) = (Arc::clone(session), connections, Arc::clone(connections));
    let number = connections.remember(&stream);
    let answer = move || {
        if let Some(listening) = Connection::new(stream).ok().and_then(|connection| handle(connection, &session)) {
            // It may stay for as long as it likes, among those that listen.
            connections.forget(number);
            drop(place);
            listening.send_news(&session);
        } else {
            connections.forget(number);
        }
    };
    // If the system allows no more threads, the connection is closed, and the browser tries again.
    if thread::Builder::new().name("preview request".to_owned()).spawn(answer).is_err() {
        known.forget(number);
    }
}

/// A browser that listens for news.
struct Listening {
    connection: Connection,
    _place: Place,
}

impl Listening {
    fn send_news(mut self, session: &Session) {
        // The error tells only that the browser is gone.
        let _ = listener::send_news(&session.news, &mut self.connection);
    }
}

/// Answers a request; gives back a connection on which a browser listens.
fn handle(mut connection: Connection, session: &Session) -> Option<Listening> {
    let head = match connection.head() {
        Ok(head) => head,
        Err(Unread::Gone) => return None,
        Err(Unread::TooLong) => {
            let status = (431, "Request Header Fields Too Large");
            return send(connection, &Reply::refusal(status, "the headers are too long"), true);
        }
        Err(Unread::Malformed) => {
            return send(connection, &Reply::refusal((400, "Bad Request"), "the request cannot be understood"), true);
        }
    };
    let question = Question {
        method: &head.method,
        target: &head.target,
        hosts: head.hosts.iter().map(String::as_str).collect(),
        origins: head.origins.iter().map(String::as_str).collect(),
    };
    let is_head = head.method == "HEAD";
    // A panic while a page is made must not end the preview.
    let answer = catch_unwind(AssertUnwindSafe(|| session.answer(&question))).unwrap_or_else(|_| {
        Answer::Reply(Reply::refusal((500, "Internal Server Error"), "the page could not be made"))
    });
    match answer {
        Answer::Reply(reply) => send(connection, &reply, !is_head),
        Answer::News if is_head => {
            // Nothing can be done about a browser that is gone.
            listener::write_head(&mut connection).ok();
            connection.close();
            None
        }
        Answer::News => {
            if let Some(place) = Place::take(&session.listeners, listener::MOST) {
                return Some(Listening { connection, _place: place });
            }
            let reply = Reply::refusal((503, "Service Unavailable"), "too many windows show the preview");
            send(connection, &reply, true)
        }
    }
}

/// Writes a reply and closes the connection, on which nobody listens then.
fn send(mut connection: Connection, reply: &Reply, with_body: bool) -> Option<Listening> {
    connection.hurry();
    // Nothing can be done about a browser that is gone.
    if reply.write(&mut connection, with_body).is_ok() {
        connection.close();
    }
    None
}

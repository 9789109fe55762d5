//! Listening, and handing requests to threads.

use std::io::{self, Write as _};
use std::mem;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
#[cfg(unix)]
use std::os::fd::OwnedFd;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tiny_http::{Method, Request};

use super::Preview;
use super::answer::{Answer, Question};
use super::error::ServeError;
use super::hosts::Hosts;
use super::listener::{self, Place};
use super::reply::Reply;
use super::session::Session;
use super::watch::Watch;

/// How many requests are answered at once; more than a browser sends to one host.
const THREADS: usize = 8;

/// The longest body that is read (and thrown away) after a request that should not have one.
const LONGEST_BODY: usize = 1024 * 1024;

/// How long a browser may take none of what is written to it.
#[cfg(unix)]
const LONGEST_WRITE: Duration = Duration::from_secs(10);

/// How often to knock at our own door.
///
/// When several connections come at the same moment, `tiny_http` may take one in without a thread that would read from
/// it; it then waits until any other connection ends, and those on which browsers listen for news do not end. One more
/// connection, closed at once, makes it start a thread, which then finds the one that was left waiting. For the same
/// reason every reply asks the browser to close its connection.
const KNOCK: Duration = Duration::from_millis(250);

/// The preview server, listening but not answering yet.
pub(crate) struct Server {
    http: tiny_http::Server,
    host: String,
    /// What is listened on, with the port that was found.
    pub(super) address: SocketAddr,
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
        let listener = prepare(listener);
        let address = listener.local_addr().map_err(failed)?;
        let http = tiny_http::Server::from_listener(listener, None).map_err(|error| failed(io::Error::other(error)))?;
        Ok(Server { http, host: host.to_owned(), address })
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
    /// If the system allows no more threads, or no longer lets the server listen.
    pub(crate) fn run(&self, preview: Arc<dyn Preview>) -> Result<(), ServeError> {
        let session = Arc::new(Session::new(preview, Hosts::new(&self.host, self.address)));
        let announcing = Arc::clone(&session);
        let _watch = Watch::start(Arc::clone(&session.preview), move |generation| {
            announcing.announce(generation);
        })
        .map_err(|source| ServeError::Thread { source })?;
        let failure = Mutex::new(None);
        let (at_work, ended) = channel::<()>();
        thread::scope(|scope| {
            for _ in 0..THREADS {
                let at_work = at_work.clone();
                let (session, failure) = (&session, &failure);
                scope.spawn(move || {
                    let _at_work = at_work;
                    if let Err(source) = self.answer_requests(session) {
                        failure.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(source);
                        self.stop();
                    }
                });
            }
            drop(at_work);
            while ended.recv_timeout(KNOCK) == Err(RecvTimeoutError::Timeout) {
                // If it cannot be done now, it is done the next time.
                TcpStream::connect(self.reachable()).ok();
            }
        });
        match failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(source) => Err(ServeError::Listen { address: self.address.to_string(), source }),
            None => Ok(()),
        }
    }

    /// Ends [`Server::run`] as soon as the requests at hand are answered.
    pub(crate) fn stop(&self) {
        for _ in 0..THREADS {
            self.http.unblock();
        }
    }

    fn answer_requests(&self, session: &Arc<Session>) -> io::Result<()> {
        loop {
            match self.http.recv() {
                // A panic while a page is made must not end the preview: tiny_http answers 500, and we go on.
                Ok(request) => drop(catch_unwind(AssertUnwindSafe(|| handle(request, session)))),
                // This is how `unblock` tells.
                Err(error) if error.kind() == io::ErrorKind::Other => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }
}

/// Sets what `tiny_http` leaves unset, on the one socket that it lets us have: connections take it over from there.
///
/// Without it a small piece of news can wait 40 ms for the browser to confirm the piece before, and a browser that
/// does not read keeps a thread for ever.
#[cfg(unix)]
fn prepare(listener: TcpListener) -> TcpListener {
    let socket = TcpStream::from(OwnedFd::from(listener));
    // The preview works without, if more slowly.
    socket.set_nodelay(true).ok();
    socket.set_write_timeout(Some(LONGEST_WRITE)).ok();
    TcpListener::from(OwnedFd::from(socket))
}

#[cfg(not(unix))]
fn prepare(listener: TcpListener) -> TcpListener {
    listener
}

fn handle(request: Request, session: &Arc<Session>) {
    if request.body_length().is_some_and(|length| length > LONGEST_BODY) {
        // Dropping the request would make tiny_http set aside as much memory as the sender claims to send. Forgotten,
        // it costs a sleeping thread, until the program ends.
        mem::forget(request);
        return;
    }
    let is_head = *request.method() == Method::Head;
    let answer = session.answer(&question(&request));
    match answer {
        Answer::Reply(reply) => send(request, &reply, !is_head),
        Answer::News if is_head => {
            // Nothing can be done about a browser that is gone.
            request.into_writer().write_all(listener::HEAD.as_bytes()).ok();
        }
        Answer::News => listen(request, session),
    }
}

fn question(request: &Request) -> Question<'_> {
    let headers = request.headers();
    Question {
        is_read: matches!(request.method(), Method::Get | Method::Head),
        target: request.url(),
        hosts: headers.iter().filter(|header| header.field.equiv("Host")).map(|header| header.value.as_str()).collect(),
        headers_length: headers.iter().map(|header| header.field.as_str().as_str().len() + header.value.len()).sum(),
    }
}

fn send(request: Request, reply: &Reply, with_body: bool) {
    // Nothing can be done about a browser that is gone.
    reply.write(&mut *request.into_writer(), with_body).ok();
}

/// Lets a browser listen on a thread of its own.
fn listen(request: Request, session: &Arc<Session>) {
    let Some(place) = Place::take(&session.listeners) else {
        let reply = Reply::refusal((503, "Service Unavailable"), "too many windows show the preview");
        return send(request, &reply, true);
    };
    let session = Arc::clone(session);
    let listening = move || {
        let _place = place;
        // The error tells only that the browser is gone.
        let _ = listener::send_news(&session.news, request.into_writer());
    };
    // If the system allows no more threads, the request is dropped, and the browser tries again.
    thread::Builder::new().name("preview listener".to_owned()).spawn(listening).ok();
}

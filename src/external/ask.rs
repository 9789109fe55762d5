//! One address at a time: what the other website answers, wherever it sends a reader.

use std::thread;
use std::time::Duration;

use fluent_uri::{Uri, UriRef};
use ureq::{Agent, Error};

use super::answer::Answer;

/// How long one request may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait before a busy host is asked again, unless it says how long itself.
const REST: Duration = Duration::from_secs(2);

/// The longest that a host's own wish is followed.
const LONGEST_REST: Duration = Duration::from_secs(10);

/// Browsers follow twenty.
const MOST_HOPS: usize = 10;

/// Asks as a browser would, but for no more than the head of a page where that is enough.
pub(super) struct Asker {
    agent: Agent,
}

/// Where an address led in the end.
struct Journey {
    status: u16,
    end: String,
    /// Whether the first step on the way is there for good (RFC 9110, 15.4.2 and 15.4.9).
    for_good: bool,
}

/// What one request brought.
struct Reply {
    status: u16,
    location: Option<String>,
    rest: Option<Duration>,
}

impl Asker {
    pub(super) fn new() -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent("Mozilla/5.0 (compatible; fingerpost, which looks whether links still work)")
            .build();
        Self { agent: config.new_agent() }
    }

    /// What a website says of an address.
    pub(super) fn ask(&self, address: &str) -> Answer {
        match self.follow(address) {
            Ok(journey) => judged(address, journey),
            Err(answer) => answer,
        }
    }

    fn follow(&self, address: &str) -> Result<Journey, Answer> {
        let mut at = address.split('#').next().unwrap_or_default().to_owned();
        let mut been = vec![at.clone()];
        let mut for_good = true;
        loop {
            let reply = self.reply(&at)?;
            let Some(location) = reply.location.filter(|_| (300..400).contains(&reply.status)) else {
                return Ok(Journey { status: reply.status, end: at, for_good });
            };
            for_good &= matches!(reply.status, 301 | 308);
            at = resolved(&at, &location).ok_or_else(|| Answer::Faulty(format!("it sends readers to `{location}`")))?;
            if been.contains(&at) || been.len() > MOST_HOPS {
                return Err(Answer::Faulty("its redirects lead round in a circle".to_owned()));
            }
            been.push(at.clone());
        }
    }

    /// Asks for the head, then for the page itself, then once more after a rest.
    fn reply(&self, address: &str) -> Result<Reply, Answer> {
        match self.request("HEAD", address) {
            Ok(reply) if reply.status < 400 => return Ok(reply),
            Err(error) if is_lasting(&error) => return Err(silent(&error)),
            // Many hosts answer a HEAD with what they would never answer a reader.
            _ => {}
        }
        let rest = match self.request("GET", address) {
            Ok(reply) if reply.status != 429 && reply.status < 500 => return Ok(reply),
            Ok(reply) => reply.rest.unwrap_or(REST).min(LONGEST_REST),
            Err(error @ Error::Timeout(_)) => return Err(silent(&error)),
            Err(_) => REST,
        };
        thread::sleep(rest);
        match self.request("GET", address) {
            Ok(reply) if reply.status < 500 => Ok(reply),
            Ok(reply) => Err(Answer::Faulty(format!("the website has a fault ({})", reply.status))),
            Err(error) => Err(silent(&error)),
        }
    }

    fn request(&self, method: &str, address: &str) -> Result<Reply, Error> {
        let request = if method == "HEAD" { self.agent.head(address) } else { self.agent.get(address) };
        let response = request.header("Accept", "text/html, */*").call()?;
        let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
        Ok(Reply {
            status: response.status().as_u16(),
            location: header("location").map(str::to_owned),
            rest: header("retry-after").and_then(|seconds| seconds.parse().ok()).map(Duration::from_secs),
        })
    }
}

/// What the end of the way means for the address that was written.
fn judged(address: &str, journey: Journey) -> Answer {
    let Journey { status, end, for_good } = journey;
    match status {
        404 | 410 => return Answer::Gone(status),
        400.. => return Answer::Unsaid(status),
        _ => {}
    }
    let (was, is) = (parts(address), parts(&end));
    let signs_in = |path: &str| ["login", "log-in", "signin", "sign-in"].iter().any(|word| path.contains(word));
    if was == is {
        Answer::Here
    } else if signs_in(&is.1) && !signs_in(&was.1) {
        Answer::SignIn(end)
    } else if is.1.is_empty() && !was.1.is_empty() {
        Answer::FirstPage(end)
    } else if for_good || was.0 != is.0 {
        Answer::Moved(end)
    } else {
        Answer::Here
    }
}

/// The host and the path of an address, without what makes no difference to a reader.
fn parts(address: &str) -> (String, String) {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    (host.trim_start_matches("www.").to_lowercase(), path.trim_end_matches('/').to_lowercase())
}

/// Where a redirect leads, which may be written from the address that it is at.
fn resolved(at: &str, location: &str) -> Option<String> {
    let to = UriRef::parse(location).ok()?.resolve_against(&Uri::parse(at).ok()?).ok()?;
    let is_web = matches!(to.scheme().as_str(), "http" | "https");
    is_web.then(|| to.as_str().split('#').next().unwrap_or_default().to_owned())
}

/// Whether asking again would bring nothing else.
fn is_lasting(error: &Error) -> bool {
    use std::io::ErrorKind::ConnectionRefused;
    matches!(error, Error::HostNotFound | Error::Tls(_) | Error::Rustls(_))
        || matches!(error, Error::Io(error) if error.kind() == ConnectionRefused)
}

fn silent(error: &Error) -> Answer {
    Answer::Silent(match error {
        Error::HostNotFound => "there is no such website any more, or this computer is not online".to_owned(),
        Error::Timeout(_) => "it takes too long".to_owned(),
        Error::Tls(_) | Error::Rustls(_) => format!("its certificate does not hold ({error})"),
        Error::Io(_) | Error::ConnectionFailed => error.to_string(),
        error => return Answer::Faulty(format!("its answer cannot be read ({error})")),
    })
}

#[cfg(test)]
mod tests {
    use super::{Answer, Journey, judged, resolved};

    fn of(address: &str, status: u16, end: &str, for_good: bool) -> Answer {
        judged(address, Journey { status, end: end.to_owned(), for_good })
    }

    #[test]
    fn a_slash_and_a_www_make_no_difference() {
        for end in ["https://www.a.uk/help/", "https://a.uk/Help", "https://a.uk/help/?from=1"] {
            assert_eq!(of("https://a.uk/help", 200, end, true), Answer::Here, "{end}");
        }
    }

    #[test]
    fn what_was_meant_and_is_no_longer_there_is_not_called_moved() {
        assert_eq!(of("https://a.uk/help", 200, "https://a.uk/", true), Answer::FirstPage("https://a.uk/".to_owned()));
        let sign_in = "https://a.uk/login?to=/help";
        assert_eq!(of("https://a.uk/help", 200, sign_in, false), Answer::SignIn(sign_in.to_owned()));
        assert_eq!(
            of("https://a.uk/help", 200, "https://a.uk/aid", true),
            Answer::Moved("https://a.uk/aid".to_owned())
        );
        // For now alone, and on the same website.
        assert_eq!(of("https://a.uk/help", 200, "https://a.uk/aid", false), Answer::Here);
        assert_eq!(of("https://a.uk/help", 410, "https://a.uk/help", false), Answer::Gone(410));
        assert_eq!(of("https://a.uk/help", 403, "https://a.uk/help", false), Answer::Unsaid(403));
    }

    #[test]
    fn redirects_are_read_from_where_they_stand() {
        assert_eq!(resolved("https://a.uk/x/y", "../z#part").as_deref(), Some("https://a.uk/z"));
        assert_eq!(resolved("https://a.uk/x", "javascript:alert(1)"), None);
    }
}

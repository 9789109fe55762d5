//! What the preview answers to a request.

use super::problem_page::problem_page;
use super::reload;
use super::reply::Reply;
use super::request_path::RequestPath;
use super::session::{Session, has_errors};
use crate::artifact::{Artifact, content_type};

const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");

/// Longer targets are refused.
const LONGEST_TARGET: usize = 8 * 1024;

/// What matters about a request.
#[derive(Debug)]
pub(super) struct Question<'a> {
    pub(super) method: &'a str,
    pub(super) target: &'a str,
    pub(super) hosts: Vec<&'a str>,
    pub(super) origins: Vec<&'a str>,
}

/// What to do about a request.
#[derive(Debug)]
pub(super) enum Answer {
    Reply(Reply),
    /// Keep the connection, and send news over it.
    News,
}

impl Session {
    pub(super) fn answer(&self, question: &Question<'_>) -> Answer {
        let refuse = |status, words: &str| Answer::Reply(Reply::refusal(status, words));
        if !self.hosts.allow(&question.hosts) {
            return refuse((421, "Misdirected Request"), "this preview answers only to the names of this computer");
        }
        if question.target.len() > LONGEST_TARGET {
            return refuse((414, "URI Too Long"), "the address is too long");
        }
        let Some(path) = RequestPath::parse(question.target) else {
            return refuse((400, "Bad Request"), "the address cannot be understood");
        };
        let base_path = self.preview.base_path();
        if !matches!(question.method, "GET" | "HEAD") {
            let day = path.below(base_path).and_then(|below| below.strip_prefix(reload::FOLDER)?.strip_prefix("day/"));
            return Answer::Reply(match day.filter(|_| question.method == "POST" && self.is_from_here(question)) {
                Some(day) => self.choose_day(day),
                None => Reply::refusal((405, "Method Not Allowed"), "the preview can only be read")
                    .with_header("Allow", "GET, HEAD".to_owned()),
            });
        }
        match path.below(base_path) {
            Some(below) => match below.strip_prefix(reload::FOLDER) {
                Some("events") => Answer::News,
                Some(own) => Answer::Reply(self.own_file(own)),
                None => Answer::Reply(self.file(below, &path)),
            },
            None if path.leads_to(base_path) => Answer::Reply(Reply::redirect(base_path.to_owned())),
            None => Answer::Reply(self.not_found()),
        }
    }

    /// Whether a request comes from a page of the preview. A browser says where it comes from with each `POST`, and a
    /// page of another site cannot say otherwise (Fetch Standard, "origin" header).
    fn is_from_here(&self, question: &Question<'_>) -> bool {
        let [origin] = question.origins[..] else { return false };
        origin.strip_prefix("http://").is_some_and(|host| self.hosts.allow(&[host]) && question.hosts == [host])
    }

    /// Shows the site as it is on another day; without one, on its own.
    fn choose_day(&self, day: &str) -> Reply {
        match self.preview.show_day(Some(day).filter(|day| !day.is_empty())) {
            Some(generation) => {
                self.announce(generation);
                Reply::new((204, "No Content"), "text/plain; charset=utf-8", "")
            }
            None => Reply::refusal((400, "Bad Request"), "write the day as 2026-12-03"),
        }
    }

    /// The preview's own files, which no build has.
    fn own_file(&self, name: &str) -> Reply {
        match name {
            "preview.js" => Reply::ok(content_type(name), SCRIPT),
            "preview.css" => Reply::ok(content_type(name), STYLE),
            "problems" => {
                let problems = serde_json::to_vec(&self.preview.problems());
                Reply::ok("application/json", problems.expect("problems are text and numbers, which JSON can hold"))
            }
            "day" => Reply::ok("text/plain; charset=utf-8", self.preview.day()),
            _ => self.not_found(),
        }
    }

    /// A file of the site, by the rules of a host of plain files.
    fn file(&self, below: &str, path: &RequestPath) -> Reply {
        let index = format!("{below}index.html");
        let is_folder = below.is_empty() || below.ends_with('/');
        // Read before the page is made: at worst the page is newer than it says, and is fetched once more.
        let stamp = self.news.stamp(self.news.now().page);
        if let Some(to) = self.preview.redirect(below) {
            return Reply::moved(to).with_host_headers(self.preview.headers(below));
        }
        if let Some(artifact) = self.preview.artifact(if is_folder { &index } else { below }) {
            return self.serve((200, "OK"), artifact, &stamp);
        }
        if let Some(artifact) = self.preview.artifact(&format!("{}/index.json", below.trim_end_matches('/'))) {
            return self.serve((200, "OK"), artifact, &stamp);
        }
        if !is_folder && self.preview.artifact(&format!("{below}/index.html")).is_some() {
            return Reply::redirect(path.with_slash());
        }
        self.not_found()
    }

    /// The site's own page for a missing page; or the problems, if that cannot be made either.
    fn not_found(&self) -> Reply {
        const STATUS: (u16, &str) = (404, "Not Found");
        let now = self.news.now();
        if let Some(artifact) = self.preview.artifact("404.html") {
            return self.serve(STATUS, artifact, &self.news.stamp(now.page));
        }
        let problems = self.preview.problems();
        if has_errors(&problems) {
            let page = problem_page(&problems, self.preview.base_path(), &self.news.stamp(now.generation));
            return Reply::new((503, "Service Unavailable"), content_type(".html"), page)
                .with_host_headers(self.preview.headers("404.html"));
        }
        Reply::refusal(STATUS, "there is no such page")
    }

    fn serve(&self, status: (u16, &'static str), artifact: Artifact, stamp: &str) -> Reply {
        let content_type = content_type(&artifact.path);
        let body = if content_type.starts_with("text/html") {
            reload::link(&artifact.bytes, self.preview.base_path(), stamp)
        } else {
            artifact.bytes.into()
        };
        Reply::new(status, content_type, body).with_host_headers(self.preview.headers(&artifact.path))
    }
}

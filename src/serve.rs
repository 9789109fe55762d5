//! The local preview.
//!
//! A page of the preview is, byte for byte, the page of a build, but for one script and one style sheet that are linked
//! before `</head>`. The server knows the site only through [`Preview`]: it asks for the one page that a browser wants,
//! and tells it which files have changed. Nothing is kept between two requests but a number, so nothing can be stale.
//!
//! Answering never waits for a lock of the server's own: a browser that reads slowly delays nobody else.
//!
//! It is made for one computer. It listens on a loopback address unless told otherwise, answers only to the names of
//! that computer (a foreign page could otherwise point its own name here and read drafts), and has no route to the disk.
//! A page of the preview may choose the day that is shown, and nothing else of a request changes anything.
//! Of a request only the head is read, up to a length and for a time, and a reply may take only so long: any page on the
//! web can send requests here, hundreds of them, with bodies that never come.

mod answer;
mod connection;
mod error;
mod escape;
mod hosts;
mod listener;
mod news;
mod problem;
mod problem_page;
mod reload;
mod reply;
mod request_path;
mod server;
mod session;
#[cfg(test)]
mod tests;
mod watch;

use std::path::PathBuf;

pub use problem::{Problem, Severity};
pub(crate) use server::Server;

use crate::artifact::Artifact;

/// What the preview shows; implemented by the pipeline.
///
/// Requests come from several threads at once, and while a refresh is at work they are answered from what was there
/// before it.
pub trait Preview: Send + Sync {
    /// Makes the artifact of a path such as `index.html` or `services/index.html`, as a build would; `None` if no route
    /// leads there or nothing could ever be shown. While the content has errors, it is made from the last content that
    /// had none.
    fn artifact(&self, path: &str) -> Option<Artifact>;

    /// The problems of the content as it is now, errors and warnings, in the order in which to show them.
    fn problems(&self) -> Vec<Problem>;

    /// Reads the changed files and works out the site anew, and returns the number of what there is to show now.
    ///
    /// What the preview was made with has the number 0; each refresh that finds anything new has a higher one, and each
    /// that finds nothing new has the one before. `None` stands for a look at everything: it comes when changes may
    /// have been missed, and once at the start. It should compare lengths and time stamps before it opens files, as
    /// opening is itself an event that the watcher has to wade through.
    ///
    /// Changed paths may be new, gone, or of no interest to the site, and a folder stands for all that is or was in it.
    /// They begin with the folders of [`Preview::watched`] as those are spelled there.
    fn refresh(&self, changed: Option<&[PathBuf]>) -> u64;

    /// The day that the pages show: `2026-12-03`.
    fn day(&self) -> String;

    /// Shows the site as it is on another day, or on its own again, and returns the number of what there is to show
    /// now; `None` if that is no day. Nothing is written.
    fn show_day(&self, day: Option<&str>) -> Option<u64>;

    /// The folders to watch, with all that is in them; they need not exist yet.
    fn watched(&self) -> Vec<PathBuf>;

    /// The path that the site lives under: `/`, or for example `/prefix/`.
    fn base_path(&self) -> &str;

    /// The headers that a host would send with what is at a path, so that what they forbid fails here and not in public.
    fn headers(&self, path: &str) -> Vec<(String, String)>;

    /// Where an old address leads: a path below the base path, such as `find-help/`.
    fn redirect(&self, path: &str) -> Option<String>;
}

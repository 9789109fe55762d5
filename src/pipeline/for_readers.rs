//! What a build changes for readers: pages that are new, changed or gone, and ratings that moved.
//!
//! It is told by what the last build left in the folder, before that is replaced.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use crate::artifact::Artifact;
use crate::model::suggestion;
use crate::output::Output;

/// The kinds of pages that authors make. Others, such as the calendar of a month, come and go by themselves.
const MADE_BY_AUTHORS: [&str; 8] = ["service", "page", "update", "course", "plan", "section", "network", "leaflet"];

/// How many pages a list names.
const NAMED: usize = 10;

/// What a build changes for readers.
#[derive(Debug, Default)]
pub(crate) struct ForReaders {
    /// The titles of new pages.
    new: Vec<String>,
    /// How many pages are not what they were.
    changed: usize,
    /// The addresses that are gone.
    pub(crate) gone: Vec<Gone>,
    /// Actions whose rating is another one.
    moved: Vec<String>,
}

/// An address of the last build that leads nowhere now.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Gone {
    /// The address, with the slash at its start.
    address: String,
    /// A page that says the same, by its title or its name; else the page above.
    now: String,
    /// Whether that page looks like the one that is gone.
    is_alike: bool,
    /// Whether its file is there and is not to be seen today, which someone wanted.
    pub(crate) is_hidden: bool,
}

/// What the last build left.
pub(super) struct LastBuild<'o> {
    output: &'o Output,
    /// The files of its pages.
    pages: BTreeSet<&'o str>,
}

/// A file of this build, as far as it is of interest here.
#[derive(Debug)]
pub(super) struct Made {
    path: String,
    is_changed: bool,
    /// The title of a page that was not there before.
    title: String,
    /// A plan as data.
    plan: Option<Vec<u8>>,
}

impl<'o> LastBuild<'o> {
    pub(super) fn of(output: &'o Output) -> Self {
        Self { output, pages: output.listed().filter(|path| is_page(path)).collect() }
    }

    /// What is of interest of a file that was made.
    pub(super) fn made(&self, artifact: Artifact, is_changed: bool) -> Made {
        let Artifact { path, bytes } = artifact;
        let is_new = !self.pages.is_empty() && is_page(&path) && !self.pages.contains(path.as_str());
        let title = if is_new { title(&String::from_utf8_lossy(&bytes)) } else { String::new() };
        let plan = (is_changed && path.ends_with("/plan.json")).then(|| bytes.to_vec());
        Made { path, is_changed, title, plan }
    }

    /// What a build changes for readers. `hidden` are the names of files that are there and are not to be seen.
    pub(super) fn compare(&self, made: &[Made], hidden: &[&str]) -> ForReaders {
        if self.pages.is_empty() {
            return ForReaders::default();
        }
        let now: BTreeSet<&str> = made.iter().map(|page| page.path.as_str()).collect();
        let is_new = |page: &&Made| is_page(&page.path) && !self.pages.contains(page.path.as_str());
        let new: Vec<&Made> = made.iter().filter(is_new).collect();
        let gone = self.pages.iter().filter(|path| !now.contains(*path));
        let gone = gone.filter_map(|path| self.gone(path, &new, &now, hidden)).collect();
        let changed = made.iter().filter(|page| page.is_changed && self.pages.contains(page.path.as_str())).count();
        let plans = made.iter().filter_map(|file| Some((self.output.old(&file.path)?, file.plan.as_ref()?)));
        let moved = plans.flat_map(|(old, new)| moved(&old, new)).collect();
        ForReaders { new: new.iter().map(|page| page.title.clone()).collect(), changed, gone, moved }
    }

    /// A page that is there no more; none where such pages come and go by themselves.
    fn gone(&self, path: &str, new: &[&Made], now: &BTreeSet<&str>, hidden: &[&str]) -> Option<Gone> {
        let html = self.output.old(path)?;
        let html = String::from_utf8_lossy(&html);
        if !MADE_BY_AUTHORS.contains(&between(&html, "data-kind=\"", "\"")?) {
            return None;
        }
        let address = address(path);
        let name = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let alike = like(name, &title(&html), new);
        let (is_hidden, is_alike) = (hidden.contains(&name), alike.is_some());
        let now = alike.unwrap_or_else(|| above(&address, now));
        Some(Gone { address, now, is_alike, is_hidden })
    }
}

fn is_page(path: &str) -> bool {
    path == "index.html" || path.ends_with("/index.html")
}

/// The address of a page's file.
fn address(path: &str) -> String {
    format!("/{}", path.trim_end_matches("index.html"))
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    let rest = &text[text.find(from)? + from.len()..];
    rest.find(to).map(|end| &rest[..end])
}

/// The heading of a page, without what is marked in it.
fn title(html: &str) -> String {
    let heading = between(html, "<h1", "</h1>").and_then(|rest| rest.split_once('>')).map_or("", |(_, words)| words);
    let words: String = heading.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect();
    words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("&amp;", "&")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
}

/// The new page that has the title or nearly the name of one that is gone.
fn like(name: &str, title: &str, new: &[&Made]) -> Option<String> {
    let same_title = new.iter().find(|page| !title.is_empty() && page.title == title);
    let names = || new.iter().map(|page| address(&page.path));
    let near = || {
        let of = |address: &String| address.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
        let all: Vec<String> = names().map(|address| of(&address)).collect();
        let near = suggestion::nearest(name, all.iter().map(String::as_str))?.to_owned();
        names().find(|address| of(address) == near)
    };
    same_title.map(|page| address(&page.path)).or_else(near)
}

/// The nearest page above an address that is still there.
fn above(address: &str, now: &BTreeSet<&str>) -> String {
    let mut above = address.trim_end_matches('/');
    while let Some((rest, _)) = above.rsplit_once('/') {
        above = rest;
        let path = format!("{}/index.html", above.trim_start_matches('/'));
        if now.contains(path.trim_start_matches('/')) {
            return format!("{above}/");
        }
    }
    "/".to_owned()
}

/// The actions of a plan whose rating is not what it was.
fn moved(old: &[u8], new: &[u8]) -> Vec<String> {
    let read = |json: &[u8]| serde_json::from_slice::<Value>(json).ok();
    let (Some(old), Some(new)) = (read(old), read(new)) else { return Vec::new() };
    let actions = |plan: &Value| plan["actions"].as_array().cloned().unwrap_or_default();
    let key = |action: &Value| (action["section"].to_string(), action["id"].to_string());
    let before: BTreeMap<_, Value> =
        actions(&old).iter().map(|action| (key(action), action["rating"].clone())).collect();
    let word = |rating: &Value| rating.as_str().unwrap_or("no rating").to_owned();
    let moves = actions(&new).into_iter().filter_map(|action| {
        let was = before.get(&key(&action))?;
        (*was != action["rating"]).then(|| {
            let title =
                [action["ref"].as_str(), action["title"].as_str()].into_iter().flatten().collect::<Vec<_>>().join(" ");
            format!("`{title}`: {} to {}", word(was), word(&action["rating"]))
        })
    });
    moves.collect()
}

impl ForReaders {
    /// The addresses that are gone although nobody seems to have wanted that.
    pub(crate) fn lost(&self) -> impl Iterator<Item = &Gone> {
        self.gone.iter().filter(|gone| !gone.is_hidden)
    }

    /// In plain words, a line for each thing; nothing where nothing changes.
    pub(crate) fn in_words(&self) -> String {
        let mut out = String::new();
        let mut line = |words: String| writeln!(out, "{words}").expect("a text takes all");
        list("new for readers", &self.new, &mut line);
        if self.changed > 0 {
            line(format!("changed: {} {}", self.changed, if self.changed == 1 { "page" } else { "pages" }));
        }
        list("ratings that moved", &self.moved, &mut line);
        let ended: Vec<String> =
            self.gone.iter().filter(|gone| gone.is_hidden).map(|gone| format!("`{}`", gone.address)).collect();
        list("no longer to be seen, as their files say", &ended, &mut line);
        for Gone { address, now, is_alike, .. } in self.lost() {
            let looks = if *is_alike { format!("; `{now}` looks like it") } else { String::new() };
            line(format!(
                "gone: `{address}`{looks}. This line in content/redirects.yaml would lead people on:\n  {address}: {now}"
            ));
        }
        out
    }
}

fn list(heading: &str, all: &[String], line: &mut impl FnMut(String)) {
    if all.is_empty() {
        return;
    }
    let more = if all.len() > NAMED { format!(" and {} more", all.len() - NAMED) } else { String::new() };
    line(format!("{heading}: {}{more}", all[..all.len().min(NAMED)].join("; ")));
}

#[cfg(test)]
mod tests {
    use super::{address, moved, title};

    #[test]
    fn a_title_is_the_words_of_the_heading() {
        assert_eq!(title("<p>x</p><h1 class=\"a\">Help &amp; <b>advice</b>\n now</h1>"), "Help & advice now");
        assert_eq!(title("<p>none</p>"), "");
        assert_eq!(address("services/a/index.html"), "/services/a/");
    }

    #[test]
    fn only_ratings_that_are_other_ones_moved() {
        let plan = |rating: &str| {
            format!(
                "{{\"actions\": [{{\"section\": \"a\", \"id\": \"1\", \"ref\": \"1\", \"title\": \"Do it\", \"rating\": {rating}}}]}}"
            )
        };
        let moved = |old: &str, new: &str| moved(plan(old).as_bytes(), plan(new).as_bytes());
        assert_eq!(moved("\"amber\"", "\"red\""), ["`1 Do it`: amber to red"]);
        assert_eq!(moved("\"amber\"", "null"), ["`1 Do it`: amber to no rating"]);
        assert!(moved("\"amber\"", "\"amber\"").is_empty());
    }
}

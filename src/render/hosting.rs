//! How a host should serve the site: one description, and a writer for each host's own file.
//!
//! [`Hosting`] says which headers belong to which part of the site, where old addresses lead, which folders answer
//! with data, what the files' types are, and what is to be handed to nobody. The preview follows the same description,
//! so that what it forbids fails there and not in public.

mod apache;
mod headers;
mod iis;
mod netlify;
mod nginx;

use std::collections::{BTreeMap, BTreeSet};

use crate::artifact::content_type;
use crate::model::host::{Host, HostFile};
use crate::model::published_path;
use crate::model::web_address::{decoded, encoded_address};
use crate::site::{Route, Site};
use headers::Header;

/// A folder of open data: an address in it that names a folder answers with the folder's `index.json`.
const DATA: &str = "data/";

/// What the program keeps in the output for its own use.
const MANIFEST: &str = ".fingerpost-manifest.json";

/// A part of the site, by what its files are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Styles, scripts, icons and the search index, whose names change with their bytes.
    Assets,
    /// Data and calendars, which other sites may read.
    Open,
    /// Pages, and everything else.
    Pages,
}

impl Part {
    /// The part that a path below the site's root belongs to.
    fn of(path: &str) -> Self {
        if path.starts_with("assets/") {
            Self::Assets
        } else if path.starts_with(DATA) || is_calendar(path) {
            Self::Open
        } else {
            Self::Pages
        }
    }
}

fn is_calendar(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("ics"))
}

/// An old address and where it leads.
struct Moved {
    /// Below the site's root: `find-help/`.
    from: String,
    /// The address as it is sent to a browser.
    to: String,
}

/// What a host must know beyond the files.
pub(super) struct Hosting {
    /// The path at which the site lives, as it is when its percent signs are undone: `/` or `/prefix/`.
    base_path: String,
    /// Whether readers may be at risk, so that no page may stay in a cache.
    sensitive: bool,
    /// Whether it lives at an `https` address.
    secure: bool,
    hosts: Vec<Host>,
    /// Every file of the site below its root.
    files: Vec<String>,
    moved: Vec<Moved>,
}

impl Hosting {
    /// The description of a site; `others` are the paths of what is not in its routes.
    pub(super) fn of(site: &Site, others: impl Iterator<Item = String>) -> Self {
        let routes = site.routes.iter().filter(|(_, route)| !matches!(route, Route::HostFile(_)));
        let files = routes.map(|(address, _)| published_path::file(address));
        let moved = site.redirects.iter().enumerate().filter_map(|(number, _)| {
            let from = site.routes.address(Route::Redirect(number))?.to_owned();
            Some(Moved { from, to: target(site, number) })
        });
        Self {
            base_path: decoded(&site.address(Route::Home)).into_owned(),
            sensitive: site.settings.sensitive,
            secure: site.settings.base_url.is_secure(),
            hosts: site.settings.hosting.iter().map(|host| host.value).collect(),
            files: files.chain(others).collect(),
            moved: moved.collect(),
        }
    }

    /// One of the hosts' files.
    pub(super) fn file(&self, file: HostFile) -> String {
        match file {
            HostFile::Headers => netlify::headers(self),
            HostFile::Redirects => netlify::redirects(self),
            HostFile::Htaccess => apache::htaccess(self),
            HostFile::DataHtaccess => apache::data_htaccess(),
            HostFile::WebConfig => iis::web_config(self),
            HostFile::Nginx => nginx::snippet(self),
            HostFile::NoJekyll => String::new(),
        }
    }

    fn headers(&self, part: Part) -> Vec<Header> {
        headers::of(part, self.sensitive, self.secure)
    }

    /// The endings of the site's files with their types: `ics` and `text/calendar; charset=utf-8`.
    fn types(&self) -> BTreeMap<String, &'static str> {
        let endings = self.files.iter().filter_map(|path| path.rsplit('/').next()?.rsplit_once('.'));
        let endings = endings.map(|(_, ending)| ending.to_ascii_lowercase()).chain(["json".to_owned()]);
        let known = |ending: &String| content_type(&format!("x.{ending}"));
        let types = endings.map(|ending| (known(&ending), ending)).map(|(known, ending)| (ending, known));
        types.filter(|(_, known)| *known != content_type("x.unknown")).collect()
    }

    /// The files whose type does not follow from their ending.
    fn odd_types(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let by_ending = |path: &str| path.rsplit_once('.').map(|(_, ending)| content_type(&format!("x.{ending}")));
        let typed = self.files.iter().map(|path| (path.as_str(), content_type(path)));
        typed.filter(move |(path, own)| by_ending(path).is_some_and(|usual| usual != *own))
    }

    /// The folders below `data/` that answer with their `index.json`: `data/hsds/v3`.
    fn data_folders(&self) -> impl Iterator<Item = &str> {
        let below = self.files.iter().filter(|path| path.starts_with(DATA));
        below.filter_map(|path| path.strip_suffix("/index.json"))
    }

    /// The calendars that other sites may read. The file of a single session is for a person to take away, and there
    /// may be thousands: a host that needs a line for each would not read its own file any more.
    fn calendars(&self) -> impl Iterator<Item = &str> {
        let all = self.files.iter().map(String::as_str).filter(|path| is_calendar(path));
        all.filter(|path| !path.ends_with("/session.ics"))
    }

    /// The files that are for hosts and the program alone.
    fn hidden(&self) -> BTreeSet<&'static str> {
        let files = self.hosts.iter().flat_map(|host| host.files()).map(|file| file.name());
        files.chain([MANIFEST]).collect()
    }
}

/// Where an old address leads, as it is sent to a browser.
pub(super) fn target(site: &Site, number: usize) -> String {
    let redirects = &site.redirects;
    encoded_address(&site.links.resolve(&site.routes, &redirects.source, &redirects[number].to))
}

/// The headers of a path below the site's root.
pub(super) fn headers_at(site: &Site, path: &str) -> Vec<(String, String)> {
    owned(headers::of(Part::of(path), site.settings.sensitive, site.settings.base_url.is_secure()))
}

/// The headers of a page where nothing is known of the site.
#[must_use]
pub(crate) fn strictest_headers() -> Vec<(String, String)> {
    owned(headers::of(Part::Pages, true, true))
}

fn owned(headers: Vec<Header>) -> Vec<(String, String)> {
    headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// A text as a regular expression that means it and nothing else, in Perl's dialect: what is not a plain letter, digit
/// or one of `/_-` stands as the number of its byte, so that no program that reads the expression on its way can take
/// it for anything.
fn literal(text: &str) -> String {
    use std::fmt::Write as _;
    let mut pattern = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/_-".contains(&byte) {
            pattern.push(char::from(byte));
        } else {
            let _ = write!(pattern, "\\x{byte:02x}");
        }
    }
    pattern
}

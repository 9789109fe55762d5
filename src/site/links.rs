//! Where the links of a text lead, and whether there is anything there.

mod broken;
pub(super) mod path;
mod scheme;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Site;
use super::route::Route;
use super::routes::Routes;
use crate::diagnostic::{Diagnostic, SourcePath, composed};
use crate::model::prose::Link;
use crate::model::web_address::{decoded, encoded_path};
use broken::{check_part, is_document, missing_upload, renamed};
use path::{is_like_host, is_other_name, join, names_of_file, nearest_path, relative};
use scheme::{follow_scheme, scheme};

/// The file from which a link leads that is written from `content/` on.
pub(super) const FROM_CONTENT: &str = "content/site.yaml";

/// Where pictures and documents are kept.
const UPLOADS: &str = "content/files/";

/// What is needed to follow a link.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links {
    /// The path at which the site lives: `/` or `/prefix/`.
    pub(super) base_path: String,
    /// The files that make no page of their own but a part of one, or the page of all that they say.
    pub(super) parts: BTreeMap<SourcePath, Target>,
    /// Files that are there but make no page today: drafts, and those outside their dates.
    pub(super) unpublished: Vec<SourcePath>,
    /// Files that are too broken to be read, which is told there.
    pub(super) unread: Vec<SourcePath>,
    /// Whether there was nothing to tell of any link in a text.
    pub(super) are_sound: bool,
}

/// Where a link leads.
enum Goal<'l> {
    /// To another site, a telephone or a mailbox.
    Elsewhere(&'l str),
    /// To a part of the page that it stands on.
    SamePage(&'l str),
    /// To a page that would be there if its file could be read.
    Unread,
    /// To a page, or a part of one.
    Page(Route, Option<&'l str>),
}

/// The page that a file makes, or the part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) route: Route,
    pub(super) anchor: Option<String>,
}

/// Why a link leads nowhere.
struct Broken {
    message: String,
    help: String,
    warning: bool,
    /// The file that is not there.
    missing: Option<String>,
}

impl Broken {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), warning: false, missing: None }
    }
}

impl Links {
    /// The address that a link gets on the page. A broken link, which stops a build, leads nowhere.
    #[must_use]
    pub(crate) fn resolve(&self, routes: &Routes, source: &str, destination: &str) -> String {
        match self.locate(routes, source, destination) {
            Ok(Goal::Elsewhere(address)) => address.to_owned(),
            Ok(Goal::SamePage(anchor)) => format!("#{anchor}"),
            Ok(Goal::Page(route, None)) => self.address(routes, route),
            Ok(Goal::Page(route, Some(anchor))) => format!("{}#{anchor}", self.address(routes, route)),
            Ok(Goal::Unread) | Err(_) => String::new(),
        }
    }

    /// The page of this site to which a link leads; none for other sites and for parts of its own page.
    pub(super) fn page(&self, routes: &Routes, source: &str, destination: &str) -> Option<Route> {
        match self.locate(routes, source, destination) {
            Ok(Goal::Page(route, _)) => Some(route),
            _ => None,
        }
    }

    /// The file of the site that a link leads to, by its number.
    #[must_use]
    pub(crate) fn file(&self, routes: &Routes, source: &str, destination: &str) -> Option<usize> {
        match self.page(routes, source, destination) {
            Some(Route::File(number)) => Some(number),
            _ => None,
        }
    }

    /// The address of a route under the site's path.
    #[must_use]
    pub(crate) fn address(&self, routes: &Routes, route: Route) -> String {
        let path = routes.address(route).unwrap_or_default();
        // Only the name of a file may hold what has to be encoded.
        let path = if matches!(route, Route::File(_)) { Cow::Owned(encoded_path(path)) } else { Cow::Borrowed(path) };
        format!("{}{path}", self.base_path)
    }

    /// The names of the files that are there and are not to be seen, without their endings.
    pub(super) fn hidden_files(&self) -> Vec<&str> {
        let name = |path: &'_ SourcePath| -> Option<std::ops::Range<usize>> {
            let start = path.rfind('/').map_or(0, |at| at + 1);
            Some(start..path[start..].find('.').map_or(path.len(), |at| start + at))
        };
        self.unpublished.iter().filter_map(|path| path.get(name(path)?)).collect()
    }

    /// Looks a link up and tells of it where it leads nowhere. `own` is the page that the link stands on.
    pub(super) fn check(
        &self,
        site: &Site,
        source: &SourcePath,
        own: Option<Route>,
        link: &Link,
    ) -> Option<Diagnostic> {
        let found = self.locate(&site.routes, source, &link.destination).and_then(|goal| match goal {
            Goal::Elsewhere(_) if link.image => {
                let help = "put a copy of it into `content/files/`, if you may use it: a page that fetched it would tell \
                            the other site who reads what";
                Err(Broken::new("a picture from another site cannot be shown", help))
            }
            Goal::Page(route, _) if link.image && !matches!(route, Route::File(_)) => {
                Err(Broken::new(format!("`{}` is a page, not a picture", link.destination), "link to it without the `!`"))
            }
            goal => Ok(goal),
        });
        let mut broken = found.and_then(|goal| check_part(site, &goal, own, &link.destination)).err()?;
        if let Some(file) = broken.missing.as_deref().filter(|file| link.image || is_document(file)) {
            (broken.message, broken.help) = missing_upload(site, source, file, link);
        }
        if let Some(now) = broken.missing.as_deref().and_then(|file| renamed(site, file)) {
            broken.help = format!("it is now `{}`", relative(source, now));
        }
        let code = if link.image { "link/image" } else { "link/broken" };
        let problem = if broken.warning { Diagnostic::warning } else { Diagnostic::error };
        Some(problem(code, source.clone(), broken.message).at(link.span).help(broken.help))
    }

    fn locate<'l>(&'l self, routes: &Routes, source: &str, destination: &'l str) -> Result<Goal<'l>, Broken> {
        if let Some((scheme, rest)) = scheme(destination) {
            return follow_scheme(scheme, rest, destination);
        }
        // A file's own name may have `#`, `?` and `%` in it, which mean something else in an address.
        if let Some(route) = names_of_file(destination).find_map(|name| Self::whole_file(routes, source, &name)) {
            return Ok(Goal::Page(route, None));
        }
        let (path, anchor) =
            destination.split_once('#').map_or((destination, None), |(path, anchor)| (path, Some(anchor)));
        let anchor = anchor.filter(|anchor| !anchor.is_empty());
        if path.is_empty() {
            let nowhere = || Broken::new("the link has no address", "write where it leads between the round brackets");
            return anchor.map(Goal::SamePage).ok_or_else(nowhere);
        }
        if path.starts_with("//") {
            let message = format!("`{destination}` does not begin with `https://`");
            return Err(Broken::new(message, "write `https://` before it"));
        }
        if let Some(path) = path.strip_prefix('/') {
            if routes.at(path).is_none() && self.is_address_of_unread(path) {
                return Ok(Goal::Unread);
            }
            return Ok(Goal::Page(by_path(routes, source, path, destination)?, anchor));
        }
        if self.leads_to_unread(source, path) {
            return Ok(Goal::Unread);
        }
        let (route, part) = self.by_file(routes, source, (path, destination))?;
        Ok(Goal::Page(route, anchor.or(part)))
    }

    /// A file of the site by the whole of what is written, from the file it is written in or from the site's root.
    fn whole_file(routes: &Routes, source: &str, name: &str) -> Option<Route> {
        let found = match name.strip_prefix('/') {
            Some(path) => routes.at(path),
            None => routes.of_file(&join(source, name)?),
        };
        found.filter(|route| matches!(route, Route::File(_)))
    }

    /// The page that a file makes, and the part of it.
    fn by_file(
        &self,
        routes: &Routes,
        source: &str,
        (path, destination): (&str, &str),
    ) -> Result<(Route, Option<&str>), Broken> {
        let path = composed(&decoded(path));
        let Some(file) = join(source, &path) else {
            return Err(Broken::new(
                format!("`{destination}` leads out of the site's folder"),
                "link to a file in `content/`",
            ));
        };
        if let Some(route) = routes.of_file(&file) {
            return Ok((route, None));
        }
        if let Some(part) = self.parts.get(file.as_str()) {
            return Ok((part.route, part.anchor.as_deref()));
        }
        if self.unpublished.iter().any(|other| **other == *file) {
            let help = "take the link out until it is, or publish the file";
            return Err(Broken::new(format!("`{destination}` is not published today"), help));
        }
        if let Some(host) = path.split('/').next().filter(|host| is_like_host(host)) {
            let message = format!("`{host}` is read as the name of a file here, and there is no such file");
            return Err(Broken::new(
                message,
                format!("for another site, put `https://` before it: `https://{destination}`"),
            ));
        }
        let others = routes.files().chain(self.parts.keys().map(AsRef::as_ref)).filter(|other| *other != source);
        let help = match nearest_path(&file, others.collect()) {
            Some(near) if is_other_name(&file, near) => format!("was it renamed to `{}`?", relative(source, near)),
            Some(near) => format!("did you mean `{}`?", relative(source, near)),
            None => "write the path from this file to the other one, such as `../services/helpline.md`".to_owned(),
        };
        Err(Broken { missing: Some(file.clone()), ..Broken::new(format!("there is no file `{file}`"), help) })
    }

    /// Whether links lead where those of another site with the same addresses do, but for the parts of its pages.
    pub(super) fn reach_as(&self, other: &Self) -> bool {
        self.parts == other.parts && self.unpublished == other.unpublished && self.unread == other.unread
    }

    fn leads_to_unread(&self, source: &str, path: &str) -> bool {
        let file = if self.unread.is_empty() { None } else { join(source, &decoded(path)) };
        file.is_some_and(|file| self.unread.iter().any(|unread| **unread == *file))
    }

    /// Whether an address ends in the name of a file that cannot be read.
    fn is_address_of_unread(&self, path: &str) -> bool {
        let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let named = |file: &SourcePath| {
            file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).is_some_and(|(stem, _)| stem == last)
        };
        self.unread.iter().any(named)
    }
}

/// The page at a path of the site.
fn by_path(routes: &Routes, source: &str, path: &str, destination: &str) -> Result<Route, Broken> {
    let found = routes.at(path).or_else(|| routes.at(&format!("{path}/")));
    found.ok_or_else(|| {
        let own = routes.of_file(source).and_then(|route| routes.address(route));
        let others = routes.iter().map(|(path, _)| path).filter(|path| Some(*path) != own);
        let near = nearest_path(path, others.collect());
        let help = near.map_or_else(
            || "link to a file, such as `../services/helpline.md`, or to a page that is there".to_owned(),
            |near| format!("did you mean `/{near}`?"),
        );
        Broken::new(format!("no page has the address `{destination}`"), help)
    })
}

//! Every address of the site, and what is there.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use ahash::AHashMap;

use super::claims::Claim;
use super::route::Route;
use crate::diagnostic::{Diagnostic, SourcePath, Span, composed};
use crate::model::host::Host;
use crate::model::published_path;

impl Claim<'_> {
    /// Whether an author chose all of the address, so that it may be any.
    fn is_named_freely(&self) -> bool {
        matches!(self.route, Route::File(_) | Route::Redirect(_) | Route::Page(_))
    }

    /// The address as every file system has it: in small letters and one form of accents, without the `index.html` that
    /// a folder's page is stored as.
    fn name(&self) -> Cow<'_, str> {
        let path = without_index(&self.path);
        if is_folded(path) { path.into() } else { composed(&path.to_lowercase()).into() }
    }

    fn file(&self) -> Option<&SourcePath> {
        self.origin.map(|(source, _)| source).filter(|_| self.is_of_file)
    }
}

/// An address that was given out.
#[derive(Debug, Clone)]
struct Given {
    route: Route,
    path: Arc<str>,
    file: Option<SourcePath>,
    is_kept: bool,
}

impl Given {
    fn to(claim: &Claim<'_>) -> Self {
        let Claim { route, is_kept, .. } = *claim;
        Self { route, path: claim.path.clone(), file: claim.file().cloned(), is_kept }
    }

    fn meets(&self, claim: &Claim<'_>) -> bool {
        self.route == claim.route
            && self.path == claim.path
            && self.file.as_ref() == claim.file()
            && self.is_kept == claim.is_kept
    }
}

/// The addresses of a site, each with what is there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Routes {
    /// In the order of the claims.
    given: Vec<Given>,
    by_path: AHashMap<Arc<str>, Route>,
    by_route: AHashMap<Route, Arc<str>>,
    by_file: AHashMap<SourcePath, Route>,
}

impl Routes {
    /// Gives out addresses in the order of the claims. Two claims of one address are an error that names both.
    pub(super) fn assign(claims: &[Claim<'_>], problems: &mut Vec<Diagnostic>) -> Self {
        let given = Vec::with_capacity(claims.len());
        let (by_path, by_route) = (AHashMap::with_capacity(claims.len()), AHashMap::with_capacity(claims.len()));
        let mut routes = Self { given, by_path, by_route, by_file: AHashMap::new() };
        // File systems that fold case, or the form of accents, would overwrite one of `/A/` and `/a/`. Few addresses have
        // either.
        let mut folded: AHashMap<String, Route> = AHashMap::new();
        for claim in claims {
            if let Some(problem) = unusable(claim) {
                problems.push(problem);
                continue;
            }
            problems.extend(unusable_on_windows(claim));
            let name = claim.name();
            let owner = routes.by_path.get(&*name).or_else(|| folded.get(&*name)).copied();
            let owner = owner.or_else(|| routes.file_above(claim));
            if let Some(owner) = owner.and_then(|owner| claims.iter().find(|other| other.route == owner)) {
                problems.push(collision(owner, claim));
                continue;
            }
            if name != *claim.path {
                folded.insert(name.into_owned(), claim.route);
            }
            routes.give(Given::to(claim));
        }
        routes.refuse_files_that_are_folders(claims, problems);
        for claim in claims.iter().filter(|claim| claim.is_kept) {
            routes.by_path.remove(&claim.path);
            routes.by_route.remove(&claim.route);
        }
        routes
    }

    /// The file whose name an author's page, file or old address has for a folder: `robots.txt/x`.
    fn file_above(&self, claim: &Claim<'_>) -> Option<Route> {
        if !claim.is_named_freely() {
            return None;
        }
        let path = claim.path.trim_end_matches('/');
        path.match_indices('/').find_map(|(at, _)| self.by_path.get(without_index(&path[..at])).copied())
    }

    /// An author's file, or an old address of one, whose name others have for a folder.
    fn refuse_files_that_are_folders(&self, claims: &[Claim<'_>], problems: &mut Vec<Diagnostic>) {
        let given = |claim: &&Claim<'_>| claim.is_named_freely() && self.by_route.contains_key(&claim.route);
        let free: BTreeMap<&str, &Claim<'_>> = claims.iter().filter(given).map(|claim| (&*claim.path, claim)).collect();
        for claim in free.values().filter(|claim| !claim.path.ends_with('/')) {
            let folder = format!("{}/", claim.path);
            let inside = free.range(&*folder..).next().filter(|(path, _)| path.starts_with(&folder));
            if let Some((_, other)) = inside {
                problems.push(collision(other, claim));
            }
        }
    }

    fn give(&mut self, given: Given) {
        self.by_path.insert(given.path.clone(), given.route);
        self.by_route.insert(given.route, given.path.clone());
        self.by_file.extend(given.file.clone().map(|file| (file, given.route)));
        self.given.push(given);
    }

    /// Whether these claims would be given what was given already.
    pub(super) fn meet(&self, claims: &[Claim<'_>]) -> bool {
        self.given.len() == claims.len() && self.given.iter().zip(claims).all(|(given, claim)| given.meets(claim))
    }

    /// Every address in alphabetical order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Route)> {
        let mut all: Vec<(&str, Route)> = self.by_path.iter().map(|(path, route)| (&**path, *route)).collect();
        all.sort_unstable();
        all.into_iter()
    }

    /// What is at an address (`services/idva/`).
    #[must_use]
    pub(crate) fn at(&self, path: &str) -> Option<Route> {
        self.by_path.get(path).copied()
    }

    /// The address of a page, without the slash at its start; none where another took it.
    #[must_use]
    pub(crate) fn address(&self, route: Route) -> Option<&str> {
        self.by_route.get(&route).map(AsRef::as_ref)
    }

    /// The page that a file makes.
    pub(super) fn of_file(&self, file: &str) -> Option<Route> {
        self.by_file.get(file).copied()
    }

    /// The files that make a page.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.by_file.keys().map(AsRef::as_ref)
    }
}

/// A path without the `index.html` that the page of a folder is stored as.
fn without_index(path: &str) -> &str {
    path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(path)
}

/// Whether a path is its own form in small letters.
fn is_folded(path: &str) -> bool {
    path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
}

/// Whether a path is one as the program makes it itself, of which no part can be amiss.
fn is_plain(path: &str) -> bool {
    let usual = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let mut before = b'/';
    path.bytes().all(|byte| {
        let fits = usual(byte) || (byte == b'/' && usual(before));
        before = byte;
        fits
    })
}

/// A path of fewer bytes has no part that is too long.
const SHORT: usize = 200;

/// Says that an address cannot be one, which a name without any Latin letter leads to, or a file's odd name.
fn unusable(claim: &Claim<'_>) -> Option<Diagnostic> {
    let (source, span) = claim.origin?;
    let path = &*claim.path;
    if is_plain(path) && !path.is_empty() && path.len() < SHORT {
        return None;
    }
    let nameless = path.strip_suffix('/').unwrap_or(path).split('/').any(str::is_empty);
    let is_named = matches!(claim.route, Route::Redirect(_) | Route::File(_));
    let mut host_files = Host::ALL.iter().flat_map(|host| host.files());
    let host_file = host_files.any(|file| file.name().eq_ignore_ascii_case(path.trim_end_matches('/')));
    let (message, help) = if nameless && is_named {
        (format!("the address `/{path}` has a part without a name"), "take one of two slashes out")
    } else if nameless {
        let message = "nothing is left of its name for an address, in which only Latin letters and digits may stand";
        (message.to_owned(), "give it a `slug`, or in a plan an `id`, such as `our-work`")
    } else if host_file && is_named {
        (
            format!("a host reads `/{}` as its own instructions", path.trim_end_matches('/')),
            "take another name, or take the line out",
        )
    } else if path.split('/').rev().skip(1).any(|folder| folder.eq_ignore_ascii_case("index.html")) {
        let message =
            format!("`/{path}` has a folder called `index.html`, which is what a folder's own page is stored as");
        (message, "take another name, or take the line out")
    } else if let Some(reason) = published_path::fault(&published_path::file(path)) {
        let message = format!("`/{path}` cannot be an address on every computer: it {reason}");
        (message, "use letters, digits, hyphens and dots, and no part that is `.` or `..`")
    } else {
        return None;
    };
    Some(Diagnostic::error("site/address", source.clone(), message).at(span).help(help))
}

/// Warns of an address whose file some computers cannot store.
fn unusable_on_windows(claim: &Claim<'_>) -> Option<Diagnostic> {
    let (source, span) = claim.origin?;
    let reason = published_path::fault_on_windows(&published_path::file(&claim.path))?;
    let message = format!("Windows cannot store `/{}`: it {reason}", claim.path);
    let help = "use letters, digits, hyphens and dots, if anyone is to build the site on Windows";
    Some(Diagnostic::warning("site/address", source.clone(), message).at(span).help(help))
}

/// Says that two claim one address, at the later one's file, or the only one that an author can change.
fn collision(owner: &Claim<'_>, claim: &Claim<'_>) -> Diagnostic {
    let (told, other) = if claim.origin.is_some() { (claim, owner) } else { (owner, claim) };
    let origin = told.origin.map(|(path, span)| (path.clone(), span));
    let (path, span) = origin.unwrap_or_else(|| ("content/site.yaml".into(), Span::default()));
    let rival = match other.origin {
        Some((rival, _)) if *rival == path => "another record of this file".to_owned(),
        Some((rival, _)) => format!("`{rival}`"),
        None => "a page that every site has".to_owned(),
    };
    let message = format!("the address `/{}` is already taken by {rival}", claim.path);
    let help = "give one of them another name: rename the file, or set its `slug`, `id` or `ref`";
    Diagnostic::error("site/address", path, message).at(span).help(help)
}

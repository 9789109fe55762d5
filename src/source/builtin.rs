//! The files that come with the program and stand in for those that a site does not bring.

use std::sync::LazyLock;

use super::{Kind, Source};
use crate::pages::pages;

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("builtin/", $name), include_bytes!(concat!("../../templates/", $name)) as &[u8])),*]
    };
}

macro_rules! assets {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("templates/assets/", $name), include_bytes!(concat!("../../templates/assets/", $name)) as &[u8])),*]
    };
}

macro_rules! words {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("templates/words/", $name), include_bytes!(concat!("../../templates/words/", $name)) as &[u8])),*]
    };
}

/// A file that is kept in parts by matter, in a folder of its name, and is used as one.
struct Joined {
    file: BuiltIn,
    /// The parts, by their paths in a site.
    parts: &'static [BuiltIn],
}

macro_rules! joined {
    ($path:literal, $folder:literal: $($part:literal),+ $(,)?) => {
        Joined {
            file: ($path, concat!($(include_str!(concat!("../../templates/", $folder, "/", $part))),+).as_bytes()),
            parts: &[$((
                concat!("templates/", $folder, "/", $part),
                include_bytes!(concat!("../../templates/", $folder, "/", $part)) as &[u8],
            )),+],
        }
    };
}

macro_rules! written {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("content/pages/", $name), include_bytes!(concat!("builtin/", $name)) as &[u8])),*]
    };
}

/// A file's path and bytes.
type BuiltIn = (&'static str, &'static [u8]);

/// Pages that every site needs. A site brings its own at the same path.
const PAGES: &[BuiltIn] = written!["privacy.md", "stay-safe-online.md"];

/// Styles, scripts and icons. A site brings its own at the same path.
const ASSETS: &[BuiltIn] = assets![
    "call-bar.js",
    "exit.js",
    "favicon.svg",
    "filter.js",
    "open-now.js",
    "print.css",
    "search-box.js",
    "sessions.js",
];

/// The words around a page, by language. A site brings its own at the same path.
const WORDS: &[BuiltIn] = words![
    "ar.yaml", "bn.yaml", "cy.yaml", "en.yaml", "gu.yaml", "pa.yaml", "pl.yaml", "pt.yaml", "ro.yaml", "so.yaml",
    "uk.yaml", "ur.yaml", "zh.yaml",
];

/// Templates stand below `builtin/`, beside and not instead of a site's own, so that a site's page may extend the
/// built-in one.
const TEMPLATES: &[BuiltIn] = templates!["base.html", "styleguide.html",];

macro_rules! of_pages {
    ([$({
        $about:literal $Made:ident $(($($name:ident: $Type:ty),+))? [$($view:ident)::+] [$($template:literal)?]
        $(at $address:literal if $there:expr)?
    })+] $({
        $folder:ident $word:literal $Kind:ident $list:ident $files:literal [$($page:tt)*] [$($pages:tt)*]
        [$($of_kind:literal),+]
    })+) => {
        /// The templates of pages.
        const OF_PAGES: &[BuiltIn] = templates![$($($of_kind,)+)+ $($($template,)?)+];
    };
}
pages!(of_pages);

/// The files that are kept in parts.
const JOINED: &[Joined] = &[
    joined!("templates/assets/style.css", "assets/style":
        "tokens.css", "base.css", "layout.css", "boards.css", "lists.css", "tables.css", "ratings.css", "plans.css",
        "training.css", "ways.css"),
    joined!("templates/assets/search.js", "assets/search":
        "settings.js", "index.js", "meanings.js", "ranking.js", "results.js", "words.js"),
    joined!("builtin/components.html", "components":
        "frame.html", "plan.html", "series.html", "service.html", "professional.html", "training.html"),
];

fn files() -> impl Iterator<Item = &'static BuiltIn> {
    PAGES
        .iter()
        .chain(ASSETS)
        .chain(WORDS)
        .chain(TEMPLATES)
        .chain(OF_PAGES)
        .chain(JOINED.iter().map(|joined| &joined.file))
}

/// The built-in files as sources.
pub(super) fn sources() -> impl Iterator<Item = Source> {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| files().map(|&(path, bytes)| read(path, bytes)).collect());
    SOURCES.iter().cloned()
}

/// The built-in file that stands in at a path.
pub(super) fn source(path: &str) -> Option<Source> {
    files().find(|(name, _)| *name == path).map(|&(path, bytes)| read(path, bytes))
}

fn read(path: &str, bytes: &[u8]) -> Source {
    let source = Source { builtin: true, ..Source::new(path, bytes) };
    if path.starts_with("builtin/") { Source { kind: Kind::Template, ..source } } else { source }
}

/// Whether a site's file is the built-in one to the byte, as in the example site, whose templates are these.
pub(super) fn is_builtin(path: &str, bytes: &[u8]) -> bool {
    let template = path.strip_prefix("templates/").map(|name| format!("builtin/{name}"));
    let parts = || JOINED.iter().flat_map(|joined| joined.parts);
    files().chain(parts()).any(|(name, own)| (*name == path || template.as_deref() == Some(name)) && *own == bytes)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use walkdir::WalkDir;

    use super::{ASSETS, JOINED, OF_PAGES, TEMPLATES, WORDS};

    #[test]
    fn every_file_of_the_theme_is_built_in() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let files = WalkDir::new(&folder).into_iter().filter_map(Result::ok).filter(|file| file.file_type().is_file());
        let there: BTreeSet<String> =
            files.map(|file| file.path().strip_prefix(&folder).expect("it is below").display().to_string()).collect();
        let name = |(path, _): &(&str, &[u8])| {
            let path = path.strip_prefix("builtin/").or_else(|| path.strip_prefix("templates/"));
            path.expect("every file has a place").to_owned()
        };
        let built_in: BTreeSet<String> = TEMPLATES
            .iter()
            .chain(OF_PAGES)
            .chain(ASSETS)
            .chain(WORDS)
            .chain(JOINED.iter().flat_map(|joined| joined.parts))
            .map(name)
            .collect();
        assert_eq!(there, built_in);
    }
}

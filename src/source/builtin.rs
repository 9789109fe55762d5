//! The files that come with the program and stand in for those that a site does not bring.

use super::{Kind, Source};

macro_rules! files {
    ($($path:literal as $name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../templates/", $path)) as &[u8])),*]
    };
}

/// Every built-in file: its place in the project, and the path at which a site may bring its own.
///
/// Templates stand below `builtin/`, beside and not instead of a site's own, so that a site's page may extend the
/// built-in one.
const FILES: &[(&str, &[u8])] = files![
    "assets/style.css" as "templates/assets/style.css",
    "assets/exit.js" as "templates/assets/exit.js",
    "assets/search.js" as "templates/assets/search.js",
    "assets/favicon.svg" as "templates/assets/favicon.svg",
    "pages/stay-safe-online.md" as "content/pages/stay-safe-online.md",
    "pages/privacy.md" as "content/pages/privacy.md",
];

/// The built-in files as sources.
pub(super) fn sources() -> impl Iterator<Item = Source> {
    FILES.iter().map(|&(path, bytes)| read(path, bytes))
}

/// The built-in file that stands in at a path.
pub(super) fn source(path: &str) -> Option<Source> {
    FILES.iter().find(|(name, _)| *name == path).map(|&(path, bytes)| read(path, bytes))
}

fn read(path: &str, bytes: &[u8]) -> Source {
    let source = Source { builtin: true, ..Source::new(path, bytes) };
    if path.starts_with("builtin/") { Source { kind: Kind::Template, ..source } } else { source }
}

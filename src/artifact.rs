//! A finished file of the site: the last stage's vocabulary, shared by everyone who writes or serves one.

use std::ops::Deref;
use std::sync::Arc;

/// One file of the finished site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Where it belongs below the site's root: relative, with forward slashes, such as `services/idva/index.html`.
    pub path: String,
    /// What it holds.
    pub bytes: Bytes,
}

/// What a file holds. A file that is published as it is may be large, and is in memory once.
#[derive(Debug, Clone)]
pub enum Bytes {
    /// Made for this file.
    Made(Vec<u8>),
    /// Those of a file that was read.
    Kept(Arc<[u8]>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Made(bytes) => bytes,
            Self::Kept(bytes) => bytes,
        }
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Made(bytes)
    }
}

impl From<Bytes> for Vec<u8> {
    fn from(bytes: Bytes) -> Self {
        match bytes {
            Bytes::Made(bytes) => bytes,
            Bytes::Kept(bytes) => bytes.to_vec(),
        }
    }
}

/// The media type that a host would send for a path, judged by its name alone.
///
/// An Atom feed has no extension of its own, so the site's `feed.xml` is known by its whole name.
#[must_use]
pub(crate) fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.eq_ignore_ascii_case("feed.xml") {
        return "application/atom+xml; charset=utf-8";
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        // What has no extension is `_headers`, `_redirects` and their like: text for people and hosts.
        "txt" | "md" | "" => "text/plain; charset=utf-8",
        "yaml" | "yml" => "application/yaml",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn the_media_type_follows_the_name() {
        assert_eq!(content_type("services/index.html"), "text/html; charset=utf-8");
        assert_eq!(content_type("training/calendar.ics"), "text/calendar; charset=utf-8");
        assert_eq!(content_type("updates/feed.xml"), "application/atom+xml; charset=utf-8");
        assert_eq!(content_type("sitemap.xml"), "application/xml; charset=utf-8");
        assert_eq!(content_type("LOGO.PNG"), "image/png");
        assert_eq!(content_type("a.folder/_headers"), "text/plain; charset=utf-8");
        assert_eq!(content_type("file.unheard-of"), "application/octet-stream");
    }
}

//! `_headers` and `_redirects`, which Netlify and Cloudflare Pages read alike but for a few points.
//!
//! Where several rules meet one address, Cloudflare joins values of the same header with a comma. So no two rules here
//! set the same header for one address: what all have in common stands once, and how long to keep an answer is said
//! for each part of the site's root.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Hosting, Part, headers};
use crate::model::host::Host;
use crate::model::web_address::encoded_path;

const CACHE: &str = "Cache-Control";

/// `_headers`.
pub(super) fn headers(hosting: &Hosting) -> String {
    let base = encoded_path(&hosting.base_path);
    let mut text = preamble(hosting, "Headers");
    let _ = writeln!(text, "{base}*");
    for (name, value) in hosting.headers(Part::Pages).iter().filter(|(name, _)| *name != CACHE) {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for (pattern, part) in parts(hosting) {
        let kept = hosting.headers(part).into_iter().filter(|(name, _)| *name == CACHE);
        for (name, value) in kept {
            let _ = writeln!(text, "{base}{pattern}\n  {name}: {value}");
        }
    }
    let (name, value) = headers::ORIGIN;
    for pattern in ["data/*", "*.ics"] {
        let _ = writeln!(text, "{base}{pattern}\n  {name}: {value}");
    }
    text
}

/// Each file and folder at the site's root, as a pattern.
fn parts(hosting: &Hosting) -> BTreeMap<String, Part> {
    let tops = hosting.files.iter().map(|path| match path.split_once('/') {
        Some((folder, _)) => (format!("{}/*", encoded_path(folder)), Part::of(path)),
        // The first page is asked for by its folder.
        None if path == "index.html" => (String::new(), Part::of(path)),
        None => (encoded_path(path), Part::of(path)),
    });
    tops.collect()
}

/// `_redirects`.
pub(super) fn redirects(hosting: &Hosting) -> String {
    let base = encoded_path(&hosting.base_path);
    let (netlify, cloudflare) = (hosting.hosts.contains(&Host::Netlify), hosting.hosts.contains(&Host::Cloudflare));
    let mut text = preamble(hosting, "Redirects");
    for moved in &hosting.moved {
        let from = encoded_path(&moved.from);
        // Without the exclamation mark Netlify would serve the page that stands at the old address. Cloudflare does
        // not know the mark, leaves the line out and goes by the next.
        if netlify {
            let _ = writeln!(text, "{base}{from} {} 301!", moved.to);
        }
        if cloudflare {
            let _ = writeln!(text, "{base}{from} {} 301", moved.to);
        }
    }
    for folder in hosting.data_folders() {
        let folder = encoded_path(folder);
        let _ = writeln!(text, "{base}{folder} {base}{folder}/index.json 200");
    }
    for name in hosting.hidden() {
        if netlify {
            let _ = writeln!(text, "{base}{name} {base}404.html 404!");
        }
        if cloudflare {
            let _ = writeln!(text, "{base}{name} {base} 302");
        }
    }
    if netlify && base != "/" {
        let _ = writeln!(text, "{base}* {base}404.html 404");
    }
    text
}

fn preamble(hosting: &Hosting, what: &str) -> String {
    let mut text =
        format!("# {what} for Netlify and Cloudflare Pages, written by fingerpost. Change site.yaml, not this.\n");
    if hosting.base_path != "/" {
        let folder = encoded_path(&hosting.base_path);
        let _ = writeln!(text, "# Put this file at the root of what you publish, beside the folder {folder}");
    }
    text
}

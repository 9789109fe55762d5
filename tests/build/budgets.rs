//! How little a reader on an old phone has to wait for: the example site, as a host that compresses sends it.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::OnceLock;

use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use crate::support::example::example;
use crate::support::site::is_page;

/// What comes with the first answers of a connection, before a phone has to ask for more.
const SERVICE_PAGE_AND_STYLE: usize = 14_000;
const SCRIPTS_BUT_SEARCH: usize = 8_000;
const EXIT: usize = 3_000;
const SEARCH: usize = 10_000;
/// For 300 pages. The example site has fewer.
const INDEX: usize = 100_000;

/// Every file of the example site with the bytes that are sent for it.
fn sent() -> &'static BTreeMap<&'static str, (&'static [u8], usize)> {
    static SENT: OnceLock<BTreeMap<&'static str, (&'static [u8], usize)>> = OnceLock::new();
    SENT.get_or_init(|| {
        let files = &example().files;
        files.par_iter().map(|(name, bytes)| (name.as_str(), (&bytes[..], compressed(bytes)))).collect()
    })
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}

/// The bytes that are sent for the assets whose names begin so.
fn asset(start: &str) -> usize {
    let assets = sent().iter().filter(|(name, _)| name.starts_with(&format!("assets/{start}.")));
    let sizes: Vec<usize> = assets.map(|(_, (_, size))| *size).collect();
    assert_eq!(sizes.len(), 1, "there is one {start}");
    sizes[0]
}

#[test]
fn a_service_page_with_its_style_comes_at_once() {
    let style = asset("style");
    let is_service = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("<body data-kind=\"service\"");
    let pages: Vec<_> = sent().iter().filter(|(_, (bytes, _))| is_service(bytes)).collect();
    assert!(pages.len() > 40, "{}", pages.len());
    for (name, (_, page)) in pages {
        assert!(page + style <= SERVICE_PAGE_AND_STYLE, "{name}: {page} and {style} bytes");
    }
}

#[test]
fn scripts_are_small() {
    let is_script = |name: &str| name.strip_suffix(".js").is_some();
    let scripts = sent().iter().filter(|(name, _)| is_script(name) && !name.starts_with("assets/search."));
    let sizes: BTreeMap<_, _> = scripts.map(|(name, (_, size))| (name, size)).collect();
    assert!(sizes.len() >= 5, "{sizes:?}");
    let sum: usize = sizes.values().copied().sum();
    assert!(sum <= SCRIPTS_BUT_SEARCH, "{sum} bytes: {sizes:?}");
    assert!(asset("exit") <= EXIT, "{}", asset("exit"));
}

#[test]
fn the_search_is_small() {
    assert!(asset("search") <= SEARCH, "{}", asset("search"));
    assert!(asset("search-index") <= INDEX, "{}", asset("search-index"));
}

#[test]
fn a_page_needs_no_font_no_picture_and_one_stylesheet() {
    for (name, (bytes, _)) in sent() {
        let text = String::from_utf8_lossy(bytes);
        assert!(![".woff", ".woff2", ".ttf", ".otf"].iter().any(|ending| name.ends_with(ending)), "{name}");
        if name.strip_suffix(".css").is_some() {
            assert!(!text.contains("@font-face") && !text.contains("@import") && !text.contains("url("), "{name}");
        }
        if is_page(name) && !text.contains("data-kind=\"redirect\"") {
            let styles = text.split("<link rel=\"stylesheet\"").skip(1).filter_map(|rest| rest.split('>').next());
            assert_eq!(styles.filter(|style| !style.contains("media=\"print\"")).count(), 1, "{name}");
            assert_eq!(text.matches("<img ").count(), 0, "{name}");
        }
    }
}

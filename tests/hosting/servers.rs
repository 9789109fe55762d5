//! The example site on Apache, nginx and the preview, at a host's root and under a path.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;

use super::promise::{self, Promise};
use super::server::{Kind, Server, open_to_all};
use crate::support::http::Answer;
use crate::support::preview::Preview;
use crate::support::site::{TODAY, TestSite};

/// A folder as a host has it, with the example site in it.
struct Published {
    root: TempDir,
    site: PathBuf,
    base: &'static str,
}

/// A path that the example site is published under.
pub(crate) const UNDER_A_PATH: &str = "/under/a.path/";

/// The example site, for every host, with files of more kinds than it has.
fn example() -> TestSite {
    let site = TestSite::example();
    let settings = site.read("content/site.yaml");
    let hosting = "hosting: [netlify, cloudflare, apache, iis, nginx, github-pages]";
    let settings: Vec<_> =
        settings.lines().map(|line| if line.starts_with("hosting:") { hosting } else { line }).collect();
    site.with("content/site.yaml", settings.join("\n"))
        .with("content/files/dates.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        .with("content/files/guide (large).pdf", "%PDF-1.7\n")
}

/// A small site for every host.
pub(crate) fn small_site() -> TestSite {
    TestSite::new()
        .with_setting("hosting: [netlify, cloudflare, apache, iis, nginx]")
        .with("content/redirects.yaml", "/find-help/: /services/\n")
        .with("content/files/dates.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        .with("content/files/numbers.csv", "a,b\n")
        .with("content/updates/new.md", "---\ntitle: New\ndate: 2026-11-01\nsummary: What is new.\n---\nText.\n")
        .built()
}

/// The files of that site, built once for the root of a host and once for [`UNDER_A_PATH`].
pub(crate) fn built_for(base: &str) -> &'static BTreeMap<String, Vec<u8>> {
    fn build(base: &str) -> BTreeMap<String, Vec<u8>> {
        let site = example();
        let run = site.run("build", &["--base-url", &format!("https://www.example.org{base}")]);
        assert_eq!(run.status, 0, "{}", run.err);
        site.files()
    }
    static AT_ROOT: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| build("/"));
    static BELOW: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| build(UNDER_A_PATH));
    match base {
        "/" => &AT_ROOT,
        UNDER_A_PATH => &BELOW,
        other => panic!("the example is not built for {other}"),
    }
}

impl Published {
    /// Puts the site at a path of a host.
    fn at(base: &'static str) -> Self {
        let root = tempfile::tempdir().expect("a folder can be made");
        open_to_all(root.path());
        let site = root.path().join(base.trim_matches('/'));
        for (name, bytes) in built_for(base) {
            let file = site.join(name);
            fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("a folder can be made");
            fs::write(file, bytes).expect("a file can be written");
        }
        Self { root, site, base }
    }

    fn assets(&self) -> Vec<String> {
        names(&self.site.join("assets")).into_iter().map(|name| format!("assets/{name}")).collect()
    }

    fn promises(&self) -> Vec<Promise> {
        let mut promises = promise::promises(self.base, &self.assets());
        promises.extend(promise::data(&DATA.map(str::to_owned)));
        // A service's folder is named for its UUID, which has 36 signs.
        let services = names(&self.site.join("data/hsds/v3/services"));
        let service = services.iter().find(|name| name.len() == 36).expect("there is a service");
        promises.extend(promise::data(&[format!("data/hsds/v3/services/{service}")]));
        promises
    }
}

/// Folders of data that are asked for without the name of a file.
const DATA: [&str; 3] = ["data/hsds/v3", "data/hsds/v3/services", "data/hsds/v3/services/"];

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let names = entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

/// Asks a server for everything and gathers what is wrong.
fn look(kind: Kind, base: &'static str) {
    let published = Published::at(base);
    let Some(server) = Server::start(kind, published.root.path(), &published.site) else { return };
    let mut faults = Vec::new();
    let promises = published.promises();
    assert!(promises.len() > 25, "{} addresses", promises.len());
    for promise in &promises {
        let answer = Answer::to(&server.host, &format!("{base}{}", promise.path));
        faults.extend(promise.faults(&answer));
    }
    for name in names(&published.site).iter().filter(|name| is_for_hosts(name)) {
        let answer = Answer::to(&server.host, &format!("{base}{name}"));
        if !matches!(answer.status, 403 | 404) {
            faults.push(format!("{name} is handed out: {}", answer.status));
        }
    }
    let missing = Answer::to(&server.host, &format!("{base}nowhere/"));
    if !missing.text().contains("data-kind=\"not-found\"") {
        faults.push("what is missing is not answered with the site's own page".to_owned());
    }
    let folder = Answer::to(&server.host, &format!("{base}services"));
    if !(matches!(folder.status, 301 | 302) && folder.all("location").concat().ends_with(&format!("{base}services/"))) {
        faults.push(format!("a folder without its slash: {} {:?}", folder.status, folder.all("location")));
    }
    assert!(faults.is_empty(), "{kind:?} at {base}: {faults:#?}\n{}", server.told());
}

fn is_for_hosts(name: &str) -> bool {
    name.starts_with(['.', '_']) || matches!(name, "web.config" | "nginx.conf")
}

#[test]
fn apache_keeps_every_promise() {
    look(Kind::Apache, "/");
}

#[test]
fn apache_keeps_them_under_a_path() {
    look(Kind::Apache, UNDER_A_PATH);
}

#[test]
fn nginx_keeps_every_promise() {
    look(Kind::Nginx, "/");
}

#[test]
fn nginx_keeps_them_under_a_path() {
    look(Kind::Nginx, UNDER_A_PATH);
}

#[test]
fn the_preview_sends_what_the_hosts_send() {
    let preview = Preview::of(example());
    let built = Published::at("/");
    let mut faults = Vec::new();
    for promise in built.promises() {
        faults.extend(promise.faults_of_preview(&Answer::to(&preview.host(), &format!("/{}", promise.path))));
    }
    for name in names(&built.site).iter().filter(|name| is_for_hosts(name)) {
        assert_eq!(Answer::to(&preview.host(), &format!("/{name}")).status, 404, "{name}");
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_page_of_the_example_has_the_headers() {
    let published = Published::at("/");
    let Some(server) = Server::start(Kind::Nginx, published.root.path(), &published.site) else { return };
    let preview = Preview::of(example());
    let files = crate::support::site::files(&published.site);
    let pages = files.keys().filter(|name| {
        crate::support::site::is_page(name) && !files[*name].windows(12).any(|w| w == b"http-equiv=\"refresh")
    });
    let mut seen = 0;
    for name in pages {
        let address = format!("/{}", name.strip_suffix("index.html").unwrap_or(name));
        let answers = [Answer::to(&server.host, &address), Answer::to(&preview.host(), &address)];
        for header in ["content-security-policy", "permissions-policy", "referrer-policy", "cache-control"] {
            let [host, preview] = answers.each_ref().map(|answer| answer.all(header));
            assert!(host.len() == 1 && host == preview, "{address}: {header}: {host:?} and {preview:?}");
        }
        seen += 1;
    }
    assert!(seen > 300, "{seen} pages on {TODAY}");
}

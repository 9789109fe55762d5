//! Builds of a small site into a real folder.

mod kill;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use rayon::prelude::*;
use tempfile::TempDir;
use walkdir::WalkDir;

use super::fail_point::FailPoint;
use super::{Output, OutputError, Summary, manifest};
use crate::artifact::Artifact;

/// A site as path and text.
type Site = &'static [(&'static str, &'static str)];

const SPRING: Site = &[
    ("index.html", "home"),
    ("services/index.html", "all services"),
    ("services/idva/index.html", "idva"),
    ("services/refuge/index.html", "refuge"),
    ("about", "a page that becomes a folder"),
    ("news/index.html", "a folder that becomes a page"),
    ("news/old/index.html", "old news"),
];

const SUMMER: Site = &[
    ("index.html", "home"),
    ("services/index.html", "all services, changed"),
    ("services/refuge/index.html", "refuge, changed"),
    ("services/helpline/index.html", "helpline"),
    ("training/level-1/index.html", "training"),
    ("about/index.html", "about us"),
    ("news", "no news"),
];

/// An output folder somewhere on the disk.
struct Public {
    folder: TempDir,
}

impl Public {
    fn new() -> Public {
        Public { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn build(&self, site: Site) -> Result<Summary, OutputError> {
        self.build_killed_after(site, FailPoint::default())
    }

    fn build_killed_after(&self, site: Site, fail_point: FailPoint) -> Result<Summary, OutputError> {
        let mut output = Output::open(&self.path())?;
        output.fail_point = fail_point;
        site.par_iter().try_for_each(|(path, text)| output.stage(&artifact(path, text)))?;
        output.commit()
    }

    fn put(&self, path: &str, text: &str) {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.path().join(path)).ok()
    }

    fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.path().join(path)).unwrap().modified().unwrap()
    }

    /// Every file but the manifest, and every folder without files in it.
    fn contents(&self) -> BTreeMap<String, String> {
        WalkDir::new(self.path())
            .min_depth(1)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_name() != manifest::FILE_NAME)
            .filter(|entry| !entry.file_type().is_dir() || fs::read_dir(entry.path()).unwrap().next().is_none())
            .map(|entry| {
                let path = entry.path().strip_prefix(self.path()).unwrap().to_string_lossy().into_owned();
                (path, fs::read_to_string(entry.path()).unwrap_or_else(|_| "an empty folder".to_owned()))
            })
            .collect()
    }
}

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn map(site: Site) -> BTreeMap<String, String> {
    site.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_first_build_writes_every_file_and_a_manifest() {
    let public = Public::new();
    let summary = public.build(SPRING).unwrap();
    assert_eq!(summary, Summary { written: 7, unchanged: 0, removed: 0 });
    assert_eq!(public.contents(), map(SPRING));
    let manifest = public.read(manifest::FILE_NAME).unwrap();
    let hash = blake3::hash(b"idva").to_string();
    assert!(manifest.contains(&format!("\"services/idva/index.html\": \"{hash}\"")), "{manifest}");
}

#[test]
fn the_manifest_does_not_depend_on_the_order_of_the_artifacts() {
    let (one, other) = (Public::new(), Public::new());
    one.build(SPRING).unwrap();
    other.build(SUMMER).unwrap();
    other.build(SPRING).unwrap();
    assert_eq!(one.read(manifest::FILE_NAME), other.read(manifest::FILE_NAME));
}

#[test]
fn a_second_build_writes_what_changed_and_removes_what_is_stale() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    let summary = public.build(SUMMER).unwrap();
    assert_eq!(summary, Summary { written: 6, unchanged: 1, removed: 4 });
    assert_eq!(public.contents(), map(SUMMER));
    assert!(!public.path().join("services/idva").exists());
}

#[test]
fn a_build_without_changes_touches_nothing() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    let places = ["", "index.html", "services/idva", manifest::FILE_NAME];
    let before = places.map(|place| public.modified(place));
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert_eq!(public.build(SPRING).unwrap(), Summary { written: 0, unchanged: 7, removed: 0 });
    assert_eq!(places.map(|place| public.modified(place)), before);
}

#[test]
fn an_unchanged_file_keeps_its_time_stamp_beside_a_changed_one() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    let before = public.modified("index.html");
    std::thread::sleep(std::time::Duration::from_millis(20));
    public.build(SUMMER).unwrap();
    assert_eq!(public.modified("index.html"), before);
    assert!(public.modified("services/index.html") > before);
}

#[test]
fn bytes_are_compared_even_where_the_length_is_the_same() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    public.put("services/idva/index.html", "ADVI");
    assert_eq!(public.build(SPRING).unwrap().written, 1);
    assert_eq!(public.contents(), map(SPRING));
}

#[test]
fn nothing_is_visible_before_the_commit_and_nothing_is_left_without_one() {
    let public = Public::new();
    let output = Output::open(&public.path()).unwrap();
    output.stage(&artifact("services/index.html", "text")).unwrap();
    assert!(!public.path().join("services").exists());
    drop(output);
    assert!(!public.path().exists(), "a folder that the build made goes with it");

    public.build(SPRING).unwrap();
    let output = Output::open(&public.path()).unwrap();
    output.stage(&artifact("services/index.html", "other text")).unwrap();
    drop(output);
    assert_eq!(public.contents(), map(SPRING));
}

#[test]
fn a_folder_of_other_peoples_files_is_refused() {
    let public = Public::new();
    public.put("thesis.odt", "three years of work");
    let error = public.build(SPRING).unwrap_err();
    assert!(matches!(error, OutputError::NotOurs { .. }), "{error}");
    assert!(error.to_string().contains("thesis.odt"));
    assert_eq!(public.contents().len(), 1);
}

#[test]
fn a_foreign_file_is_left_alone_and_its_folder_with_it() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    public.put("services/idva/poster.pdf", "a poster");
    public.build(SUMMER).unwrap();
    assert_eq!(public.read("services/idva/poster.pdf").as_deref(), Some("a poster"));
    assert_eq!(public.read("services/idva/index.html"), None);
}

#[test]
fn a_foreign_file_in_the_way_is_an_error_and_nothing_changes() {
    for foreign in ["services/helpline/index.html", "training", "training/level-1", "news/mine.txt"] {
        let public = Public::new();
        public.build(SPRING).unwrap();
        public.put(foreign, "mine");
        let before = public.contents();
        let error = public.build(SUMMER).unwrap_err();
        assert!(matches!(error, OutputError::InTheWay { .. }), "{foreign}: {error}");
        assert!(error.to_string().contains(foreign), "{foreign}: {error}");
        assert_eq!(public.contents(), before, "{foreign}");
    }
}

#[test]
fn a_foreign_folder_in_the_way_is_an_error() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    fs::create_dir_all(public.path().join("services/helpline/index.html")).unwrap();
    assert!(matches!(public.build(SUMMER), Err(OutputError::InTheWay { .. })));
    assert_eq!(public.read("services/index.html").as_deref(), Some("all services"));
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::create_dir(elsewhere.path().join("idva")).unwrap();
    fs::write(elsewhere.path().join("idva/index.html"), "idva").unwrap();
    fs::remove_dir_all(public.path().join("services")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), public.path().join("services")).unwrap();

    assert!(matches!(public.build(SUMMER), Err(OutputError::InTheWay { .. })), "not written through");
    let site: Site = &[("index.html", "home")];
    public.build(site).unwrap();
    assert!(elsewhere.path().join("idva/index.html").exists(), "not removed through");
}

#[test]
fn two_artifacts_cannot_share_a_place() {
    let clashes: [[&str; 2]; 4] =
        [["a.html", "a.html"], ["a", "a/b.html"], ["a/b.html", "a"], ["About.html", "about.html"]];
    for paths in clashes {
        let public = Public::new();
        let output = Output::open(&public.path()).unwrap();
        let staged = paths.iter().try_for_each(|path| output.stage(&artifact(path, "text")));
        let result = staged.and_then(|()| output.commit());
        assert!(matches!(result, Err(OutputError::Clash { .. })), "{paths:?}: {result:?}");
    }
}

#[test]
fn no_artifact_and_no_manifest_leads_out_of_the_folder() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    let output = Output::open(&public.path()).unwrap();
    assert!(matches!(output.stage(&artifact("../x", "")), Err(OutputError::Path { .. })));
    drop(output);

    fs::write(public.folder.path().join("precious"), "text").unwrap();
    public.put(manifest::FILE_NAME, r#"{"version": 1, "files": {"../precious": ""}}"#);
    assert!(matches!(public.build(SUMMER), Err(OutputError::Manifest { .. })));
    assert!(public.folder.path().join("precious").exists());
}

#[cfg(unix)]
#[test]
fn two_builds_do_not_mix() {
    let public = Public::new();
    let _first = Output::open(&public.path()).unwrap();
    assert!(matches!(Output::open(&public.path()), Err(OutputError::Busy { .. })));
}

#[test]
fn temporaries_of_a_killed_build_are_swept() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    public.put(".fingerpost-staging/half.html", "ha");
    public.put("services/idva/.fingerpost-0123", "ha");
    public.put(".fingerpost-manifest.new", "{");
    public.build(SPRING).unwrap();
    assert_eq!(public.contents(), map(SPRING));
}

//! What the program does not do to a folder.

use std::fs;

use super::{Public, SPRING, SUMMER, Site, artifact};
use crate::output::{Output, OutputError, name};

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
        let staged = paths.iter().try_for_each(|path| output.stage(&artifact(path, "text")).map(drop));
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
    public.put(name::MANIFEST, r#"{"version": 1, "files": {"../precious": ""}}"#);
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

//! Builds that go well.

use std::thread::sleep;
use std::time::Duration;

use super::{Public, SPRING, SUMMER, artifact, map};
use crate::output::{Output, Summary, name};

#[test]
fn a_first_build_writes_every_file_and_a_manifest() {
    let public = Public::new();
    let summary = public.build(SPRING).unwrap();
    assert_eq!(summary, Summary { written: 7, unchanged: 0, removed: 0 });
    assert_eq!(public.contents(), map(SPRING));
    let manifest = public.read(name::MANIFEST).unwrap();
    let hash = blake3::hash(b"idva").to_string();
    assert!(manifest.contains(&format!("\"services/idva/index.html\": \"{hash}\"")), "{manifest}");
}

#[test]
fn the_manifest_does_not_depend_on_the_order_of_the_artifacts() {
    let (one, other) = (Public::new(), Public::new());
    one.build(SPRING).unwrap();
    other.build(SUMMER).unwrap();
    other.build(SPRING).unwrap();
    assert_eq!(one.read(name::MANIFEST), other.read(name::MANIFEST));
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
    let places = ["", "index.html", "services/idva", name::MANIFEST];
    let before = places.map(|place| public.modified(place));
    sleep(Duration::from_millis(20));
    assert_eq!(public.build(SPRING).unwrap(), Summary { written: 0, unchanged: 7, removed: 0 });
    assert_eq!(places.map(|place| public.modified(place)), before);
}

#[test]
fn an_unchanged_file_keeps_its_time_stamp_beside_a_changed_one() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    let before = public.modified("index.html");
    sleep(Duration::from_millis(20));
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
fn temporaries_of_a_killed_build_are_swept() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    public.put(".fingerpost-staging/half.html", "ha");
    public.put("services/idva/.fingerpost-0123", "ha");
    public.put(".fingerpost-manifest.new", "{");
    public.build(SPRING).unwrap();
    assert_eq!(public.contents(), map(SPRING));
}

//! The generated sites that the benches measure are sites that a person could have written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::generate::{self, Size};
use assert_cmd::Command;

#[test]
fn has_nothing_to_complain_about() {
    let site = tempfile::tempdir().expect("a folder can be made");
    let [small, ..] = Size::ALL;
    generate::write(small, site.path()).expect("the site can be written");
    Command::new(env!("CARGO_BIN_EXE_fingerpost"))
        .args(["check", "--strict", "--today", generate::TODAY, "--site"])
        .arg(site.path())
        .assert()
        .success();
}

#[test]
fn is_the_same_every_time() {
    let sites = [(), ()].map(|()| {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let size = Size::named("medium").expect("there is such a size");
        generate::write(size, folder.path()).expect("the site can be written");
        files(folder.path())
    });
    assert_eq!(sites[0], sites[1]);
    assert!(sites[0].len() > 1_000);
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("the folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path();
            let inside = path.strip_prefix(folder).expect("it is in the folder");
            let bytes = fs::read(path).expect("the file can be read");
            (inside.to_owned(), bytes)
        })
        .collect()
}

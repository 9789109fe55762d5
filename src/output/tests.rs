//! Builds of a small site into a real folder.

mod builds;
mod kill;
mod refusals;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use rayon::prelude::*;
use tempfile::TempDir;
use walkdir::WalkDir;

use super::fail_point::FailPoint;
use super::{Output, OutputError, Summary, name};
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
        site.par_iter().try_for_each(|(path, text)| output.stage(&artifact(path, text)).map(drop))?;
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
            .filter(|entry| entry.file_name() != name::MANIFEST)
            .filter(|entry| !entry.file_type().is_dir() || fs::read_dir(entry.path()).unwrap().next().is_none())
            .map(|entry| {
                let path = entry.path().strip_prefix(self.path()).unwrap().to_string_lossy().into_owned();
                (path, fs::read_to_string(entry.path()).unwrap_or_else(|_| "an empty folder".to_owned()))
            })
            .collect()
    }
}

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), bytes: text.as_bytes().to_vec().into() }
}

fn map(site: Site) -> BTreeMap<String, String> {
    site.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

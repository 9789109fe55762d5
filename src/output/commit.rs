//! Putting a staged build in place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::error::OutputError;
use super::manifest::Manifest;
use super::plan::Plan;
use super::standing::Standing;
use super::summary::Summary;
use super::{Output, name};

/// The one moment at which a build becomes visible.
///
/// The steps stand in an order that lets a kill between any two of them, or within one, leave each file old or new and
/// the manifest listing all that is ours: first the manifest claims what is about to appear, then the new files appear,
/// then the stale ones go, and only then does the manifest forget them.
pub(super) struct Commit<'a> {
    output: &'a Output,
    plan: &'a Plan,
    /// Files of earlier builds that this one does not have and that are still there.
    stale: BTreeSet<&'a str>,
    /// The folders that stale files lie in, or lay in before an earlier build was killed.
    stale_folders: BTreeSet<&'a str>,
}

impl<'a> Commit<'a> {
    /// Finds out what must go, and refuses what must not be done, before anything is touched.
    pub(super) fn prepare(output: &'a Output, plan: &'a Plan) -> Result<Commit<'a>, OutputError> {
        plan.check_case()?;
        let mut stale = BTreeSet::new();
        let mut stale_folders = BTreeSet::new();
        for path in output.manifest.files.keys().chain(output.manifest.pending.keys()) {
            if plan.files.contains_key(path) {
                continue;
            }
            stale_folders.extend(name::ancestors(path));
            let is_file = matches!(output.survey.at(path)?, Standing::File { .. });
            if is_file && output.owns(path)? {
                stale.insert(path.as_str());
            }
        }
        let commit = Commit { output, plan, stale, stale_folders };
        for path in plan.changed() {
            if output.survey.at(path)? == Standing::Folder {
                commit.check_folder_can_go(path)?;
            }
        }
        Ok(commit)
    }

    /// A folder may make way for a file only if nothing but stale files of ours is in it.
    fn check_folder_can_go(&self, folder: &str) -> Result<(), OutputError> {
        let root = &self.output.root;
        for entry in WalkDir::new(root.join(folder)) {
            let entry = entry.map_err(|error| {
                let path = error.path().map_or_else(|| root.join(folder), ToOwned::to_owned);
                OutputError::io("look at", &path)(error.into())
            })?;
            let below = entry.path().strip_prefix(root).expect("the walk starts below the root");
            // On every system the manifest has forward slashes.
            let below = below.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
            let ours = match entry.file_type() {
                kind if kind.is_dir() => self.stale_folders.contains(below.as_str()),
                _ => self.stale.contains(below.as_str()),
            };
            if !ours {
                return Err(OutputError::InTheWay { path: entry.into_path(), artifact: folder.to_owned() });
            }
        }
        Ok(())
    }

    pub(super) fn run(&self) -> Result<Summary, OutputError> {
        let claimed = self.claim()?;
        let (obstructing, other): (Vec<&str>, Vec<&str>) =
            self.stale.iter().partition(|path| self.is_obstructing(path));
        self.remove(&obstructing)?;
        self.place()?;
        self.remove(&other)?;
        let files: BTreeMap<String, String> =
            self.plan.files.iter().map(|(path, planned)| (path.clone(), planned.hash.to_string())).collect();
        if claimed || files != self.output.manifest.files || self.output.manifest.is_unfinished() || self.is_first() {
            self.output.fail_point.pass()?;
            Manifest::new(files, BTreeMap::new()).write(&self.output.root)?;
        }
        let written = self.plan.changed().count();
        Ok(Summary { written, unchanged: self.plan.files.len() - written, removed: self.stale.len() })
    }

    fn is_first(&self) -> bool {
        !self.output.had_manifest
    }

    /// Lists what is about to appear, so that it counts as ours if the program is killed before the end.
    ///
    /// Where nothing new appears, the old manifest already says all that matters.
    fn claim(&self) -> Result<bool, OutputError> {
        let old = &self.output.manifest;
        let mut files = old.files.clone();
        let mut pending = BTreeMap::new();
        for (path, planned) in &self.plan.files {
            if files.contains_key(path) {
                continue;
            }
            let hash = planned.hash.to_string();
            // What a killed build left has proved to be ours while it was staged: claim it for good, since the bytes
            // that stand there now are not those that are about to.
            if old.pending.contains_key(path) && matches!(self.output.survey.at(path)?, Standing::File { .. }) {
                files.insert(path.clone(), hash);
            } else {
                pending.insert(path.clone(), hash);
            }
        }
        for (path, hash) in &old.pending {
            if self.stale.contains(path.as_str()) {
                files.insert(path.clone(), hash.clone());
            }
        }
        if pending.is_empty() && !old.is_unfinished() {
            return Ok(false);
        }
        self.output.fail_point.pass()?;
        Manifest::new(files, pending).write(&self.output.root)?;
        Ok(true)
    }

    /// Whether a stale file stands where a folder must be, or keeps a folder where a file must be.
    fn is_obstructing(&self, stale: &str) -> bool {
        self.plan.needs_folder(stale) || name::ancestors(stale).any(|folder| self.plan.files.contains_key(folder))
    }

    /// Renames each waiting file, or each folder that is wholly new, to where it belongs.
    fn place(&self) -> Result<(), OutputError> {
        let mut files = Vec::new();
        let mut folders = BTreeSet::new();
        for path in self.plan.changed() {
            match self.output.survey.outermost_missing(path)? {
                Some(folder) => {
                    folders.insert(folder);
                }
                None => files.push(path),
            }
        }
        let staging = &self.output.staging;
        files.into_par_iter().try_for_each(|path| self.rename(&staging.beside(path), path))?;
        folders.into_par_iter().try_for_each(|folder| {
            // The folder may have appeared in the meantime, and not every system renames folders in use.
            self.rename(&staging.in_tree(folder), folder).or_else(|_| self.place_singly(folder))
        })
    }

    fn place_singly(&self, folder: &str) -> Result<(), OutputError> {
        let within = format!("{folder}/");
        self.plan.changed().filter(|path| path.starts_with(&within)).try_for_each(|path| {
            let parent = self.output.root.join(name::parent(path).unwrap_or(folder));
            fs::create_dir_all(&parent).map_err(OutputError::io("create the folder", &parent))?;
            self.rename(&self.output.staging.in_tree(path), path)
        })
    }

    fn rename(&self, waiting: &Path, path: &str) -> Result<(), OutputError> {
        self.output.fail_point.pass()?;
        let target = self.output.root.join(path);
        fs::rename(waiting, &target).map_err(OutputError::io("write", &target))
    }

    /// Removes stale files, and the folders that this empties or that an earlier removal has left empty.
    fn remove(&self, stale: &[&str]) -> Result<(), OutputError> {
        for path in stale {
            self.output.fail_point.pass()?;
            let file = self.output.root.join(path);
            match fs::remove_file(&file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(OutputError::io("remove", &file)(error));
                }
                _ => {}
            }
        }
        // A folder sorts before what is in it, so from the end the innermost come first.
        for folder in self.stale_folders.iter().rev() {
            let leads_elsewhere = self.output.survey.folder(Some(folder))? != Standing::Folder;
            if !leads_elsewhere && !self.plan.needs_folder(folder) {
                // It stays if anything is left in it, and an empty folder that stays for another reason harms nobody.
                fs::remove_dir(self.output.root.join(folder)).ok();
            }
        }
        Ok(())
    }
}

//! Writing the output folder.
//!
//! A build **opens** the folder, **stages** each artifact (from as many threads as it likes) and **commits**. Until the
//! commit nothing in the folder changes but for temporaries, and a build that is given up leaves none of those either.
//!
//! What holds at every moment, whenever the program is killed:
//! - each file is its old self or its new self, since it appears by a rename;
//! - each file that the program wrote is listed in the manifest, and no other file is ever touched;
//! - the next build puts all right, since it compares the bytes that it finds instead of trusting a list.
//!
//! A file whose bytes are right already keeps its time stamp. Deliberately absent: syncing to the disk (see
//! [`Output::stage`]), following links inside the folder (they may lead anywhere, so they are in the way), and paths
//! that differ in case alone (one file on many systems, so they clash on all). On a system that ignores case, a page
//! whose address changes in case alone is in its own way: remove the old file by hand.

mod commit;
mod error;
mod fail_point;
mod file;
mod manifest;
mod name;
mod plan;
mod staging;
mod standing;
mod summary;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

pub(crate) use error::OutputError;
pub(crate) use file::write_file;
pub(crate) use summary::Summary;

use crate::artifact::Artifact;
use commit::Commit;
use fail_point::FailPoint;
use manifest::Manifest;
use plan::{Plan, Planned};
use staging::Staging;
use standing::{Standing, Survey};

/// How much of a file is compared at once, in bytes. A page fits into it.
const PIECE: usize = 256 * 1024;

/// An output folder that a build is about to be written to.
///
/// Dropping it without a commit removes what was staged.
#[derive(Debug)]
pub(crate) struct Output {
    root: PathBuf,
    /// What earlier builds wrote.
    manifest: Manifest,
    had_manifest: bool,
    made_root: bool,
    survey: Survey,
    staging: Staging,
    plan: Mutex<Plan>,
    fail_point: FailPoint,
    /// Held for as long as the build lasts; the system lets go of it when the program ends, however it ends.
    _lock: Option<File>,
}

impl Output {
    /// Opens the folder for a build; makes it if there is none, and sweeps what a killed build left in it.
    ///
    /// # Errors
    /// If it holds files but no manifest, if another build is at work in it, or if it cannot be read.
    pub(crate) fn open(folder: &Path) -> Result<Output, OutputError> {
        let made_root = !folder.exists();
        if made_root {
            fs::create_dir_all(folder).map_err(OutputError::io("create the folder", folder))?;
        }
        let lock = lock(folder)?;
        let manifest = Manifest::read(folder)?;
        let had_manifest = manifest.is_some();
        if has_temporaries(folder, had_manifest)? {
            staging::sweep(folder)?;
        }
        Ok(Output {
            root: folder.to_owned(),
            manifest: manifest.unwrap_or_default(),
            had_manifest,
            made_root,
            survey: Survey::new(folder),
            staging: Staging::new(folder),
            plan: Mutex::default(),
            fail_point: FailPoint::default(),
            _lock: lock,
        })
    }

    /// Takes one artifact of the build, and says whether it is not what the folder has; any number of threads may do so
    /// at once.
    ///
    /// Its bytes are compared with those in the folder and, if they differ, written to a temporary file on the same
    /// file system. Nothing is synced to the disk: against a kill the rename alone is enough, and a file that a power
    /// cut empties is written again by the next build.
    ///
    /// # Errors
    /// If the path leads out of the folder, clashes with another artifact's, or is taken by something that the program
    /// did not write; or if the system refuses to read or write.
    pub(crate) fn stage(&self, artifact: &Artifact) -> Result<bool, OutputError> {
        let path = artifact.path.as_str();
        name::check(path)?;
        let changed = !self.has(artifact)?;
        let planned = Planned { hash: blake3::hash(&artifact.bytes), changed };
        self.plan.lock().unwrap_or_else(PoisonError::into_inner).add(path, planned)?;
        if changed {
            match self.survey.folder(name::parent(path))? {
                Standing::Folder => self.staging.write_beside(path, &artifact.bytes)?,
                _ => self.staging.write_in_tree(path, &artifact.bytes)?,
            }
        }
        Ok(changed)
    }

    /// The paths of what the last build wrote.
    pub(crate) fn listed(&self) -> impl Iterator<Item = &str> {
        self.manifest.files.keys().map(String::as_str)
    }

    /// What the last build wrote at a path, as it is there now; none where it is not.
    pub(crate) fn old(&self, path: &str) -> Option<Vec<u8>> {
        self.manifest.files.contains_key(path).then(|| self.read(path).ok()).flatten()
    }

    /// Makes the build visible: puts the changed files in place, and removes the files of earlier builds that were not
    /// staged in this one, with the folders that this empties.
    ///
    /// # Errors
    /// If something that the program did not write stands in the way (then nothing has been changed), or if the system
    /// refuses a step (then the next build finishes the work).
    pub(crate) fn commit(self) -> Result<Summary, OutputError> {
        let plan = mem::take(&mut *self.plan.lock().unwrap_or_else(PoisonError::into_inner));
        let summary = Commit::prepare(&self, &plan)?.run()?;
        self.staging.finish()?;
        Ok(summary)
    }

    /// Whether the folder has the artifact already, byte for byte.
    fn has(&self, artifact: &Artifact) -> Result<bool, OutputError> {
        let path = artifact.path.as_str();
        if self.survey.folder(name::parent(path))? != Standing::Folder {
            self.check_way(path)?;
            return Ok(false);
        }
        match self.survey.at(path)? {
            // Whether the folder can make way is known when all of the build is.
            Standing::Nothing | Standing::Folder => Ok(false),
            Standing::File { length } if self.owns(path)? => {
                let same_length = usize::try_from(length).is_ok_and(|length| length == artifact.bytes.len());
                Ok(same_length && self.holds(path, &artifact.bytes)?)
            }
            Standing::File { .. } | Standing::Other => Err(self.in_the_way(path, path)),
        }
    }

    /// Refuses an artifact if something that is neither a folder nor ours stands where one of its folders must be.
    fn check_way(&self, path: &str) -> Result<(), OutputError> {
        let Some(blocked) = self.survey.outermost_missing(path)? else {
            return Ok(());
        };
        match self.survey.at(blocked)? {
            Standing::File { .. } if self.owns(blocked)? => Ok(()),
            Standing::File { .. } | Standing::Other => Err(self.in_the_way(blocked, path)),
            Standing::Nothing | Standing::Folder => Ok(()),
        }
    }

    /// Whether an earlier build wrote the file that stands at a path.
    fn owns(&self, path: &str) -> Result<bool, OutputError> {
        if self.manifest.files.contains_key(path) {
            return Ok(true);
        }
        match self.manifest.pending.get(path) {
            Some(hash) => Ok(blake3::hash(&self.read(path)?).to_hex().as_str() == hash),
            None => Ok(false),
        }
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, OutputError> {
        let file = self.root.join(path);
        fs::read(&file).map_err(OutputError::io("read", &file))
    }

    /// Whether a file holds just these bytes, looked at piece by piece.
    fn holds(&self, path: &str, bytes: &[u8]) -> Result<bool, OutputError> {
        let file = self.root.join(path);
        let read = |error| OutputError::io("read", &file)(error);
        let mut found = File::open(&file).map_err(read)?;
        let mut piece = vec![0; bytes.len().min(PIECE)];
        for wanted in bytes.chunks(PIECE) {
            match found.read_exact(&mut piece[..wanted.len()]) {
                Ok(()) if piece[..wanted.len()] == *wanted => {}
                Ok(()) => return Ok(false),
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
                Err(error) => return Err(read(error)),
            }
        }
        Ok(true)
    }

    fn in_the_way(&self, path: &str, artifact: &str) -> OutputError {
        OutputError::InTheWay { path: self.root.join(path), artifact: artifact.to_owned() }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if self.fail_point.has_killed() {
            return;
        }
        // The next build sweeps what cannot be removed now.
        self.staging.discard().ok();
        if self.made_root {
            // Succeeds only if nothing was committed.
            fs::remove_dir(&self.root).ok();
        }
    }
}

/// Whether a killed build left temporaries, and somewhere below the root perhaps more of them.
///
/// Refuses a folder that is not ours to write to.
fn has_temporaries(folder: &Path, had_manifest: bool) -> Result<bool, OutputError> {
    let read = |error| OutputError::io("read the folder", folder)(error);
    let mut has_temporaries = false;
    for entry in fs::read_dir(folder).map_err(read)? {
        let entry = entry.map_err(read)?;
        let name = entry.file_name();
        if name == name::MANIFEST {
            continue;
        }
        if name.to_string_lossy().starts_with(name::RESERVED_PREFIX) {
            has_temporaries = true;
        } else if !had_manifest {
            return Err(OutputError::NotOurs { folder: folder.to_owned(), found: entry.path() });
        }
    }
    Ok(has_temporaries)
}

/// Keeps two builds from writing to one folder at once, without leaving a lock file behind.
///
/// Where the system or the file system cannot lock a folder, builds go on without.
#[cfg(unix)]
fn lock(folder: &Path) -> Result<Option<File>, OutputError> {
    let file = File::open(folder).map_err(OutputError::io("read the folder", folder))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Err(OutputError::Busy { folder: folder.to_owned() }),
        Err(fs::TryLockError::Error(_)) => Ok(None),
    }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere a folder can be locked")]
fn lock(_folder: &Path) -> Result<Option<File>, OutputError> {
    Ok(None)
}

//! Where the files of a build wait until it is committed.

use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use walkdir::WalkDir;

use super::error::OutputError;
use super::name;

/// The tree of waiting files, inside the output folder: the same file system, so that a rename is enough.
const TREE_NAME: &str = ".fingerpost-staging";

/// Holds what will change in the output folder, and nothing else.
///
/// A file whose folder is new to the output waits in a tree that mirrors the output, so that the outermost new folder
/// can be put in place by one rename, with all that is in it: the first build of a site of 17,000 pages needs about
/// ten. A file whose folder is there already waits beside its place, since a rename within a folder is the cheapest:
/// for 17,000 of them, half the time of renames out of one full folder.
///
/// The tree is made before anything else and removed after it, so that its absence tells the next build that there is
/// nothing to sweep anywhere. A build without changes makes none, and moves not even a folder's time stamp.
#[derive(Debug)]
pub(super) struct Staging {
    output: PathBuf,
    tree: PathBuf,
    folders: RwLock<HashSet<String>>,
}

impl Staging {
    pub(super) fn new(output: &Path) -> Staging {
        Staging { output: output.to_owned(), tree: output.join(TREE_NAME), folders: RwLock::default() }
    }

    /// Where a file waits whose folder is there.
    pub(super) fn beside(&self, path: &str) -> PathBuf {
        // A hash, as a prefix could make a long name too long.
        let temporary = format!("{}{}", name::RESERVED_PREFIX, blake3::hash(path.as_bytes()));
        self.output.join(path).with_file_name(temporary)
    }

    /// Where a file or folder waits that lies in a new folder or is one.
    pub(super) fn in_tree(&self, path: &str) -> PathBuf {
        self.tree.join(path)
    }

    pub(super) fn write_beside(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.ensure_folder("")?;
        write(&self.beside(path), bytes)
    }

    pub(super) fn write_in_tree(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.ensure_folder(name::parent(path).unwrap_or(""))?;
        write(&self.in_tree(path), bytes)
    }

    fn ensure_folder(&self, folder: &str) -> Result<(), OutputError> {
        if self.has_made(folder) {
            return Ok(());
        }
        if !folder.is_empty() {
            self.ensure_folder(name::parent(folder).unwrap_or(""))?;
        }
        // Made outside the lock: two threads may both try, and the second finds it made.
        let path = self.in_tree(folder);
        match fs::create_dir(&path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                Err(OutputError::io("create the folder", &path)(error))
            }
            _ => {
                self.folders.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
                Ok(())
            }
        }
    }

    fn has_made(&self, folder: &str) -> bool {
        self.folders.read().unwrap_or_else(PoisonError::into_inner).contains(folder)
    }

    /// Removes the tree after everything has been put in place.
    pub(super) fn finish(&self) -> Result<(), OutputError> {
        if self.has_made("") { remove(&self.tree) } else { Ok(()) }
    }

    /// Removes whatever waits, when the build is given up.
    pub(super) fn discard(&self) -> Result<(), OutputError> {
        if self.has_made("") && self.tree.exists() { sweep(&self.output) } else { Ok(()) }
    }
}

/// Writes a file that waits for the commit.
///
/// It is not synced to the disk: a rename is atomic for everyone who looks while the machine runs, also when this
/// process is killed. After a power cut a file may be empty, and the next build, which compares bytes, mends it.
fn write(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(OutputError::io("write", path))
}

/// Removes every temporary from an output folder; the tree last, since it tells that there are others.
pub(super) fn sweep(output: &Path) -> Result<(), OutputError> {
    let tree = output.join(TREE_NAME);
    let mut walk = WalkDir::new(output).min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(output).to_owned();
            OutputError::io("look at", &path)(error.into())
        })?;
        let name = entry.file_name().to_string_lossy();
        if !name.starts_with(name::RESERVED_PREFIX) || name == name::MANIFEST {
            continue;
        }
        if entry.file_type().is_dir() {
            walk.skip_current_dir();
        }
        if entry.path() != tree {
            remove(entry.path())?;
        }
    }
    remove(&tree)
}

/// Removes a file, or a folder with all that is in it, but never what a link leads to.
fn remove(path: &Path) -> Result<(), OutputError> {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
    let removed = if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(OutputError::io("remove", path)(error)),
        _ => Ok(()),
    }
}

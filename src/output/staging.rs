//! Where the files of a build wait until it is committed.

use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use super::error::OutputError;
use super::name;

/// The folder of waiting files, inside the output folder: the same file system, so that a rename is enough.
const FOLDER_NAME: &str = ".fingerpost-staging";

/// The manifest before it is put in place.
pub(super) const MANIFEST_NAME: &str = ".fingerpost-manifest.new";

/// Holds what will change in the output folder, and nothing else.
///
/// A file whose folder is new to the output waits in a tree that mirrors the output, so that the outermost new folder
/// can be put in place by one rename, with all that is in it: the first build of a site of 17,000 pages needs about
/// ten. A file whose folder is there already waits under a name of its own in one flat folder, which costs no folders
/// that would have to be made and removed again.
///
/// Neither is made before something has changed, so that a build without changes moves not even a folder's time stamp.
#[derive(Debug)]
pub(super) struct Staging {
    root: PathBuf,
    folders: RwLock<HashSet<String>>,
}

impl Staging {
    pub(super) fn new(output: &Path) -> Staging {
        Staging {
            root: output.join(FOLDER_NAME),
            folders: RwLock::default(),
        }
    }

    /// Where a file waits whose folder is there, as a path in the staging folder.
    pub(super) fn singly(path: &str) -> String {
        format!("changed/{}", blake3::hash(path.as_bytes()))
    }

    /// Where a file or folder waits that lies in a new folder or is one, as a path in the staging folder.
    pub(super) fn in_tree(path: &str) -> String {
        format!("new/{path}")
    }

    pub(super) fn path(&self, waiting: &str) -> PathBuf {
        self.root.join(waiting)
    }

    /// Writes a file that waits for the commit.
    ///
    /// It is not synced to the disk: a rename is atomic for everyone who looks while the machine runs, also when this
    /// process is killed. After a power cut a file may be empty, and the next build, which compares bytes, mends it.
    pub(super) fn write(&self, waiting: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.ensure_folder(name::parent(waiting).unwrap_or(""))?;
        let path = self.path(waiting);
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .and_then(|mut file| file.write_all(bytes))
            .map_err(OutputError::io("write", &path))
    }

    fn ensure_folder(&self, folder: &str) -> Result<(), OutputError> {
        if self
            .folders
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(folder)
        {
            return Ok(());
        }
        if !folder.is_empty() {
            self.ensure_folder(name::parent(folder).unwrap_or(""))?;
        }
        // Made outside the lock: two threads may both try, and the second finds it made.
        let path = self.path(folder);
        match fs::create_dir(&path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                Err(OutputError::io("create the folder", &path)(error))
            }
            _ => {
                self.folders
                    .write()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(folder.to_owned());
                Ok(())
            }
        }
    }

    /// Removes whatever still waits.
    pub(super) fn discard(&self) -> Result<(), OutputError> {
        if self
            .folders
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .is_empty()
        {
            return Ok(());
        }
        match fs::remove_dir_all(&self.root) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(OutputError::io("remove", &self.root)(error))
            }
            _ => Ok(()),
        }
    }
}

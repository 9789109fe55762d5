//! What stands in the output folder before the build.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use super::error::OutputError;
use super::name;

/// What was found at a path. Links are never followed: they may lead anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Nothing,
    File {
        length: u64,
    },
    Folder,
    /// A link, a socket, a device: never ours.
    Other,
}

/// Looks at the output folder, at each folder in it only once.
#[derive(Debug)]
pub(super) struct Survey {
    root: PathBuf,
    folders: RwLock<HashMap<String, Standing>>,
}

impl Survey {
    pub(super) fn new(root: &Path) -> Survey {
        Survey { root: root.to_owned(), folders: RwLock::default() }
    }

    /// What stands at a path of the output.
    pub(super) fn at(&self, path: &str) -> Result<Standing, OutputError> {
        match self.folder(name::parent(path))? {
            Standing::Folder => look(&self.root.join(path)),
            // Below a file or a link there is nothing that belongs to this tree.
            _ => Ok(Standing::Nothing),
        }
    }

    /// What stands at a path that must be a folder, or in place of the nearest folder around it that is none.
    pub(super) fn folder(&self, folder: Option<&str>) -> Result<Standing, OutputError> {
        let Some(folder) = folder else {
            return Ok(Standing::Folder);
        };
        let known = self.folders.read().unwrap_or_else(PoisonError::into_inner).get(folder).copied();
        if let Some(known) = known {
            return Ok(known);
        }
        let standing = match self.folder(name::parent(folder))? {
            Standing::Folder => look(&self.root.join(folder))?,
            around => around,
        };
        self.folders.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned(), standing);
        Ok(standing)
    }

    /// The outermost folder around a path that is not there yet; it can be put in place as a whole.
    pub(super) fn outermost_missing<'a>(&self, path: &'a str) -> Result<Option<&'a str>, OutputError> {
        let mut outermost = None;
        for folder in name::ancestors(path) {
            if self.folder(Some(folder))? == Standing::Folder {
                break;
            }
            outermost = Some(folder);
        }
        Ok(outermost)
    }
}

fn look(path: &Path) -> Result<Standing, OutputError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => Ok(Standing::File { length: found.len() }),
        Ok(found) if found.is_dir() => Ok(Standing::Folder),
        Ok(_) => Ok(Standing::Other),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Standing::Nothing),
        Err(error) => Err(OutputError::io("look at", path)(error)),
    }
}

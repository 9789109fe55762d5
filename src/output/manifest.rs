//! The list of the files that the program wrote, kept among them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::OutputError;
use super::name;
use crate::model::published_path;

const VERSION: u32 = 1;

/// Which files are ours, with the hash of what was written.
///
/// While a build puts its files in place, the ones that no earlier build wrote stand under `pending`. A build that is
/// killed leaves them there, and then a pending file is ours only if its bytes are those that were about to be written:
/// what somebody else put there in the meantime stays theirs.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    version: u32,
    pub(super) files: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) pending: BTreeMap<String, String>,
}

impl Manifest {
    pub(super) fn new(files: BTreeMap<String, String>, pending: BTreeMap<String, String>) -> Manifest {
        Manifest { version: VERSION, files, pending }
    }

    /// Reads the manifest of a folder; `None` if there is none.
    pub(super) fn read(folder: &Path) -> Result<Option<Manifest>, OutputError> {
        let path = folder.join(name::MANIFEST);
        let damaged = |reason: &str| OutputError::Manifest { path: path.clone(), reason: reason.to_owned() };
        // To read a pipe may never end.
        if fs::symlink_metadata(&path).is_ok_and(|about| !about.is_file()) {
            return Err(damaged("is not a regular file"));
        }
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(OutputError::io("read", &path)(error)),
        };
        let manifest: Manifest =
            serde_json::from_slice(&bytes).map_err(|_| damaged("is damaged or was written by another program"))?;
        if manifest.version != VERSION {
            return Err(damaged("was written by another version of fingerpost"));
        }
        // Files are removed by this list: a path that leads out of the folder must never get in.
        for listed in manifest.files.keys().chain(manifest.pending.keys()) {
            if published_path::escape(listed).is_some() {
                return Err(damaged("lists a path that fingerpost would not have written"));
            }
        }
        Ok(Some(manifest))
    }

    /// Puts the manifest in place as a whole.
    pub(super) fn write(&self, folder: &Path) -> Result<(), OutputError> {
        let path = folder.join(name::MANIFEST);
        let mut text = serde_json::to_string_pretty(self).expect("a map of strings always becomes JSON");
        text.push('\n');
        let temporary = folder.join(name::NEW_MANIFEST);
        fs::write(&temporary, text).map_err(OutputError::io("write", &temporary))?;
        fs::rename(&temporary, &path).map_err(OutputError::io("write", &path))
    }

    /// Whether a build that was killed left files of unsure ownership.
    pub(super) fn is_unfinished(&self) -> bool {
        !self.pending.is_empty()
    }
}

//! What a build is going to write, as far as it has been told.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::error::OutputError;
use super::name;

/// One artifact of the build.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) hash: blake3::Hash,
    /// Whether it differs from what stands in the folder, and so waits in the staging tree.
    pub(super) changed: bool,
}

/// The files of the build, in the order of their paths, and the folders they need.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) files: BTreeMap<String, Planned>,
    folders: HashSet<String>,
}

impl Plan {
    /// Takes an artifact in, unless an earlier one needs the same place.
    pub(super) fn add(&mut self, path: &str, planned: Planned) -> Result<(), OutputError> {
        let clash = |first: &str| OutputError::Clash { first: first.to_owned(), second: path.to_owned() };
        if self.files.contains_key(path) || self.folders.contains(path) {
            return Err(clash(path));
        }
        for folder in name::ancestors(path) {
            if self.files.contains_key(folder) {
                return Err(clash(folder));
            }
            // Whoever needed this folder first has needed, and checked, those around it too.
            if !self.folders.insert(folder.to_owned()) {
                break;
            }
        }
        self.files.insert(path.to_owned(), planned);
        Ok(())
    }

    pub(super) fn needs_folder(&self, path: &str) -> bool {
        self.folders.contains(path)
    }

    pub(super) fn changed(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|(_, planned)| planned.changed).map(|(path, _)| path.as_str())
    }

    /// Refuses paths that differ in case alone: on many people's computers they would be one file.
    pub(super) fn check_case(&self) -> Result<(), OutputError> {
        let mut seen: HashMap<String, &str> = HashMap::with_capacity(self.files.len());
        for path in self.files.keys() {
            if let Some(first) = seen.insert(path.to_lowercase(), path) {
                return Err(OutputError::Clash { first: first.to_owned(), second: path.clone() });
            }
        }
        Ok(())
    }
}

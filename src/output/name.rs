//! Which paths an artifact may have.

use super::error::OutputError;
use crate::model::published_path;

/// Everything that the program makes for its own use in the output folder is named so.
pub(super) const RESERVED_PREFIX: &str = ".fingerpost-";

/// What the manifest is called, at the root of the output folder.
pub(super) const MANIFEST: &str = ".fingerpost-manifest.json";

/// The manifest before it is put in place.
pub(super) const NEW_MANIFEST: &str = ".fingerpost-manifest.new";

/// Accepts a path that names one file below the output folder on every system, and nothing else.
///
/// The same test guards the paths in a manifest, which anyone could have edited.
pub(super) fn check(path: &str) -> Result<(), OutputError> {
    match published_path::fault(path) {
        None => Ok(()),
        Some(reason) => Err(OutputError::Path { artifact: path.to_owned(), reason }),
    }
}

/// The folders that a path lies in, from the nearest to the farthest, without the output folder itself.
pub(super) fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(parent(path), |folder| parent(folder))
}

/// The folder that a path lies in, unless that is the output folder itself.
pub(super) fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::ancestors;

    #[test]
    fn ancestors_are_told_from_the_nearest() {
        assert_eq!(ancestors("a/b/c.html").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(ancestors("c.html").count(), 0);
    }
}

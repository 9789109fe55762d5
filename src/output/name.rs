//! Which paths an artifact may have.

use super::error::OutputError;

/// Everything that the program makes for its own use in the output folder is named so.
pub(super) const RESERVED_PREFIX: &str = ".fingerpost-";

/// Accepts a path that names one file below the output folder on every system, and nothing else.
///
/// Backslash and colon are ordinary letters on some systems and lead out of the folder on others, so nobody may use
/// them. The same test guards the paths in a manifest, which anyone could have edited.
pub(super) fn check(path: &str) -> Result<(), OutputError> {
    match fault(path) {
        None => Ok(()),
        Some(reason) => Err(OutputError::Path { artifact: path.to_owned(), reason }),
    }
}

fn fault(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("is empty");
    }
    if path.starts_with('/') {
        return Some("starts with a slash");
    }
    if path.contains(['\\', ':']) {
        return Some("contains a backslash or a colon");
    }
    if path.contains(char::is_control) {
        return Some("contains a control character");
    }
    path.split('/').find_map(|segment| match segment {
        "" => Some("has a segment without a name"),
        "." | ".." => Some("has a segment of dots"),
        _ if segment.starts_with(RESERVED_PREFIX) => Some("uses a name that is fingerpost's own"),
        _ => None,
    })
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
    use super::{ancestors, check};

    #[test]
    fn ordinary_paths_pass() {
        for path in ["index.html", "services/idva/index.html", ".well-known/security.txt", "a b/ü.html", "..."] {
            assert!(check(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a/./b",
            "a//b",
            "a/",
            "a\\..\\b",
            "C:x",
            "a\0b",
            ".fingerpost-manifest.json",
            "a/.fingerpost-x",
        ] {
            assert!(check(path).is_err(), "{path}");
        }
    }

    #[test]
    fn ancestors_are_told_from_the_nearest() {
        assert_eq!(ancestors("a/b/c.html").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(ancestors("c.html").count(), 0);
    }
}

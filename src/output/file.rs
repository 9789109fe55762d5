//! A single file that a command writes where it is told to.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use super::error::OutputError;

/// Writes a file, which is its old self or its new self at every moment. What is no file, such as a pipe, is written to
/// as it is.
///
/// # Errors
/// When the system refuses to; then the file has not changed.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let refused = |attempt| OutputError::io(attempt, path);
    let special = fs::metadata(path).is_ok_and(|found| !found.is_file());
    let Some(name) = path.file_name().filter(|_| !special) else {
        return fs::write(path, bytes).map_err(refused("write"));
    };
    let mut temporary = OsString::from(".fingerpost-");
    temporary.push(name);
    let temporary = path.with_file_name(temporary);
    let written = fs::write(&temporary, bytes).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written.map_err(refused("write"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::write_file;

    #[test]
    fn a_file_is_written_over_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("plan.csv");
        for bytes in [b"one".as_slice(), b"two"] {
            write_file(&file, bytes).expect("it can be written");
            assert_eq!(fs::read(&file).expect("it is there"), bytes);
        }
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = write_file(&folder.path().join("none/plan.csv"), b"x").expect_err("there is no folder");
        assert!(error.to_string().contains("none/plan.csv"), "{error}");
    }
}

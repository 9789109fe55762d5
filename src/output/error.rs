//! What can go wrong while the output folder is written.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why the output folder could not be written. Every variant names the path that is to blame.
#[derive(Debug)]
#[non_exhaustive]
pub(crate) enum OutputError {
    /// The system refused to do something with a file or folder.
    Io {
        /// What was attempted, as words that follow "cannot".
        attempt: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder holds other people's files, and no manifest says that any of them is ours.
    NotOurs {
        /// The output folder.
        folder: PathBuf,
        /// One of the things found there.
        found: PathBuf,
    },
    /// Another build is writing to the same folder at this moment.
    Busy {
        /// The output folder.
        folder: PathBuf,
    },
    /// The manifest cannot be understood, so nothing says which files are ours.
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A file, folder or link that the program did not write stands where an artifact must go.
    InTheWay {
        /// What stands there.
        path: PathBuf,
        /// The artifact that needs the place.
        artifact: String,
    },
    /// An artifact's path could lead out of the folder, or means different things on different systems.
    Path {
        /// The path as it was given.
        artifact: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Two artifacts of one build need the same place.
    Clash {
        /// The one that came first.
        first: String,
        /// The other.
        second: String,
    },
    /// A test stopped the build here, as a kill would.
    #[cfg(test)]
    Killed,
}

impl OutputError {
    /// Turns what the system said into an error that names the path; made for `map_err`.
    pub(super) fn io(attempt: &'static str, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
        let path = path.to_owned();
        move |source| OutputError::Io { attempt, path, source }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OutputError::Io { attempt, path, source } => {
                write!(f, "cannot {attempt} `{}`: {source}", path.display())
            }
            OutputError::NotOurs { folder, found } => write!(
                f,
                "`{}` holds files that fingerpost did not write, such as `{}`; \
                 choose an empty folder with `--out`",
                folder.display(),
                found.display()
            ),
            OutputError::Busy { folder } => {
                write!(f, "another build is writing to `{}` at the moment", folder.display())
            }
            OutputError::Manifest { path, reason } => write!(
                f,
                "cannot tell which files are fingerpost's: `{}` {reason}; \
                 empty the folder, or choose another with `--out`",
                path.display()
            ),
            OutputError::InTheWay { path, artifact } => write!(
                f,
                "`{}` was not written by fingerpost and stands in the way of `{artifact}`; \
                 move it elsewhere",
                path.display()
            ),
            OutputError::Path { artifact, reason } => {
                write!(f, "`{artifact}` cannot be the path of a file: it {reason}")
            }
            OutputError::Clash { first, second } if first == second => {
                write!(f, "two pages have the address of `{first}`")
            }
            OutputError::Clash { first, second } => {
                write!(f, "`{first}` and `{second}` cannot both be written")
            }
            #[cfg(test)]
            OutputError::Killed => write!(f, "stopped by a test"),
        }
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            OutputError::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

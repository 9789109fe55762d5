//! Why the preview could not start or had to stop.

use std::fmt;
use std::io;

/// Why the preview could not start or had to stop.
#[derive(Debug)]
#[non_exhaustive]
pub(crate) enum ServeError {
    /// The address cannot be listened on.
    Bind {
        /// The host and port that were asked for.
        address: String,
        /// What the system said.
        source: io::Error,
    },
    /// The system allows no further thread.
    Thread {
        /// What the system said.
        source: io::Error,
    },
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServeError::Bind { address, source } if source.kind() == io::ErrorKind::AddrInUse => {
                write!(
                    f,
                    "cannot listen on {address}: another program does already; choose another port with `--port`, \
                 or any free one with `--port 0`"
                )
            }
            ServeError::Bind { address, source } => write!(f, "cannot listen on {address}: {source}"),
            ServeError::Thread { source } => write!(f, "cannot start a thread: {source}"),
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ServeError::Bind { source, .. } | ServeError::Thread { source } => Some(source),
        }
    }
}

//! Why a file gives no plan.

use std::error::Error;
use std::fmt;

/// Why a file gives no plan: what was found, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportError {
    message: String,
    help: String,
}

impl ImportError {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// What to do about it.
    #[must_use]
    pub(crate) fn help(&self) -> &str {
        &self.help
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl Error for ImportError {}

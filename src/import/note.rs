//! What the import tells of what it did, line by line.

use std::fmt;

use super::origin::Origin;

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// Where in the file.
    pub(crate) origin: Origin,
    /// Whether a person should look at it.
    pub(crate) look: bool,
    /// What was found and done.
    pub(crate) message: String,
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.look { "look here" } else { "note" };
        write!(out, "{mark}: {}: {}", self.origin, self.message.replace('\n', " / "))
    }
}

/// Gathers the lines.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) lines: Vec<Note>,
}

impl Notes {
    /// Something was done that needs no look.
    pub(crate) fn did(&mut self, origin: &Origin, message: impl Into<String>) {
        self.lines.push(Note { origin: origin.clone(), look: false, message: message.into() });
    }

    /// Something is not sure.
    pub(crate) fn look(&mut self, origin: &Origin, message: impl Into<String>) {
        self.lines.push(Note { origin: origin.clone(), look: true, message: message.into() });
    }
}

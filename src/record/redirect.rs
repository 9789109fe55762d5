//! Where an old address leads now.

use crate::diagnostic::Located;

/// A line of `content/redirects.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Redirect {
    /// The old path, with a slash at its start and its `%20` undone.
    pub from: Located<String>,
    /// Where it leads: a path, or a file of the content.
    pub to: Located<String>,
}

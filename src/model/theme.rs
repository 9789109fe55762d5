//! What pages are made with, and what is copied beside them.

use std::sync::Arc;

use crate::diagnostic::SourcePath;

/// A file that is not content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    /// Its name below its own folder: `page.html`, `style.css`, `reports/2026.pdf`.
    pub name: String,
    /// Where it was found.
    pub source: SourcePath,
    /// What it holds.
    pub bytes: Arc<[u8]>,
    /// Whether it came with the program.
    pub builtin: bool,
}

/// A site's templates and assets, its own and the built-in ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Theme {
    /// Tera templates. A site's own one and the built-in one of the same name are both here.
    pub templates: Vec<File>,
    /// Styles, scripts, icons.
    pub assets: Vec<File>,
}

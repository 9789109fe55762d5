//! What the program tells authors: problems as data, collected by every stage and printed at the edge.

pub mod json;
pub mod print;
mod private;
mod report;
mod span;

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

pub(crate) use report::Report;
pub(crate) use span::Located;
pub use span::{Position, Span};

/// A source file's path relative to the site's folder, with `/` on every system: `content/plans/x.yaml`.
pub type SourcePath = Arc<str>;

/// A name with its accents composed, Unicode's form C, in which paths are kept: file systems differ in the form, and to
/// people it is one name.
pub(crate) fn composed(name: &str) -> String {
    if name.is_ascii() { name.to_owned() } else { name.nfc().collect() }
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written until it is mended.
    Error,
    /// The site can be built; someone should look.
    Warning,
    /// Nothing is wrong; someone may like to know.
    Hint,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        })
    }
}

/// One problem: what is wrong, where, and what to do.
///
/// The words follow one grammar: lower case, the author's own words, values in backticks, and never a value
/// from a `private:` block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name, `<kind>/<field>`: `plan/timescale`.
    pub code: String,
    /// What was found and what was expected.
    pub message: String,
    /// The file.
    pub path: SourcePath,
    /// The bytes of the file it is about; `None` where the file as a whole is meant.
    pub span: Option<Span>,
    /// What to do about it.
    pub help: Option<String>,
    /// Whether the line may be shown.
    pub quoted: bool,
    /// Whether the same words at several places have one cause, so that people are shown them once.
    pub shared: bool,
    /// The list of the vocabulary from which a missing value is to be chosen. The site, which knows it, completes the
    /// help.
    pub(crate) choose_from: Option<WordList>,
}

/// A list of the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordList {
    Audiences,
    Needs,
    Levels,
}

impl WordList {
    /// The list that a field's values come from.
    pub(crate) fn of_field(name: &str) -> Option<Self> {
        match name {
            "audiences" => Some(Self::Audiences),
            "needs" => Some(Self::Needs),
            "level" => Some(Self::Levels),
            _ => None,
        }
    }
}

impl Diagnostic {
    /// An error in `path`.
    pub(crate) fn error(code: impl Into<String>, path: SourcePath, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code.into(), path, message.into())
    }

    /// A warning about `path`.
    pub(crate) fn warning(code: impl Into<String>, path: SourcePath, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code.into(), path, message.into())
    }

    /// Something that may be of use about `path`.
    pub(crate) fn hint(code: impl Into<String>, path: SourcePath, message: impl Into<String>) -> Self {
        Self::new(Severity::Hint, code.into(), path, message.into())
    }

    fn new(severity: Severity, code: String, path: SourcePath, message: String) -> Self {
        Self { severity, code, message, path, span: None, help: None, quoted: true, shared: false, choose_from: None }
    }

    /// Points at a place in the file.
    #[must_use]
    pub(crate) fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Says what to do.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Whether it stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Whether it is neither wrong nor in doubt.
    #[must_use]
    pub(crate) fn is_hint(&self) -> bool {
        self.severity == Severity::Hint
    }
}

/// Puts problems into the order in which they are told: by file, then by place, errors before warnings.
pub(crate) fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.path.clone(), d.span.map_or(0, |span| span.start), d.severity);
        key(a).cmp(&key(b)).then_with(|| a.code.cmp(&b.code)).then_with(|| a.message.cmp(&b.message))
    });
    diagnostics.dedup();
}

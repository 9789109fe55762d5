//! A term and what it means.

use super::prose::Prose;
use crate::diagnostic::Located;

/// A line of `content/glossary.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct GlossaryTerm {
    /// The term.
    pub term: Located<String>,
    /// What it is short for, or its short form.
    pub short: Option<String>,
    /// What it means.
    pub meaning: Prose,
    /// What people type instead.
    pub also: Vec<String>,
}

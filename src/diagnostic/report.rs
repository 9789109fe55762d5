//! The problems of one file, gathered while it is read.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::{Diagnostic, SourcePath, Span, WordList};

/// Gathers the problems of one file. Shared by reference, so that every reader of a part of the file can add to it.
#[derive(Debug)]
pub(crate) struct Report {
    path: SourcePath,
    kind: &'static str,
    bytes: Arc<[u8]>,
    problems: RefCell<Vec<Diagnostic>>,
    quoting: Cell<bool>,
}

impl Report {
    /// A report on `path`; `kind` is the first half of its problems' codes (`plan` in `plan/timescale`).
    pub(crate) fn new(path: SourcePath, kind: &'static str, bytes: Arc<[u8]>) -> Self {
        Self { path, kind, bytes, problems: RefCell::default(), quoting: Cell::new(true) }
    }

    /// What stands in the file at a place; nothing where it is not text.
    pub(crate) fn written(&self, span: Span) -> &str {
        self.bytes.get(span.range()).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// Adds an error about the bytes of `span`.
    pub(crate) fn error(&self, field: &str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let problem = Diagnostic::error(format!("{}/{field}", self.kind), self.path.clone(), message);
        self.add(problem.at(span).help(help));
    }

    /// Adds an error about a missing value, which is perhaps one of the vocabulary's words.
    pub(crate) fn error_of_choice(
        &self,
        field: &str,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
        list: Option<WordList>,
    ) {
        let problem = Diagnostic::error(format!("{}/{field}", self.kind), self.path.clone(), message);
        self.add(Diagnostic { choose_from: list, ..problem.at(span).help(help) });
    }

    /// Adds an error whose line must not be quoted, because it holds what must stay secret.
    pub(crate) fn error_unquoted(&self, field: &str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let problem = Diagnostic::error(format!("{}/{field}", self.kind), self.path.clone(), message);
        self.add(Diagnostic { quoted: false, ..problem.at(span).help(help) });
    }

    /// Adds a warning about the bytes of `span`.
    pub(crate) fn warning(&self, field: &str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let problem = Diagnostic::warning(format!("{}/{field}", self.kind), self.path.clone(), message);
        self.add(problem.at(span).help(help));
    }

    /// Reads a part of the file of which no line must be quoted, whatever is wrong with it.
    pub(crate) fn without_quoting<T>(&self, read: impl FnOnce() -> T) -> T {
        let before = self.quoting.replace(false);
        let value = read();
        self.quoting.set(before);
        value
    }

    /// Lets no line be quoted from here on.
    pub(crate) fn stop_quoting(&self) {
        self.quoting.set(false);
    }

    /// Whether what is read now may be quoted.
    pub(crate) fn is_quoting(&self) -> bool {
        self.quoting.get()
    }

    /// Lets no line be quoted, whatever was found so far.
    pub(crate) fn quote_nothing(&self) {
        self.problems.borrow_mut().iter_mut().for_each(|problem| problem.quoted = false);
    }

    /// Whether any error was found so far.
    pub(crate) fn has_errors(&self) -> bool {
        self.problems.borrow().iter().any(Diagnostic::is_error)
    }

    fn add(&self, problem: Diagnostic) {
        let quoted = problem.quoted && self.quoting.get();
        self.problems.borrow_mut().push(Diagnostic { quoted, ..problem });
    }

    /// What was gathered.
    pub(crate) fn into_problems(self) -> Vec<Diagnostic> {
        self.problems.into_inner()
    }
}

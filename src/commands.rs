//! What each command does and says: results on standard output, messages on standard error.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod report;
pub(crate) mod serve;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::print::{self, Placed};

/// Tells all problems on standard error, with a line that counts them.
fn tell(problems: &[Placed<'_>], all: &[Diagnostic]) {
    for placed in problems {
        eprintln!("{}", print::text(placed));
    }
    if !all.is_empty() {
        eprintln!("{}", print::tally(all));
    }
}

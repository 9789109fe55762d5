//! A build: every page and file of a site, written to a folder.

use std::fmt;
use std::path::Path;

use rayon::prelude::*;

use super::Checked;
use super::for_readers::{ForReaders, LastBuild, Made};
use crate::artifact::Artifact;
use crate::diagnostic::{self, Diagnostic};
use crate::output::{Output, OutputError, Summary};
use crate::render::Renderer;

/// What a build did.
#[derive(Debug)]
pub(crate) struct Built {
    /// How many pages and files the site has.
    pub total: usize,
    /// What was written, kept and removed.
    pub summary: Summary,
    /// What that changes for readers.
    pub for_readers: ForReaders,
}

/// Why a site was not built.
#[derive(Debug)]
pub(crate) enum BuildError {
    /// Its templates are wrong.
    Templates(Vec<Diagnostic>),
    /// The folder could not be written.
    Output(OutputError),
    /// Addresses of the last build are gone, and none may.
    Gone(ForReaders),
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Templates(problems) => formatter.write_str(&diagnostic::print::tally(problems)),
            Self::Output(error) => error.fmt(formatter),
            Self::Gone(for_readers) => {
                let count = for_readers.lost().count();
                let (addresses, are) = if count == 1 { ("address", "is") } else { ("addresses", "are") };
                write!(formatter, "{count} {addresses} of the last build {are} gone")
            }
        }
    }
}

impl std::error::Error for BuildError {}

/// Writes a sound site to `out`. Nothing there changes until every page has been made. With `keeps_addresses` none of the
/// last build may be gone without a page in its place.
///
/// # Errors
/// When a template fails on a page, the folder cannot be written, or an address is gone that must not be; then nothing
/// there has changed.
pub(crate) fn build(checked: &Checked, out: &Path, keeps_addresses: bool) -> Result<Built, BuildError> {
    let Some(renderer) = &checked.renderer else { return Err(BuildError::Templates(checked.problems.clone())) };
    let output = Output::open(out).map_err(BuildError::Output)?;
    let outputs = renderer.outputs();
    let last = LastBuild::of(&output);
    let staged: Vec<Result<Made, BuildError>> = outputs
        .par_iter()
        .map(|&one| {
            let artifact: Artifact = renderer.render(one).map_err(|problem| BuildError::Templates(vec![problem]))?;
            let is_changed = output.stage(&artifact).map_err(BuildError::Output)?;
            Ok(last.made(artifact, is_changed))
        })
        .collect();
    let (made, failed): (Vec<_>, Vec<_>) = staged.into_iter().partition(Result::is_ok);
    if let Some(error) = gathered(failed.into_iter().filter_map(Result::err).collect()) {
        return Err(error);
    }
    let made: Vec<Made> = made.into_iter().filter_map(Result::ok).collect();
    let for_readers = last.compare(&made, &renderer.site().hidden_files());
    if keeps_addresses && for_readers.lost().next().is_some() {
        return Err(BuildError::Gone(for_readers));
    }
    drop(last);
    let summary = output.commit().map_err(BuildError::Output)?;
    Ok(Built { total: outputs.len(), summary, for_readers })
}

/// Many pages share a template, so its fault is told once; a folder that cannot be written is told before that.
fn gathered(failed: Vec<BuildError>) -> Option<BuildError> {
    let mut problems = Vec::new();
    for error in failed {
        match error {
            BuildError::Templates(some) => problems.extend(some),
            other => return Some(other),
        }
    }
    diagnostic::sort(&mut problems);
    (!problems.is_empty()).then_some(BuildError::Templates(problems))
}

/// Makes every page without writing any, for what the site's own templates do wrong.
pub(super) fn try_all(renderer: &Renderer) -> Vec<Diagnostic> {
    renderer.outputs().par_iter().filter_map(|&one| renderer.render(one).err()).collect()
}

//! A build: every page and file of a site, written to a folder.

use std::fmt;
use std::path::Path;

use rayon::prelude::*;

use super::Checked;
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
}

/// Why a site was not built.
#[derive(Debug)]
pub(crate) enum BuildError {
    /// Its templates are wrong.
    Templates(Vec<Diagnostic>),
    /// The folder could not be written.
    Output(OutputError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Templates(problems) => formatter.write_str(&diagnostic::print::tally(problems)),
            Self::Output(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for BuildError {}

/// Writes a sound site to `out`. Nothing there changes until every page has been made.
///
/// # Errors
/// When a template fails on a page, or the folder cannot be written; then nothing there has changed.
pub(crate) fn build(checked: &Checked, out: &Path) -> Result<Built, BuildError> {
    let Some(renderer) = &checked.renderer else { return Err(BuildError::Templates(checked.problems.clone())) };
    let output = Output::open(out).map_err(BuildError::Output)?;
    let outputs = renderer.outputs();
    let failed: Vec<BuildError> = outputs
        .par_iter()
        .filter_map(|&one| {
            let made: Result<Artifact, Diagnostic> = renderer.render(one);
            match made {
                Ok(artifact) => output.stage(&artifact).err().map(BuildError::Output),
                Err(problem) => Some(BuildError::Templates(vec![problem])),
            }
        })
        .collect();
    if let Some(error) = gathered(failed) {
        return Err(error);
    }
    let summary = output.commit().map_err(BuildError::Output)?;
    Ok(Built { total: outputs.len(), summary })
}

/// Many pages share a template, so its fault is told once; a folder that cannot be written is told before that.
fn gathered(failed: Vec<BuildError>) -> Option<BuildError> {
    let mut problems = Vec::new();
    for error in failed {
        match error {
            BuildError::Templates(some) => problems.extend(some),
            output @ BuildError::Output(_) => return Some(output),
        }
    }
    diagnostic::sort(&mut problems);
    (!problems.is_empty()).then_some(BuildError::Templates(problems))
}

/// Makes every page without writing any, for what the site's own templates do wrong.
pub(super) fn try_all(renderer: &Renderer) -> Vec<Diagnostic> {
    renderer.outputs().par_iter().filter_map(|&one| renderer.render(one).err()).collect()
}

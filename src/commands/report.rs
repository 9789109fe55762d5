//! `fingerpost report`.

use super::{export, failed, sound, write};
use crate::cli::{Outcome, ReportCoverageArgs, ReportFormatArg, ReportProgressArgs};
use crate::pipeline::{self, ReportError, ReportFormat, ReportOptions};

pub(crate) fn progress(args: &ReportProgressArgs) -> Outcome {
    let checked = match sound(&args.site.options(), "reported") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    let options = ReportOptions { plan: args.plan.as_deref(), since: args.since, format: format(args.format) };
    match pipeline::report_progress(&checked, &options) {
        Ok(bytes) => write(&bytes, None),
        Err(error) => {
            let help = match &error {
                ReportError::Plan(plan) => export::help(plan),
                ReportError::Since { .. } => {
                    "name an earlier day: changes are told from the day after it on".to_owned()
                }
            };
            failed(&error.to_string(), Some(&help))
        }
    }
}

pub(crate) fn coverage(args: &ReportCoverageArgs) -> Outcome {
    let checked = match sound(&args.site.options(), "reported") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    let bytes = pipeline::report_coverage(&checked, format(args.format)).expect("a sound site has settings");
    write(&bytes, None)
}

fn format(format: ReportFormatArg) -> ReportFormat {
    match format {
        ReportFormatArg::Text => ReportFormat::Text,
        ReportFormatArg::Csv => ReportFormat::Csv,
        ReportFormatArg::Json => ReportFormat::Json,
    }
}

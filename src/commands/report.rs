//! `fingerpost report`.

use crate::cli::{Outcome, ReportFormatArg, ReportProgressArgs};
use crate::pipeline::{self, ReportError, ReportFormat, ReportOptions};

pub(crate) fn progress(args: &ReportProgressArgs) -> Outcome {
    let format = match args.format {
        ReportFormatArg::Text => ReportFormat::Text,
        ReportFormatArg::Csv => ReportFormat::Csv,
        ReportFormatArg::Json => ReportFormat::Json,
    };
    let checked = match pipeline::check(&args.site.options()) {
        Ok(checked) => checked,
        Err(error) => return super::export::failed(&error.to_string(), None),
    };
    // Warnings are for those who keep the content: `check` tells them.
    if !checked.is_sound() {
        super::tell(&checked.placed(), &checked.problems);
        eprintln!("nothing was reported");
        return Outcome::ContentErrors;
    }
    let options = ReportOptions { plan: args.plan.as_deref(), since: args.since, format };
    match pipeline::report_progress(&checked, &options) {
        Ok(bytes) => super::export::write(&bytes, None),
        Err(error) => {
            let help = match &error {
                ReportError::Plan(plan) => super::export::help(plan),
                ReportError::Since { .. } => {
                    "name an earlier day: changes are told from the day after it on".to_owned()
                }
            };
            super::export::failed(&error.to_string(), Some(&help))
        }
    }
}

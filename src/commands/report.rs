//! `fingerpost report`.

use super::{export, failed, sound, write};
use crate::cli::{Outcome, ReportArgs, ReportDueArgs, ReportFormatArg, ReportProgressArgs};
use crate::pipeline::{self, Checked, PlanPart, ReportError, ReportFormat, ReportOptions};

pub(crate) fn progress(args: &ReportProgressArgs) -> Outcome {
    let (plan, since) = (args.plan.as_deref(), args.since);
    let part = export::part(&args.part);
    let options = |format| ReportOptions { plan, part, since, format };
    report(&args.report, |checked, format| pipeline::report_progress(checked, &options(format)))
}

pub(crate) fn due(args: &ReportDueArgs) -> Outcome {
    if args.upcoming {
        let told = |checked: &Checked, format| {
            Ok(pipeline::report_upcoming(checked, format).expect("a sound site has settings"))
        };
        return report(&args.report, told);
    }
    let (plan, since) = (args.plan.as_deref(), args.since);
    let options = |format| ReportOptions { plan, part: PlanPart::default(), since, format };
    report(&args.report, |checked, format| pipeline::report_due(checked, &options(format)))
}

pub(crate) fn coverage(args: &ReportArgs) -> Outcome {
    report(args, |checked, format| Ok(pipeline::report_coverage(checked, format).expect("a sound site has settings")))
}

pub(crate) fn reading(args: &ReportArgs) -> Outcome {
    report(args, |checked, format| Ok(pipeline::report_reading(checked, format).expect("a sound site has settings")))
}

/// Writes what is told of a sound site.
fn report(args: &ReportArgs, told: impl Fn(&Checked, ReportFormat) -> Result<Vec<u8>, ReportError>) -> Outcome {
    let checked = match sound(&args.site.options(), "reported") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    match told(&checked, format(args.format)) {
        Ok(bytes) => write(&bytes, None),
        Err(error) => {
            let help = match &error {
                ReportError::Plan(plan) => export::help(plan),
                ReportError::Untracked(_) => {
                    "name a plan on which progress is reported, or take that line out".to_owned()
                }
                ReportError::Since { .. } => "give an earlier day: changes are listed from the day after it".to_owned(),
            };
            failed(&error.to_string(), Some(&help))
        }
    }
}

fn format(format: ReportFormatArg) -> ReportFormat {
    match format {
        ReportFormatArg::Text => ReportFormat::Text,
        ReportFormatArg::Csv => ReportFormat::Csv,
        ReportFormatArg::Json => ReportFormat::Json,
    }
}

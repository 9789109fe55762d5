//! `fingerpost export`.

use std::io::{self, IsTerminal};
use std::path::Path;

use super::{failed, sound, write};
use crate::cli::{ExportArgs, ExportFormat, ExportPlanArgs, ExportTrainingArgs, Outcome, PlanPartArgs};
use crate::pipeline::{self, Checked, DownloadFormat, ExportError, PlanPart};

/// `fingerpost export plan`.
pub(crate) fn plan(args: &ExportPlanArgs) -> Outcome {
    let (name, part) = (args.name.as_deref(), part(&args.part));
    export(&args.export, "plan.xlsx", |checked, format| pipeline::export_plan(checked, name, part, format))
}

/// The part of a plan that is asked for.
pub(super) fn part(args: &PlanPartArgs) -> PlanPart<'_> {
    PlanPart { section: args.section.as_deref(), lead: args.lead.as_deref() }
}

/// `fingerpost export services`.
pub(crate) fn services(args: &ExportArgs) -> Outcome {
    export(args, "services.xlsx", pipeline::export_services)
}

/// `fingerpost export training`.
pub(crate) fn training(args: &ExportTrainingArgs) -> Outcome {
    let name = args.name.as_deref();
    export(&args.export, "training.xlsx", |checked, format| pipeline::export_sessions(checked, name, format))
}

/// Writes what is made of a sound site.
fn export(
    args: &ExportArgs,
    example: &str,
    made: impl Fn(&Checked, DownloadFormat) -> Result<Vec<u8>, ExportError>,
) -> Outcome {
    let format = match format(args.format, args.out.as_deref(), example) {
        Ok(format) => format,
        Err(outcome) => return outcome,
    };
    let checked = match sound(&args.site.options(), "exported") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    match made(&checked, format) {
        Ok(bytes) => write(&bytes, args.out.as_deref()),
        Err(error) => failed(&error.to_string(), Some(&help(&error))),
    }
}

/// The form that was asked for. A workbook is no text, so it does not go to a terminal.
fn format(format: ExportFormat, out: Option<&Path>, example: &str) -> Result<DownloadFormat, Outcome> {
    let format = match format {
        ExportFormat::Csv => DownloadFormat::Csv,
        ExportFormat::Xlsx => DownloadFormat::Xlsx,
        ExportFormat::Json => DownloadFormat::Json,
    };
    if out.is_none() && format == DownloadFormat::Xlsx && io::stdout().is_terminal() {
        let help = format!("say where to write it: `--out {example}`");
        return Err(failed("a workbook is not for reading on a terminal", Some(&help)));
    }
    Ok(format)
}

/// What to do where there is nothing to export, or it cannot be told what is meant.
pub(super) fn help(error: &ExportError) -> String {
    match error {
        ExportError::NoPlans => "a plan is a file in `content/plans/`".to_owned(),
        ExportError::NoServices => "a service is a file in `content/services/`".to_owned(),
        ExportError::NoSessions => "a course is a file in `content/training/`, with its dates in `sessions`".to_owned(),
        ExportError::Unknown { nearest: Some(nearest), .. } => format!("did you mean `{nearest}`?"),
        ExportError::Unknown { known, .. } | ExportError::Several { known } => {
            format!("name one of `{}`", known.join("`, `"))
        }
    }
}

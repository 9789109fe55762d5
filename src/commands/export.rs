//! `fingerpost export`.

use std::io::{self, IsTerminal};
use std::path::Path;

use super::{failed, sound, write};
use crate::cli::{ExportFormat, ExportPlanArgs, ExportServicesArgs, Outcome};
use crate::pipeline::{self, DownloadFormat, ExportError};

/// `fingerpost export plan`.
pub(crate) fn plan(args: &ExportPlanArgs) -> Outcome {
    let format = match format(args.format, args.out.as_deref(), "plan.xlsx") {
        Ok(format) => format,
        Err(outcome) => return outcome,
    };
    let checked = match sound(&args.site.options(), "exported") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    match pipeline::export_plan(&checked, args.name.as_deref(), format) {
        Ok(bytes) => write(&bytes, args.out.as_deref()),
        Err(error) => failed(&error.to_string(), Some(&help(&error))),
    }
}

/// `fingerpost export services`.
pub(crate) fn services(args: &ExportServicesArgs) -> Outcome {
    let format = match format(args.format, args.out.as_deref(), "services.xlsx") {
        Ok(format) => format,
        Err(outcome) => return outcome,
    };
    let checked = match sound(&args.site.options(), "exported") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    match pipeline::export_services(&checked, format) {
        Some(bytes) => write(&bytes, args.out.as_deref()),
        None => failed("the site has no service", Some("a service is a file in `content/services/`")),
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

/// What to do where the plan that is meant cannot be told.
pub(super) fn help(error: &ExportError) -> String {
    match error {
        ExportError::NoPlans => "a plan is a file in `content/plans/`".to_owned(),
        ExportError::Unknown { nearest: Some(nearest), .. } => format!("did you mean `{nearest}`?"),
        ExportError::Unknown { known, .. } | ExportError::Several { known } => {
            format!("name one of `{}`", known.join("`, `"))
        }
    }
}

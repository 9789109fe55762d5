//! `fingerpost export`.

use std::io::{self, IsTerminal};

use super::{failed, sound, write};
use crate::cli::{ExportFormat, ExportPlanArgs, Outcome};
use crate::pipeline::{self, ExportError, PlanFormat};

pub(crate) fn run(args: &ExportPlanArgs) -> Outcome {
    let format = match args.format {
        ExportFormat::Csv => PlanFormat::Csv,
        ExportFormat::Xlsx => PlanFormat::Xlsx,
        ExportFormat::Json => PlanFormat::Json,
    };
    if args.out.is_none() && format == PlanFormat::Xlsx && io::stdout().is_terminal() {
        eprintln!("error: a workbook is not for reading on a terminal\nhelp: say where to write it: `--out plan.xlsx`");
        return Outcome::Failed;
    }
    let checked = match sound(&args.site.options(), "exported") {
        Ok(checked) => checked,
        Err(outcome) => return outcome,
    };
    match pipeline::export_plan(&checked, args.name.as_deref(), format) {
        Ok(bytes) => write(&bytes, args.out.as_deref()),
        Err(error) => failed(&error.to_string(), Some(&help(&error))),
    }
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

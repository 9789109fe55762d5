//! `fingerpost export`.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

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
    let checked = match pipeline::check(&args.site.options()) {
        Ok(checked) => checked,
        Err(error) => return failed(&error.to_string(), None),
    };
    // Warnings are for those who keep the content: `check` tells them.
    if !checked.is_sound() {
        super::tell(&checked.placed(), &checked.problems);
        eprintln!("nothing was exported");
        return Outcome::ContentErrors;
    }
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

pub(super) fn write(bytes: &[u8], out: Option<&Path>) -> Outcome {
    let written = match out {
        Some(file) => pipeline::write_file(file, bytes).map_err(|error| error.to_string()),
        None => match io::stdout().lock().write_all(bytes) {
            // Whoever reads has had enough, such as `head`.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(|error| error.to_string()),
        },
    };
    written.map_or_else(|error| failed(&error, None), |()| Outcome::Fine)
}

pub(super) fn failed(error: &str, help: Option<&str>) -> Outcome {
    eprintln!("error: {error}");
    if let Some(help) = help {
        eprintln!("help: {help}");
    }
    Outcome::Failed
}

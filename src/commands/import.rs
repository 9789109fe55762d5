//! `fingerpost import plan`.

use std::fs;
use std::io;
use std::path::Path;

use crate::cli::{ImportPlanArgs, Outcome};
use crate::import::{self, ColumnChoices, ImportError, Imported, PlanFile};
use crate::pipeline;

/// The largest file that is read, in bytes. No plan is as large; a video given by mistake is.
const LARGEST: u64 = 64 << 20;

/// Why nothing was imported: the message, and what to do.
struct Failure {
    message: String,
    help: String,
}

impl Failure {
    fn of_file(path: &Path, what: &str, error: &io::Error) -> Self {
        let help = "check that the path is right and that you may use the file".to_owned();
        Self { message: format!("`{}` cannot be {what}: {error}", path.display()), help }
    }

    fn of_import(path: &Path, error: &ImportError) -> Self {
        Self { message: format!("`{}`: {error}", path.display()), help: error.help().to_owned() }
    }
}

pub(crate) fn run(args: &ImportPlanArgs) -> Outcome {
    let written = read(args).and_then(|imported| {
        for note in &imported.notes {
            eprintln!("{note}");
        }
        write(args, &imported)?;
        eprintln!("\n{}", imported.summary.trim_end());
        Ok(())
    });
    match written {
        Ok(()) => Outcome::Fine,
        Err(failure) => {
            eprintln!("error: {}", failure.message);
            eprintln!("help: {}", failure.help);
            Outcome::Failed
        }
    }
}

fn read(args: &ImportPlanArgs) -> Result<Imported, Failure> {
    let bytes = bytes(&args.file)?;
    let columns = match &args.columns {
        None => ColumnChoices::default(),
        Some(path) => {
            let text = bytes_as_text(path)?;
            ColumnChoices::read(&text).map_err(|error| Failure::of_import(path, &error))?
        }
    };
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let today = args.today.unwrap_or_else(|| pipeline::today_in(jiff::tz::TimeZone::UTC));
    let file = PlanFile { name: &name, bytes: &bytes, sheet: args.sheet.as_deref(), columns: &columns, today };
    import::plan(&file).map_err(|error| Failure::of_import(&args.file, &error))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: &io::Error| Failure::of_file(path, "read", error);
    let size = fs::metadata(path).map_err(|error| failed(&error))?.len();
    if size > LARGEST {
        let message = format!("`{}` is larger than {} MB", path.display(), LARGEST >> 20);
        let help = "copy the plan's tables into a new file without pictures, and give that".to_owned();
        return Err(Failure { message, help });
    }
    fs::read(path).map_err(|error| failed(&error))
}

fn bytes_as_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::of_file(path, "read", &error))
}

fn write(args: &ImportPlanArgs, imported: &Imported) -> Result<(), Failure> {
    let Some(path) = &args.out else {
        print_yaml(&imported.yaml);
        return Ok(());
    };
    if path.exists() {
        let message = format!("`{}` is there already", path.display());
        return Err(Failure { message, help: "give another name with `--out`".to_owned() });
    }
    fs::write(path, &imported.yaml).map_err(|error| Failure::of_file(path, "written", &error))
}

fn print_yaml(yaml: &str) {
    println!("{}", yaml.trim_end());
}

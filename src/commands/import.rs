//! `fingerpost import plan`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::{ImportPlanArgs, Outcome};
use crate::import::{self, ColumnChoices, CurrentPlan, ImportError, PlanFile};
use crate::model::year_start::YearStart;
use crate::pipeline::{self, Options};

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
    let done = match &args.out {
        Some(out) if out.exists() => carry_over(args, out),
        _ => import_anew(args),
    };
    match done {
        Ok(outcome) => outcome,
        Err(failure) => {
            say!("error: {}", failure.message);
            say!("help: {}", failure.help);
            Outcome::Failed
        }
    }
}

/// Writes a plan that is not there yet.
fn import_anew(args: &ImportPlanArgs) -> Result<Outcome, Failure> {
    let imported = with_file(args, import::plan)?;
    let notes: Vec<String> = imported.notes.iter().map(ToString::to_string).collect();
    if !notes.is_empty() {
        say!("{}", notes.join("\n"));
    }
    match &args.out {
        None => {
            let text = format!("{}\n{}", imported.yaml.trim_end(), commented(&imported.indicators));
            if super::write(text.as_bytes(), None) == Outcome::Failed {
                return Ok(Outcome::Failed);
            }
        }
        Some(out) => {
            write(out, &imported.yaml)?;
            write_indicators(out, &imported.indicators)?;
        }
    }
    say!("\n{}", imported.summary.trim_end());
    Ok(Outcome::Fine)
}

/// Files of figures as comments below the plan, where nothing says in which folder they belong.
fn commented(indicators: &[(String, String)]) -> String {
    let mut lines = Vec::new();
    for (name, yaml) in indicators {
        lines.extend([String::new(), format!("# For a file content/indicators/{name}:")]);
        lines.extend(yaml.lines().map(|line| format!("# {line}")));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// Writes files of figures beside the plan: into the site's `content/indicators/`, else into a folder of that name. What
/// is there already stays.
fn write_indicators(out: &Path, indicators: &[(String, String)]) -> Result<(), Failure> {
    let folder = out.parent().unwrap_or(Path::new(""));
    let above = folder.parent().filter(|_| site_of(out).is_some()).unwrap_or(folder);
    for (name, yaml) in indicators {
        let path = above.join("indicators").join(name);
        if path.exists() {
            say!("look here: `{}` is there already, and was not changed", path.display());
        } else {
            write(&path, yaml)?;
            say!("wrote `{}`", path.display());
        }
    }
    Ok(())
}

/// The folder of the site into whose `content/plans/` a path leads.
fn site_of(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    let folder = folder.canonicalize().ok().filter(|folder| folder.ends_with("content/plans"))?;
    folder.ancestors().nth(2).map(Path::to_path_buf)
}

/// Carries the edits of an exported table over into the plan that is there.
fn carry_over(args: &ImportPlanArgs, out: &Path) -> Result<Outcome, Failure> {
    let (root, path) = place_in_site(out)?;
    let options = Options::new(root, args.today, true);
    let checked = pipeline::check(&options)
        .map_err(|error| Failure { message: error.to_string(), help: "check the path after `--out`".to_owned() })?;
    if !checked.is_sound() {
        super::tell(&checked.placed());
        say!("nothing was changed");
        return Ok(Outcome::ContentErrors);
    }
    let table = pipeline::plan_table(&checked, &path).ok_or_else(|| not_in_site(out))?;
    let current = CurrentPlan {
        yaml: &table.yaml,
        columns: &table.columns,
        rows: &table.rows,
        organisations: &table.organisations,
    };
    let merged = with_file(args, |file| import::merge(file, &current))?;
    for line in &merged.conflicts {
        say!("conflict: {line}");
    }
    for line in &merged.left {
        say!("look here: {line}");
    }
    for line in &merged.changes {
        say!("changed: {line}");
    }
    if merged.newer > 0 {
        let (cells, they) =
            if merged.newer == 1 { ("1 cell", "it stays") } else { (&*format!("{} cells", merged.newer), "they stay") };
        say!("newer in the plan than in the table: {cells}; {they}");
    }
    let outcome = if merged.conflicts.is_empty() { Outcome::Fine } else { Outcome::ContentErrors };
    if merged.changes.is_empty() {
        say!("the table has no changes, so the plan stays as it is");
        return Ok(outcome);
    }
    let after = pipeline::check_with(&checked, &options, &path, &merged.yaml);
    if !after.is_sound() {
        super::tell(&after.placed());
        say!("the plan would have errors with these edits, so nothing was changed");
        return Ok(Outcome::ContentErrors);
    }
    write(out, &merged.yaml)?;
    let count = merged.changes.len();
    say!("\n{count} {} in `{}`", if count == 1 { "change" } else { "changes" }, out.display());
    Ok(outcome)
}

/// The site's folder and the plan's path in it.
fn place_in_site(out: &Path) -> Result<(PathBuf, String), Failure> {
    let whole = out.canonicalize().map_err(|error| Failure::of_file(out, "read", &error))?;
    let root = site_of(&whole).ok_or_else(|| not_in_site(out))?;
    let name = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((root, format!("content/plans/{name}")))
}

fn not_in_site(out: &Path) -> Failure {
    let message = format!("`{}` exists already, and is not a plan of a site", out.display());
    let help =
        "edits are carried over into a file in a site's `content/plans/`; otherwise choose a name that is not in use";
    Failure { message, help: help.to_owned() }
}

/// Reads the table that is to be imported and gives it on.
fn with_file<T>(
    args: &ImportPlanArgs,
    read: impl FnOnce(&PlanFile<'_>) -> Result<T, ImportError>,
) -> Result<T, Failure> {
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
    let (sheet, include_hidden) = (args.sheet.as_deref(), args.include_hidden);
    let year_starts = year_starts(args);
    let id = args.out.as_deref().filter(|out| site_of(out).is_some()).and_then(|out| out.file_stem()?.to_str());
    let file =
        PlanFile { name: &name, id, bytes: &bytes, sheet, columns: &columns, include_hidden, today, year_starts };
    read(&file).map_err(|error| Failure::of_import(&args.file, &error))
}

/// When financial years begin in the site that the plan is for: the one whose `content/plans/` it goes to, else the one
/// in this folder. Where there is none, or it cannot be read yet, in April.
fn year_starts(args: &ImportPlanArgs) -> YearStart {
    let root = args.out.as_deref().and_then(site_of).unwrap_or_else(|| ".".into());
    pipeline::year_starts(&root).unwrap_or_default()
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: &io::Error| Failure::of_file(path, "read", error);
    let about = fs::metadata(path).map_err(|error| failed(&error))?;
    // A pipe or a device may never end.
    if !about.is_file() {
        let help = "give the name of a file".to_owned();
        return Err(Failure { message: format!("`{}` is not a regular file", path.display()), help });
    }
    if about.len() > LARGEST {
        let message = format!("`{}` is larger than {} MB", path.display(), LARGEST >> 20);
        let help = "copy the plan's tables into a new file without pictures, and give that".to_owned();
        return Err(Failure { message, help });
    }
    fs::read(path).map_err(|error| failed(&error))
}

fn bytes_as_text(path: &Path) -> Result<String, Failure> {
    let text = String::from_utf8(bytes(path)?).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error));
    text.map_err(|error| Failure::of_file(path, "read", &error))
}

fn write(path: &Path, yaml: &str) -> Result<(), Failure> {
    pipeline::write_file(path, yaml.as_bytes()).map_err(|error| Failure {
        message: error.to_string(),
        help: "check that the path is right and that you may use the file".to_owned(),
    })
}

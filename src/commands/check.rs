//! `fingerpost check`.

use std::fs;
use std::path::Path;

use crate::cli::{CheckArgs, Format, Outcome};
use crate::diagnostic::json;
use crate::pipeline::{self, Checked, Others};

pub(crate) fn run(args: &CheckArgs) -> Outcome {
    let mut checked = match pipeline::check(&args.site.options()) {
        Ok(checked) => checked,
        Err(error) => {
            say!("error: {error}");
            return Outcome::Failed;
        }
    };
    if args.external {
        ask_others(&mut checked, &args.site.options().root);
    }
    let nothing_wrong = !checked.problems.iter().any(|problem| !problem.is_hint());
    // Programs were promised errors and warnings, and nothing else.
    if matches!(args.format, Format::Json) {
        checked.problems.retain(|problem| !problem.is_hint());
    } else {
        checked.add_hints();
    }
    let mut problems = checked.placed();
    let all = problems.len();
    if args.errors {
        problems.retain(|placed| placed.diagnostic.is_error());
    }
    let hidden = all - problems.len();
    let result = match args.format {
        Format::Text => {
            super::tell(&problems);
            if hidden > 0 {
                let found = if problems.is_empty() { "no errors; " } else { "" };
                let warnings =
                    if hidden == 1 { "1 warning or hint is" } else { &format!("{hidden} warnings and hints are") };
                say!("{found}{warnings} not shown");
            }
            if nothing_wrong { "no problems found\n".to_owned() } else { String::new() }
        }
        Format::Json => json::array(&problems) + "\n",
        Format::Github => problems.iter().map(|problem| json::github(problem) + "\n").collect(),
    };
    if super::write(result.as_bytes(), None) == Outcome::Failed {
        return Outcome::Failed;
    }
    let passes = checked.is_sound() && (!args.strict || nothing_wrong);
    if passes { Outcome::Fine } else { Outcome::ContentErrors }
}

/// Where the answers of other websites are kept for a day, in the folder of the site.
const ANSWERS: &str = ".fingerpost/links.json";

/// Adds what other websites say of the links to them.
fn ask_others(checked: &mut Checked, root: &Path) {
    let file = root.join(ANSWERS);
    let known = fs::read_to_string(&file).unwrap_or_default();
    let Some(others) = Others::of(checked, &known) else { return };
    say!("{}", others.summary());
    let answers = others.ask(checked);
    if let Err(error) = keep(&file, &answers) {
        say!("warning: the results could not be saved for next time: {error}");
    }
}

fn keep(file: &Path, answers: &str) -> Result<(), Box<dyn std::error::Error>> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    Ok(pipeline::write_file(file, answers.as_bytes())?)
}

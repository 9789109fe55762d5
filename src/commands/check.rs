//! `fingerpost check`.

use crate::cli::{CheckArgs, Format, Outcome};
use crate::diagnostic::json;
use crate::pipeline;

pub(crate) fn run(args: &CheckArgs) -> Outcome {
    let mut checked = match pipeline::check(&args.site.options()) {
        Ok(checked) => checked,
        Err(error) => {
            say!("error: {error}");
            return Outcome::Failed;
        }
    };
    let nothing_wrong = checked.problems.is_empty();
    // Programs were promised errors and warnings, and nothing else.
    if !matches!(args.format, Format::Json) {
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

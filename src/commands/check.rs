//! `fingerpost check`.

use crate::cli::{CheckArgs, Format, Outcome};
use crate::diagnostic::json;
use crate::pipeline;

pub(crate) fn run(args: &CheckArgs) -> Outcome {
    let mut checked = match pipeline::check(&args.site.options()) {
        Ok(checked) => checked,
        Err(error) => {
            eprintln!("error: {error}");
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
    match args.format {
        Format::Text => {
            super::tell(&problems);
            if hidden > 0 {
                let found = if problems.is_empty() { "no errors; " } else { "" };
                let warnings =
                    if hidden == 1 { "1 warning or hint is" } else { &format!("{hidden} warnings and hints are") };
                eprintln!("{found}{warnings} not shown");
            }
            if nothing_wrong {
                println!("no problems found");
            }
        }
        Format::Json => println!("{}", json::array(&problems)),
        Format::Github => problems.iter().for_each(|problem| println!("{}", json::github(problem))),
    }
    let passes = checked.is_sound() && (!args.strict || nothing_wrong);
    if passes { Outcome::Fine } else { Outcome::ContentErrors }
}

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
    let problems = checked.placed();
    match args.format {
        Format::Text => {
            if !problems.is_empty() {
                super::tell(&problems, &checked.problems);
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

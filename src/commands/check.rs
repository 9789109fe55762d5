//! `fingerpost check`.

use crate::cli::{CheckArgs, Format, Outcome};
use crate::diagnostic::json;
use crate::pipeline;

pub(crate) fn run(args: &CheckArgs) -> Outcome {
    let checked = match pipeline::check(&args.site.options()) {
        Ok(checked) => checked,
        Err(error) => {
            eprintln!("error: {error}");
            return Outcome::Failed;
        }
    };
    let problems = checked.placed();
    match args.format {
        Format::Text if problems.is_empty() => println!("no problems found"),
        Format::Text => super::tell(&problems, &checked.problems),
        Format::Json => println!("{}", json::array(&problems)),
        Format::Github => problems.iter().for_each(|problem| println!("{}", json::github(problem))),
    }
    let passes = checked.is_sound() && (problems.is_empty() || !args.strict);
    if passes { Outcome::Fine } else { Outcome::ContentErrors }
}

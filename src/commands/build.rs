//! `fingerpost build`.

use std::time::Instant;

use crate::cli::{BuildArgs, Outcome};
use crate::diagnostic::print::{self, Placed};
use crate::pipeline::{self, BuildError, Checked};

pub(crate) fn run(args: &BuildArgs) -> Outcome {
    let start = Instant::now();
    let checked = match pipeline::check(&args.options()) {
        Ok(checked) => checked,
        Err(error) => {
            eprintln!("error: {error}");
            return Outcome::Failed;
        }
    };
    super::tell(&checked.placed());
    if !checked.is_sound() || args.strict && !checked.problems.is_empty() {
        eprintln!("nothing was written");
        return Outcome::ContentErrors;
    }
    let out = args.out.clone().unwrap_or_else(|| args.site.site.join("public"));
    let outcome = match pipeline::build(&checked, &out) {
        Ok(built) => {
            let summary = built.summary;
            println!(
                "{} files in {}: {} written, {} unchanged, {} removed ({:.2} s)",
                built.total,
                out.display(),
                summary.written,
                summary.unchanged,
                summary.removed,
                start.elapsed().as_secs_f64(),
            );
            Outcome::Fine
        }
        Err(error) => failed(&checked, &error),
    };
    // The program ends here, and the system takes back all memory at once; piece by piece takes a while.
    std::mem::forget(checked);
    outcome
}

fn failed(checked: &Checked, error: &BuildError) -> Outcome {
    match error {
        BuildError::Templates(problems) => {
            for problem in problems {
                let text = checked.sources.get(&problem.path).and_then(|source| source.text().ok());
                eprintln!("{}", print::text(&Placed::new(problem, text)));
            }
            eprintln!("{error}\nnothing was written");
            Outcome::ContentErrors
        }
        BuildError::Output(error) => {
            eprintln!("error: {error}");
            Outcome::Failed
        }
    }
}

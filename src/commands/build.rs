//! `fingerpost build`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::cli::{BuildArgs, Outcome};
use crate::diagnostic::print::{self, Placed};
use crate::pipeline::{self, BuildError, Checked};

pub(crate) fn run(args: &BuildArgs) -> Outcome {
    let start = Instant::now();
    let checked = match pipeline::check(&args.options()) {
        Ok(checked) => checked,
        Err(error) => {
            say!("error: {error}");
            return Outcome::Failed;
        }
    };
    if checked.is_sound() {
        super::tell(&checked.placed());
    } else {
        super::tell_errors(&checked.placed());
    }
    if !checked.is_sound() || args.strict && !checked.problems.is_empty() {
        say!("nothing was written");
        return Outcome::ContentErrors;
    }
    let out = args.out.clone().unwrap_or_else(|| args.site.site.join("public"));
    if let Some(folder) = sources_around(&args.site.site, &out) {
        let help = "give a folder beside `content` and `templates`, such as `public`";
        return super::failed(
            &format!("`{}` lies in `{folder}`, where the site is written", out.display()),
            Some(help),
        );
    }
    let outcome = match pipeline::build(&checked, &out, args.strict) {
        Ok(built) => {
            let summary = built.summary;
            let line = format!(
                "{} files in {}: {} written, {} unchanged, {} removed ({:.2} s)\n",
                built.total,
                out.display(),
                summary.written,
                summary.unchanged,
                summary.removed,
                start.elapsed().as_secs_f64(),
            );
            let told = super::write(line.as_bytes(), None);
            let changes = built.for_readers.in_words();
            if !changes.is_empty() {
                say!("{}", changes.trim_end());
            }
            if let Some(next) = pipeline::next_change(&checked.upcoming) {
                say!("{next}");
            }
            told
        }
        Err(error) => failed(&checked, &error),
    };
    // The program ends here, and the system takes back all memory at once; piece by piece takes a while.
    std::mem::forget(checked);
    outcome
}

/// The folder of the site's sources that a folder lies in, be it there yet or not.
fn sources_around(site: &Path, out: &Path) -> Option<&'static str> {
    let whole = |path: &Path| -> Option<PathBuf> {
        let path = std::path::absolute(path).ok()?;
        let there = path.ancestors().find_map(|folder| Some((folder, folder.canonicalize().ok()?)));
        there.and_then(|(folder, real)| Some(real.join(path.strip_prefix(folder).ok()?)))
    };
    let out = whole(out)?;
    ["content", "templates"]
        .into_iter()
        .find(|name| whole(&site.join(name)).is_some_and(|folder| out.starts_with(folder)))
}

fn failed(checked: &Checked, error: &BuildError) -> Outcome {
    match error {
        BuildError::Templates(problems) => {
            for problem in problems {
                let text = checked.sources.get(&problem.path).and_then(|source| source.text().ok());
                say!("{}", print::text(&Placed::new(problem, text)));
            }
            say!("{error}\nnothing was written");
            Outcome::ContentErrors
        }
        BuildError::Gone(for_readers) => {
            say!("{}", for_readers.in_words().trim_end());
            say!("error: {error}");
            say!("help: add the lines for `content/redirects.yaml`, or build without `--strict`; nothing was written");
            Outcome::ContentErrors
        }
        BuildError::Output(error) => {
            say!("error: {error}");
            Outcome::Failed
        }
    }
}

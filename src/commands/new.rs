//! `fingerpost new`.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::{failed, tell};
use crate::cli::{NewArgs, Outcome};
use crate::model::slug::slugify;
use crate::pipeline::{self, Added, Addition, Options};
use crate::starter::{self, NewRecord};

pub(crate) fn run(args: &NewArgs) -> Outcome {
    let name = args.name.join(" ");
    // What is a draft still can be added to.
    let options = Options { drafts: true, ..args.site.options() };
    match (Addition::to(&args.kind, &name, args.date), NewRecord::named(&args.kind)) {
        (Some(addition), _) => add(&options, addition),
        (None, Some(kind)) => make(&options, kind, &name),
        (None, None) => failed(&format!("`{}` cannot be started", args.kind), None),
    }
}

/// Makes the file of a record that is not there yet.
fn make(options: &Options, kind: NewRecord, title: &str) -> Outcome {
    let id = slugify(title);
    if id.is_empty() {
        return failed(&format!("`{title}` has no letter or digit"), Some("give the title that readers will see"));
    }
    let known = match pipeline::known(options) {
        Ok(known) => known,
        Err(error) => return failed(&error.message, Some(&error.help)),
    };
    let (path, text) = known.names.record(kind, title, &id, known.today);
    let (path, text) =
        if options.root.join("schemas").is_dir() { starter::with_schema((path, text)) } else { (path, text) };
    let file = options.root.join(&path);
    if file.exists() {
        return failed(
            &format!("`{path}` is there already"),
            Some("open that file, or give another title; nothing was written"),
        );
    }
    if let Err(error) = write_new(&file, &text) {
        return failed(&format!("`{}` cannot be written: {error}", file.display()), None);
    }
    let is_draft = text.contains("\ndraft: true\n");
    let until = if is_draft {
        " It is a draft, which only the preview shows: take out `draft: true` to publish it."
    } else {
        ""
    };
    say!("Next: open the file, and write what is true in place of each text in [square brackets].{until}");
    super::write(format!("{path}\n").as_bytes(), None)
}

fn write_new(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::OpenOptions::new().write(true).create_new(true).open(file)?.write_all(text.as_bytes())
}

/// Adds to a record that is there.
fn add(options: &Options, addition: Addition<'_>) -> Outcome {
    let checked = match pipeline::check(options) {
        Ok(checked) => checked,
        Err(error) => return failed(&error.to_string(), None),
    };
    let Added { path, line, text, next } = match pipeline::add(&checked, options, addition) {
        Ok(added) => added,
        Err(error) => {
            tell(&error.problems(&checked));
            return failed(&error.message, Some(&error.help));
        }
    };
    if let Err(error) = pipeline::write_file(&options.root.join(&path), text.as_bytes()) {
        return failed(&error.to_string(), None);
    }
    say!("Next: {next}");
    super::write(format!("{path}:{line}\n").as_bytes(), None)
}

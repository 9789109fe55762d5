//! `fingerpost schema`.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::{failed, write};
use crate::cli::{Outcome, SchemaArgs};
use crate::schema;

/// Writes the JSON Schemas, or the configuration for an editor in the browser, and says where.
pub(crate) fn run(args: &SchemaArgs) -> Outcome {
    match write_all(&args.out, args.cms) {
        Ok(names) => write(names.as_bytes(), None),
        Err(error) => failed(&format!("cannot write to `{}`: {error}", args.out.display()), None),
    }
}

/// The paths of what was written, a line each.
fn write_all(folder: &Path, for_cms: bool) -> io::Result<String> {
    fs::create_dir_all(folder)?;
    let mut names = String::new();
    let config = || vec![("config.yml".to_owned(), schema::cms_config())];
    for (name, text) in if for_cms { config() } else { schema::schemas() } {
        let path = folder.join(name);
        fs::write(&path, text)?;
        let _ = writeln!(names, "{}", path.display());
    }
    Ok(names)
}

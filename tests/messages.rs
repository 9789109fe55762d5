//! What `fingerpost check` tells authors, to the letter: each slip in a site of its own.

mod accessibility;
mod addresses;
mod dates;
mod fields;
mod formats;
mod hours;
mod lists;
mod many;
mod markdown;
mod not_public;
mod nowhere;
mod progress;
mod records;
mod references;
mod said;
mod swallowed;
mod templates;
mod text_files;
mod training;
mod training_cancelled;
mod training_clashes;
mod training_clocks;
mod unlinked;
mod values;
mod wording;
mod yaml;

use crate::support::site::TestSite;

/// What is told of a small site with one more file.
fn told(path: &str, text: impl AsRef<[u8]>) -> String {
    TestSite::new().with(path, text).messages()
}

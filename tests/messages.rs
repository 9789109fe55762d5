//! What `fingerpost check` tells authors, to the letter: each slip in a site of its own.

#[path = "messages/accessibility.rs"]
mod accessibility;
#[path = "messages/addresses.rs"]
mod addresses;
#[path = "messages/dates.rs"]
mod dates;
#[path = "messages/fields.rs"]
mod fields;
#[path = "messages/formats.rs"]
mod formats;
#[path = "messages/markdown.rs"]
mod markdown;
#[path = "messages/progress.rs"]
mod progress;
#[path = "messages/records.rs"]
mod records;
#[path = "messages/references.rs"]
mod references;
#[path = "support/site.rs"]
mod site;
#[path = "messages/swallowed.rs"]
mod swallowed;
#[path = "messages/templates.rs"]
mod templates;
#[path = "messages/text_files.rs"]
mod text_files;
#[path = "messages/training.rs"]
mod training;
#[path = "messages/training_clashes.rs"]
mod training_clashes;
#[path = "messages/training_clocks.rs"]
mod training_clocks;
#[path = "messages/values.rs"]
mod values;
#[path = "messages/wording.rs"]
mod wording;
#[path = "messages/yaml.rs"]
mod yaml;

use site::TestSite;

/// What is told of a small site with one more file.
fn told(path: &str, text: impl AsRef<[u8]>) -> String {
    TestSite::new().with(path, text).messages()
}

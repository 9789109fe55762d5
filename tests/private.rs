//! What authors keep for themselves never gets out: not into a page, not into a message.

mod confidential;
mod everywhere;
mod forms;
mod messages;
mod small_numbers;
mod unpublished;

use std::process::Output;

use crate::support::site::{Run, TestSite};
use forms::{Needles, unpacked};

/// A word that stands in what must stay secret, and nowhere else.
const SECRET: &str = "Zebrafinch";

/// Says which files hold the secret in their names or their bytes, in whatever form.
fn leaks(site: &TestSite) -> Vec<String> {
    let needles = Needles::of(SECRET);
    let holds = |name: &str, bytes: &[u8]| {
        needles.are_in(name.as_bytes()) || unpacked(bytes).iter().any(|bytes| needles.are_in(bytes))
    };
    site.files().iter().filter(|(name, bytes)| holds(name, bytes)).map(|(name, _)| name.clone()).collect()
}

/// Builds a sound site, and makes sure that the secret is in none of its files.
fn assert_built_without(site: &TestSite) {
    let built = site.build();
    assert_eq!(built.status, 0, "{built:?}");
    assert_eq!(leaks(site), Vec::<String>::new());
    assert_unspoken(&built);
    assert_unspoken_by_check(site);
    assert_untold_by_exports_and_reports(site);
}

/// Makes sure that nothing that the program makes of the site besides its pages holds the secret.
fn assert_untold_by_exports_and_reports(site: &TestSite) {
    let needles = Needles::of(SECRET);
    // Named so that a new thing to export or report is looked at as soon as it can be made.
    let commands = ["plan", "services", "training"]
        .iter()
        .flat_map(|what| ["csv", "xlsx", "json"].map(|format| vec!["export", what, "--format", format]))
        .chain(
            ["progress", "due", "coverage"]
                .iter()
                .flat_map(|what| ["text", "csv", "json"].map(|format| vec!["report", what, "--format", format])),
        );
    for command in commands {
        let Output { stdout, stderr, .. } = site.raw(command[0], &command[1..]);
        for bytes in [stdout, stderr] {
            assert!(!unpacked(&bytes).iter().any(|bytes| needles.are_in(bytes)), "{command:?}");
        }
    }
}

/// Makes sure that the program did not speak of the secret.
fn assert_unspoken(run: &Run) {
    for text in [&run.out, &run.err] {
        assert!(!text.contains(SECRET), "{text}");
    }
}

/// Checks a site in every form, and makes sure that what is told does not hold the secret.
fn assert_unspoken_by_check(site: &TestSite) {
    for format in ["text", "json", "github"] {
        assert_unspoken(&site.run("check", &["--format", format]));
    }
}

//! What authors keep for themselves never gets out: not into a page, not into a message.

#[path = "private/everywhere.rs"]
mod everywhere;
#[path = "private/messages.rs"]
mod messages;
#[path = "support/site.rs"]
mod site;
#[path = "private/small_numbers.rs"]
mod small_numbers;
#[path = "private/unpublished.rs"]
mod unpublished;

use site::{Run, TestSite};

/// A word that stands in what must stay secret, and nowhere else.
const SECRET: &str = "Zebrafinch";

/// Says which files hold the secret in their bytes or their names.
fn leaks(site: &TestSite) -> Vec<String> {
    let secret = SECRET.to_lowercase();
    let holds = |name: &str, bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        name.to_lowercase().contains(&secret) || text.contains(&secret)
    };
    site.files().iter().filter(|(name, bytes)| holds(name, bytes)).map(|(name, _)| name.clone()).collect()
}

/// Builds a sound site, and makes sure that the secret is in none of its files.
fn assert_built_without(site: &TestSite) {
    let built = site.build();
    assert_eq!(built.status, 0, "{built:?}");
    assert_eq!(leaks(site), Vec::<String>::new());
    assert_unspoken(&built);
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

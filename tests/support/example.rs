//! The example site as the program builds it, for the tests that only read it: built once, and kept in memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use assert_cmd::Command;

use super::site::{TODAY, files, is_page};

/// Where [`under_a_path`] is published.
pub(crate) const BASE: &str = "https://example.org/under/path/";

/// The files of a built site.
pub(crate) struct Built {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// The example site.
pub(crate) fn example() -> &'static Built {
    static EXAMPLE: LazyLock<Built> = LazyLock::new(|| Built::new(&[]));
    &EXAMPLE
}

/// The example site, published at [`BASE`].
pub(crate) fn under_a_path() -> &'static Built {
    static EXAMPLE: LazyLock<Built> = LazyLock::new(|| Built::new(&["--base-url", BASE]));
    &EXAMPLE
}

impl Built {
    fn new(arguments: &[&str]) -> Self {
        let out = tempfile::tempdir().expect("a folder can be made");
        Command::new(env!("CARGO_BIN_EXE_fingerpost"))
            .args(["build", "--today", TODAY, "--out"])
            .arg(out.path())
            .arg("--site")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")))
            .args(arguments)
            .assert()
            .success();
        Self { files: files(out.path()) }
    }

    /// A page or another file of text.
    pub(crate) fn page(&self, name: &str) -> &str {
        let bytes = self.files.get(name).unwrap_or_else(|| panic!("there is no `{name}`"));
        std::str::from_utf8(bytes).expect("it is UTF-8")
    }

    /// Every page with its name.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.keys().filter(|name| is_page(name)).map(|name| (name.as_str(), self.page(name)))
    }
}

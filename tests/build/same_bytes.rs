//! The same input and day give the same bytes, whatever the machine is like.

use std::fs;
use std::path::Path;

use crate::site::{TODAY, TestSite, files, page, service};

/// The example site, which has something of everything.
fn example() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn build(set_up: impl FnOnce(&mut assert_cmd::Command)) -> std::collections::BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().expect("a folder can be made");
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["build", "--today", TODAY, "--out"]).arg(out.path());
    set_up(&mut program);
    program.assert().success();
    files(out.path())
}

#[test]
fn twice_and_in_another_place_language_and_time_zone() {
    let first = build(|program| {
        program.arg("--site").arg(example()).env("TZ", "UTC").env("LANG", "C");
    });
    assert!(first.len() > 300, "{} files", first.len());
    let second = build(|program| {
        program
            .current_dir(example())
            .env("TZ", "Pacific/Kiritimati")
            .env("LANG", "tr_TR.UTF-8")
            .env("LC_ALL", "tr_TR.UTF-8");
    });
    let different: Vec<&String> = first.keys().filter(|name| first.get(*name) != second.get(*name)).collect();
    assert_eq!(different, Vec::<&String>::new());
    assert_eq!(first.len(), second.len());
}

#[test]
fn on_one_thread_and_on_many() {
    let one = build(|program| {
        program.arg("--site").arg(example()).env("RAYON_NUM_THREADS", "1");
    });
    let many = build(|program| {
        program.arg("--site").arg(example()).env("RAYON_NUM_THREADS", "7");
    });
    assert!(one == many);
}

#[test]
fn in_whatever_order_the_files_were_made() {
    let names = ["a", "b", "c", "d", "e"];
    let written = |names: &mut dyn Iterator<Item = &&str>| {
        let site = names.fold(TestSite::new(), |site, name| {
            site.with(&format!("content/services/{name}.md"), service(""))
                .with(&format!("content/pages/{name}.md"), page("x\n"))
        });
        site.built().files()
    };
    assert!(written(&mut names.iter()) == written(&mut names.iter().rev()));
}

#[test]
fn a_folder_built_over_many_times_is_as_one_built_afresh() {
    let site =
        TestSite::new().with("content/services/a.md", service("")).with("content/pages/b.md", page("x\n")).built();
    let first = site.files();
    let site =
        site.with("content/pages/c.md", page("y\n")).with("content/services/a.md", service("cost: £5\n")).built();
    site.remove("content/pages/c.md");
    let site = site.with("content/services/a.md", service("")).built();
    assert!(site.files() == first);
    fs::remove_dir_all(site.public()).expect("it can be removed");
    assert!(site.built().files() == first);
}

#[test]
fn a_base_url_means_the_same_with_and_without_a_slash_at_its_end() {
    let built = |url: &str| {
        let site = TestSite::new().with("content/services/a.md", service(""));
        assert_eq!(site.run("build", &["--base-url", url]).status, 0);
        site.files()
    };
    assert!(built("https://example.org/path") == built("https://example.org/path/"));
    let settings =
        TestSite::new().read("content/site.yaml").replace("https://www.example.org/", "https://example.org/path");
    let site = TestSite::new().with("content/site.yaml", settings).with("content/services/a.md", service("")).built();
    assert!(site.files() == built("https://example.org/path"));
}

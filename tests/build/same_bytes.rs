//! The same input and day give the same bytes, whatever the machine is like.

use std::fs;

use assert_cmd::Command;

use crate::support::example::example;
use crate::support::site::{TODAY, TestSite, files, page, service};

/// Fails unless the example site is built in this environment as it is in the tests' own.
fn assert_same_with(environment: &[(&str, &str)]) {
    let out = tempfile::tempdir().expect("a folder can be made");
    Command::new(env!("CARGO_BIN_EXE_fingerpost"))
        .args(["build", "--today", TODAY, "--out"])
        .arg(out.path())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .envs(environment.iter().copied())
        .assert()
        .success();
    let (here, there) = (&example().files, files(out.path()));
    assert!(here.len() > 300, "{} files", here.len());
    let different: Vec<&String> = here.keys().filter(|name| here.get(*name) != there.get(*name)).collect();
    assert_eq!(different, Vec::<&String>::new());
    assert_eq!(here.len(), there.len());
}

#[test]
fn in_another_language_and_time_zone_and_on_many_threads() {
    assert_same_with(&[
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("RAYON_NUM_THREADS", "7"),
    ]);
}

#[test]
fn on_one_thread() {
    assert_same_with(&[("TZ", "UTC"), ("LANG", "C"), ("RAYON_NUM_THREADS", "1")]);
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

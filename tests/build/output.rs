//! The output folder: what is written, kept, removed and refused.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::support::site::{Run, TestSite, files, page, service};

const MANIFEST: &str = ".fingerpost-manifest.json";

fn small_site() -> TestSite {
    TestSite::new().with("content/services/helpline.md", service("")).with("content/pages/about.md", page("Words.\n"))
}

/// Makes all files of the built site an hour old.
fn age(site: &TestSite) -> SystemTime {
    let then = SystemTime::now() - Duration::from_secs(3_600);
    for name in site.names() {
        let file = fs::File::options().append(true).open(site.public().join(name)).expect("it can be opened");
        file.set_modified(then).expect("its time can be set");
    }
    then
}

fn modified(file: &Path) -> SystemTime {
    file.metadata().and_then(|data| data.modified()).expect("the file is there")
}

#[test]
fn the_manifest_lists_every_file_with_its_hash() {
    let site = small_site().built();
    let manifest: serde_json::Value = serde_json::from_str(&site.page(MANIFEST)).expect("it is JSON");
    let listed = manifest["files"].as_object().expect("it lists files");
    let mut written = site.files();
    written.remove(MANIFEST);
    assert_eq!(listed.keys().collect::<Vec<_>>(), written.keys().collect::<Vec<_>>());
    for (name, bytes) in written {
        assert_eq!(listed[&name], blake3::hash(&bytes).to_hex().as_str(), "{name}");
    }
}

#[test]
fn a_file_whose_bytes_are_unchanged_keeps_its_time() {
    let site = small_site().built();
    let then = age(&site);
    let site = site.with("content/pages/about.md", page("Other words.\n"));
    let run = site.build();
    let changed: Vec<String> =
        site.names().into_iter().filter(|name| modified(&site.public().join(name)) > then).collect();
    let expected: Vec<String> = changed
        .iter()
        .filter(|name| [MANIFEST, "about/index.html"].contains(&name.as_str()) || name.contains("search-index"))
        .cloned()
        .collect();
    // The page on which people search names the index, whose name holds the hash of its bytes.
    let others: Vec<&String> = changed.iter().filter(|name| !expected.contains(name)).collect();
    assert!(others.iter().all(|name| *name == "search/index.html"), "{others:?}");
    assert!(expected.iter().any(|name| name == "about/index.html"), "{run:?}");
}

#[test]
fn a_second_build_writes_nothing() {
    let site = small_site().built();
    let then = age(&site);
    let run = site.build();
    assert!(run.out.contains(": 0 written, ") && run.out.contains(", 0 removed"), "{run:?}");
    for name in site.names() {
        assert!(modified(&site.public().join(&name)) <= then, "{name} was written");
    }
}

#[test]
fn a_file_that_someone_changed_is_put_right() {
    let site = small_site().built();
    let before = site.files();
    site.write("public/about/index.html", "defaced");
    let site = site.built();
    assert_eq!(site.files(), before);
}

#[test]
fn a_page_whose_file_is_gone_is_removed_with_its_folder() {
    let site = small_site().built();
    site.remove("content/pages/about.md");
    let run = site.build();
    assert!(run.out.contains(" removed"), "{run:?}");
    assert!(!site.public().join("about").exists());
}

#[test]
fn a_file_that_it_did_not_write_is_left_alone() {
    let site = small_site().built();
    site.write("public/CNAME", "www.example.org");
    site.write("public/about/notes.txt", "mine");
    site.remove("content/pages/about.md");
    let site = site.built();
    assert_eq!(site.page("CNAME"), "www.example.org");
    assert_eq!(site.page("about/notes.txt"), "mine");
    assert!(!site.public().join("about/index.html").exists());
}

#[test]
fn a_file_that_it_did_not_write_stands_in_the_way_of_a_page() {
    let site = small_site().built();
    site.write("public/news/index.html", "mine");
    let before = site.files();
    let site = site.with("content/pages/news.md", page("Words.\n")).with("content/pages/about.md", page("Other.\n"));
    let Run { status, out, err } = site.build();
    assert_eq!((status, out.as_str()), (2, ""), "{err}");
    assert!(err.contains("news/index.html") && err.contains("stands in the way"), "{err}");
    assert_eq!(site.files(), before, "nothing else was written either");
}

#[test]
fn a_folder_that_holds_other_peoples_files_is_refused() {
    let site = small_site();
    site.write("public/index.html", "mine");
    let Run { status, err, .. } = site.build();
    assert_eq!(status, 2);
    assert!(err.contains("did not write") && err.contains("--out"), "{err}");
    assert_eq!(site.names(), ["index.html"]);
    assert_eq!(site.page("index.html"), "mine");
}

#[test]
fn the_folder_can_be_chosen_and_may_be_there_already_if_it_is_empty() {
    let site = small_site();
    let elsewhere = tempfile::tempdir().expect("a folder can be made");
    let out = elsewhere.path().to_str().expect("its name is text");
    let run = site.run("build", &["--out", out]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(!site.public().exists());
    assert!(files(elsewhere.path()).contains_key("about/index.html"));
}

#[test]
fn with_an_error_nothing_is_written_and_what_was_there_stays() {
    let site = small_site().with("content/pages/a.md", page("# One\n"));
    let run = site.build();
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("nothing was written"), "{}", run.err);
    assert!(!site.public().exists());

    site.remove("content/pages/a.md");
    let site = site.built();
    let before = site.files();
    let site = site.with("content/pages/a.md", page("# One\n")).with("content/pages/about.md", page("Other words.\n"));
    assert_eq!(site.build().status, 1);
    assert_eq!(site.files(), before);
}

#[test]
fn with_a_template_that_fails_nothing_is_written() {
    let site = small_site().built();
    let before = site.files();
    let site =
        site.with("templates/page.html", "{{ view.unheard_of }}").with("content/pages/about.md", page("Other.\n"));
    let run = site.build();
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.err.contains("templates/page.html:1:"), "{}", run.err);
    assert_eq!(site.files(), before);
}

#[test]
fn temporary_files_of_a_build_that_was_killed_are_swept() {
    let site = small_site().built();
    let before = site.files();
    site.write("public/.fingerpost-stage-1/about/index.html", "half");
    site.write("public/about/.fingerpost-index.html", "half");
    let site = site.built();
    assert_eq!(site.files(), before);
}

#[test]
fn files_are_copied_to_the_byte() {
    let bytes = [0, 159, 146, 150, b'\r', b'\n', 255];
    let site = small_site().with("content/files/maps/town.bin", bytes).built();
    assert_eq!(site.files()["files/maps/town.bin"], bytes);
}

#[test]
fn an_old_address_without_its_last_slash_is_a_folder_and_one_with_an_ending_a_file() {
    let site = small_site().with("content/redirects.yaml", "/old: /about/\n/a/index.php: /about/\n").built();
    assert!(site.page("old/index.html").contains("/about/"));
    assert!(site.page("a/index.php").contains("/about/"));
}

#[test]
fn editors_leave_files_behind_that_are_no_content() {
    let site = small_site();
    for name in ["pages/.about.md.swp", "pages/about.md~", "pages/#about.md#", ".DS_Store", "files/.hidden"] {
        site.write(&format!("content/{name}"), [0xff, 0xfe]);
    }
    let run = site.build();
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(!site.names().iter().any(|name| name.contains("hidden") || name.contains("swp")));
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let site = small_site().built();
    let before = site.files();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let run = site.build();
                assert!(run.status == 0 || run.err.contains("another build"), "{run:?}");
            });
        }
    });
    assert_eq!(site.files(), before);
}

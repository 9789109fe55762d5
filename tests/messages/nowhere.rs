//! Links and pictures of files that are not there, and folders without a site.

use super::told;
use crate::support::site::{TestSite, page, service};

#[test]
fn a_picture_that_is_not_there_is_told_where_pictures_go() {
    insta::assert_snapshot!(told("content/pages/a.md", page("![A map](map.png)\n")), @r"
    error[link/image]: there is no picture `content/pages/map.png`
     --> content/pages/a.md:4:10
      |
    4 | ![A map](map.png)
      |          ^^^^^^^
      = help: put the picture into `content/files/` and write `![what it shows](../files/map.png)`

    1 error
    ");
    let site = TestSite::new().with("content/files/map.webp", "no picture");
    let near = site.with("content/pages/a.md", page("![A map](map.png)\n")).messages();
    assert!(near.contains("did you mean `../files/map.webp`?"), "{near}");
}

#[test]
fn a_file_that_was_renamed_is_found_by_its_words() {
    let site = TestSite::new().with("content/services/idva.md", service(""));
    insta::assert_snapshot!(site.with("content/pages/a.md", page("[IDVA](../services/idva-service.md)\n")).messages(), @r"
    error[link/broken]: there is no file `content/services/idva-service.md`
     --> content/pages/a.md:4:8
      |
    4 | [IDVA](../services/idva-service.md)
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: was it renamed to `../services/idva.md`?

    1 error
    ");
}

#[test]
fn a_file_whose_old_address_leads_on_is_known_by_its_new_name() {
    let site = TestSite::new()
        .with("content/services/safe-homes.md", service(""))
        .with("content/redirects.yaml", "/about-us/: /old/\n/old/: services/safe-homes.md\n");
    let told = site.with("content/pages/a.md", page("[Locks](about-us.md)\n")).messages();
    assert!(told.contains("there is no file `content/pages/about-us.md`"), "{told}");
    assert!(told.contains("= help: it is now `../services/safe-homes.md`"), "{told}");
}

#[test]
fn a_file_is_never_suggested_to_itself() {
    let told = told("content/pages/about.md", page("[us](abouts.md), [us](/abouts/)\n"));
    assert!(told.contains("there is no file `content/pages/abouts.md`"), "{told}");
    assert!(told.contains("no page has the address `/abouts/`"), "{told}");
    assert!(!told.contains("did you mean") && !told.contains("renamed"), "{told}");
}

#[test]
fn a_folder_without_a_site_is_told_what_is_looked_for() {
    let run = TestSite::empty().run_plain(&["check"]);
    assert_eq!(run.status, 2);
    insta::assert_snapshot!(run.err, @r"error: there is no site here: no folder `content/`; go to the site's folder, name it with `--site DIR`, or start a site with `fingerpost init`");
    let run = TestSite::empty().run_plain(&["check", "--site", "nowhere"]);
    insta::assert_snapshot!(run.err, @r"error: there is no folder `nowhere`; name the folder that holds `content/` with `--site DIR`");
    let run = TestSite::new().run_plain(&["check", "--site", "content"]);
    insta::assert_snapshot!(run.err, @r"error: `content` is itself a `content/`; name the folder above it with `--site DIR`, or run the command there");
}

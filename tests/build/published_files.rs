//! Files that are copied as they are: none that nobody meant to publish.

use std::fs;

use crate::support::site::{TestSite, page};

#[test]
fn what_programs_put_there_for_themselves_is_not_published() {
    let site =
        [".DS_Store", "Thumbs.db", "desktop.ini", "~$plan.docx", ".git/config", "plan.docx~", "__MACOSX/plan.docx"]
            .into_iter()
            .fold(TestSite::new(), |site, name| site.with(&format!("content/files/{name}"), "Zebrafinch"))
            .with("content/files/plan.docx", "a document")
            .built();
    let files: Vec<String> = site.names().into_iter().filter(|name| name.starts_with("files/")).collect();
    assert_eq!(files, ["files/plan.docx"]);
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    /// A site with something beside it that is not the site's.
    fn with_neighbour() -> (TestSite, tempfile::TempDir) {
        let neighbour = tempfile::tempdir().expect("a folder can be made");
        fs::write(neighbour.path().join("addresses.txt"), "Zebrafinch").expect("it can be written");
        (TestSite::new().with("content/files/plan.txt", "a plan"), neighbour)
    }

    #[test]
    fn a_link_to_a_file_or_a_folder_outside_of_the_site_is_refused() {
        for name in ["addresses.txt", ""] {
            let (site, neighbour) = with_neighbour();
            let target = neighbour.path().join(name);
            symlink(target, site.path().join("content/files/linked")).expect("a link can be made");
            for command in ["build", "check"] {
                let run = site.run(command, &[]);
                assert_eq!(run.status, 2, "{run:?}");
                assert!(run.err.contains("content/files/linked`: it is a link to something outside"), "{run:?}");
                assert!(!run.err.contains("Zebrafinch") && !run.err.contains("addresses"), "{run:?}");
            }
            assert!(!site.public().exists());
        }
    }

    #[test]
    fn a_link_to_a_page_outside_is_refused_as_well() {
        let (site, neighbour) = with_neighbour();
        let text = neighbour.path().join("page.md");
        fs::write(&text, page("Words.\n")).expect("it can be written");
        fs::create_dir(site.path().join("content/pages")).expect("a folder can be made");
        symlink(text, site.path().join("content/pages/page.md")).expect("a link can be made");
        assert_eq!(site.build().status, 2);
    }

    #[test]
    fn a_link_to_another_file_of_the_site_is_followed() {
        let (site, _) = with_neighbour();
        symlink("plan.txt", site.path().join("content/files/same.txt")).expect("a link can be made");
        assert_eq!(site.built().page("files/same.txt"), "a plan");
    }

    #[test]
    fn a_whole_folder_of_content_may_be_kept_elsewhere() {
        let (site, neighbour) = with_neighbour();
        let elsewhere = neighbour.path().join("content");
        // A link and a plain move do the same on every file system.
        fs::rename(site.path().join("content"), &elsewhere).expect("it can be moved");
        symlink(&elsewhere, site.path().join("content")).expect("a link can be made");
        assert_eq!(site.built().page("files/plan.txt"), "a plan");
    }
}

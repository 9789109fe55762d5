//! A site that stays open and is edited: after each edit it is the site that its files make when they are read anew.

use std::path::PathBuf;

use crate::support::site::{TODAY, TestSite, course, page, plan};
use fingerpost::{Options, Preview, Project};

const NETWORK: &str = "title: Champions\nentries:\n  - {name: Library, area: north}\n";
const GOVERNANCE: &str = "- {id: board, title: The board}\n";

fn service(title: &str, lines: &str, body: &str) -> String {
    format!(
        "---\ntitle: {title}\nsummary: Talk to someone.\norganisation: marlsea-council\nneeds: [talk]\n\
         audiences: [everyone]\nreviewed: 2026-11-01\n{lines}---\n{body}"
    )
}

const SESSION: &str = "sessions: [{date: 2026-12-03, start: \"09:30\", end: \"12:30\"}]\n";

/// A site in which most kinds of record link to each other.
fn linked_site() -> TestSite {
    TestSite::new()
        .with("content/services/helpline.md", service("Helpline", "", "We listen.\n\n## Who may call\n\nAll.\n"))
        .with("content/services/refuge.md", service("Refuge", "", "Or [call](helpline.md#who-may-call).\n"))
        .with("content/services/advice.md", service("Advice", "areas: [north]\n", "See [news](../updates/news.md).\n"))
        .with(
            "content/pages/about.md",
            page("[The plan](../plans/plan.yaml), [the board](../governance.yaml#board).\n"),
        )
        .with("content/updates/news.md", "---\ntitle: News\ndate: 2026-11-01\n---\nSee [us](../pages/about.md).\n")
        .with("content/plans/plan.yaml", plan("ref: \"1\"\nwhy: See [the helpline](../services/helpline.md).\n"))
        .with(
            "content/training/first.yaml",
            course(&format!("description: See [advice](../services/advice.md).\n{SESSION}")),
        )
        .with("content/networks/champions.yaml", NETWORK)
        .with("content/governance.yaml", GOVERNANCE)
}

/// A site that is edited and the program that has it open.
struct OpenSite {
    site: TestSite,
    project: Project,
}

fn open(site: &TestSite) -> Project {
    let today = Some(TODAY.parse().expect("it is a day"));
    let options = Options::new(site.path().to_owned(), today, true);
    Project::open(options).expect("the files can be read")
}

impl OpenSite {
    fn new(site: TestSite) -> Self {
        let project = open(&site);
        Self { site, project }
    }

    /// Writes a file, or removes it, and compares what the open site shows with what a fresh look finds.
    fn edit(&self, file: &str, text: Option<&str>) -> usize {
        match text {
            Some(text) => self.site.write(file, text),
            None => self.site.remove(file),
        }
        let paths: [PathBuf; 1] = [self.site.path().join(file)];
        self.project.refresh(Some(&paths));
        let fresh = open(&self.site);
        assert_eq!(self.project.problems(), fresh.problems(), "after a change of {file}");
        let errors = fresh.problems().len();
        if errors == 0 {
            self.compare_pages(&fresh, file);
        }
        errors
    }

    fn compare_pages(&self, fresh: &Project, file: &str) {
        let sitemap = fresh.artifact("sitemap.xml").expect("every site has one");
        let sitemap = String::from_utf8(sitemap.bytes.to_vec()).expect("it is text");
        let addresses = sitemap.split("<loc>https://www.example.org/").skip(1);
        let pages = addresses.map(|rest| format!("{}index.html", rest.split('<').next().unwrap_or_default()));
        let mut compared = 0;
        for path in pages.chain(["sitemap.xml".to_owned(), "updates/feed.xml".to_owned()]) {
            let (shown, expected) = (self.project.artifact(&path), fresh.artifact(&path));
            assert!(expected.is_some(), "{path} is there");
            assert!(shown == expected, "{path} differs after a change of {file}");
            compared += 1;
        }
        assert!(compared > 20, "{compared} pages");
    }
}

#[test]
fn words_that_change_are_shown() {
    let site = OpenSite::new(linked_site());
    let body = "We listen, day and night.\n\n## Who may call\n\nAll.\n";
    assert_eq!(site.edit("content/services/helpline.md", Some(&service("Helpline", "", body))), 0);
    assert_eq!(site.edit("content/services/helpline.md", Some(&service("A helpline", "", body))), 0);
    assert_eq!(site.edit("content/pages/about.md", Some(&page("Words alone.\n"))), 0);
    assert_eq!(
        site.edit("content/site.yaml", Some(&site.site.read("content/site.yaml").replace("Marlsea", "Wend"))),
        0
    );
}

#[test]
fn a_link_that_breaks_from_its_own_end_is_told_and_mended() {
    let site = OpenSite::new(linked_site());
    let broken = service("Refuge", "", "Or [call](helplin.md).\n");
    assert_eq!(site.edit("content/services/refuge.md", Some(&broken)), 1);
    assert_eq!(site.edit("content/pages/about.md", Some(&page("Words alone.\n"))), 1);
    assert_eq!(site.edit("content/services/refuge.md", Some(&service("Refuge", "", "Stay.\n"))), 0);
}

#[test]
fn a_link_that_breaks_from_its_other_end_is_told_and_mended() {
    let site = OpenSite::new(linked_site());
    let whole = site.site.read("content/services/helpline.md");
    let without_heading = service("Helpline", "", "We listen.\n");
    assert_eq!(site.edit("content/services/helpline.md", Some(&without_heading)), 1);
    assert_eq!(site.edit("content/services/helpline.md", Some(&whole)), 0);
    assert!(site.edit("content/services/helpline.md", None) >= 2, "the refuge and the plan link to it");
    assert_eq!(site.edit("content/services/helpline.md", Some(&whole)), 0);
    assert_eq!(site.edit("content/governance.yaml", Some("- {id: group, title: A group}\n")), 1);
    assert_eq!(site.edit("content/governance.yaml", Some(GOVERNANCE)), 0);
    assert_eq!(site.edit("content/updates/news.md", None), 1);
}

#[test]
fn an_address_that_moves_moves_everywhere() {
    let site = OpenSite::new(linked_site());
    let moved = service("Helpline", "slug: call-us\n", "We listen.\n\n## Who may call\n\nAll.\n");
    assert_eq!(site.edit("content/services/helpline.md", Some(&moved)), 0);
    assert_eq!(site.edit("content/services/zebra.md", Some(&service("A first one", "", "New.\n"))), 0);
    assert_eq!(site.edit("content/services/zebra.md", Some(&service("Zebra", "", "Last.\n"))), 0);
    assert_eq!(site.edit("content/services/zebra.md", Some(&service("Zebra", "slug: advice\n", "Twin.\n"))), 1);
    assert_eq!(site.edit("content/services/zebra.md", None), 0);
}

#[test]
fn a_word_that_goes_is_missed_by_all_that_name_it() {
    let site = OpenSite::new(linked_site());
    let words = site.site.read("content/vocabulary.yaml");
    assert_eq!(site.edit("content/vocabulary.yaml", Some(&words.replace("{id: north,", "{id: far-north,"))), 2);
    assert_eq!(site.edit("content/vocabulary.yaml", Some(&words)), 0);
    let partners = site.site.read("content/organisations.yaml");
    let nearly = partners.replace("marlsea-council", "marlsea-councils");
    assert_eq!(site.edit("content/organisations.yaml", Some(&nearly)), 3, "each service names it");
    assert_eq!(site.edit("content/services/refuge.md", Some(&service("Refuge", "", "Stay.\n"))), 3);
    assert_eq!(site.edit("content/organisations.yaml", Some(&partners)), 0);
}

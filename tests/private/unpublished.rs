//! Records that are not to be seen today: drafts, and those outside their dates.

use fingerpost::{Occasion, Reader, Source, Sources, resolve};

use super::{SECRET, assert_built_without};
use crate::support::site::{TODAY, TestSite, course, files, page, plan, service};

const SESSION: &str = "sessions: [{date: 2026-12-03, start: \"09:30\", end: \"12:30\"}]\n";

/// A site in which everything names a service, a course, a page and an update that hold the secret and this line.
fn site_with(line: &str) -> TestSite {
    let hidden = |text: String, title: &str| {
        let text = text.replacen(title, &format!("{title} {SECRET}"), 1);
        let (head, tail) = text.split_once('\n').expect("there are several lines");
        if head == "---" { format!("---\n{line}\n{tail}\n{SECRET}\n") } else { format!("{line}\n{head}\n{tail}") }
    };
    let related = "related: [zebrafinch-service, zebrafinch-course]\n";
    TestSite::new()
        .with("content/services/zebrafinch-service.md", hidden(service(""), "Helpline"))
        .with("content/training/zebrafinch-course.yaml", hidden(course(""), "First steps"))
        .with("content/pages/zebrafinch-page.md", hidden(page("Words.\n"), "A page"))
        .with(
            "content/updates/zebrafinch-update.md",
            hidden(page("Words.\n").replacen("---\n", "---\ndate: 2026-11-01\n", 1), "A page"),
        )
        .with("content/services/seen.md", service(""))
        .with("content/training/seen.yaml", course(&format!("prerequisites: [zebrafinch-course]\n{SESSION}")))
        .with("content/plans/plan.yaml", plan(related))
        .with("content/pages/about.md", page("Words.\n").replacen("---\n", &format!("---\n{related}"), 1))
        .with("content/leaflets/help.yaml", "title: Help\nservices: [seen, zebrafinch-service]\n")
        .with("content/leaflets/talk.yaml", "title: Talk\nservices: {needs: [talk]}\n")
        .with_setting("helplines: [seen]")
}

#[test]
fn a_site_holds_none_of_them() {
    for line in ["draft: true", "publish_until: 2026-11-21", "publish_from: 2026-11-23"] {
        let site = site_with(line);
        let files = files(&site.path().join("content"));
        let read = files.iter().map(|(path, bytes)| Source::new(&format!("content/{path}"), bytes));
        let content = Reader::default().read(&Sources::from_files(read));
        let resolved = |drafts| {
            let today = TODAY.parse().expect("it is a day");
            let (site, _) = resolve(&content, Occasion { today, drafts }, None);
            format!("{:?}", site.expect("there are settings"))
        };
        assert!(format!("{content:?}").contains(SECRET), "the content has it: {line}");
        assert!(!resolved(false).contains(SECRET), "{line}");
        // A preview shows drafts and what is still to come, and not what is over.
        assert_eq!(resolved(true).contains(SECRET), !line.starts_with("publish_until"), "{line}");
    }
}

#[test]
fn drafts_are_in_no_file_of_a_build() {
    let site = site_with("draft: true");
    assert_eq!(site.check().err, "");
    assert_built_without(&site);
}

#[test]
fn records_past_their_last_day_are_in_no_file_of_a_build() {
    assert_built_without(&site_with("publish_until: 2026-11-21"));
}

#[test]
fn records_before_their_first_day_are_in_no_file_of_a_build() {
    assert_built_without(&site_with("publish_from: 2026-11-23"));
}

#[test]
fn all_of_them_are_there_on_their_day() {
    let names = site_with("publish_from: 2026-11-22\npublish_until: 2026-11-22").built().names();
    for page in [
        "services/zebrafinch-service/index.html",
        "training/zebrafinch-course/index.html",
        "zebrafinch-page/index.html",
        "updates/zebrafinch-update/index.html",
    ] {
        assert!(names.iter().any(|name| name == page), "{page} is not among {names:?}");
    }
}

#[test]
fn a_record_that_is_withdrawn_takes_its_pages_with_it() {
    let site =
        site_with("order: 1\ndraft: false").with("content/services/zebrafinch-service.md", service("draft: true\n"));
    for kind in ["training/zebrafinch-course.yaml", "pages/zebrafinch-page.md", "updates/zebrafinch-update.md"] {
        let text = site.read(&format!("content/{kind}"));
        site.write(&format!("content/{kind}"), text.replace("order: 1\ndraft: false", "draft: true"));
    }
    assert_built_without(&site);
}

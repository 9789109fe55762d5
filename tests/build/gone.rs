//! What a build says that it changes for readers: new pages, pages that are gone, ratings that moved, and what comes next.

use crate::support::site::{Run, TODAY, TestSite, page, plan, service};

fn build(site: &TestSite, arguments: &[&str]) -> Run {
    site.run("build", arguments)
}

fn site() -> TestSite {
    TestSite::new()
        .with("content/pages/about.md", page("We are here.").replace("A page", "About us"))
        .with("content/services/helpline.md", service(""))
        .with("content/services/refuge.md", service("").replace("Helpline", "Refuge"))
}

#[test]
fn a_first_build_and_one_without_changes_say_nothing() {
    let site = site();
    assert_eq!(build(&site, &[]).err, "");
    assert_eq!(build(&site, &[]).err, "");
}

#[test]
fn a_page_that_was_renamed_is_named_with_the_line_that_leads_on() {
    let site = site();
    build(&site, &[]);
    site.write("content/pages/who-we-are.md", site.read("content/pages/about.md"));
    site.remove("content/pages/about.md");
    site.remove("content/services/refuge.md");
    let strict = build(&site, &["--strict"]);
    assert_eq!(strict.status, 1, "{strict:?}");
    assert!(strict.err.contains("error: 2 addresses of the last build are gone"), "{}", strict.err);
    assert!(site.page("about/index.html").contains("We are here."), "nothing was written");
    let run = build(&site, &[]);
    assert_eq!(run.status, 0);
    for line in [
        "new for readers: About us",
        "gone: `/about/`; `/who-we-are/` looks like it. This line in content/redirects.yaml would lead people on:\n  /about/: \
         /who-we-are/",
        "gone: `/services/refuge/`. This line in content/redirects.yaml would lead people on:\n  /services/refuge/: /services/",
    ] {
        assert!(run.err.contains(line), "{line}\n{}", run.err);
    }
    // Said once: by the next build they were gone already.
    assert!(!build(&site, &[]).err.contains("gone:"));
}

#[test]
fn with_those_lines_nothing_is_gone() {
    let site = site();
    build(&site, &[]);
    site.write("content/pages/who-we-are.md", site.read("content/pages/about.md"));
    site.remove("content/pages/about.md");
    site.write("content/redirects.yaml", "/about/: /who-we-are/\n");
    let run = build(&site, &["--strict"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(!run.err.contains("gone:"), "{}", run.err);
}

#[test]
fn what_its_file_takes_from_sight_is_wanted() {
    let site = site();
    build(&site, &[]);
    site.write("content/services/refuge.md", service("publish_until: 2026-11-01\n").replace("Helpline", "Refuge"));
    let run = build(&site, &["--strict"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.err.contains("no longer to be seen, as their files say: `/services/refuge/`"), "{}", run.err);
}

#[test]
fn ratings_that_moved_are_named() {
    let of =
        |status: &str| plan(&format!("ref: \"1\"\nupdates: [{{date: 2026-11-01, status: {status}, text: News.}}]\n"));
    let site = site().with("content/plans/plan.yaml", of("on-track"));
    build(&site, &[]);
    site.write("content/plans/plan.yaml", of("off-track"));
    let run = build(&site, &[]);
    assert!(run.err.contains("ratings that moved: `1 Open a helpline`: green to red"), "{}", run.err);
}

#[test]
fn the_next_change_that_comes_by_itself_is_named() {
    let site = site()
        .with("content/services/new.md", service("publish_from: 2026-12-07\n").replace("Helpline", "New line"))
        .with(
            "content/services/shut.md",
            service("status: closed-temporarily\nstatus_note: We move.\nreopens: 2026-12-14\n")
                .replace("Helpline", "Shut line"),
        )
        .with(
            "content/updates/fair.md",
            "---\ntitle: Our fair\ndate: 2026-11-01\nsummary: Come.\npublish_until: 2026-12-20\n---\nText.\n",
        )
        .with("content/pages/draft.md", page("x").replace("title:", "draft: true\npublish_from: 2026-12-01\ntitle:"));
    let run = build(&site, &[]);
    assert!(
        run.err.contains("next change due on Monday 7 December 2026: `content/services/new.md` appears"),
        "{run:?}"
    );
    let report = site.run_plain(&["report", "due", "--upcoming", "--today", TODAY]).out;
    let lines = [
        "Monday 7 December 2026: New line appears (content/services/new.md)",
        "Monday 14 December 2026: Shut line opens again (content/services/shut.md)",
        "Monday 21 December 2026: Our fair ends (content/updates/fair.md)",
    ];
    assert!(report.ends_with(&format!("{}\n", lines.join("\n"))), "{report}");
    let csv = site.run_plain(&["report", "due", "--upcoming", "--today", TODAY, "--format", "csv"]).out;
    assert!(csv.contains("2026-12-07,appears,New line,content/services/new.md"), "{csv}");
    let json: serde_json::Value = serde_json::from_str(
        &site.run_plain(&["report", "due", "--upcoming", "--today", TODAY, "--format", "json"]).out,
    )
    .expect("JSON");
    assert_eq!(json["changes"][2]["change"], "ends");
}

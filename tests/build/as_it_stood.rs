//! The site on another day, and with its drafts.

use crate::support::site::{TestSite, course, plan, service};

/// An action that began on track, was complete a year later, and was due before that.
fn site() -> TestSite {
    let action = "ref: 1.1\ntimescale: 2026-08-31\nupdates:\n  - {date: 2026-05-01, status: on-track, text: We began.}\n  \
                  - {date: 2026-10-01, status: complete, text: We are done.}\n";
    let sessions = "sessions:\n  - {date: 2026-06-10, start: \"09:30\", end: \"12:30\"}\n  \
                    - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"}\n";
    TestSite::new()
        .with("content/plans/plan.yaml", plan(action))
        .with("content/training/first-steps.yaml", course(sessions))
        .with("content/services/summer.md", service("publish_from: 2026-06-01\npublish_until: 2026-08-31\n"))
        .with("content/services/soon.md", service("draft: true\n"))
}

fn on(day: &str) -> TestSite {
    site().built_on(day)
}

/// The rating and status of the action on its own page.
fn standing(site: &TestSite) -> (String, String) {
    let page = site.page("strategy/plan/early-help/1-1/index.html");
    let main = page.split_once("<main").expect("the page has a main part").1;
    let value = |name: &str| {
        let rest = main.split_once(&format!("{name}=\"")).unwrap_or_else(|| panic!("no {name} in {main}")).1;
        rest.split('"').next().expect("it ends").to_owned()
    };
    (value("data-rating"), value("data-status"))
}

#[test]
fn a_rating_is_that_of_the_day() {
    let told = |day: &str| {
        let (rating, status) = standing(&on(day));
        format!("{status} {rating}")
    };
    assert_eq!(told("2026-04-30"), "not-started amber");
    assert_eq!(told("2026-05-01"), "on-track green");
    assert_eq!(told("2026-08-31"), "on-track green");
    assert_eq!(told("2026-09-01"), "on-track red");
    assert_eq!(told("2026-10-01"), "complete green");
}

#[test]
fn what_was_written_later_is_not_on_the_page() {
    let page = |day: &str| on(day).page("strategy/plan/early-help/1-1/index.html");
    assert!(!page("2026-04-30").contains("We began."));
    let spring = page("2026-05-01");
    assert!(spring.contains("We began.") && !spring.contains("We are done."));
    assert!(page("2026-10-01").contains("We are done."));
}

#[test]
fn a_session_is_to_come_until_its_day_is_over() {
    let training = |day: &str| on(day).page("training/index.html");
    assert!(training("2026-06-10").contains("2026-06-10"));
    assert!(!training("2026-06-11").contains("2026-06-10"));
    assert!(training("2026-12-03").contains("2026-12-03"));
    assert!(!training("2026-12-04").contains("2026-12-03"));
    assert!(on("2027-12-04").public().join("training/first-steps/first-steps-2026-06-10/index.html").exists());
}

#[test]
fn a_record_is_there_between_its_days() {
    let there = |day: &str| on(day).public().join("services/summer").exists();
    assert!(!there("2026-05-31"));
    assert!(there("2026-06-01"));
    assert!(there("2026-08-31"));
    assert!(!there("2026-09-01"));
}

#[test]
fn drafts_are_built_where_they_are_asked_for_and_go_again() {
    let site = site().built();
    assert!(!site.public().join("services/soon").exists());
    assert_eq!(site.run("build", &["--drafts"]).status, 0);
    assert!(site.public().join("services/soon/index.html").exists());
    let site = site.built();
    assert!(!site.public().join("services/soon").exists());
}

#[test]
fn a_site_whose_readers_are_not_at_risk_has_no_exit() {
    let site = TestSite::new().with_setting("sensitive: false").with("content/services/a.md", service("")).built();
    for (name, html) in site.pages() {
        assert!(!html.contains("exit-this-page"), "{name}");
        assert!(!html.contains("tel:999"), "{name}");
    }
    assert!(!site.public().join("stay-safe-online").exists());
}

#[test]
fn news_is_not_told_before_its_date() {
    let news = "---\ntitle: Doors open\ndate: 2026-12-24\n---\nCome in.\n";
    let site = TestSite::new().with("content/updates/doors.md", news);
    let site = site.built_on("2026-12-23");
    assert!(!site.names().contains(&"updates/doors/index.html".to_owned()));
    let site = site.built_on("2026-12-24");
    assert!(site.names().contains(&"updates/doors/index.html".to_owned()));
}

/// A plan with reports of many days, without those after a day.
fn reports_until(day: &str) -> String {
    let reported = |date: &str, text: &str| if date <= day { format!("{text}\n") } else { String::new() };
    let mut action = "ref: 1.1\ntimescale: 2026-08-31\nleads: [safe-harbour]\nmilestones:\n".to_owned();
    let done = if "2026-07-10" <= day { ", done: 2026-07-10" } else { "" };
    action.extend(["  - {title: Contract signed, timescale: 2026-06-30", done, "}\nupdates:\n"]);
    let updates = [
        ("2026-04-20", "on-track", "We began."),
        ("2026-07-10", "at-risk", "The contract was late."),
        ("2026-08-20", "off-track", "We will miss the date."),
        ("2026-10-01", "complete", "We are done."),
    ];
    for (date, status, text) in updates {
        action.push_str(&reported(date, &format!("  - {{date: {date}, status: {status}, text: {text}}}")));
    }
    plan(&action)
}

#[test]
fn the_site_on_a_day_is_the_site_without_what_was_written_later() {
    let whole = reports_until("9999-12-31");
    for day in ["2026-04-20", "2026-06-30", "2026-07-10", "2026-08-31", "2026-09-30", "2026-10-01", "2027-04-01"] {
        let built = |plan: &str| TestSite::new().with("content/plans/plan.yaml", plan).built_on(day).files();
        let (whole, then) = (built(&whole), built(&reports_until(day)));
        assert!(whole.keys().eq(then.keys()), "{day}");
        for (name, bytes) in &whole {
            assert!(then[name] == *bytes, "{name} on {day}");
        }
    }
}

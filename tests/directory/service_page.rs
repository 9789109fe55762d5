//! What a service's own page says.

use crate::support::site::{TestSite, page, service};

fn titled(title: &str, lines: &str) -> String {
    service(lines).replace("title: Helpline\n", &format!("title: {title}\n"))
}

#[test]
fn a_closed_service_says_so_first_and_offers_others_that_are_like_it() {
    let older =
        |title: &str, lines: &str| titled(title, lines).replace("audiences: [everyone]", "audiences: [older-people]");
    let site = TestSite::new()
        .with(
            "content/services/shut.md",
            older("Shut", "status: closed-temporarily\nstatus_note: Back in May.\nareas: [north]\nphone: 01632 960001\nhours: \"Mo-Fr 09:00-17:00\"\n"),
        )
        .with("content/services/a-far.md", older("A far one", "areas: [south]\n"))
        .with("content/services/b-other.md", titled("For others", "areas: [north]\n"))
        .with("content/services/c-near.md", older("Near", "areas: [north]\n"))
        .with("content/services/d-staff.md", older("For staff", "areas: [north]\nfor_professionals: true\n"))
        .with("content/services/e-gone.md", older("Gone", "areas: [north]\nstatus: closed\n"))
        .built();
    let page = site.page("services/shut/index.html");
    let main = page.split_once("<main").expect("it has its middle").1;
    assert!(main.find("Closed for now.").expect("it says so") < main.find("class=\"lede\"").expect("the summary"));
    assert!(main.contains("Back in May.") && !main.contains("data-open"), "no hours of what is closed");
    let instead = main.split_once("id=\"part-instead\"").expect("there are others").1;
    let instead = instead.split_once("<aside").expect("the facts follow").0;
    let at = |id: &str| instead.find(&format!("/services/{id}/"));
    assert!(at("c-near") < at("a-far") && at("a-far") < at("b-other"), "{instead}");
    assert!(at("c-near").is_some() && at("d-staff").is_none() && at("e-gone").is_none(), "{instead}");
}

#[test]
fn hours_stand_in_words_with_what_the_mark_is_worked_out_from() {
    let lines = "hours: \"Mo-Fr 09:00-17:00; PH off\"\nphone:\n  - {number: 01632 960001, hours: \"Mo-Fr 09:00-17:00; PH off\"}\n  \
                 - {number: 01632 960002, hours: \"Sa 10:00-12:00\"}\n";
    let site = TestSite::new().with("content/services/a.md", service(lines)).built();
    let page = site.page("services/a/index.html");
    assert!(page.contains("data-open=\"540-1020;540-1020;540-1020;540-1020;540-1020\""));
    assert_eq!(page.matches("Monday to Friday, 9am to 5pm").count(), 1, "hours are not told twice");
    assert!(page.contains("data-open=\";;;;;600-720;;?\"") && page.contains("Saturday, 10am to midday."));
    assert!(page.contains("data-clock=\"29453760 0 "), "{page}");
    let seasonal = TestSite::new().with("content/services/a.md", service("hours: \"Jun-Aug 09:00-17:00\"\n")).built();
    assert!(!seasonal.page("services/a/index.html").contains("data-open"));
    let elsewhere =
        TestSite::new().with_setting("timezone: Europe/Paris").with("content/services/a.md", service(lines));
    assert!(!elsewhere.built().page("services/a/index.html").contains("data-clock"));
}

#[test]
fn a_mistake_can_be_told_of_without_naming_the_service_in_the_mail() {
    let site = TestSite::new().with("content/services/refuge.md", service("")).built();
    let page = site.page("services/refuge/index.html");
    assert!(page.contains("href=\"mailto:partnership@example.org?subject=Correction\""));
    assert!(page.contains("The whole area"));
}

#[test]
fn pages_and_updates_that_speak_of_a_service_are_named_and_no_heading_is_empty() {
    let update = "---\ntitle: News of it\ndate: 2026-11-01\nrelated: [helpline]\n---\nIt is new.\n";
    let site = TestSite::new()
        .with("content/services/helpline.md", service(""))
        .with("content/services/other.md", titled("Other", ""))
        .with(
            "content/pages/guide.md",
            page("Call [them](../services/helpline.md). Or [call](../services/helpline.md).\n"),
        )
        .with("content/updates/news.md", update)
        .built();
    let page = site.page("services/helpline/index.html");
    let more = page.split_once("id=\"part-guidance\"").expect("there is more to read").1;
    let more = more.split_once("</nav>").expect("it ends").0;
    assert_eq!(more.matches("<li>").count(), 2, "{more}");
    assert!(more.contains("/guide/") && more.contains("/updates/news/"));
    assert!(!site.page("services/other/index.html").contains("part-guidance"));
}

#[test]
fn the_check_tells_of_details_to_be_looked_at_a_month_before_and_after() {
    // Each day has its own organisation, or one service would be there four times.
    let reviewed = |day: &str| {
        let line = service("").replace("reviewed: 2026-11-01", &format!("reviewed: {day}"));
        line.replace("marlsea-council", &format!("Council of {day}"))
    };
    let site = TestSite::new()
        .with("content/services/a-late.md", reviewed("2026-05-21"))
        .with("content/services/b-soon.md", reviewed("2026-06-22"))
        .with("content/services/c-fine.md", reviewed("2026-06-23"))
        .with("content/services/d-gone.md", reviewed("2026-01-01").replace("---\nWe", "status: closed\n---\nWe"));
    insta::assert_snapshot!(site.messages(), @r"
    warning[service/review]: these details were last checked on 21 May 2026 and were due again by 21 November 2026; readers see a note about it
     --> content/services/a-late.md:7:11
      |
    7 | reviewed: 2026-05-21
      |           ^^^^^^^^^^
      = help: check them with the service, then write the day on which you did

    warning[service/review]: these details were last checked on 22 June 2026 and are due again by 22 December 2026
     --> content/services/b-soon.md:7:11
      |
    7 | reviewed: 2026-06-22
      |           ^^^^^^^^^^
      = help: check them with the service, then write the day on which you did

    2 warnings
    ");
    let built = site.built();
    assert!(built.page("services/a-late/index.html").contains("Some may have changed."));
    assert!(!built.page("services/b-soon/index.html").contains("Some may have changed."));
}

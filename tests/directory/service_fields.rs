//! Fields that few services need: a day of opening again, extensions, several places, services that are alike.

use crate::support::site::{TestSite, service};

fn titled(title: &str, lines: &str) -> String {
    service(lines).replace("title: Helpline\n", &format!("title: {title}\n"))
}

#[test]
fn a_service_that_is_closed_for_a_while_opens_again_by_itself_on_the_day_it_names() {
    let lines = "status: closed-temporarily\nreopens: 2026-12-14\nstatus_note: Call the council until then.\nphone: 01632 960001\n";
    let site = |today| TestSite::new().with("content/services/a.md", service(lines)).built_on(today);
    let before = site("2026-12-13");
    let page = before.page("services/a/index.html");
    assert!(
        page.contains(
            "<b>Closed for now.</b> It opens again on <time datetime=\"2026-12-14\">14 December 2026</time>. Call"
        ),
        "{page}"
    );
    assert!(before.page("data/services.csv").contains("Closed for now,2026-12-14,Call the council"));
    let after = site("2026-12-14");
    let page = after.page("services/a/index.html");
    assert!(
        !page.contains("Closed for now") && !page.contains("Call the council") && page.contains("tel:+441632960001")
    );
    assert!(after.page("data/services.csv").contains(",Open,,,"));
}

#[test]
fn a_day_of_opening_again_says_nothing_of_a_service_that_is_not_closed_for_a_while() {
    for state in ["", "status: closed\n"] {
        let site = TestSite::new().with("content/services/a.md", service(&format!("{state}reopens: 2026-12-14\n")));
        let told = site.check().err;
        assert!(
            told.contains("warning[service/reopens]: `reopens` counts only where `status` says `closed-temporarily`"),
            "{told}"
        );
    }
}

//! Services in, a handbook out.

use crate::support::site::{TestSite, service};

fn titled(title: &str, lines: &str) -> String {
    service(lines).replace("title: Helpline", &format!("title: {title}"))
}

fn a_site() -> TestSite {
    let refuge = "tier: [3, 4]\nreferral: {self: false, professional: Send the **form**.}\n\
                  eligibility: Anyone in danger at home.\nphone: 01632 960010\n";
    TestSite::new()
        .with("content/services/refuge.md", titled("Refuge", refuge))
        .with("content/services/line.md", titled("Line", ""))
        .with("content/services/gone.md", titled("Gone", "status: closed\n"))
        .with("content/services/interpreters.md", titled("Interpreters", "for_professionals: true\ntier: 1\n"))
        .with(
            "content/pages/marac.md",
            "---\ntitle: MARAC\nsummary: When to refer.\naudience: professionals\n---\nText.\n",
        )
        .with("content/pages/about.md", "---\ntitle: About us\nsummary: Who we are.\n---\nText.\n")
}

/// The part of a page between two texts.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let start = page.find(from).unwrap_or_else(|| panic!("no `{from}` in {page}"));
    let end = page[start..].find(to).unwrap_or_else(|| panic!("no `{to}` in {page}"));
    &page[start..start + end]
}

#[test]
fn the_front_page_counts_services_by_need_and_level_and_leads_to_them() {
    let page = a_site().built().page("services/handbook/index.html");
    let row = between(&page, "<th scope=\"row\"><a href=\"/services/handbook/talk/\">", "</tr>");
    assert!(row.contains("data-label=\"Any level\"><a href=\"/services/handbook/talk/#level-any\">1</a>"), "{row}");
    assert!(row.contains("data-label=\"High risk\"><a href=\"/services/handbook/talk/#level-3\">1</a>"), "{row}");
    assert!(row.contains("data-label=\"Standard or medium risk\">0<"), "{row}");
    assert!(row.contains("data-label=\"All\">3<"), "{row}");
}

#[test]
fn the_front_page_leads_to_pathways_and_to_what_is_for_professionals() {
    let page = a_site().built().page("services/handbook/index.html");
    let main = between(&page, "<main", "</main>");
    assert!(main.contains("<a href=\"/marac/\">MARAC</a>") && main.contains("When to refer."), "{main}");
    assert!(!main.contains("About us"), "{main}");
    assert!(main.contains("<a href=\"/services/interpreters/\">Interpreters</a>"), "{main}");
}

#[test]
fn a_part_lists_its_services_by_level_and_tells_how_to_refer() {
    let page = a_site().built().page("services/handbook/talk/index.html");
    assert!(between(&page, "id=\"level-any\"", "</ul>").contains("<a href=\"#service-line\">Line</a>"));
    assert!(between(&page, "id=\"level-4\"", "</ul>").contains("<a href=\"#service-refuge\">Refuge</a>"));
    assert!(!page.contains("id=\"level-2\""), "{page}");
    let entry = between(&page, "<article class=\"entry\" id=\"service-refuge\">", "</article>");
    for told in [
        "Anyone in danger at home.",
        "High risk, Very high risk",
        "Send the <strong>form</strong>.",
        "People cannot ask for this themselves.",
        "<a href=\"tel:+441632960010\">01632 960010</a>",
        "Checked on 1 November 2026",
    ] {
        assert!(entry.contains(told), "`{told}` in {entry}");
    }
}

#[test]
fn what_is_closed_for_good_is_not_in_it() {
    let site = a_site().built();
    for page in ["services/handbook/talk/index.html", "services/handbook-to-print/index.html"] {
        assert!(!site.page(page).contains("Gone"), "{page}");
    }
}

#[test]
fn the_whole_handbook_has_each_service_once() {
    let page = a_site().built().page("services/handbook-to-print/index.html");
    for service in ["refuge", "line", "interpreters"] {
        assert_eq!(page.matches(&format!("id=\"service-{service}\"")).count(), 1, "{service}");
    }
    assert!(page.contains("<a href=\"#need-talk\">Someone to talk to</a>"), "{page}");
}

#[test]
fn a_handbook_of_very_many_services_is_told_in_short_and_in_parts() {
    let many = (0..301).fold(TestSite::new(), |site, number| {
        let lines = "eligibility: Anyone in danger at home.\nphone: 01632 960010\nreferral: {self: true}\n";
        site.with(&format!("content/services/s{number}.md"), titled(&format!("Service {number}"), lines))
    });
    let site = many.built();
    assert!(!site.names().contains(&"services/handbook-to-print/index.html".to_owned()));
    assert!(!site.page("services/handbook/index.html").contains("to print</a>"));
    let part = site.page("services/handbook/talk/index.html");
    assert!(part.contains("01632 960010") && part.contains("People can get in touch themselves."));
    assert!(!part.contains("Anyone in danger at home."));
}

#[test]
fn a_site_without_services_has_no_handbook() {
    let names = TestSite::new().built().names();
    assert!(!names.iter().any(|name| name.contains("handbook") || name.contains("data/")), "{names:?}");
}

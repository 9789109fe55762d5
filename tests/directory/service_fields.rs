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

const PLACES: &str = "locations:\n  - {name: Harbour office, address: \"1 Harbour Road, Marlsea\", postcode: SW1A 1AA, areas: [north], \
                      hours: \"Tu 10:00-14:00\", phone: \"01632 960002\", note: Ring the bell.}\n  - {name: Village hall, \
                      address: \"Green Lane, Thornley\", areas: [south]}\n";

#[test]
fn a_service_in_several_places_shows_each_with_its_hours_and_its_number() {
    let site =
        TestSite::new().with("content/services/a.md", service(&format!("{PLACES}phone: 01632 960001\n"))).built();
    let page = site.page("services/a/index.html");
    let places =
        page.split_once("id=\"part-places\"").expect("there are places").1.split_once("</ul>").expect("it ends").0;
    for part in [
        "Harbour office",
        "1 Harbour Road, Marlsea, SW1A 1AA",
        "For people in North Marlsea.",
        "data-open=\";600-840",
        "tel:+441632960002",
        "Ring the bell.",
        "Village hall",
    ] {
        assert!(places.contains(part), "{part}: {places}");
    }
    assert!(site.page("services/area/north/index.html").contains("/services/a/"), "its places are for these areas");
    assert!(!site.page("services/a/index.html").contains("The whole area"));
    assert!(site.page("services/contact/in-person/index.html").contains("Harbour office, Village hall"));
    let csv = site.page("data/services.csv");
    assert!(
        csv.contains("Harbour office: 1 Harbour Road, Marlsea, SW1A 1AA; Village hall: Green Lane, Thornley"),
        "{csv}"
    );
    assert!(
        csv.contains("01632 960001\nHarbour office: 01632 960002")
            && csv.contains("Harbour office: Tuesday, 10am to 2pm"),
        "{csv}"
    );
    let words =
        site.names().into_iter().find(|name| name.starts_with("assets/search-index")).expect("there is an index");
    assert!(site.page(&words).contains("thornley"), "its places can be searched for");
}

#[test]
fn a_number_that_belongs_to_a_place_can_be_pressed_in_a_list() {
    let site = TestSite::new().with("content/services/a.md", service(PLACES)).built();
    let list = site.page("services/contact/phone/index.html");
    assert!(list.contains("tel:+441632960002"), "{list}");
    assert!(list.contains("data-open=\";600-840"), "it is open when its place is: {list}");
}

#[test]
fn a_service_has_one_place_or_several() {
    let both =
        TestSite::new().with("content/services/a.md", service(&format!("{PLACES}location: {{address: Elsewhere}}\n")));
    let told = both.check();
    assert_eq!(told.status, 1);
    assert!(
        told.err.contains("error[service/locations]: a service has `location` or `locations`, not both"),
        "{}",
        told.err
    );
    let secret =
        TestSite::new().with("content/services/a.md", service(&format!("{PLACES}location: {{confidential: true}}\n")));
    assert_eq!(secret.check().status, 1);
}

#[test]
fn an_extension_is_read_out_and_dialled() {
    let lines = "phone: [{number: 01632 960001, extension: \"204\"}]\n";
    let site = TestSite::new().with("content/services/a.md", service(lines)).built();
    let page = site.page("services/a/index.html");
    assert!(
        page.contains("href=\"tel:+441632960001;ext=204\"><b>01632 960001</b> <span>extension 204</span>"),
        "{page}"
    );
    assert!(site.page("data/services.csv").contains("01632 960001 extension 204"));
    let open_data = |extension: &str| {
        let site = TestSite::new().with("content/services/a.md", service(&lines.replace("204", extension))).built();
        let is_the_service =
            |name: &String| name.starts_with("data/hsds/v3/services/") && name != "data/hsds/v3/services/index.json";
        site.page(&site.names().into_iter().find(is_the_service).expect("there is open data"))
    };
    assert!(open_data("204").contains("\"extension\":204"));
    let nought = open_data("0204");
    assert!(nought.contains("Extension 0204.") && !nought.contains("\"extension\":"), "{nought}");
    let wrong = TestSite::new().with("content/services/a.md", service(&lines.replace("204", "two")));
    assert!(wrong.check().err.contains("error[service/extension]: `two` is not an extension"));
}

#[test]
fn similar_help_is_named_by_the_author_or_worked_out_and_never_for_people_who_harm() {
    let site = |lines: &str| {
        TestSite::new()
            .with("content/services/a.md", titled("First", lines))
            .with("content/services/b.md", titled("Second", ""))
            .with("content/services/c.md", titled("Third", ""))
            .with("content/services/d.md", titled("Stop harming", "behaviour_change: true\n"))
            .with("content/services/e.md", titled("Shut", "status: closed\n"))
    };
    let similar = |site: &TestSite| {
        let page = site.page("services/a/index.html");
        let list = page
            .split_once("id=\"part-similar\"")
            .map_or("", |(_, after)| after.split_once("</ul>").expect("it ends").0);
        ["b", "c", "d", "e"].into_iter().filter(|id| list.contains(&format!("/services/{id}/"))).collect::<String>()
    };
    assert_eq!(similar(&site("").built()), "bc");
    assert_eq!(similar(&site("similar: [c]\n").built()), "c");
    let wrong = site("similar: [c, d, a, nobody]\n");
    let told = wrong.check().err;
    assert!(told.contains("error[service/similar]: there is no service `nobody`"), "{told}");
    assert!(told.contains("warning[service/similar]: `d` is not shown as similar"), "{told}");
    assert!(told.contains("warning[service/similar]: `a` in `similar` is this service itself"), "{told}");
}

//! The programme of a quarter, to be printed. The day is 22 November 2026.

use crate::support::site::{TestSite, course};

const SESSIONS: &str = "\
code: T-1
booking: {email: training@example.org}
sessions:
  - {date: 2026-11-03, start: \"09:30\", end: \"12:30\", id: over}
  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\", id: open, booking_closes: 2026-12-01, booking_url: \"https://example.org/3\"}
  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\", id: off, status: cancelled, changed: 2026-11-20}
  - {date: 2026-12-31, start: \"09:30\", end: \"12:30\", id: closed, booking_closes: 2026-11-20, booking_url: \"https://example.org/31\"}
  - {date: 2027-01-01, start: \"09:30\", end: \"12:30\", id: next}
  - {date: 2027-07-01, start: \"09:30\", end: \"12:30\", id: far}
";

fn a_site() -> TestSite {
    TestSite::new().with("content/training/first.yaml", course(SESSIONS))
}

/// The sessions that a page lists.
fn sessions(page: &str) -> Vec<&str> {
    page.split("data-session=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_quarter_lists_what_is_still_to_come() {
    let site = a_site().built();
    let page = site.page("training/programme/2026-27-q3/index.html");
    assert!(page.contains("<h1>Training programme, October to December 2026</h1>"), "{page}");
    assert_eq!(sessions(&page), ["open", "off", "closed"]);
    assert_eq!(sessions(&site.page("training/programme/2026-27-q4/index.html")), ["next"]);
    assert_eq!(sessions(&site.page("training/programme/2027-28-q2/index.html")), ["far"]);
}

#[test]
fn only_quarters_with_sessions_have_a_programme() {
    let site = a_site().built();
    let names = site.names();
    let programmes: Vec<&String> = names.iter().filter(|name| name.starts_with("training/programme/2")).collect();
    assert_eq!(programmes.len(), 3, "{programmes:?}");
    let list = site.page("training/programme/index.html");
    for address in ["2026-27-q3", "2026-27-q4", "2027-28-q2"] {
        assert!(list.contains(&format!("href=\"/training/programme/{address}/\"")), "{list}");
    }
    assert!(list.contains("October to December 2026</a>: 3 sessions"), "{list}");
    assert!(site.page("training/index.html").contains("href=\"/training/programme/\""));
}

#[test]
fn sessions_that_were_held_and_called_off_are_counted_by_quarter() {
    let list = a_site().built().page("training/programme/index.html");
    let row = |quarter: &str| {
        let row = list.split(&format!("<th scope=\"row\">{quarter}</th>")).nth(1).expect(quarter);
        let cells = row.split("</tr>").next().expect("a row").split("<td").skip(1);
        cells.map(|cell| cell.split('>').nth(1).expect("a cell").trim_end_matches("</td")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("October to December 2026"), "1 1 2");
    assert_eq!(row("January to March 2027"), "0 0 1");
    let none = a_site().built_on("2026-11-01").page("training/programme/index.html");
    assert!(!none.contains("Sessions by quarter"), "nothing was held yet: {none}");
}

#[test]
fn a_quarter_that_is_over_has_none() {
    let site = a_site().built_on("2027-01-05");
    assert!(!site.names().iter().any(|name| name.contains("2026-27")), "{:?}", site.names());
    let none = a_site().built_on("2027-08-01");
    assert!(!none.names().iter().any(|name| name.starts_with("training/programme")));
    assert!(!none.page("training/index.html").contains("/training/programme/"));
}

#[test]
fn people_are_told_how_to_book_what_is_open() {
    let page = a_site().built().page("training/programme/2026-27-q3/index.html");
    assert!(page.contains("href=\"https://example.org/3\"") && page.contains("Book by 1 Dec."), "{page}");
    assert!(!page.contains("href=\"https://example.org/31\""), "booking has closed: {page}");
    assert!(page.contains("Cancelled"), "{page}");
    assert!(page.contains("href=\"mailto:training@example.org\""), "{page}");
}

#[test]
fn quarters_are_those_of_the_site() {
    let site = a_site().with_setting("financial_year_starts: 1").built();
    assert_eq!(sessions(&site.page("training/programme/2026-q4/index.html")), ["open", "off", "closed"]);
    let site = a_site().with_setting("financial_year_starts: 2").built();
    let page = site.page("training/programme/2026-27-q4/index.html");
    assert!(page.contains("November 2026 to January 2027"), "{page}");
    assert_eq!(sessions(&page), ["open", "off", "closed", "next"]);
}

#[test]
fn a_course_that_would_take_the_address_is_told() {
    let told = a_site().with("content/training/programme.yaml", course("")).messages();
    assert!(
        told.contains("the address `/training/programme/` is already taken by a page that every site has"),
        "{told}"
    );
}

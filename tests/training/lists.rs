//! Sessions in lists, on the sheet of a month and on pages of their own.

use crate::support::site::TestSite;

const FIRST: &str = "\
title: First steps
summary: A start for all.
level: awareness
audiences: [professionals, older-people]
booking: {url: 'https://book.example.org/first', phone: 01632 960010}
sessions:
  - {date: 2026-11-02, start: '10:00', end: '12:00', online: {platform: Teams}}
  - {date: 2026-12-01, start: '10:00', end: '12:00', online: {platform: Teams}, places: 20, places_left: 6}
  - {date: 2026-12-08, start: '10:00', end: '12:00', venue: {name: Town Hall}, places: 20, places_left: 0}
  - {date: 2026-12-15, start: '10:00', end: '12:00', venue: {name: Town Hall}, status: full, waiting_list: true}
  - {date: 2027-01-12, start: '10:00', end: '12:00', status: changed, changed: 2026-11-20, places_left: 1, note: It was on the 11th.}
  - {date: 2027-01-19, start: '10:00', end: '12:00', status: postponed, changed: 2026-11-20}
  - {date: 2027-01-26, start: '10:00', end: '12:00', status: cancelled}
  - {date: 2027-03-09, start: '10:00', end: '12:00', status: provisional}
  - {date: 2027-03-16, start: '10:00', end: '12:00', venue: {name: Town Hall}, booking_closes: 2026-11-20}
  - {date: 2027-03-23, start: '10:00', end: '12:00', booking_closes: 2027-03-20}
";

fn site() -> TestSite {
    TestSite::new().with("content/training/first.yaml", FIRST).built()
}

/// The row of a session in a page.
fn row<'p>(page: &'p str, date: &str) -> &'p str {
    let start = page.find(&format!("data-session=\"first-{date}\"")).unwrap_or_else(|| panic!("{date} in {page}"));
    &page[start..start + page[start..].find("</li>\n<li data-session").unwrap_or(page.len() - start)]
}

#[test]
fn each_state_has_its_mark_and_its_words() {
    let page = site().page("training/index.html");
    for (date, mark, words) in [
        ("2026-12-01", "scheduled", "Going ahead, 6 places left"),
        ("2026-12-08", "full", "Full"),
        ("2026-12-15", "waiting", "Full, with a waiting list"),
        ("2027-01-12", "changed", "Changed on 20 Nov 2026, 1 place left"),
        ("2027-01-19", "postponed", "Postponed"),
        ("2027-01-26", "cancelled", "Cancelled"),
        ("2027-03-09", "provisional", "Not confirmed yet"),
    ] {
        let row = row(&page, date);
        assert!(row.contains(&format!("data-state=\"{mark}\">{words}</span>")), "{date}: {row}");
    }
}

#[test]
fn rows_say_what_the_filters_and_the_clock_look_at() {
    let page = site().page("training/index.html");
    let first = row(&page, "2026-12-01");
    for attribute in [
        "data-until=\"2026-12-01T12:00+00:00\"",
        "data-levels=\"awareness\"",
        "data-audiences=\"professionals older-people\"",
        "data-places=\"left\"",
        "data-ways=\"online\"",
        "data-venues=\"\"",
    ] {
        assert!(first.contains(attribute), "{attribute}: {first}");
    }
    let places =
        |date| super::lists::row(&page, date).split("data-places=\"").nth(1).and_then(|rest| rest.split('"').next());
    assert_eq!(places("2026-12-15"), Some("waiting"));
    assert_eq!(places("2026-12-08"), Some(""), "full");
    assert_eq!(places("2027-01-26"), Some(""), "cancelled");
    assert_eq!(places("2027-03-16"), Some(""), "booking has closed");
    assert_eq!(places("2027-03-23"), Some("left"));
    for box_ in ["value=\"left\"", "value=\"waiting\"", "value=\"online\"", "value=\"in-person\""] {
        assert!(page.contains(box_), "{box_}");
    }
}

#[test]
fn booking_ends_with_its_last_day() {
    let page = site().page("training/index.html");
    assert!(row(&page, "2027-03-16").contains("<span>Booking has closed.</span>"));
    let open = row(&page, "2027-03-23");
    assert!(open.contains("data-closes=\"2027-03-21T00:00+00:00\""), "{open}");
    assert!(open.contains("<span data-since=\"2027-03-21T00:00+00:00\" hidden>Booking has closed.</span>"), "{open}");
}

#[test]
fn past_sessions_are_kept_on_their_course_alone() {
    let site = site();
    assert!(!site.page("training/index.html").contains("first-2026-11-02"));
    assert!(!site.names().contains(&"training/month/2026-11/index.html".to_owned()));
    let course = site.page("training/first/index.html");
    let past = &course[course.find("data-past").expect("there is a list of past dates")..];
    assert!(past.contains("data-session=\"first-2026-11-02\""), "{past}");
    assert!(!past.contains("data-session=\"first-2026-12-01\""), "{past}");
    assert!(
        site.page("training/first/first-2026-11-02/index.html")
            .contains("<div class=\"notice\"><p>This session is over.")
    );
}

#[test]
fn the_next_session_that_goes_ahead_stands_at_the_top_of_its_course() {
    let course = site().page("training/first/index.html");
    let top = &course[course.find("Next: ").expect("the next date is told")..];
    assert!(top.starts_with("Next: <a href=\"/training/first/first-2026-12-01/\">Tuesday 1 December 2026"), "{top}");
}

#[test]
fn a_session_can_be_booked_until_it_cannot() {
    let site = site();
    let page = |date: &str| site.page(&format!("training/first/first-{date}/index.html"));
    assert!(page("2026-12-01").contains(">Book a place on First steps</a>"));
    assert!(page("2026-12-15").contains(">Join the waiting list for First steps</a>"));
    for date in ["2026-11-02", "2026-12-08", "2027-01-19", "2027-01-26", "2027-03-09", "2027-03-16"] {
        assert!(!page(date).contains("class=\"arm\" href=\"https://book"), "{date}");
    }
    assert!(page("2027-01-12").contains("<b>Changed on 20 November 2026.</b> It was on the 11th."));
    assert!(page("2027-03-16").contains("Booking closed on 20 November 2026. Ask us if there is still a place."));
}

#[test]
fn a_month_is_a_sheet_with_whole_weeks_beside_the_months_that_have_sessions() {
    let site = site();
    let page = site.page("training/month/2026-12/index.html");
    assert_eq!(page.matches("<th scope=\"col\">").count(), 7);
    assert_eq!(page.matches("<td").count(), 35);
    let day = &page[page.find("data-date=\"2026-12-01\"").expect("each day has a cell")..];
    assert!(day[..day.find("</td>").expect("a cell ends")].contains("/training/first/first-2026-12-01/"));
    assert!(page.contains("rel=\"next\">January 2027</a>") && !page.contains("rel=\"prev\""), "{page}");
    assert!(page.contains("href=\"/training/#m-2026-12\""), "the list is one press away");
    let march = site.page("training/month/2027-03/index.html");
    assert!(march.contains("rel=\"prev\">January 2027</a>") && !march.contains("rel=\"next\""), "{march}");
}

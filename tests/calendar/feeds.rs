//! What is in the feeds and files, and that nothing else can get into them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::event::{events, lines, text};
use super::times::site;
use crate::support::example::example;
use crate::support::site::{TestSite, course};

const SESSION: &str = "  - {date: 2026-12-03, start: \"09:30\", end: \"12:30\"";

/// A site with a course of one session, which has these fields.
fn with_session(fields: &str) -> TestSite {
    TestSite::new().with("content/training/first-steps.yaml", course(&format!("sessions:\n{SESSION}{fields}}}\n")))
}

/// Every calendar of a built site, by its path.
pub(crate) fn calendars(files: &BTreeMap<String, Vec<u8>>) -> Vec<(&str, &str)> {
    let is_calendar = |name: &str| Path::new(name).extension().is_some_and(|ending| ending == "ics");
    let calendars = files.iter().filter(|(name, _)| is_calendar(name));
    calendars.map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).expect("it is UTF-8"))).collect()
}

#[test]
fn the_feed_of_a_site_across_three_changes_of_the_clock() {
    let feed = site().built().page("training/calendar.ics");
    insta::assert_snapshot!(feed.replace("\r\n", "\n"));
}

#[test]
fn the_file_of_one_session() {
    let file = site().built().page("training/first-steps/first-steps-2026-03-29/session.ics");
    insta::assert_snapshot!(file.replace("\r\n", "\n"));
}

#[test]
fn all_have_a_feed_and_each_level_course_and_session() {
    let site = TestSite::new()
        .with("content/training/first-steps.yaml", course(&format!("sessions:\n{SESSION}}}\n")))
        .with("content/training/next-steps.yaml", course("").replace("awareness", "advanced"))
        .with("content/training/at-home.yaml", course("kind: e-learning\nurl: https://example.org/learn\n"))
        .built();
    let files = site.files();
    let names: BTreeSet<&str> = calendars(&files).into_iter().map(|(name, _)| name).collect();
    let expected = [
        "training/calendar.ics",
        "training/first-steps/calendar.ics",
        "training/first-steps/first-steps-2026-12-03/session.ics",
        "training/level/advanced/calendar.ics",
        "training/level/awareness/calendar.ics",
        "training/next-steps/calendar.ics",
    ];
    assert_eq!(names, expected.into());
    // Whoever waits for the first date subscribes to a calendar without one.
    let empty = site.page("training/next-steps/calendar.ics");
    assert!(events(&empty).is_empty() && empty.contains("BEGIN:VTIMEZONE"), "{empty}");
    assert_eq!(events(&site.page("training/level/awareness/calendar.ics")).len(), 1);
    assert_eq!(events(&site.page("training/level/advanced/calendar.ics")).len(), 0);
}

#[test]
fn where_no_dates_can_come_there_is_nothing_to_subscribe_to() {
    let e_learning = course("kind: e-learning\nurl: https://example.org/learn\n");
    let site = TestSite::new().with("content/training/at-home.yaml", e_learning).built();
    assert!(calendars(&site.files()).is_empty());
    assert!(!site.names().iter().any(|name| name.contains("subscribe")));
    assert!(!site.page("training/index.html").contains("subscribe"));
    assert!(calendars(&TestSite::new().built().files()).is_empty());
}

#[test]
fn every_line_of_every_calendar_of_the_example_keeps_the_rules() {
    let all = calendars(&example().files);
    let (mut alarms, mut known) = (0, BTreeSet::new());
    for (name, calendar) in &all {
        let folded: Vec<&str> = calendar.strip_suffix("\r\n").expect("its last line ends").split("\r\n").collect();
        for line in &folded {
            assert!(line.len() <= 75 && !line.is_empty(), "{name}: {line:?}");
            assert!(!line.contains(char::is_control), "{name}: {line:?}");
        }
        let lines = lines(calendar);
        assert_eq!(
            lines[..5],
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//fingerpost//training calendar//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH"
            ],
            "{name}"
        );
        assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VTIMEZONE").count(), 1, "{name}");
        let is_feed = !name.ends_with("session.ics");
        assert_eq!(lines.iter().any(|line| line.starts_with("NAME:")), is_feed, "{name}");
        alarms += lines.iter().filter(|line| *line == "BEGIN:VALARM").count();
        assert!(!is_feed || !calendar.contains("VALARM"), "{name}");
        for event in events(calendar) {
            assert!(event.contains_key("SUMMARY"), "{name}");
            let page = event["URL"].strip_prefix("https://www.example.org/").expect("it is a page of the site");
            assert!(example().files.contains_key(&format!("{page}index.html")), "{name}: {page}");
            known.insert(event["UID"].clone());
            text(&event["DESCRIPTION"]);
        }
    }
    let own = all.iter().filter(|(name, _)| name.ends_with("session.ics"));
    let days: usize = own.map(|(_, calendar)| events(calendar).len()).sum();
    assert_eq!(known.len(), days, "each day of a session has an identifier of its own, the same in all calendars");
    assert!(alarms > 50 && alarms < days, "{alarms} of {days}");
}

#[test]
fn a_feed_holds_past_sessions_and_those_that_are_off_and_depends_on_no_day() {
    let [then, now] = ["2026-02-01", "2027-06-01"].map(|day| site().built_on(day).files());
    let [then, now] = [calendars(&then), calendars(&now)];
    assert_eq!(then, now);
    let feed = events(now[0].1);
    let statuses: Vec<&str> = feed.iter().map(|event| &*event["STATUS"]).collect();
    assert_eq!(statuses.iter().filter(|status| **status == "CANCELLED").count(), 2);
    let off = feed.iter().find(|event| event["SUMMARY"] == "Cancelled: First steps").expect("it is there");
    assert!(text(&off["DESCRIPTION"]).starts_with("Cancelled. Changed on 20 March 2026.\nThe trainer is ill.\n"));
    assert!(!off["DESCRIPTION"].contains("training@example.org"), "nobody books what is off");
}

#[test]
fn the_address_of_a_build_changes_no_identifier() {
    let uids = |base: &[&str]| {
        let site = site();
        assert_eq!(site.run("build", base).status, 0);
        let feed = site.page("training/calendar.ics");
        (events(&feed).iter().map(|event| event["UID"].clone()).collect::<Vec<_>>(), feed)
    };
    let (usual, feed) = uids(&[]);
    let (preview, elsewhere) = uids(&["--base-url", "http://127.0.0.1:4000/preview/"]);
    assert_eq!(usual, preview);
    assert!(feed.contains("SOURCE;VALUE=URI:https://www.example.org/training/calendar.ics\r\n"));
    assert!(elsewhere.contains("SOURCE;VALUE=URI:http://127.0.0.1:4000/preview/training/calendar.ics\r\n"));
    assert_eq!(usual.iter().collect::<BTreeSet<_>>().len(), 13);
}

#[test]
fn what_a_reader_must_know_comes_first_and_no_joining_link_is_in_it() {
    let site = with_session(
        ", online: {platform: Microsoft Teams, note: We e-mail the link.}, places: 20, places_left: 0, status: full, \
         waiting_list: true, note: \"Read https://example.org/before first; bring <b>lunch</b>, please.\", \
         booking_url: \"https://example.org/book?a=1,2;b\", booking_closes: 2026-12-01, \
         private: {link: https://teams.example.org/zebrafinch}",
    )
    .built();
    let feed = site.page("training/calendar.ics");
    assert!(!feed.contains("zebrafinch"));
    let event = &events(&feed)[0];
    assert_eq!(
        text(&event["DESCRIPTION"]).lines().collect::<Vec<_>>(),
        [
            "Full, with a waiting list.",
            "Read https://example.org/before first; bring <b>lunch</b>, please.",
            "What to say.",
            "Where: Online, with Microsoft Teams. We e-mail the link.",
            "Join the waiting list: https://example.org/book?a=1,2;b",
            "Booking closes: 1 December 2026",
            "Just come.",
            "The page has the latest: https://www.example.org/training/first-steps/first-steps-2026-12-03/",
        ]
    );
    assert_eq!((&*event["LOCATION"], &*event["STATUS"], &*event["TRANSP"]), ("Online", "CONFIRMED", "TRANSPARENT"));
}

#[test]
fn a_session_that_is_off_takes_no_time_and_rings_no_alarm() {
    for (state, status, transparency, alarms) in [
        ("scheduled", "CONFIRMED", "OPAQUE", 1),
        ("provisional", "TENTATIVE", "OPAQUE", 1),
        ("postponed", "CANCELLED", "TRANSPARENT", 0),
        ("cancelled", "CANCELLED", "TRANSPARENT", 0),
    ] {
        let site = with_session(&format!(", status: {state}")).built();
        let file = site.page("training/first-steps/first-steps-2026-12-03/session.ics");
        let event = &events(&file)[0];
        assert_eq!((&*event["STATUS"], &*event["TRANSP"]), (status, transparency), "{state}");
        assert_eq!(file.matches("BEGIN:VALARM").count(), alarms, "{state}");
    }
}

/// At 1am on 29 March 2026 it is 2am at once; on 25 October 2026 the hour from 1am comes twice, and the first is meant.
#[test]
fn a_time_that_is_skipped_or_comes_twice_has_one_meaning() {
    let times = |day: &str, start: &str, end: &str| {
        let session = format!("sessions:\n  - {{date: {day}, start: \"{start}\", end: \"{end}\"}}\n");
        let site = TestSite::new().with("content/training/first-steps.yaml", course(&session)).built();
        let page = site.page(&format!("training/first-steps/first-steps-{day}/index.html"));
        let event = events(&site.page("training/calendar.ics"))[0].clone();
        assert!(page.contains("\"startDate\":"), "{page}");
        (event["DTSTART"].clone(), event["DTEND"].clone(), page)
    };
    let (start, end, page) = times("2026-03-29", "01:30", "02:30");
    assert_eq!((&*start, &*end), ("20260329T023000", "20260329T033000"));
    assert!(page.contains("\"startDate\":\"2026-03-29T02:30+01:00\",\"endDate\":\"2026-03-29T03:30+01:00\""), "{page}");
    let (start, end, page) = times("2026-10-25", "01:30", "02:30");
    assert_eq!((&*start, &*end), ("20261025T013000", "20261025T023000"));
    assert!(page.contains("\"startDate\":\"2026-10-25T01:30+01:00\",\"endDate\":\"2026-10-25T02:30+00:00\""), "{page}");
}

#[test]
fn a_site_elsewhere_has_its_own_zone() {
    let site = with_session("").with_setting("timezone: America/New_York").built();
    let feed = site.page("training/calendar.ics");
    assert!(feed.contains("DTSTART;TZID=America/New_York:20261203T093000\r\n"), "{feed}");
    assert!(feed.contains("TZID:America/New_York\r\n") && feed.contains("BYMONTH=3;BYDAY=2SU"), "{feed}");
    assert!(feed.contains("X-WR-TIMEZONE:America/New_York\r\n"));
}

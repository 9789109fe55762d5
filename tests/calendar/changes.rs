//! A calendar before and after its sessions change: what a program that has it is told.

use std::collections::BTreeMap;

use super::event::{Event, events};
use crate::support::site::{TestSite, course};

fn events_of(sessions: &str) -> BTreeMap<String, Event> {
    let course = course(&format!("reviewed: 2026-09-01\nsessions:\n{sessions}"));
    let site = TestSite::new().with("content/training/first-steps.yaml", course).built();
    let events = events(&site.page("training/calendar.ics")).into_iter();
    events.map(|event| (event["UID"].clone(), event)).collect()
}

const BEFORE: &str = "  - {date: 2026-12-01, start: \"09:30\", end: \"12:30\"}
  - {date: 2026-12-08, start: \"09:30\", end: \"12:30\", id: second}
  - {date: 2026-12-15, start: \"09:30\", end: \"12:30\"}
  - {date: 2026-12-22, start: \"09:30\", end: \"12:30\", status: provisional}
";

const AFTER: &str = "  - {date: 2026-12-01, start: \"14:00\", end: \"17:00\", status: changed, changed: 2026-11-10}
  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\", id: second, status: changed, changed: 2026-11-11}
  - {date: 2026-12-15, start: \"09:30\", end: \"12:30\", status: cancelled, changed: 2026-11-12}
  - {date: 2026-12-22, start: \"09:30\", end: \"12:30\"}
  - {date: 2027-01-12, start: \"09:30\", end: \"12:30\"}
";

fn told(event: Option<&Event>) -> String {
    let of = |event: &Event| {
        let names = ["DTSTART", "STATUS", "SEQUENCE", "LAST-MODIFIED"];
        names.map(|name| event[name].as_str()).join(" ")
    };
    event.map_or_else(|| "-".to_owned(), of)
}

#[test]
fn moved_cancelled_confirmed_and_added() {
    let (before, after) = (events_of(BEFORE), events_of(AFTER));
    let mut uids: Vec<&String> = after.keys().collect();
    uids.sort_by_key(|uid| &after[*uid]["DTSTART"]);
    let table: Vec<String> =
        uids.iter().map(|uid| format!("{uid} | {} | {}", told(before.get(*uid)), told(after.get(*uid)))).collect();
    println!("{}", table.join("\n"));
    insta::assert_snapshot!(table.join("\n"));
    assert!(before.keys().all(|uid| after.contains_key(uid)), "nothing has vanished");
    for (uid, was) in &before {
        let (number, later) =
            [was, &after[uid]].map(|event| event["SEQUENCE"].parse::<u32>().expect("it is a number")).into();
        assert!(number < later, "{uid}");
        assert!(was["LAST-MODIFIED"] <= after[uid]["LAST-MODIFIED"], "{uid}");
        assert_eq!(after[uid]["DTSTAMP"], after[uid]["LAST-MODIFIED"]);
    }
}

#[test]
fn a_review_never_takes_a_date_back() {
    let at = |reviewed: &str| {
        let lines = format!(
            "reviewed: {reviewed}\nsessions:\n  - {{date: 2026-12-01, start: \"09:30\", end: \"12:30\", changed: 2026-11-10}}\n"
        );
        let site = TestSite::new().with("content/training/first-steps.yaml", course(&lines)).built();
        events(&site.page("training/calendar.ics"))[0].clone()
    };
    let [before, after] = ["2026-09-01", "2026-11-20"].map(at);
    assert_eq!(before["LAST-MODIFIED"], "20261110T000000Z");
    assert_eq!(after["LAST-MODIFIED"], "20261120T000000Z");
    assert_eq!(before["SEQUENCE"], after["SEQUENCE"]);
}

#[test]
fn a_session_goes_to_another_day_by_the_name_that_it_has() {
    let before = events_of("  - {date: 2026-12-08, start: \"09:30\", end: \"12:30\"}\n");
    let moved =
        "  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\", id: first-steps-2026-12-08, changed: 2026-11-11}\n";
    let after = events_of(moved);
    assert!(before.keys().eq(after.keys()));
    let event = after.values().next().expect("there is one");
    assert_eq!(event["DTSTART"], "20261210T093000");
    assert!(event["URL"].ends_with("/training/first-steps/first-steps-2026-12-08/"), "{}", event["URL"]);
}

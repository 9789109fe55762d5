//! What must hold of a calendar, whatever stood in the content.

use std::collections::BTreeSet;

/// The properties of the program's calendars, each with the part that it may stand in.
const CALENDAR: [(&str, &[&str]); 5] = [
    (
        "VCALENDAR",
        &[
            "VERSION",
            "PRODID",
            "CALSCALE",
            "METHOD",
            "NAME",
            "X-WR-CALNAME",
            "DESCRIPTION",
            "X-WR-CALDESC",
            "X-WR-TIMEZONE",
            "URL",
            "SOURCE;VALUE=URI",
            "REFRESH-INTERVAL;VALUE=DURATION",
            "X-PUBLISHED-TTL",
        ],
    ),
    ("VTIMEZONE", &["TZID"]),
    (
        "VEVENT",
        &[
            "UID",
            "DTSTAMP",
            "LAST-MODIFIED",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "DTSTART;TZID=Europe/London",
            "DTEND;TZID=Europe/London",
            "LOCATION",
            "DESCRIPTION",
            "URL",
            "CATEGORIES",
            "CONTACT",
            "TRANSP",
        ],
    ),
    ("VALARM", &["ACTION", "TRIGGER", "DESCRIPTION"]),
    ("STANDARD", &["TZNAME", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"]),
];

/// Whatever an event is about, its lines are the program's, each once at most, and parts end as they began.
pub(crate) fn assert_whole(bytes: &[u8], place: &str) {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{place}: {error}"));
    let whole = text.strip_suffix("\r\n").unwrap_or_else(|| panic!("{place}: the last line does not end"));
    for line in whole.split("\r\n") {
        assert!(line.len() <= 75, "{place}: {line}");
        let stray = line.chars().find(|letter| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}'));
        assert_eq!(stray, None, "{place}: {line}");
    }
    let mut within: Vec<(String, BTreeSet<&str>)> = Vec::new();
    let unfolded = whole.replace("\r\n ", "");
    for line in unfolded.split("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{place}: {line}"));
        match name {
            "BEGIN" => within.push((value.replace("DAYLIGHT", "STANDARD"), BTreeSet::new())),
            "END" => {
                let ended = within.pop().map(|(part, _)| part);
                assert_eq!(ended, Some(value.replace("DAYLIGHT", "STANDARD")), "{place}");
            }
            name => {
                let (part, seen) = within.last_mut().unwrap_or_else(|| panic!("{place}: {line}"));
                let known = CALENDAR.iter().find(|(known, _)| known == part).map_or(&[][..], |(_, names)| names);
                assert!(known.contains(&name) && seen.insert(name), "{place}: {line} in {part}");
            }
        }
    }
    assert!(within.is_empty(), "{place}: {within:?}");
}

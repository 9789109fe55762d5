//! A session that takes several days and is booked as one.

use crate::support::site::{TestSite, course};

const SESSION: &str = "\
sessions:
  - days:
      - {date: 2026-12-10, start: '10:00', end: '16:00', venue: {name: Library}}
      - {date: 2026-12-03, start: '09:30', end: '16:30'}
    venue: {name: Town Hall}
    places: 12
";

fn site() -> TestSite {
    TestSite::new().with("content/training/first.yaml", course("").replace("sessions: []\n", "") + SESSION)
}

#[test]
fn its_page_names_each_day_with_its_times_and_its_place() {
    let site = site().built_on("2026-11-22");
    let page = site.page("training/first/first-2026-12-03/index.html");
    let days = page
        .split_once("One booking for all of these days:")
        .expect("it says so")
        .1
        .split_once("</ul>")
        .expect("it ends")
        .0;
    for part in
        ["datetime=\"2026-12-03\"", "9:30am to 4:30pm, Town Hall", "datetime=\"2026-12-10\"", "10am to 4pm, Library"]
    {
        assert!(days.contains(part), "{part}: {days}");
    }
    assert!(site.page("training/index.html").contains("9:30am to 4:30pm, then 10 Dec"));
    let month = site.page("training/month/2026-12/index.html");
    assert_eq!(month.matches("data-session=\"first-2026-12-03\"").count(), 2, "it is on the sheet on both days");
}

#[test]
fn a_calendar_has_an_event_for_each_day() {
    let site = site().built_on("2026-11-22");
    for file in ["training/calendar.ics", "training/first/first-2026-12-03/session.ics"] {
        let calendar = site.page(file);
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "{calendar}");
        for part in [
            "DTSTART;TZID=Europe/London:20261203T093000",
            "DTEND;TZID=Europe/London:20261203T163000",
            "DTSTART;TZID=Europe/London:20261210T100000",
            "day 1 of 2",
            "day 2 of 2",
            "LOCATION:Library",
        ] {
            assert!(calendar.contains(part), "{part}: {calendar}");
        }
        let uids: std::collections::BTreeSet<&str> = calendar.lines().filter(|line| line.starts_with("UID:")).collect();
        assert_eq!(uids.len(), 2, "{calendar}");
    }
}

#[test]
fn tables_and_search_engines_are_told_of_the_days() {
    let site = site().built_on("2026-12-05");
    let csv = site.page("training/sessions.csv");
    assert!(
        csv.contains("2026-12-03 09:30 to 16:30; 2026-12-10 10:00 to 16:00,,scheduled"),
        "it is not over yet: {csv}"
    );
    let page = site.page("training/first/first-2026-12-03/index.html");
    assert!(page.contains("\"startDate\":\"2026-12-03T09:30+00:00\",\"endDate\":\"2026-12-10T16:00+00:00\""), "{page}");
    assert!(page.contains("\"subEvent\":[{\"@type\":\"Event\",\"startDate\":\"2026-12-03T09:30+00:00\""), "{page}");
    assert!(!page.contains("<div class=\"notice\"><p>This session is over."));
}

#[test]
fn each_day_is_checked() {
    let told = |days: &str| {
        let text = course("").replace("sessions: []\n", "") + "sessions:\n  - days: [" + days + "]\n";
        TestSite::new().with("content/training/first.yaml", text).check().err
    };
    let day = "{date: 2026-12-03, start: '09:30', end: '16:30'}";
    assert!(told(&format!("{day}, {day}")).contains("error[training/days]: 2026-12-03 is there twice"));
    assert!(told("{date: 2026-12-03, start: '09:30', end: '08:30'}").contains("before it starts"));
    assert!(told("{date: 2026-12-03, start: '09:30'}").contains("`end` is missing"));
    let clash = format!(
        "{day}]\n    venue: {{name: Town Hall}}\n  - {{date: 2026-12-10, start: '11:00', end: '12:00', venue: {{name: Town Hall}}}}\n  - days: [{{date: 2026-12-01, start: '09:30', end: '16:30'}}, {{date: 2026-12-10, start: '09:30', end: '16:30', venue: {{name: Town Hall}}}}"
    );
    assert!(told(&clash).contains("are both at `Town Hall` on 10 December 2026"), "{}", told(&clash));
}

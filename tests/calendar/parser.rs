//! A parser that knows nothing of this program reads the calendars: `calcard`, with the zones of `chrono-tz`.

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use calcard::{Entry, Parser};

use super::feeds::calendars;
use super::times::{SESSIONS, site};
use crate::support::example::example;
use crate::support::site::{TestSite, course};

fn parsed(calendar: &str) -> ICalendar {
    // It has a strict way of reading, too, in which it takes no `BEGIN` within a calendar.
    let mut parser = Parser::new(calendar);
    let calendar = match parser.entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("it is no calendar: {other:?}"),
    };
    let rest = parser.entry();
    assert!(matches!(rest, Entry::Eof), "{rest:?}");
    calendar
}

fn texts<'c>(calendar: &'c ICalendar, property: &ICalendarProperty) -> Vec<&'c str> {
    let events = calendar.components.iter().filter(|one| one.component_type == ICalendarComponentType::VEvent);
    events
        .map(|event| event.property(property).and_then(|entry| entry.values[0].as_text()).expect("it has one"))
        .collect()
}

#[test]
fn it_finds_the_same_times_by_its_own_zones() {
    let calendar = parsed(&site().built().page("training/calendar.ics"));
    let expanded = calendar.expand_dates(Tz::Floating, 1_000);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let mut times: Vec<(i64, i64)> =
        expanded.events.iter().map(calcard::icalendar::dates::CalendarEvent::timestamps).collect();
    times.sort_unstable();
    let expected = SESSIONS.iter().map(|session| {
        let (start, end) = session.utc;
        let day = start.split(' ').next().expect("there is a day");
        // Only the last one begins on the day before.
        let day_of_end = if session.london.0.starts_with(day) { day } else { &session.london.0[..10] };
        (second(start), second(&format!("{day_of_end} {end}")))
    });
    assert_eq!(times, expected.collect::<Vec<_>>());
    let titles: Vec<&str> = SESSIONS.iter().map(|session| session.title).collect();
    assert_eq!(texts(&calendar, &ICalendarProperty::Summary), titles);
}

fn second(time: &str) -> i64 {
    let time = chrono::NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").expect("it is a time");
    time.and_utc().timestamp()
}

#[test]
fn every_calendar_of_the_example_can_be_read() {
    let calendars = calendars(&example().files);
    assert!(calendars.len() > 100, "{}", calendars.len());
    let mut count = 0;
    for (name, calendar) in &calendars {
        let expanded = parsed(calendar).expand_dates(Tz::Floating, 1_000);
        assert!(expanded.errors.is_empty(), "{name}: {:?}", expanded.errors);
        assert_eq!(expanded.events.len(), calendar.matches("BEGIN:VEVENT").count(), "{name}");
        count += expanded.events.len();
    }
    println!("{} calendars with {count} events", calendars.len());
}

#[test]
fn texts_come_out_as_they_were_written() {
    let title = "Tea, cake; and C:\\\\work \\\"now\\\" – naïve café 🙂 x";
    let note = "    note: |\n      One, two; three\\n.\n      END:VEVENT\n      BEGIN:VEVENT\n      UID:evil\n";
    let course = course(&format!("sessions:\n  - date: 2026-12-03\n    start: \"09:30\"\n    end: \"12:30\"\n{note}"));
    let course = course.replace("title: First steps", &format!("title: \"{title}\""));
    let site = TestSite::new().with("content/training/first-steps.yaml", course).built();
    let calendar = parsed(&site.page("training/calendar.ics"));
    let titles = texts(&calendar, &ICalendarProperty::Summary);
    assert_eq!(titles, ["Tea, cake; and C:\\work \"now\" – naïve café 🙂 x"]);
    let description = texts(&calendar, &ICalendarProperty::Description)[0];
    assert!(
        description.starts_with("Going ahead.\nOne, two; three\\n.\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil\n"),
        "{description}"
    );
}

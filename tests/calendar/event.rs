//! What stands in a calendar, read in the plainest way.

use std::collections::BTreeMap;

/// The lines of a calendar as they were before they were folded.
pub(crate) fn lines(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The properties of one event, by their names without parameters.
pub(crate) type Event = BTreeMap<String, String>;

/// The events of a calendar, each without its alarm.
pub(crate) fn events(calendar: &str) -> Vec<Event> {
    let (mut events, mut within): (Vec<Event>, Vec<String>) = (Vec::new(), Vec::new());
    for line in lines(calendar) {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("a line without a value: {line}"));
        match name {
            "BEGIN" => {
                events.extend((value == "VEVENT").then(Event::new));
                within.push(value.to_owned());
            }
            "END" => assert_eq!(within.pop().as_deref(), Some(value)),
            _ if within.last().is_some_and(|part| part == "VEVENT") => {
                let name = name.split(';').next().expect("there is a first part").to_owned();
                let event = events.last_mut().expect("it has begun");
                assert!(event.insert(name, value.to_owned()).is_none(), "twice: {line}");
            }
            _ => {}
        }
    }
    assert!(within.is_empty(), "{within:?}");
    events
}

/// A text as it was before it was escaped.
pub(crate) fn text(value: &str) -> String {
    let (mut text, mut letters) = (String::new(), value.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => text.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => text.push(escaped),
                other => panic!("{other:?} in {value}"),
            },
            ';' | ',' => panic!("`{letter}` divides {value}"),
            other => text.push(other),
        }
    }
    text
}

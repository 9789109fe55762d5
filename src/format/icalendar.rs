//! iCalendar: the calendars that Outlook, Google, Apple and others read, RFC 5545, RFC 6868, RFC 7986.
//!
//! Whatever a value holds, it stays one value: its line is made here, and no control character gets into a line.

mod line;
#[cfg(test)]
mod tests;
mod time_zone;

pub(crate) use time_zone::time_zone;

use jiff::civil::{Date, DateTime};

/// A part of a calendar between `BEGIN` and `END`, with its lines and the parts in it, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Component {
    name: &'static str,
    /// Not folded yet.
    lines: Vec<String>,
    parts: Vec<Component>,
}

impl Component {
    /// A part without anything in it, such as a `VEVENT`.
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, lines: Vec::new(), parts: Vec::new() }
    }

    /// With another part in it.
    pub(crate) fn with(mut self, part: Self) -> Self {
        self.parts.push(part);
        self
    }

    /// With a property whose value is text for people.
    pub(crate) fn text(self, name: &str, text: &str) -> Self {
        self.line(name, &line::escaped(text))
    }

    /// With a property that may have such a value.
    pub(crate) fn text_if(self, name: &str, text: Option<&str>) -> Self {
        text.into_iter().fold(self, |this, text| this.text(name, text))
    }

    /// With a property whose value needs no escaping: a word, a number, a length of time, an address.
    pub(crate) fn value(self, name: &str, value: &str) -> Self {
        self.line(name, value)
    }

    /// With a property that is told what kind of value it has, because it is not its usual kind.
    pub(crate) fn typed(self, name: &str, kind: &str, value: &str) -> Self {
        self.line(&format!("{name};VALUE={kind}"), value)
    }

    /// With a time on the clock of a zone, which has to have its own part: [`time_zone`].
    pub(crate) fn local_time(self, name: &str, zone: &str, time: DateTime) -> Self {
        self.line(&format!("{name};TZID={}", line::parameter(zone)), &date_time(time))
    }

    /// With the midnight at which a day begins in Greenwich.
    pub(crate) fn day(self, name: &str, day: Date) -> Self {
        self.line(name, &format!("{}Z", date_time(day.at(0, 0, 0, 0))))
    }

    fn line(mut self, name: &str, value: &str) -> Self {
        self.lines.push(format!("{name}:{value}"));
        self
    }

    /// The bytes of the file, if this is a whole calendar.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        self.write(&mut text);
        text.into_bytes()
    }

    fn write(&self, text: &mut String) {
        line::push(&format!("BEGIN:{}", self.name), text);
        for one in &self.lines {
            line::push(one, text);
        }
        for part in &self.parts {
            part.write(text);
        }
        line::push(&format!("END:{}", self.name), text);
    }
}

/// `20261203T093000`, RFC 5545, section 3.3.5.
fn date_time(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

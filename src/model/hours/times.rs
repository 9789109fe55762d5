//! Times of day in words: "9am to midday and 1pm to 5pm".

use super::listed::listed;
use crate::model::day::time_in_words;
use opening_hours_syntax::ExtendedTime;
use opening_hours_syntax::rules::time::{Time, TimeEvent, TimeSelector, TimeSpan};

/// The times of a rule; `None` where there are no short words for them.
pub(super) fn in_words(times: &TimeSelector) -> Option<String> {
    let spans: Option<Vec<String>> = times.spans.iter().map(span_in_words).collect();
    Some(listed(&spans?))
}

/// Whether a rule is for the whole day, from midnight to midnight.
pub(super) fn are_all_day(times: &TimeSelector) -> bool {
    *times == TimeSelector::default()
}

fn span_in_words(span: &TimeSpan) -> Option<String> {
    if span.repeats.is_some() {
        return None;
    }
    let from = time_of(span.range.start)?;
    let to = time_of(span.range.end)?;
    let until_close = span.range.end == Time::Fixed(ExtendedTime::MIDNIGHT_24);
    Some(match (span.open_end, until_close) {
        (true, true) => format!("from {from}"),
        (true, false) => format!("{from} to {to} or later"),
        (false, _) => format!("{from} to {to}"),
    })
}

fn time_of(time: Time) -> Option<String> {
    match time {
        Time::Fixed(time) => {
            // Past 24:00 the clock starts again: 26:00 is 2am.
            let hour = i8::try_from(time.hour() % 24).ok()?;
            let minute = i8::try_from(time.minute()).ok()?;
            let time = jiff::civil::Time::new(hour, minute, 0, 0).ok()?;
            Some(time_in_words(time))
        }
        Time::Variable(time) if time.offset == 0 => Some(
            match time.event {
                TimeEvent::Dawn => "dawn",
                TimeEvent::Sunrise => "sunrise",
                TimeEvent::Sunset => "sunset",
                TimeEvent::Dusk => "dusk",
            }
            .to_owned(),
        ),
        Time::Variable(_) => None,
    }
}

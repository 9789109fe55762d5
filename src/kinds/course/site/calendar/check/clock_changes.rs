//! Times that the clocks skip or strike twice, in the site's own zone.

use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::{and_more, warning};
use crate::diagnostic::Diagnostic;
use crate::kinds::course::record::Session;
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::model::day;

/// A field of a session that is a time.
type TimeOf = (&'static str, fn(&Session) -> Time);

/// Tells of starts and ends of sessions to come that no clock shows, or that clocks show twice; those of one entry.
pub(super) fn check(calendar: &CourseCalendar, entry: &[&Session], zone: &TimeZone) -> Vec<Diagnostic> {
    let times: [TimeOf; 2] = [("start", |session| session.start), ("end", |session| session.end)];
    let told = times.into_iter().filter_map(|(field, time)| {
        let words = |session: &Session| in_words(session.date.value, time(session), zone);
        let taking_place = entry.iter().filter(|session| !session.is_off());
        let odd: Vec<&Session> = taking_place.filter(|session| words(session).is_some()).copied().collect();
        let first = odd.first()?;
        let words = words(first)?;
        let message = format!("{words}{}", and_more(&odd));
        let help = "write a time before the clocks change, or well after it";
        Some(warning(calendar, field, message, first.date.span, help))
    });
    told.collect()
}

/// What is odd about a time; nothing where it comes once.
fn in_words(date: Date, time: Time, zone: &TimeZone) -> Option<String> {
    let offset = zone.to_ambiguous_zoned(date.to_datetime(time)).offset();
    let said = || (day::long(date), time.strftime("%H:%M"));
    match offset {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => {
            let (on, time) = said();
            Some(format!("there is no `{time}` on {on}: the clocks go forward past it"))
        }
        AmbiguousOffset::Fold { .. } => {
            let (on, time) = said();
            Some(format!("`{time}` comes twice on {on}: the clocks go back over it"))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date, time};
    use jiff::tz::TimeZone;

    use super::in_words;

    fn told(zone: &str, date: Date, hour: i8, minute: i8) -> Option<String> {
        in_words(date, time(hour, minute, 0, 0), &TimeZone::get(zone).expect("a zone"))
    }

    #[test]
    fn in_spring_an_hour_is_missing() {
        for day in [date(2026, 3, 29), date(2027, 3, 28)] {
            for (hour, minute) in [(1, 0), (1, 30), (1, 59)] {
                assert!(told("Europe/London", day, hour, minute).is_some_and(|words| words.starts_with("there is no")));
            }
            for (hour, minute) in [(0, 59), (2, 0), (9, 30)] {
                assert_eq!(told("Europe/London", day, hour, minute), None);
            }
        }
    }

    #[test]
    fn in_autumn_an_hour_comes_twice() {
        let day = date(2026, 10, 25);
        for (hour, minute) in [(1, 0), (1, 59)] {
            assert!(told("Europe/London", day, hour, minute).is_some_and(|words| words.contains("comes twice")));
        }
        for (hour, minute) in [(0, 59), (2, 0), (18, 0)] {
            assert_eq!(told("Europe/London", day, hour, minute), None);
        }
    }

    #[test]
    fn the_zone_is_that_of_the_site() {
        assert!(told("Europe/Berlin", date(2026, 3, 29), 2, 30).is_some());
        assert_eq!(told("Europe/Berlin", date(2026, 3, 29), 1, 30), None);
        assert_eq!(told("UTC", date(2026, 3, 29), 1, 30), None);
    }
}

//! What the mark "open now" is worked out from in the browser: the hours of a service, the site's clock and its bank
//! holidays, as `templates/assets/open-now.js` reads them. Its words and limits: `docs/opening-hours.md`.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::kinds::service::record::Hours;
use crate::model::bank_holidays;
use crate::model::hours::{OpenTime, OpeningHours, Week};

/// How many years a page stays right, the one in which it was made included.
const YEARS: i16 = 3;

/// The zone whose bank holidays are known.
const LONDON: &str = "Europe/London";

/// The site's clock for some years.
#[derive(Serialize)]
pub(crate) struct Clock {
    /// Minutes since 1970 and offsets in turn: from when it is known, the offset, each change with the offset after
    /// it, and until when.
    changes: String,
    /// Days since 1970. A `?` marks one on which readers cannot know what a service does.
    holidays: String,
}

impl Clock {
    /// The clock of a zone from the year of a day on; none for zones whose bank holidays are not known.
    pub(crate) fn of(zone: &TimeZone, today: Date) -> Option<Self> {
        if zone.iana_name() != Some(LONDON) {
            return None;
        }
        let first = today.year();
        let start = |year: i16| Date::new(year, 1, 1).ok()?.to_zoned(zone.clone()).ok();
        let (from, until) = (start(first)?, start(first.checked_add(YEARS)?)?);
        let minutes = |second: i64| second.div_euclid(60).to_string();
        let mut changes = vec![minutes(from.timestamp().as_second()), minutes(from.offset().seconds().into())];
        let to_come = zone.following(from.timestamp());
        for change in to_come.take_while(|change| change.timestamp() < until.timestamp()) {
            changes.push(minutes(change.timestamp().as_second()));
            changes.push(minutes(change.offset().seconds().into()));
        }
        changes.push(minutes(until.timestamp().as_second()));
        let holidays = (first..first + YEARS).flat_map(bank_holidays::in_year);
        let holidays: Vec<String> = holidays
            .map(|holiday| format!("{}{}", days_since_1970(holiday.date), if holiday.by_law { "" } else { "?" }))
            .collect();
        Some(Self { changes: changes.join(" "), holidays: holidays.join(" ") })
    }
}

fn days_since_1970(day: Date) -> i32 {
    let span = date(1970, 1, 1).until(day).unwrap_or_else(|_| 0.days());
    span.get_days()
}

/// The hours as the script reads them: `always`, or a part for each weekday from Monday on, one for bank holidays
/// (`?` where they are not told) and one for days of the year on which it is closed, with `;` between them. None
/// where the script cannot work with them.
pub(crate) fn table(hours: &Hours) -> Option<String> {
    let opening = hours.opening.as_ref()?;
    if opening.is_always_open() {
        return Some("always".to_owned());
    }
    let Week { days, bank_holidays, closed } = OpeningHours::week(opening)?;
    let mut parts: Vec<String> = days.iter().map(|day| times(day)).collect();
    parts.push(bank_holidays.as_deref().map_or_else(|| "?".to_owned(), times));
    let closed = closed.iter().map(|dates| format!("{}-{}", day_of_year(dates.from), day_of_year(dates.to)));
    parts.push(closed.collect::<Vec<_>>().join(","));
    Some(parts.join(";").trim_end_matches(';').to_owned())
}

/// `540-1020,1080-1200`.
fn times(day: &[OpenTime]) -> String {
    day.iter().map(|time| format!("{}-{}", time.from, time.to)).collect::<Vec<_>>().join(",")
}

/// 25 December as 1225.
fn day_of_year((month, day): (u8, u8)) -> u16 {
    u16::from(month) * 100 + u16::from(day)
}

#[cfg(test)]
mod tests {
    use super::{Clock, table};
    use crate::kinds::service::record::Hours;
    use crate::model::hours::OpeningHours;
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    fn written(text: &str) -> Option<String> {
        table(&Hours { text: None, opening: Some(OpeningHours::read(text).expect(text)) })
    }

    #[test]
    fn hours_are_a_part_for_each_weekday_bank_holidays_and_days_off() {
        assert_eq!(written("24/7").as_deref(), Some("always"));
        assert_eq!(
            written("Mo-Fr 09:00-17:00; PH off").as_deref(),
            Some("540-1020;540-1020;540-1020;540-1020;540-1020")
        );
        assert_eq!(written("Su 10:30-12:00").as_deref(), Some(";;;;;;630-720;?"));
        assert_eq!(
            written("Tu,Fr 16:30-20:00; PH 12:00-14:00; Dec 24-Jan 1 off").as_deref(),
            Some(";990-1200;;;990-1200;;;720-840;1224-101")
        );
        assert_eq!(written("Tu[1] 10:00-12:00"), None);
    }

    #[test]
    fn the_clock_knows_its_changes_and_its_bank_holidays_for_three_years() {
        let zone = TimeZone::get("Europe/London").expect("it is in the database");
        let clock = Clock::of(&zone, date(2026, 11, 22)).expect("a clock");
        let minute = |text: &str| text.parse::<jiff::Timestamp>().expect(text).as_second() / 60;
        let changes: Vec<i64> = clock.changes.split(' ').map(|part| part.parse().expect("a number")).collect();
        assert_eq!(changes[..4], [minute("2026-01-01T00:00Z"), 0, minute("2026-03-29T01:00Z"), 60]);
        assert_eq!(changes[4..6], [minute("2026-10-25T01:00Z"), 0]);
        assert_eq!(changes.len(), 2 + 3 * 2 * 2 + 1);
        assert_eq!(changes.last(), Some(&minute("2029-01-01T00:00Z")));
        let holidays: Vec<&str> = clock.holidays.split(' ').collect();
        assert_eq!(holidays[..2], ["20454", "20546"]);
        assert!(holidays.contains(&"20813?"), "Boxing Day 2026 is a Saturday");
        assert!(Clock::of(&TimeZone::get("Europe/Paris").expect("it is there"), date(2026, 11, 22)).is_none());
    }
}

//! Opening hours as schedules: for each stretch of time the days on which it comes back each week.
//!
//! Hours that hang on more than the weekday are told in words alone. The profile has no field for bank holidays and
//! none for a time zone, so the words of the whole week stand beside each schedule, and times are local.

use uuid::Uuid;

use super::identifier::part_of;
use super::shape::{Schedule, Times};
use crate::kinds::service::record::{Hours, Service};
use crate::kinds::service::render::card::hours_lines;
use crate::model::hours::OpeningHours;

/// The names of the days, Monday first, RFC 5545.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// When a service is open: its own hours, else those of the first number that has some.
pub(super) fn schedules(service: &Service, id: Uuid) -> Vec<Schedule> {
    let of_phones = || service.phones.iter().find_map(|phone| phone.hours.as_ref());
    service.hours.as_ref().or_else(of_phones).map(|hours| weekly(hours, id)).unwrap_or_default()
}

/// Hours as schedules of the thing with an identifier.
pub(super) fn weekly(hours: &Hours, id: Uuid) -> Vec<Schedule> {
    let description = words(hours);
    let schedule =
        |key: &str, times| Schedule { id: part_of(id, "schedules", key), times, description: description.clone() };
    let Some(week) = hours.opening.as_ref().and_then(OpeningHours::week) else {
        return vec![schedule("in-words", None)];
    };
    let weekly = week.stretches().into_iter().map(|(time, days)| {
        let byday = days.into_iter().map(|day| DAYS[day]).collect::<Vec<_>>().join(",");
        let times = Times { freq: "WEEKLY", byday, opens_at: time.opens(), closes_at: time.closes() };
        schedule(&format!("{} {}-{}", times.byday, times.opens_at, times.closes_at), Some(times))
    });
    weekly.collect()
}

/// Opening hours in one line: "Monday to Friday, 9am to 5pm. Closed on bank holidays."
pub(super) fn words(hours: &Hours) -> String {
    let mut lines = hours_lines(hours);
    if let (Some(_), Some(opening)) = (&hours.text, &hours.opening) {
        lines.extend(opening.in_words());
    }
    lines.iter().map(|line| format!("{}.", line.trim_end_matches('.'))).collect::<Vec<_>>().join(" ")
}

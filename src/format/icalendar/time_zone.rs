//! A zone's part of a calendar, `VTIMEZONE`, RFC 5545, section 3.6.5: which offset holds when, for programs that do
//! not know the zone or know it otherwise.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::{Offset, TimeZone};

use super::{Component, date_time};

/// How many years beyond those that are asked for a rule must hold to be given as a rule. In fewer, "the last Sunday"
/// and "the fourth Sunday" could not be told apart.
const BEYOND: i16 = 10;

/// The part of a zone, true for all of these years.
pub(crate) fn time_zone(zone: &TimeZone, name: &str, years: (i16, i16)) -> Component {
    let last = years.1.saturating_add(BEYOND).min(9_998);
    let changes = changes(zone, years.0, last);
    let whole = Component::new("VTIMEZONE").value("TZID", &super::line::escaped(name));
    if changes.is_empty() {
        let offset = zone.to_offset(Timestamp::UNIX_EPOCH);
        let always = Change { local: date(1970, 1, 1).at(0, 0, 0, 0), from: offset, to: offset, name: name.to_owned() };
        return whole.with(observance(&[&always], last));
    }
    let mut kinds: Vec<Vec<&Change>> = Vec::new();
    for change in &changes {
        match kinds.iter_mut().find(|kind| kind[0].is_like(change)) {
            Some(kind) => kind.push(change),
            None => kinds.push(vec![change]),
        }
    }
    kinds.iter().fold(whole, |whole, kind| whole.with(observance(kind, last)))
}

/// A change of a zone's clock.
struct Change {
    /// When it happens, as clocks show it that have not been changed yet.
    local: DateTime,
    from: Offset,
    to: Offset,
    /// What the time is called from then on: `BST`.
    name: String,
}

impl Change {
    fn is_like(&self, other: &Self) -> bool {
        (self.from, self.to, &self.name) == (other.from, other.to, &other.name)
    }
}

/// The changes from the last one before a year to the end of another.
fn changes(zone: &TimeZone, first: i16, last: i16) -> Vec<Change> {
    let start = |year: i16| date(year, 1, 1).at(0, 0, 0, 0).to_zoned(TimeZone::UTC).map(|at| at.timestamp());
    let (Ok(from), Ok(until)) = (start(first), start(last + 1)) else { return Vec::new() };
    let before = zone.preceding(from).next();
    let within = zone.following(from).take_while(|change| change.timestamp() < until);
    let all = before.into_iter().chain(within).filter_map(|change| {
        let before = Timestamp::from_second(change.timestamp().as_second() - 1).ok()?;
        let from = zone.to_offset(before);
        Some(Change {
            local: from.to_datetime(change.timestamp()),
            from,
            to: change.offset(),
            name: change.abbreviation().to_owned(),
        })
    });
    all.collect()
}

/// Changes of one kind: as a rule where they come back each year by one, else one by one.
fn observance(kind: &[&Change], last: i16) -> Component {
    let first = kind[0];
    // Summer time is ahead of what was before it, also where a law calls it the usual time, as in Ireland.
    let name = if first.to > first.from { "DAYLIGHT" } else { "STANDARD" };
    let mut part = Component::new(name)
        .text("TZNAME", &first.name)
        .value("DTSTART", &date_time(first.local))
        .value("TZOFFSETFROM", &offset(first.from))
        .value("TZOFFSETTO", &offset(first.to));
    match rule(kind, last) {
        Some(rule) => part = part.value("RRULE", &rule),
        None => {
            for change in &kind[1..] {
                part = part.value("RDATE", &date_time(change.local));
            }
        }
    }
    part
}

/// The rule by which changes come back each year up to the last one, if there is one.
fn rule(kind: &[&Change], last: i16) -> Option<String> {
    let first = kind[0].local;
    let same = |change: &&Change| {
        let local = change.local;
        (local.month(), local.weekday(), local.time()) == (first.month(), first.weekday(), first.time())
    };
    let each_year = kind.iter().map(|change| change.local.year()).eq(first.year()..=last);
    if !each_year || !kind.iter().all(same) {
        return None;
    }
    let all = |number: &dyn Fn(Date) -> i8| {
        let number_of_first = number(first.date());
        kind.iter().all(|change| number(change.local.date()) == number_of_first).then_some(number_of_first)
    };
    let from_the_end = |day: Date| (day.day() - day.days_in_month()) / 7 - 1;
    let from_the_start = |day: Date| (day.day() - 1) / 7 + 1;
    let number = all(&from_the_end).or_else(|| all(&from_the_start))?;
    let weekday =
        ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][usize::from(first.weekday().to_monday_zero_offset().unsigned_abs())];
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={number}{weekday}", first.month()))
}

/// `+0100`, RFC 5545, section 3.3.14.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let rest = all % 60;
    let seconds = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{:02}{:02}{seconds}", all / 3_600, all / 60 % 60)
}

//! The hours of a usual week, in numbers.

use super::days::{is_every_week, numbers_of};
use std::collections::BTreeMap;

use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::{Date, DateOffset, DaySelector, HolidayKind, MonthdayRange, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSelector, TimeSpan};
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleOperator, RuleSequence};

/// The hours of a usual week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Week {
    /// When it is open on each day, Monday first.
    pub days: [Vec<OpenTime>; 7],
    /// When it is open on bank holidays: empty for closed, `None` where the hours do not say.
    pub bank_holidays: Option<Vec<OpenTime>>,
    /// When in the year it is closed, whatever the weekday.
    pub closed: Vec<ClosedDates>,
}

/// Days of every year, from one to another, each as month and day. They may run on into the next year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClosedDates {
    /// The first.
    pub from: (u8, u8),
    /// The last.
    pub to: (u8, u8),
}

/// A stretch of time on one day, in minutes from its midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OpenTime {
    /// The first minute.
    pub from: u16,
    /// The minute at which it closes; past 1440 on the next day.
    pub to: u16,
}

impl Week {
    /// Each stretch of time with the days on which it comes, Monday as 0: the week as other programs write it.
    #[must_use]
    pub(crate) fn stretches(&self) -> BTreeMap<OpenTime, Vec<usize>> {
        let mut stretches: BTreeMap<OpenTime, Vec<usize>> = BTreeMap::new();
        for (day, times) in self.days.iter().enumerate() {
            for &time in times {
                stretches.entry(time).or_default().push(day);
            }
        }
        stretches
    }
}

/// The days to which a rule applies.
struct Days {
    week: [bool; 7],
    bank_holidays: bool,
}

/// The week of an expression; `None` where its hours depend on the season, on
/// school holidays, on the sun or on a comment, and where it is not agreed on
/// what it means.
pub(super) fn of(expression: &OpeningHoursExpression) -> Option<Week> {
    let mut week = Week::default();
    for rule in &expression.rules {
        apply(rule, &mut week)?;
    }
    is_clear(&expression.rules, &week).then_some(week)
}

/// Whether it is clear to whom the small hours after an evening belong. Programs do not agree whether they are cut off
/// where the evening or the next day has another rule.
fn is_clear(rules: &[RuleSequence], week: &Week) -> bool {
    let past_midnight = |time: &OpenTime| time.to > OpenTime::ALL_DAY.to;
    let is_late = |rule: &RuleSequence| times_of(&rule.time_selector).is_some_and(|all| all.iter().any(past_midnight));
    let days: Vec<[bool; 7]> =
        rules.iter().map(|rule| days_of(&rule.day_selector).map_or([false; 7], |days| days.week)).collect();
    let has_exceptions = week.bank_holidays.is_some() || !week.closed.is_empty();
    let alone = |at: usize, day: usize| {
        let others = days.iter().enumerate().filter(|(other, _)| *other != at);
        others.into_iter().all(|(_, others)| !others[day] && !others[(day + 1) % 7])
    };
    let mut late = rules.iter().enumerate().filter(|(_, rule)| is_late(rule));
    late.all(|(at, _)| !has_exceptions && (0..7).filter(|day| days[at][*day]).all(|day| alone(at, day)))
}

fn apply(rule: &RuleSequence, week: &mut Week) -> Option<()> {
    let adds = match rule.operator {
        RuleOperator::Normal => false,
        RuleOperator::Additional => true,
        RuleOperator::Fallback => return None,
    };
    let is_off = rule.kind == RuleKind::Closed && !adds && rule.comment.is_empty();
    if is_off && let Some(closed) = closed_dates(rule) {
        week.closed.extend(closed);
        return Some(());
    }
    let days = days_of(&rule.day_selector)?;
    let mut times = times_of(&rule.time_selector)?;
    match rule.kind {
        RuleKind::Open if rule.comment.is_empty() => {}
        // Time off within a day's hours would have to be cut out of them.
        RuleKind::Closed if is_off && times == [OpenTime::ALL_DAY] => times.clear(),
        _ => return None,
    }
    // It would open on days that were closed before.
    if !week.closed.is_empty() && !times.is_empty() {
        return None;
    }
    // A later rule goes before an earlier one. After a rule for bank holidays
    // such a rule for weekdays would be for those that fall on one as well,
    // which hardly anyone means.
    if week.bank_holidays.is_some() && !days.bank_holidays {
        return None;
    }
    for (day, _) in week.days.iter_mut().zip(days.week).filter(|(_, applies)| *applies) {
        set(day, &times, adds);
    }
    if days.bank_holidays {
        set(week.bank_holidays.get_or_insert_default(), &times, adds);
    }
    Some(())
}

fn set(day: &mut Vec<OpenTime>, times: &[OpenTime], adds: bool) {
    if !adds {
        day.clear();
    }
    day.extend(times);
    day.sort_unstable();
    day.dedup();
}

fn days_of(selector: &DaySelector) -> Option<Days> {
    let is_usual = selector.year.is_empty() && selector.monthday.is_empty() && selector.week.is_empty();
    if !is_usual {
        return None;
    }
    let mut days = Days { week: [selector.weekday.is_empty(); 7], bank_holidays: false };
    for range in &selector.weekday {
        match range {
            WeekDayRange::Fixed { range: days_of, .. } if is_every_week(range) => {
                for day in numbers_of(*days_of.start(), *days_of.end()) {
                    days.week[day] = true;
                }
            }
            WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 } => days.bank_holidays = true,
            _ => return None,
        }
    }
    Some(days)
}

/// The days of the year for which a rule is alone, from midnight to midnight; none for another kind of rule.
fn closed_dates(rule: &RuleSequence) -> Option<Vec<ClosedDates>> {
    let days = &rule.day_selector;
    let only_dates = days.year.is_empty() && days.week.is_empty() && days.weekday.is_empty();
    if !only_dates || days.monthday.is_empty() || times_of(&rule.time_selector)? != [OpenTime::ALL_DAY] {
        return None;
    }
    let day = |(date, offset): &(Date, DateOffset)| match date {
        Date::Fixed { year: None, month, day } if *offset == DateOffset::default() => Some((*month as u8, *day)),
        _ => None,
    };
    let range = |range: &MonthdayRange| match range {
        MonthdayRange::Date { start, end } => Some(ClosedDates { from: day(start)?, to: day(end)? }),
        MonthdayRange::Month { .. } => None,
    };
    days.monthday.iter().map(range).collect()
}

fn times_of(selector: &TimeSelector) -> Option<Vec<OpenTime>> {
    selector.spans.iter().map(open_time).collect()
}

fn open_time(span: &TimeSpan) -> Option<OpenTime> {
    let (Time::Fixed(from), Time::Fixed(to)) = (span.range.start, span.range.end) else {
        return None;
    };
    if span.open_end || span.repeats.is_some() {
        return None;
    }
    let (from, mut to) = (from.mins_from_midnight(), to.mins_from_midnight());
    if to <= from {
        to += OpenTime::ALL_DAY.to;
    }
    Some(OpenTime { from, to })
}

impl OpenTime {
    const ALL_DAY: Self = Self { from: 0, to: 1440 };

    /// When it begins, by the clock: `09:30`.
    #[must_use]
    pub(crate) fn opens(self) -> String {
        clock(self.from)
    }

    /// When it ends, by the clock, past midnight that of the next day. A day's last minute stands for its end, since
    /// `24:00` is no time of day to most programs.
    #[must_use]
    pub(crate) fn closes(self) -> String {
        clock(if self.to == Self::ALL_DAY.to { self.to - 1 } else { self.to % Self::ALL_DAY.to })
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

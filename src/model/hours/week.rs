//! The hours of a usual week, in numbers.

use super::days::{is_every_week, numbers_of};
use std::collections::BTreeMap;

use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSelector, TimeSpan};
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleOperator, RuleSequence};

/// The hours of a usual week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// When it is open on each day, Monday first.
    pub days: [Vec<OpenTime>; 7],
    /// When it is open on bank holidays: empty for closed, `None` where they
    /// are as any other day.
    pub bank_holidays: Option<Vec<OpenTime>>,
}

/// A stretch of time on one day, in minutes from its midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenTime {
    /// The first minute.
    pub from: u16,
    /// The minute at which it closes; past 1440 on the next day.
    pub to: u16,
}

impl Week {
    /// Each stretch of time with the days on which it comes, Monday as 0: the week as other programs write it.
    #[must_use]
    pub fn stretches(&self) -> BTreeMap<OpenTime, Vec<usize>> {
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
/// school holidays, on the sun or on a comment.
pub(super) fn of(expression: &OpeningHoursExpression) -> Option<Week> {
    let mut week = Week::default();
    for rule in &expression.rules {
        apply(rule, &mut week)?;
    }
    Some(week)
}

fn apply(rule: &RuleSequence, week: &mut Week) -> Option<()> {
    let adds = match rule.operator {
        RuleOperator::Normal => false,
        RuleOperator::Additional => true,
        RuleOperator::Fallback => return None,
    };
    let days = days_of(&rule.day_selector)?;
    let mut times = times_of(&rule.time_selector)?;
    match rule.kind {
        RuleKind::Open if rule.comment.is_empty() => {}
        // Time off within a day's hours would have to be cut out of them.
        RuleKind::Closed if !adds && times == [OpenTime::ALL_DAY] => times.clear(),
        _ => return None,
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
    pub fn opens(self) -> String {
        clock(self.from)
    }

    /// When it ends, by the clock, past midnight that of the next day. A day's last minute stands for its end, since
    /// `24:00` is no time of day to most programs.
    #[must_use]
    pub fn closes(self) -> String {
        clock(if self.to == Self::ALL_DAY.to { self.to - 1 } else { self.to % Self::ALL_DAY.to })
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

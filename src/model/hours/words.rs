//! Rules in words, a line each.

use super::{days, times};
use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleOperator, RuleSequence};

/// A line for each rule.
pub(super) fn lines(expression: &OpeningHoursExpression) -> Vec<String> {
    expression.rules.iter().map(line).collect()
}

/// Whether there is but one rule, and it is "day and night, every day".
pub(super) fn is_always_open(expression: &OpeningHoursExpression) -> bool {
    match &expression.rules[..] {
        [rule] => {
            rule.kind == RuleKind::Open
                && rule.comment.is_empty()
                && is_every_day(rule)
                && times::are_all_day(&rule.time_selector)
        }
        _ => false,
    }
}

fn line(rule: &RuleSequence) -> String {
    let said = said(rule).unwrap_or_else(|| rule.to_string());
    if rule.operator == RuleOperator::Fallback { format!("Otherwise: {said}") } else { said }
}

fn said(rule: &RuleSequence) -> Option<String> {
    let days = days::in_words(&rule.day_selector)?;
    let all_day = times::are_all_day(&rule.time_selector);
    if days.is_empty() && all_day && !rule.comment.is_empty() {
        return Some(match rule.kind {
            RuleKind::Closed => format!("Closed ({})", rule.comment),
            RuleKind::Open | RuleKind::Unknown => capital(&rule.comment),
        });
    }
    let times = if all_day { None } else { Some(times::in_words(&rule.time_selector)?) };
    let mut line = match rule.kind {
        RuleKind::Open => open(rule, &days, times),
        RuleKind::Closed => closed(rule, &days, times),
        RuleKind::Unknown => format!("{}, may vary", open(rule, &days, times)),
    };
    if !rule.comment.is_empty() {
        line = format!("{line} ({})", rule.comment);
    }
    Some(line)
}

fn open(rule: &RuleSequence, days: &[String], times: Option<String>) -> String {
    match (days.is_empty(), times) {
        (true, None) => "Day and night, every day".to_owned(),
        (true, Some(times)) => format!("Every day, {times}"),
        (false, times) => {
            let days = if days::is_whole_week(&rule.day_selector.weekday) && !rule.day_selector.weekday.is_empty() {
                format!("{}, every day", days.join(", "))
            } else {
                days.join(", ")
            };
            let times = times.unwrap_or_else(|| "day and night".to_owned());
            format!("{}, {times}", capital(&days))
        }
    }
}

fn closed(rule: &RuleSequence, days: &[String], times: Option<String>) -> String {
    let selector = &rule.day_selector;
    let days = days.join(", ");
    let only_months = selector.weekday.is_empty()
        && !selector
            .monthday
            .iter()
            .any(|range| matches!(range, opening_hours_syntax::rules::day::MonthdayRange::Date { .. }));
    let mut line = if days.is_empty() {
        "Closed".to_owned()
    } else if days.contains(" to ") || days.starts_with("from ") {
        format!("Closed {days}")
    } else if only_months {
        format!("Closed in {days}")
    } else {
        format!("Closed on {days}")
    };
    if let Some(times) = times {
        line = if days.is_empty() { format!("{line} {times}") } else { format!("{line}, {times}") };
    }
    line
}

fn is_every_day(rule: &RuleSequence) -> bool {
    let days = &rule.day_selector;
    days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty() && days::is_whole_week(&days.weekday)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

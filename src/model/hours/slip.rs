//! What people mean who write hours as they say them: `9am-5pm, Monday to Friday`.

mod group;

use group::Group;

/// A part of hours as people say them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Day(&'static str),
    /// Which of the month's days of that name: the first is 1, the last -1.
    Nth(i8),
    Clock {
        hour: u16,
        minute: u16,
        half: Option<Half>,
    },
    AllDay,
    To,
    And,
    /// Closed: on the days that follow, or else on those before it.
    Off,
    /// The days that follow belong to those before.
    Also,
}

/// Before or after midday.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

const DAYS: &[(&str, &str)] = &[
    ("mo", "Mo"),
    ("tu", "Tu"),
    ("we", "We"),
    ("th", "Th"),
    ("fr", "Fr"),
    ("sa", "Sa"),
    ("su", "Su"),
    ("ph", "PH"),
    ("weekday", "Mo-Fr"),
    ("weekdays", "Mo-Fr"),
    ("weekend", "Sa,Su"),
    ("weekends", "Sa,Su"),
    ("daily", "Mo-Su"),
    ("bank", "PH"),
];

const WHOLE_DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const NTH: &[(&str, i8)] = &[("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("last", -1)];

const HOURS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Several words that mean one, longer phrases first.
const PHRASES: &[(&str, &str)] = &[
    ("24 hours a day", " allday "),
    ("24 hours", " allday "),
    ("24 hour", " allday "),
    ("24-hour", " allday "),
    ("24hours", " allday "),
    ("24 hrs", " allday "),
    ("24hrs", " allday "),
    ("24hr", " allday "),
    ("24/7", " allday "),
    ("day and night", " allday "),
    ("around the clock", " allday "),
    ("round the clock", " allday "),
    ("at all times", " allday "),
    ("any time", " allday "),
    ("anytime", " allday "),
    ("always open", " allday "),
    ("open always", " allday "),
    ("all day", " allday "),
    ("seven days a week", " daily "),
    ("7 days a week", " daily "),
    ("365 days a year", " daily "),
    ("seven days", " daily "),
    ("7 days", " daily "),
    ("all week", " daily "),
    ("every day", " daily "),
    ("each day", " daily "),
    ("week days", " weekdays "),
    ("o'clock", " "),
    ("o\u{2019}clock", " "),
    ("apart from", " except "),
    ("other than", " except "),
    ("but not", " except "),
];

/// Words that say nothing of their own here.
const FILLERS: &[&str] = &[
    "from", "open", "hours", "between", "on", "holiday", "holidays", "public", "of", "the", "month", "monthly", "each",
    "every", "at", "only", "we", "are", "is", "hols", "all",
];

/// The same in OpenStreetMap's form, as far as it can be told.
pub(super) fn meant(text: &str) -> Option<String> {
    let rules: Option<Vec<String>> = text.split(';').map(|rule| rules_of(&words(rule)?)).collect();
    Some(rules?.join("; "))
}

/// The words of a rule; none where one of them is not known.
fn words(rule: &str) -> Option<Vec<Word>> {
    let rule = rule.to_lowercase().replace(['–', '—'], "-");
    let rule = PHRASES.iter().fold(rule, |rule, (phrase, word)| rule.replace(phrase, word));
    let mut words = Vec::new();
    let mut rest = rule.trim();
    while let Some(first) = rest.chars().next() {
        let is_same: fn(char) -> bool = match first {
            '0'..='9' => |letter| letter.is_ascii_digit() || matches!(letter, ':' | '.'),
            _ if first.is_alphabetic() => char::is_alphabetic,
            _ => |_| false,
        };
        let end = rest.char_indices().skip(1).find(|(_, letter)| !is_same(*letter)).map_or(rest.len(), |(at, _)| at);
        let (word, after) = rest.split_at(end);
        if let Some(after) = after_ordinal(after).filter(|_| first.is_ascii_digit()) {
            words.push(Word::Nth(word.parse().ok().filter(|nth| (1..=5).contains(nth))?));
            rest = after.trim_start();
            continue;
        }
        rest = after.trim_start();
        match word {
            "-" | "to" | "till" | "until" | "through" => words.push(Word::To),
            "," | "and" | "&" | "+" | "/" => words.push(Word::And),
            "closed" | "off" | "except" | "excluding" | "excl" | "not" => words.push(Word::Off),
            "including" | "incl" | "inc" | "plus" => words.push(Word::Also),
            "allday" | "always" => words.push(Word::AllDay),
            "am" | "pm" => halve(words.last_mut()?, word)?,
            "noon" | "midday" => match words.last_mut() {
                Some(Word::Clock { hour: 12, half, .. }) => *half = Some(Half::Pm),
                _ => words.push(Word::Clock { hour: 12, minute: 0, half: Some(Half::Pm) }),
            },
            "midnight" => words.push(Word::Clock { hour: 24, minute: 0, half: None }),
            "(" | ")" | "." => {}
            _ if FILLERS.contains(&word) => {}
            _ if first.is_ascii_digit() => words.push(clock(word)?),
            _ => words.push(named(word)?),
        }
    }
    Some(words)
}

/// What follows the `st` of `1st`.
fn after_ordinal(text: &str) -> Option<&str> {
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_prefix(ending))?;
    (!rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// A word for a day, for one of the month's, or for an hour.
fn named(word: &str) -> Option<Word> {
    let nth = NTH.iter().find(|(name, _)| *name == word).map(|(_, nth)| Word::Nth(*nth));
    let hour = || HOURS.iter().zip(1..).find(|(name, _)| **name == word).map(|(_, hour)| hour);
    let clock = || hour().map(|hour| Word::Clock { hour, minute: 0, half: None });
    nth.or_else(clock).or_else(|| day(word).map(Word::Day))
}

/// The half of the day of a time that was just read.
fn halve(word: &mut Word, name: &str) -> Option<()> {
    let Word::Clock { half, .. } = word else { return None };
    *half = Some(if name == "am" { Half::Am } else { Half::Pm });
    Some(())
}

fn day(word: &str) -> Option<&'static str> {
    let known = DAYS.iter().find(|(name, _)| *name == word).map(|(_, code)| *code);
    // A day's name, whole or cut short, with an `s` or without.
    let name = word.strip_suffix('s').filter(|name| name.ends_with("day")).unwrap_or(word);
    let at = WHOLE_DAYS.iter().position(|whole| name.len() >= 3 && whole.starts_with(name));
    known.or_else(|| at.map(|at| DAYS[at].1))
}

fn clock(word: &str) -> Option<Word> {
    let word = word.trim_end_matches('.');
    let (hour, minute) = word.split_once([':', '.']).unwrap_or((word, "00"));
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60).then_some(Word::Clock { hour, minute, half: None })
}

/// The rules that a sentence holds: `Mo-Th 09:00-17:00; Fr 09:00-16:00; PH off`.
fn rules_of(words: &[Word]) -> Option<String> {
    let mut rules = Vec::new();
    let mut group = Group::default();
    // In `9am-5pm, Monday to Friday` the times come first, and so they do to the end.
    let times_first = matches!(words.first(), Some(Word::Clock { .. } | Word::AllDay));
    let (mut also, mut closed) = (false, false);
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| words[before]);
        match *word {
            Word::Day(_) | Word::Nth(_) if !(group.times.is_empty() || times_first || also || closed) => {
                rules.push(std::mem::take(&mut group).rule()?);
                group.add(*word, None)?;
            }
            Word::Day(_) | Word::Nth(_) => group.add(*word, before)?,
            Word::Clock { .. } | Word::AllDay if closed || also => return None,
            Word::Clock { .. } | Word::AllDay if times_first && group.has_days() => {
                rules.push(std::mem::take(&mut group).rule()?);
                group.times.push(*word);
            }
            Word::Clock { .. } | Word::AllDay => group.times.push(*word),
            Word::Also => also = true,
            Word::Off if closed => return None,
            // The days that follow, or those just before it.
            Word::Off if matches!(words.get(at + 1), Some(Word::Day(_))) => {
                if !group.is_empty() {
                    rules.push(std::mem::take(&mut group).rule()?);
                }
                closed = true;
            }
            Word::Off => rules.push(std::mem::take(&mut group).closed()?),
            Word::To | Word::And => {}
        }
    }
    if closed {
        rules.push(group.closed()?);
    } else if !group.is_empty() {
        // Times without days are those of every day, which they cannot be beside others.
        (group.has_days() || rules.is_empty()).then_some(())?;
        rules.push(group.rule()?);
    }
    (!rules.is_empty()).then(|| rules.join("; "))
}

//! What people mean who write hours as they say them: `9am-5pm, Monday to Friday`.

/// A part of hours as people say them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Day(&'static str),
    Clock { hour: u16, minute: u16, half: Option<Half> },
    To,
    And,
    Off,
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

/// Words that say nothing of their own here.
const FILLERS: &[&str] = &["from", "open", "hours", "between", "on", "holiday", "holidays", "public"];

/// The same in OpenStreetMap's form, as far as it can be told.
pub(super) fn meant(text: &str) -> Option<String> {
    let rules: Option<Vec<String>> = text.split(';').map(|rule| rule_of(&words(rule)?)).collect();
    Some(rules?.join("; "))
}

/// The words of a rule; none where one of them is not known.
fn words(rule: &str) -> Option<Vec<Word>> {
    let rule = rule.to_lowercase().replace(['–', '—'], "-").replace("every day", "daily");
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
        rest = after.trim_start();
        match word {
            "-" | "to" | "till" | "until" => words.push(Word::To),
            "," | "and" | "&" | "+" => words.push(Word::And),
            "closed" | "off" => words.push(Word::Off),
            "am" | "pm" => halve(words.last_mut()?, word)?,
            "noon" | "midday" => words.push(Word::Clock { hour: 12, minute: 0, half: Some(Half::Pm) }),
            _ if FILLERS.contains(&word) => {}
            _ if first.is_ascii_digit() => words.push(clock(word)?),
            _ => words.push(Word::Day(day(word)?)),
        }
    }
    Some(words)
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
    let (hour, minute) = word.split_once([':', '.']).unwrap_or((word, "00"));
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60).then_some(Word::Clock { hour, minute, half: None })
}

/// The days of a rule, then its times.
fn rule_of(words: &[Word]) -> Option<String> {
    let (mut days, mut times, mut spans) = (String::new(), Vec::new(), Vec::new());
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| words[before]);
        match *word {
            Word::Day(code) => {
                let is_range = before == Some(Word::To) && !days.is_empty();
                days.push_str(if days.is_empty() {
                    ""
                } else if is_range {
                    "-"
                } else {
                    ","
                });
                days.push_str(code);
            }
            Word::Clock { .. } => times.push(*word),
            Word::Off | Word::To | Word::And => {}
        }
    }
    if words.contains(&Word::Off) {
        return (!days.is_empty() && times.is_empty()).then(|| format!("{days} off"));
    }
    for pair in times.chunks(2) {
        let [from, to] = pair else { return None };
        spans.push(span(*from, *to)?);
    }
    (!spans.is_empty()).then(|| format!("{days} {}", spans.join(",")).trim_start().to_owned())
}

/// `09:00-17:00`. Where the halves of the day are not told, the end is after the start.
fn span(from: Word, to: Word) -> Option<String> {
    let (
        Word::Clock { hour: first, minute: past, half },
        Word::Clock { hour: last, minute: past_last, half: half_last },
    ) = (from, to)
    else {
        return None;
    };
    let on_24 = |hour: u16, half: Option<Half>| match half {
        Some(Half::Pm) if hour < 12 => hour + 12,
        Some(Half::Am) if hour == 12 => 0,
        _ => hour,
    };
    let first = if half.is_none() && half_last == Some(Half::Pm) && first < last {
        on_24(first, half_last)
    } else {
        on_24(first, half)
    };
    let mut last = on_24(last, half_last);
    if half_last.is_none() && last <= first && last <= 12 {
        last += 12;
    }
    Some(format!("{first:02}:{past:02}-{last:02}:{past_last:02}"))
}

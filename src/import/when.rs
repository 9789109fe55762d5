//! Timescales: as the plan writes them where they are understood, else as words that are said to be no date.

use std::sync::LazyLock;

use super::block::words;
use super::phrases::{Phrases, as_it_is};
use crate::model::timescale::{PlanCalendar, Timescale};
use crate::yaml::{Map, Value};

/// A timescale for the plan's file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct When {
    pub(crate) value: Value,
    /// Why it was kept as words; none where a date, or that there is none, is understood.
    pub(crate) doubt: Option<String>,
}

/// Reads a timescale.
pub(crate) fn read(text: &str, calendar: &PlanCalendar) -> When {
    if let Some(when) = translated(text, calendar) {
        return when;
    }
    match Timescale::read(text, calendar) {
        Ok(reading) if reading.understood => {
            let doubt = single_financial_year(text).or_else(|| further_words(text, &reading.timescale));
            When { value: Value::text(text), doubt }
        }
        Ok(_) => When { value: note(text), doubt: Some("no date is understood in these words".to_owned()) },
        Err(error) => When { value: note(text), doubt: Some(error.to_string()) },
    }
}

/// `FY2023` is the year that begins or the one that ends in 2023, as one is used to; that of a state or a federation
/// begins when its law says.
fn single_financial_year(text: &str) -> Option<String> {
    let spoken = words(&text.to_lowercase().replace("financial year", "fy").replace("fiscal year", "fy"));
    if spoken.iter().any(|word| word.starts_with("ffy") || word.starts_with("sfy")) {
        return Some("the financial year is taken to be the site's own, and may begin in another month".to_owned());
    }
    let is_year = |word: Option<&String>| word.is_some_and(|word| matches!(word.len(), 2 | 4) && is_whole_number(word));
    let at = spoken.iter().position(|word| word.strip_prefix("fy").is_some_and(is_whole_number))?;
    let ends = spoken.iter().skip(at + 1).take_while(|word| matches!(word.as_str(), "end" | "ending" | "of")).count();
    let after = at + 1 + ends + usize::from(spoken[at] == "fy");
    let is_single = (spoken[at] != "fy" || is_year(spoken.get(at + 1 + ends))) && !is_year(spoken.get(after));
    is_single.then(|| {
        "the financial year is taken to be the one that begins in that year, and not the one that ends in it".to_owned()
    })
}

/// Words beside a date that change what it means, and are not in the date that is read.
static FURTHER: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::of(include_str!("phrases/beside_dates.txt"), as_it_is, |meaning| (meaning == "ask").then_some(()))
});

/// What is asked of a date with further words: `Dec 2025 (moved to June 2027)`, `Not before 2027`.
fn further_words(text: &str, read: &Timescale) -> Option<String> {
    let spoken = words(text);
    let day = read.by.or(read.from)?;
    if text.contains(['✓', '✔', '✅', '☑']) {
        return Some(format!("a tick beside the date {day} may say that it is done"));
    }
    let both = text.split_once(" and ").or_else(|| text.split_once(" & "));
    let calendar = PlanCalendar::default();
    let dates = |part: &str| {
        let ongoing = part.to_lowercase().contains("ongoing");
        names_date(part, &calendar)
            || !ongoing && has_only_date_words(part) && is_date(&format!("{part} 2000"), &calendar)
    };
    if both.is_some_and(|(one, other)| dates(one) && dates(other)) {
        return Some(format!("there are two dates, of which {day} is read"));
    }
    let found = FURTHER.inside(&spoken).next()?;
    Some(format!("`{}` may say more than the date that is read, {day}", found.words.join(" ")))
}

fn is_whole_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words of other languages in timescales, and the English ones.
static ENGLISH: LazyLock<Phrases<String>> =
    LazyLock::new(|| Phrases::of(include_str!("phrases/months.txt"), as_it_is, |english| Some(english.to_owned())));

/// A timescale in another language: its date, with the plan's own words beside it.
fn translated(text: &str, calendar: &PlanCalendar) -> Option<When> {
    let onwards = text.trim_end().strip_suffix('+').map(|date| format!("{date} onwards"));
    let spoken = words(onwards.as_deref().unwrap_or(text));
    let mut english = Vec::new();
    let mut at = 0;
    while at < spoken.len() {
        let known = [3, 2, 1].into_iter().find_map(|count| Some((count, ENGLISH.whole(spoken.get(at..at + count)?)?)));
        let (count, word) = known.map_or((1, spoken[at].as_str()), |(count, word)| (count, word.as_str()));
        english.push(word);
        at += count;
    }
    let english = english.join(" ");
    if english == words(text).join(" ") || !has_only_date_words(&english) {
        return None;
    }
    let reading = Timescale::read(&english, calendar).ok().filter(|reading| reading.understood)?;
    let mut map = Map::default();
    let days = [("from", reading.timescale.from), ("by", reading.timescale.by)];
    for (key, day) in days {
        map.add_text(key, &day.map(|day| day.to_string()).unwrap_or_default());
    }
    if reading.timescale.ongoing {
        map.add("ongoing", Value::Plain("true".to_owned()));
    }
    map.add("note", Value::text(text));
    Some(When { value: Value::Map(map), doubt: None })
}

/// A start and an end that stood in cells of their own.
pub(crate) fn stretch(from: &str, by: &str, calendar: &PlanCalendar) -> When {
    let dated = |text: &str| {
        let reading = Timescale::read(text, calendar).ok();
        reading.is_some_and(|reading| !reading.timescale.is_undated() && !reading.timescale.ongoing)
    };
    let map = crate::model::timescale::TimescaleMap { from: Some(from), by: Some(by), ..Default::default() };
    if dated(from) && dated(by) && Timescale::from_map(&map, calendar).is_ok() {
        let mut map = Map::default();
        map.add("from", Value::text(from));
        map.add("by", Value::text(by));
        return When { value: Value::Map(map), doubt: None };
    }
    let joined = [from, by].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    if by.is_empty() && dated(from) {
        return read(&format!("From {from}"), calendar);
    }
    if from.is_empty() {
        return read(by, calendar);
    }
    let ongoing = Timescale::read(by, calendar).is_ok_and(|reading| reading.timescale.ongoing);
    if dated(from) && ongoing {
        return read(&format!("From {from}, {by}"), calendar);
    }
    let doubt = "the start and the end are not both dates".to_owned();
    When { value: note(&joined.join(" to ")), doubt: Some(doubt) }
}

/// Whether a text is a date or says that there is none, and is nothing else: `May-23`, `By end of 2026`, `TBC`.
pub(crate) fn is_date(text: &str, calendar: &PlanCalendar) -> bool {
    // To read a long text as a date takes longest, and most cells of a plan are long texts.
    let is_short = text.len() <= 4 * 60 && text.chars().count() <= 60 && text.split_whitespace().count() <= 8;
    let may_be = is_short && text.chars().any(char::is_alphanumeric);
    may_be && Timescale::read(text, calendar).is_ok_and(|reading| reading.understood)
}

/// The one date that a sentence names beyond doubt: what stands after its last "by", in brackets at its end, or is all
/// that it says.
pub(crate) fn inside(text: &str, calendar: &PlanCalendar) -> Option<String> {
    let text = text.trim().trim_end_matches(['.', ';', ',']);
    let is_dated = |part: &str| is_date(part, calendar) && names_date(part, calendar) && has_only_date_words(part);
    if is_dated(text) {
        return Some(text.to_owned());
    }
    let bracketed = || text.strip_suffix(')')?.rsplit_once('(').map(|(_, date)| date.trim());
    let lower = text.to_ascii_lowercase();
    let after = || [" by ", " by: "].iter().find_map(|mark| Some(text[lower.rfind(mark)? + mark.len()..].trim()));
    let found = bracketed().filter(|date| is_dated(date)).or_else(|| after().filter(|date| is_dated(date)))?;
    // A second date, or a baseline's, makes it a guess.
    let before = &text[..text.len() - found.len()];
    let years = before.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 4);
    (!years).then(|| found.to_owned())
}

/// Whether each word of a text belongs to a date: `by the end of March 2027`, and not `by 20 schools`.
pub(crate) fn has_only_date_words(text: &str) -> bool {
    let known = [
        "by",
        "the",
        "end",
        "of",
        "early",
        "mid",
        "late",
        "in",
        "on",
        "from",
        "to",
        "until",
        "spring",
        "summer",
        "autumn",
        "winter",
        "q1",
        "q2",
        "q3",
        "q4",
        "quarter",
        "year",
        "financial",
        "ongoing",
        "onwards",
        "tbc",
    ];
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let fits = |word: &String| {
        let is_month = months.iter().any(|month| word.starts_with(month));
        let is_year = word.strip_prefix("fy").is_some_and(is_whole_number);
        known.contains(&word.as_str())
            || is_month
            || is_year
            || word.starts_with(|letter: char| letter.is_ascii_digit())
    };
    let spoken = words(text);
    // One year alone may be anything that is counted.
    spoken.iter().all(fits) && (spoken.len() > 1 || text.len() > 4)
}

/// Whether a text names a quarter by its number: `Q4 2025`.
pub(crate) fn names_quarter(text: &str) -> bool {
    words(text).iter().any(|word| matches!(word.as_str(), "q1" | "q2" | "q3" | "q4" | "quarter"))
}

/// Whether a text names a day, month or year.
pub(crate) fn names_date(text: &str, calendar: &PlanCalendar) -> bool {
    Timescale::read(text, calendar).is_ok_and(|reading| !reading.timescale.is_undated())
}

fn note(text: &str) -> Value {
    let mut map = Map::default();
    map.add("note", Value::text(text));
    Value::Map(map)
}

#[cfg(test)]
mod tests {
    use super::inside;
    use crate::model::timescale::PlanCalendar;

    #[test]
    fn a_target_tells_its_date_only_beyond_doubt() {
        for (text, expected) in [
            ("80% of teachers trained by Dec 2026", Some("Dec 2026")),
            ("All year 8 pupils by end of March 2027.", Some("end of March 2027")),
            ("12 lessons (Sept 2026)", Some("Sept 2026")),
            ("31/03/2027", Some("31/03/2027")),
            ("To increase from 16/17 baseline", None),
            ("More than in 2025 by March 2027", None),
            ("100% asked, reported quarterly", None),
            ("Visits by health visitors", None),
        ] {
            assert_eq!(inside(text, &PlanCalendar::default()).as_deref(), expected, "{text}");
        }
    }
}

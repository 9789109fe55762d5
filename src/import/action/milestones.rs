//! Milestones and measures.

use jiff::civil::Date;

use super::Writer;
use super::steps::Steps;
use crate::import::block::words;
use crate::import::field::Field;
use crate::import::marked_list::MarkedList;
use crate::import::outline::Gathered;
use crate::import::reported::{Reported, is_only_when};
use crate::import::{standing, when};
use crate::model::status::Status;
use crate::model::timescale::PlanCalendar;
use crate::yaml::{Map, Value};

/// A milestone's words and its date: `Contract signed (May 2026)`, `May 2026: contract signed`.
pub(super) fn dated(text: &str, calendar: &PlanCalendar) -> Option<(String, String)> {
    let is_date = |part: &str| {
        when::is_date(part, calendar) && when::names_date(part, calendar) && when::has_only_date_words(part)
    };
    if let Some((title, date)) =
        text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).filter(|(_, date)| is_date(date))
    {
        return Some((title.trim().to_owned(), date.trim().to_owned()));
    }
    for mark in [": ", " – ", " — ", " - ", ", ", "- ", "– "] {
        if let Some((date, title)) =
            text.split_once(mark).filter(|(date, title)| is_date(date) && !title.trim().is_empty())
        {
            return Some((title.trim().to_owned(), date.trim().to_owned()));
        }
        if let Some((title, date)) =
            text.rsplit_once(mark).filter(|(title, date)| is_date(date) && !title.trim().is_empty())
        {
            return Some((title.trim().to_owned(), date.trim().to_owned()));
        }
    }
    let at = text.rfind(" by ")?;
    let (title, date) = text.split_at(at);
    (is_date(date) && !title.trim().is_empty()).then(|| (title.trim().to_owned(), date.trim().to_owned()))
}

/// The day on which a milestone was reached, where its words tell: `Pilot in three schools – completed May 2026`.
fn reached(text: &str, calendar: &PlanCalendar) -> Option<Date> {
    let last = text.rsplit([':', '–', '—', '-', '(', ',']).next()?;
    let (standing, rest) = standing::leading(last.trim_end_matches([')', '.']))?;
    let day =
        Reported::of(rest, calendar).filter(|_| standing.status == Status::Complete && is_only_when(rest, calendar))?;
    match day {
        Reported::Day(day) => Some(day),
        _ => None,
    }
}

/// What stands in columns with nothing but a year for a heading, `Year 2 (2025/26)`: the column, the year, the text.
pub(super) fn year_columns(action: &Gathered) -> Vec<(usize, String, String)> {
    let is_year = |heading: &str| {
        let spoken = words(heading);
        let fits =
            |word: &String| matches!(word.as_str(), "year" | "yr" | "y") || word.bytes().all(|b| b.is_ascii_digit());
        let counts = spoken.iter().any(|word| word.len() == 4 && word.starts_with("20") || word.starts_with('y'));
        spoken.len() > 1 && spoken.iter().all(fits) && counts || spoken.len() == 1 && spoken[0].len() == 4 && counts
    };
    let year = |heading: &str| {
        let inside = heading.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
        inside.unwrap_or(heading).trim().to_owned()
    };
    let columns = action.columns_of(Field::Keep).filter(|column| is_year(&action.columns[*column].heading));
    let told = columns.map(|column| {
        let text = action.column_texts(column).join("\n");
        (column, year(&action.columns[column].heading), text)
    });
    told.filter(|(_, _, text)| text != "Yes" && text.chars().filter(|letter| letter.is_alphabetic()).count() > 2)
        .collect()
}

impl Writer<'_> {
    pub(super) fn milestones(&mut self, action: &Gathered, texts: Vec<String>, steps: &Steps, map: &mut Map) {
        let are_steps = steps.made_of == Some(Field::Milestones);
        let texts = if are_steps {
            Vec::new()
        } else if texts.is_empty() && action.columns_of(Field::Timescale).next().is_some() {
            let list = MarkedList::of(&action.text(Field::Milestones));
            std::iter::once(list.intro).chain(list.items).filter(|text| !text.is_empty()).collect()
        } else {
            texts
        };
        let years = year_columns(action).into_iter().flat_map(|(_, year, text)| {
            let list = MarkedList::of(&text);
            let items: Vec<String> =
                std::iter::once(list.intro).chain(list.items).filter(|item| !item.is_empty()).collect();
            items.into_iter().map(move |item| format!("{item} ({year})"))
        });
        let texts: Vec<String> = texts.into_iter().chain(years).flat_map(|text| self.dated_parts(text)).collect();
        let taken = map.entries.iter().find(|entry| entry.key == "timescale").map(|entry| entry.value.clone());
        let texts: Vec<String> = texts.into_iter().filter(|text| taken != Some(Value::text(text.as_str()))).collect();
        let calendar = self.calendar;
        let mut comments = Vec::new();
        let values: Vec<Value> = texts
            .iter()
            .map(|text| {
                if let Some(done) = reached(text, &calendar) {
                    let mut map = Map::default();
                    map.add_text("title", &text.replace('\n', " "));
                    map.add("done", Value::text(done.to_string()));
                    return Value::Map(map);
                }
                let done = standing::read(text.rsplit([' ', '–', '-']).next().unwrap_or_default());
                if done.is_some_and(|done| done.status == Status::Complete) {
                    comments.push("look here: where a milestone was reached, add `done:` with the date".to_owned());
                }
                let Some((title, date)) = dated(text, &calendar) else { return Value::text(text.replace('\n', " ")) };
                let mut map = Map::default();
                map.add_text("title", &title);
                map.add_text("timescale", &date);
                Value::Map(map)
            })
            .collect();
        comments.dedup();
        self.counts.milestones += values.len();
        if !values.is_empty() {
            map.add_with("milestones", Value::List(values), comments);
        }
    }

    /// The parts of a text between semicolons, where each has its date: `A pilot (May 2026); all towns (March 2027)`.
    fn dated_parts(&self, text: String) -> Vec<String> {
        let parts: Vec<String> = text.split(';').map(|part| part.trim().to_owned()).collect();
        let all = parts.len() > 1 && parts.iter().all(|part| dated(part, &self.calendar).is_some());
        if all { parts } else { vec![text] }
    }

    pub(super) fn measures(&mut self, action: &Gathered, steps: &Steps, map: &mut Map) {
        let items = |field: Field| {
            let list = MarkedList::of(&action.text(field));
            std::iter::once(list.intro).chain(list.items).filter(|item| !item.is_empty()).collect::<Vec<_>>()
        };
        let measures = items(Field::Measures);
        let baselines = items(Field::Baseline);
        let mut targets = if steps.has_targets { Vec::new() } else { items(Field::Target) };
        // A target that is a date and nothing else is the timescale.
        let timescale = map.entries.iter().find(|entry| entry.key == "timescale").map(|entry| &entry.value);
        if let Some(Value::Text(date)) = timescale {
            targets.retain(|target| target != date);
        }
        let parallel = |other: &Vec<String>| other.is_empty() || other.len() == measures.len();
        let mut values = Vec::new();
        if !measures.is_empty() && parallel(&baselines) && parallel(&targets) {
            for (at, title) in measures.iter().enumerate() {
                let mut measure = Map::default();
                measure.add_text("title", title);
                measure.add_text("baseline", baselines.get(at).map_or("", String::as_str));
                measure.add_text("target", targets.get(at).map_or("", String::as_str));
                let alone = measure.entries.len() == 1;
                values.push(if alone { Value::text(title) } else { Value::Map(measure) });
            }
        } else {
            values.extend(measures.iter().chain(&targets).map(Value::text));
            values.extend(baselines.iter().map(|text| Value::text(format!("Baseline: {text}"))));
            if !measures.is_empty() {
                let message = "measures, baselines and targets differ in number; they stand one after the other";
                self.notes.look(&action.origin, message);
            }
        }
        self.counts.measures += values.len();
        if !values.is_empty() {
            map.add("measures", Value::List(values));
        }
    }
}

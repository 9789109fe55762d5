//! What an action has beyond the usual fields: tags, how much is done, and columns that fit no field.

use super::{Writer, markdown, milestones};
use crate::import::field::Field;
use crate::import::lead::names_in;
use crate::import::outline::Gathered;
use crate::import::percent::percent;
use crate::model::phone::mentions;
use crate::yaml::{Map, Value};

impl Writer<'_> {
    /// Columns that fit no field: further facts for the public, or words to keep.
    pub(super) fn kept(&mut self, action: &Gathered, details: &mut Map, private: &mut Map) {
        let by_year: Vec<usize> = milestones::year_columns(action).into_iter().map(|(column, _, _)| column).collect();
        for column in action.columns_of(Field::Keep).collect::<Vec<_>>() {
            let text = action.column_texts(column).join("\n");
            let heading = action.columns[column].heading.clone();
            if action.columns[column].is_detail() && !by_year.contains(&column) && !text.is_empty() {
                if is_about_a_person(&text) {
                    let message = format!(
                        "`{heading}` may tell of a person, so it is kept under `private:`; move it to `details:` if it is for the public"
                    );
                    self.notes.look(&action.origin, message);
                    private.add_apart(&heading, Value::text(text));
                } else {
                    details.add_apart(&heading, Value::text(markdown(&text)));
                }
                continue;
            }
            if text.is_empty()
                && action.rows.iter().any(|row| row.get(column).is_some_and(|cell| cell.colour.is_some()))
            {
                let message =
                    format!("`{heading}` is filled with a colour and has no words, so nothing of it was taken");
                self.notes.look(&action.origin, message);
            }
            let stray = heading.is_empty() && text.len() <= 3 && text.chars().all(|letter| letter.is_ascii_digit());
            if text.is_empty() || by_year.contains(&column) {
                continue;
            }
            if stray || !text.chars().any(char::is_alphanumeric) {
                self.notes.did(&action.origin, format!("left out what stands in a column without a heading: `{text}`"));
                continue;
            }
            let key = if heading.is_empty() { format!("Column {}", column + 1) } else { heading };
            private.add_apart(&key, Value::text(text));
        }
        for cell in action.rows.iter().flatten() {
            for item in cell.kept.iter().filter_map(|kept| self.keeper.take(*kept)) {
                let key = if item.name.is_empty() { item.origin.to_string() } else { item.name };
                private.add_apart(&key, Value::text(item.text));
            }
        }
    }
}

impl Writer<'_> {
    /// Tags, the day of a report that has its own date or none, and how much is done. What is no per cent is a detail.
    pub(super) fn further_facts(&self, action: &Gathered, map: &mut Map, details: &mut Map) {
        let tags = action.columns_of(Field::Themes).flat_map(|column| action.column_texts(column));
        let tags = tags.flat_map(|text| text.split([';', ',', '\n']).map(str::to_owned).collect::<Vec<_>>());
        let tags = tags.map(|tag| tag.trim().trim_start_matches(['•', '-']).trim().to_owned());
        map.add_list("themes", tags.filter(|tag| !tag.is_empty()).map(Value::text).collect());
        for column in action.columns_of(Field::Reported) {
            let text = action.column_texts(column).join("\n");
            let day = self.reported_on(action).map(|day| Value::text(day.to_string()));
            if !text.is_empty() && !day.is_some_and(|day| dates_an_update(map, &day)) {
                details.add_apart(&action.columns[column].name(), Value::text(text));
            }
        }
        for column in action.columns_of(Field::Progress) {
            let text = action.column_texts(column).join("\n");
            match percent(&text, action.columns[column].is_part_of_one) {
                Some(percent) => map.add("progress", Value::Plain(percent.to_string())),
                None if text.is_empty() => {}
                None => details.add_apart(&action.columns[column].name(), Value::text(markdown(&text))),
            }
        }
    }
}

/// Whether an update has a day.
fn dates_an_update(map: &Map, day: &Value) -> bool {
    let has_day = |update: &Value| match update {
        Value::Map(update) => update.entries.iter().any(|entry| entry.key == "date" && entry.value == *day),
        _ => false,
    };
    map.entries.iter().any(|entry| {
        entry.key == "updates" && matches!(&entry.value, Value::List(updates) if updates.iter().any(has_day))
    })
}

/// Whether a text may tell who someone is or how to reach them.
fn is_about_a_person(text: &str) -> bool {
    !mentions(text).is_empty() || text.contains('@') || !names_in(text).is_empty()
}

//! Edits of how an action stands: its status, its latest update, and new ones.

use jiff::civil::Date;

use super::action::status_id;
use super::rows::{EditedRow, as_an_export_has_it};
use super::{Merge, Place, cell, field, items, text};
use crate::import::action::markdown;
use crate::model::exported_row::{self, ExportedRow, comparable};
use crate::model::status::Status;
use crate::yaml::{Map, Value};

/// An update as an export lists it.
#[derive(Debug, Clone)]
struct Listed {
    date: String,
    status: String,
    words: String,
    by: String,
    /// All that the list says of it.
    entry: String,
}

impl Listed {
    /// The updates in a cell that lists them all, newest first.
    fn all(cell: &str) -> Vec<Self> {
        let read = |entry: String| {
            let item = cell::item(&entry, &["Said by"]);
            let (head, words) = item.title.split_once('\n').unwrap_or((&item.title, ""));
            let (date, status) = head.split_once(", ").unwrap_or((head, ""));
            let (date, status, words) = (as_an_export_has_it(date.trim()), status.trim().to_owned(), words.to_owned());
            let by = item.fact("Said by").to_owned();
            Self { date, status, words, by, entry }
        };
        exported_row::entries(cell).into_iter().map(read).collect()
    }

    /// A part of it, by the field's name.
    fn part(&self, name: &str) -> &str {
        match name {
            "status" => &self.status,
            "text" => &self.words,
            _ => &self.by,
        }
    }
}

/// The columns of the latest update, and the field that each is about.
const LATEST: [(&str, &str); 3] =
    [("last_update_status", "status"), ("last_update_text", "text"), ("last_update_by", "by")];

impl Merge<'_> {
    /// The status, the latest update, and the list of all updates.
    pub(super) fn standing(&mut self, action: usize, place: &Place<'_>, row: EditedRow<'_>) {
        let is_new = self.latest(action, place, row);
        let reported = is_new || self.is_edited(action, "last_update_status", row);
        if let Some(cell) = self.edited(action, "status", place, row).filter(|_| !reported) {
            self.status(action, place, &cell);
        }
        self.updates(action, place, row);
    }

    /// The columns of the latest update. True where they hold a new one.
    fn latest(&mut self, action: usize, place: &Place<'_>, row: EditedRow<'_>) -> bool {
        let Some(date) = row.cell(self.current, "last_update") else { return false };
        let known = Listed::all(&self.now(action, "updates"));
        let latest = known.first().map_or("", |update| &*update.date).to_owned();
        let is_dated = self.is_edited(action, "last_update", row);
        let edited: Vec<(&str, &str, String)> = LATEST
            .into_iter()
            .filter(|(key, _)| self.is_edited(action, key, row))
            .filter_map(|(key, name)| Some((key, name, row.cell(self.current, key)?)))
            .collect();
        if !is_dated && edited.is_empty() {
            return false;
        }
        if date.is_empty() {
            if is_dated || edited.iter().any(|(.., cell)| !cell.is_empty()) {
                self.left.push(format!("`{}`: an update needs a date; this one was not added", self.name(action)));
            }
            return false;
        }
        if date.parse::<Date>().is_err() {
            self.left.push(format!(
                "`{}`: `{date}` is not a date such as 2026-12-03; the update was not added",
                self.name(action)
            ));
            return false;
        }
        let written = known.iter().find(|update| update.date == date);
        let exported_as = row.as_exported.map(ExportedRow::latest);
        match (written, exported_as) {
            (Some(update), _) => {
                self.correct(action, place, row, update, &edited);
                false
            }
            // It is gone from the file since, and nobody wrote another one.
            (None, Some(_)) if !is_dated => {
                for (key, _, cell) in &edited {
                    self.conflict(action, key, place, cell, "");
                }
                false
            }
            (None, Some(before)) if edited.is_empty() && &*date < before => {
                self.redate(action, place, row, &known, before, &date);
                false
            }
            (None, None) if date < latest => {
                let same = edited.is_empty() && !row.is_older;
                let message =
                    if same { "was its date corrected? Correct it in the file" } else { "the plan has a later one" };
                self.left.push(format!("`{}`: the update of {date} is not in the plan: {message}", self.name(action)));
                false
            }
            _ => {
                let cell = |key: &str| row.cell(self.current, key).unwrap_or_default();
                let (chosen, reported) = (self.is_edited(action, "status", row), cell("last_update_status"));
                let status = if chosen && !edited.iter().any(|(_, name, _)| *name == "status") {
                    cell("status")
                } else {
                    reported
                };
                let (words, by) = (cell("last_update_text"), cell("last_update_by"));
                self.new_update(action, place, (&date, &status, &words, &by));
                true
            }
        }
    }

    /// New words for an update that the file has.
    fn correct(
        &mut self,
        action: usize,
        place: &Place<'_>,
        row: EditedRow<'_>,
        update: &Listed,
        edited: &[(&str, &str, String)],
    ) {
        let is_exported = row.as_exported.is_some_and(|exported| exported.latest() == update.date);
        for (key, name, cell) in edited {
            let now = update.part(name);
            if comparable(now) == comparable(cell) {
                continue;
            }
            let may = match row.as_exported {
                Some(exported) if is_exported => exported.said(key, now) == Some(true),
                // Another update than the one that was exported: it may have come since.
                Some(exported) => exported.had(&update.entry),
                None => !row.is_older,
            };
            if may {
                self.set_part(action, place, update, (key, name), cell);
            } else {
                self.conflict(action, key, place, cell, now);
            }
        }
    }

    fn set_part(&mut self, action: usize, place: &Place<'_>, update: &Listed, (key, name): (&str, &str), cell: &str) {
        let updates = items(field(place.node, "updates"));
        let node = updates.iter().rfind(|node| text(field(node, "date")) == update.date);
        let status = status_id(cell);
        let Some(node) = node.filter(|_| name != "status" || cell.is_empty() || status.is_some()) else {
            self.left.push(format!("`{}`: `{key}`: `{cell}` could not be carried over", self.name(action)));
            return;
        };
        self.told(action, key, update.part(name), cell);
        match (name, cell.is_empty()) {
            (_, true) => self.patch.remove(node, name),
            ("status", false) => self.patch.set(node, name, &Value::text(status.unwrap_or_default())),
            ("text", false) => self.patch.set(node, name, &Value::text(markdown(cell))),
            _ => self.patch.set(node, name, &Value::text(cell)),
        }
    }

    /// An earlier day for the update that was the latest when the table was exported.
    fn redate(
        &mut self,
        action: usize,
        place: &Place<'_>,
        row: EditedRow<'_>,
        known: &[Listed],
        before: &str,
        date: &str,
    ) {
        let had = |update: &&Listed| update.date == before && row.as_exported.is_some_and(|row| row.had(&update.entry));
        let updates = items(field(place.node, "updates"));
        let node = updates.iter().rfind(|node| text(field(node, "date")) == before);
        match node.filter(|_| known.iter().any(|update| had(&update))) {
            Some(node) => {
                self.told(action, "last_update", before, date);
                self.patch.set(node, "date", &Value::text(date));
            }
            None => self.conflict(action, "last_update", place, date, &self.now(action, "last_update")),
        }
    }

    /// A status that was chosen anew: today's update where there are updates, else the action's own.
    fn status(&mut self, action: usize, place: &Place<'_>, cell: &str) {
        let Some(status) = status_id(cell) else {
            let all = Status::ALL.map(Status::words).join("`, `");
            self.left.push(format!("`{}`: `{cell}` is no status; it can be `{all}`", self.name(action)));
            return;
        };
        self.told(action, "status", &self.now(action, "status"), cell);
        if items(field(place.node, "updates")).is_empty() {
            self.patch.set(place.node, "status", &Value::text(status));
        } else {
            let today = self.today.to_string();
            self.add_update(action, place, (&today, cell, "", ""));
        }
    }

    /// Updates that were written into the column of all updates, or changed there.
    fn updates(&mut self, action: usize, place: &Place<'_>, row: EditedRow<'_>) {
        let Some(cell) = row.cell(self.current, "updates") else { return };
        if !self.is_edited(action, "updates", row) {
            return;
        }
        let (known, after) = (Listed::all(&self.now(action, "updates")), Listed::all(&cell));
        // The latest update also has columns of its own, which may say the same.
        let beside = row.cell(self.current, "last_update").unwrap_or_default();
        let has_beside = LATEST.iter().any(|(key, _)| self.is_edited(action, key, row));
        let had = |update: &Listed| row.as_exported.map(|exported| exported.had(&update.entry));
        for update in &after {
            let is_known = known.iter().any(|known| comparable(&known.entry) == comparable(&update.entry));
            if is_known || had(update) == Some(true) || update.date == beside && has_beside {
                continue;
            }
            let written = known.iter().find(|known| known.date == update.date);
            let is_gone = row.as_exported.is_some_and(|exported| exported.had_one_of(&update.date));
            match written {
                Some(written) if had(written).unwrap_or(!row.is_older) => {
                    for (key, name) in LATEST {
                        if comparable(written.part(name)) != comparable(update.part(name)) {
                            self.set_part(action, place, written, (key, name), update.part(name));
                        }
                    }
                }
                Some(written) => self.conflict(action, "updates", place, &update.words, &written.words),
                None if is_gone => self.conflict(action, "updates", place, &update.words, ""),
                None if update.date.parse::<Date>().is_err() => {
                    self.left.push(format!(
                        "`{}`: the update `{}` has no date and was not added",
                        self.name(action),
                        update.date
                    ));
                }
                None if row.as_exported.is_none() && known.first().is_some_and(|latest| update.date < latest.date) => {
                    let name = self.name(action);
                    self.left.push(format!(
                        "`{name}`: the update of {} is older than the plan's latest; it was not added",
                        update.date
                    ));
                }
                None => self.new_update(action, place, (&update.date, &update.status, &update.words, &update.by)),
            }
        }
        for update in known.iter().filter(|update| !after.iter().any(|after| after.date == update.date)) {
            if had(update) != Some(false) {
                let name = self.name(action);
                self.left.push(format!("`{name}`: the update of {} is not in the table; it stays", update.date));
            }
        }
    }

    /// Adds an update, unless the file has one of that day that is still to come.
    fn new_update(&mut self, action: usize, place: &Place<'_>, update: (&str, &str, &str, &str)) {
        let (date, status, words, _) = update;
        if items(field(place.node, "updates")).iter().any(|node| text(field(node, "date")) == date) {
            self.conflict(action, "updates", place, words, "an update of that day");
            return;
        }
        self.told(action, "updates", "", [date, status, words].join(" ").trim());
        self.add_update(action, place, update);
    }

    fn add_update(&mut self, action: usize, place: &Place<'_>, (date, status, words, by): (&str, &str, &str, &str)) {
        if !status.is_empty() && status_id(status).is_none() {
            self.left.push(format!("`{}`: `{status}` is no status", self.name(action)));
        }
        let value = update(date, status, words, by);
        let list = field(place.node, "updates");
        match (list, items(list).last()) {
            (Some(list), Some(latest)) => self.patch.add_item(list, latest, &value),
            _ => self.patch.set(place.node, "updates", &Value::List(vec![value])),
        }
    }
}

/// An update as the content model has it.
pub(super) fn update(date: &str, status: &str, words: &str, by: &str) -> Value {
    let mut update = Map::default();
    update.add("date", Value::text(date));
    update.add_text("status", status_id(status).unwrap_or_default());
    update.add_text("text", &markdown(words));
    update.add_text("by", by);
    Value::Map(update)
}

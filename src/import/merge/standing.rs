//! Edits of how an action stands: its status, its latest update, and new ones.

use super::action::{column, status_id};
use super::rows::as_an_export_has_it;
use super::{Merge, Place, cell, field, items, text};
use crate::import::action::markdown;
use crate::import::block::tidy;
use crate::import::yaml::{Map, Value};
use crate::model::status::Status;

impl Merge<'_> {
    /// The status and the latest update.
    pub(super) fn standing(&mut self, action: usize, place: &Place<'_>, cells: &[Option<String>]) {
        let edited = |merge: &Self, key: &str| merge.edited(action, key, cells);
        let date = edited(self, "last_update").filter(|date| *date > self.now(action, "last_update"));
        if let Some(date) = date {
            let cell =
                |key: &str| column(self.current, key).and_then(|at| cells[at].as_deref()).map(tidy).unwrap_or_default();
            let status = edited(self, "last_update_status").or_else(|| edited(self, "status")).unwrap_or_default();
            let (words, by) = (cell("last_update_text"), cell("last_update_by"));
            self.told(action, "updates", "", &format!("{date} {status} {words}"));
            self.add_update(action, place, (&date, &status, &words, &by));
            return;
        }
        let updates = field(place.node, "updates");
        let latest = self.now(action, "last_update");
        let update = items(updates).iter().rfind(|update| text(field(update, "date")) == latest);
        for (key, name) in [
            ("last_update", "date"),
            ("last_update_text", "text"),
            ("last_update_by", "by"),
            ("last_update_status", "status"),
        ] {
            let Some(cell) = edited(self, key) else { continue };
            let status = status_id(&cell);
            let Some(update) = update.filter(|_| name != "status" || cell.is_empty() || status.is_some()) else {
                self.left.push(format!("`{}`: `{key}`: `{cell}` could not be carried over", self.name(action)));
                continue;
            };
            self.told(action, key, &self.now(action, key), &cell);
            match (name, cell.is_empty()) {
                ("date", true) => {
                    self.left.push(format!("`{}`: an update needs its date; it keeps it", self.name(action)));
                }
                (_, true) => self.patch.remove(update, name),
                ("status", false) => self.patch.set(update, name, &Value::text(status.unwrap_or_default())),
                ("text", false) => self.patch.set(update, name, &Value::text(markdown(&cell))),
                _ => self.patch.set(update, name, &Value::text(cell)),
            }
        }
        let reported = edited(self, "last_update_status").is_some();
        if let Some(cell) = edited(self, "status").filter(|_| !reported) {
            self.status(action, place, &cell);
        }
        if let Some(cell) = edited(self, "updates") {
            self.updates(action, place, &cell);
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
    fn updates(&mut self, action: usize, place: &Place<'_>, cell: &str) {
        let entries = |cell: &str| -> Vec<(String, String, String, String)> {
            cell::items(cell, &["Said by"])
                .iter()
                .map(|item| {
                    let (head, words) = item.title.split_once('\n').unwrap_or((&item.title, ""));
                    let (date, status) = head.split_once(", ").unwrap_or((head, ""));
                    (as_an_export_has_it(date), status.to_owned(), words.to_owned(), item.fact("Said by").to_owned())
                })
                .collect()
        };
        let (before, after) = (entries(&self.now(action, "updates")), entries(cell));
        for entry in after.iter().filter(|entry| !before.contains(entry)) {
            let (date, status, words, by) = entry;
            let known = before.iter().find(|known| known.0 == *date);
            let node = items(field(place.node, "updates")).iter().find(|update| text(field(update, "date")) == date);
            match (known, node) {
                (Some(known), Some(node)) if known.1 == *status && known.3 == *by && !words.is_empty() => {
                    // The latest update also has columns of its own.
                    if self.now(action, "last_update") != *date {
                        self.told(action, "updates", &known.2, words);
                        self.patch.set(node, "text", &Value::text(markdown(words)));
                    }
                }
                (None, _) if date.parse::<jiff::civil::Date>().is_ok() => {
                    self.told(action, "updates", "", &format!("{date} {status} {words}"));
                    self.add_update(action, place, (date, status, words, by));
                }
                _ => self.left.push(format!("`{}`: the update `{date}` could not be carried over", self.name(action))),
            }
        }
        for entry in before.iter().filter(|entry| !after.iter().any(|known| known.0 == entry.0)) {
            self.left.push(format!("`{}`: the update of {} is not in the table; it stays", self.name(action), entry.0));
        }
    }

    fn add_update(&mut self, action: usize, place: &Place<'_>, (date, status, words, by): (&str, &str, &str, &str)) {
        let mut update = Map::default();
        update.add("date", Value::text(date));
        match status_id(status) {
            Some(id) => update.add("status", Value::text(id)),
            None if status.is_empty() => {}
            None => self.left.push(format!("`{}`: `{status}` is no status", self.name(action))),
        }
        update.add_text("text", &markdown(words));
        update.add_text("by", by);
        let value = Value::Map(update);
        let list = field(place.node, "updates");
        match (list, items(list).last()) {
            (Some(list), Some(latest)) => self.patch.add_item(list, latest, &value),
            _ => self.patch.set(place.node, "updates", &Value::List(vec![value])),
        }
    }
}

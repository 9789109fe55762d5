//! Edits beyond single actions: sections and objectives with new names, and rows that are new.

use jiff::civil::Date;

use super::action::{LISTS, share, status_id};
use super::rows::{EditedRow, Rows};
use super::standing::update;
use super::{Merge, Place, cell, field, items, text};
use crate::import::action::markdown;
use crate::record::node::Node;
use crate::yaml::{Map, Value};

impl Merge<'_> {
    /// Sections and objectives that were renamed in every one of their rows.
    pub(super) fn groups(&mut self, rows: &Rows, places: &[Place<'_>]) {
        for (key, name, is_section) in [
            ("section", "title", true),
            ("section_ref", "ref", true),
            ("objective", "title", false),
            ("objective_ref", "ref", false),
        ] {
            let group = |place: &Place<'_>| {
                let node = if is_section { Some(place.section) } else { place.objective };
                node.map(|node| node.span.start)
            };
            let mut done = Vec::new();
            for place in places {
                let Some(start) = group(place).filter(|start| !done.contains(start)) else { continue };
                done.push(start);
                // An action that came into the plan since has no row.
                let members: Vec<usize> = (0..places.len())
                    .filter(|at| group(&places[*at]) == Some(start) && rows.of_action(*at).is_some())
                    .collect();
                let cells: Vec<Option<String>> = members
                    .iter()
                    .map(|at| rows.of_action(*at).and_then(|row| self.edited(*at, key, &places[*at], row)))
                    .collect();
                let first = cells.iter().flatten().next().cloned();
                let node = if is_section { place.section } else { place.objective.unwrap_or(place.section) };
                match first {
                    Some(first) if !first.is_empty() && cells.iter().all(|cell| cell.as_ref() == Some(&first)) => {
                        let before = self.now(members[0], key);
                        self.changes.push(format!("`{key}`: `{before}` is now `{first}`"));
                        self.patch.set(node, name, &Value::text(first));
                    }
                    Some(_) => {
                        let moved = members.iter().zip(&cells).filter(|(_, cell)| cell.is_some());
                        let moved: Vec<String> = moved.map(|(at, _)| format!("`{}`", self.name(*at))).collect();
                        let message = "an action is moved in the plan's file, not in the table";
                        self.left.push(format!("`{key}` was changed for {}; {message}", moved.join(", ")));
                    }
                    None => {}
                }
            }
        }
    }

    /// Actions that the table has and the plan has not.
    pub(super) fn added(&mut self, rows: &Rows, root: &Node<'_>, places: &[Place<'_>]) {
        for row in rows.added() {
            let EditedRow { cells, as_exported, .. } = row;
            let cell = |key: &str| row.cell(self.current, key).unwrap_or_default();
            let title = cell("title");
            if let Some(exported) = as_exported {
                let known = (0..places.len()).any(|at| self.id(at) == exported.action);
                match (known, row.has_edits(self.current)) {
                    (true, true) => {}
                    (true, false) => {
                        self.left.push(format!("`{title}` is in two rows that say the same; one of them is left out"));
                        continue;
                    }
                    (false, false) => {
                        self.left
                            .push(format!("`{title}` was removed from the plan since the export; it was not put back"));
                        continue;
                    }
                    (false, true) => {
                        self.conflicts.push(format!(
                            "`{title}` was edited in the table, and removed from the plan since the export; it was not put back"
                        ));
                        continue;
                    }
                }
            }
            let address = cell("address");
            if as_exported.is_none() && !address.is_empty() && !self.has_page(&address) {
                self.left.push(format!(
                    "`{title}` has the page `{address}`, which the plan no longer has; it was not put back. If it is a \
                     new action, empty that cell"
                ));
                continue;
            }
            if title.is_empty() {
                let words: Vec<&str> =
                    cells.iter().flatten().map(String::as_str).filter(|text| !text.is_empty()).collect();
                self.left.push(format!("a new row has no title, so it is not taken: `{}`", words.join(" | ")));
                continue;
            }
            let action = self.new_action(&title, row);
            let fits = |place: &&Place<'_>| {
                let objective = place.objective.map_or("", |objective| text(field(objective, "title")));
                text(field(place.section, "title")) == cell("section") && objective == cell("objective")
            };
            let after = places.iter().rfind(fits);
            let section =
                items(field(root, "sections")).iter().find(|section| text(field(section, "title")) == cell("section"));
            match (after, section) {
                (Some(place), _) => {
                    let group = place.objective.unwrap_or(place.section);
                    let list = field(group, "actions").expect("the action stands in it");
                    self.patch.add_item(list, place.node, &action);
                    self.changes.push(format!("`{title}` is a new action in `{}`", cell("section")));
                }
                (None, Some(section))
                    if field(section, "actions").is_none() && field(section, "objectives").is_none() =>
                {
                    self.patch.set(section, "actions", &Value::List(vec![action]));
                    self.changes.push(format!("`{title}` is a new action in `{}`", cell("section")));
                }
                _ => {
                    let Some(end) = places.last() else { continue };
                    let group = end.objective.unwrap_or(end.section);
                    let list = field(group, "actions").expect("the action stands in it");
                    self.patch.add_item(list, end.node, &action);
                    let message =
                        format!("the plan has no section `{}`; `{title}` was put at its end", cell("section"));
                    self.left.push(message);
                    self.changes.push(format!("`{title}` is a new action"));
                }
            }
        }
    }

    /// Whether an action of the plan has a page of that address.
    fn has_page(&self, address: &str) -> bool {
        (0..self.current.rows.len()).any(|action| self.now(action, "address") == address)
    }

    fn new_action(&mut self, title: &str, row: EditedRow<'_>) -> Value {
        let cell = |key: &str| row.cell(self.current, key).unwrap_or_default();
        let mut map = Map::default();
        map.add_text("ref", &cell("ref"));
        map.add_text("title", &title.replace('\n', " "));
        for key in ["why", "aim", "how", "leads", "timescale", "milestones", "measures", "success", "themes"] {
            let words = cell(key);
            let listed = LISTS.iter().find(|listed| listed.key == key);
            match listed {
                _ if words.is_empty() => {}
                Some(listed) if key != "how" || words.starts_with('•') => {
                    let names: Vec<&str> = listed.facts.iter().map(|(name, _)| *name).collect();
                    let values = cell::items(&words, &names).iter().map(|item| self.item(listed, item)).collect();
                    map.add(key, Value::List(values));
                }
                None if key == "timescale" => map.add_text(key, &words.replace('\n', " ")),
                _ => map.add_text(key, &markdown(&words)),
            }
        }
        if let Some(status) = status_id(&cell("status")).filter(|status| *status != "not-started") {
            map.add("status", Value::text(status));
        }
        // How far it is: a row that was copied from another action's says how far that one was.
        let is_own = |key: &str| row.as_exported.is_none_or(|exported| exported.said(key, &cell(key)) == Some(false));
        if is_own("progress") && !cell("progress").is_empty() {
            map.add("progress", share(&cell("progress")));
        }
        let [date, status, words, by] =
            ["last_update", "last_update_status", "last_update_text", "last_update_by"].map(cell);
        let mut left = Vec::new();
        if is_own("last_update") && !(date.is_empty() && words.is_empty()) {
            if date.parse::<Date>().is_ok() {
                map.add("updates", Value::List(vec![update(&date, &status, &words, &by)]));
            } else {
                left.push(format!("`{title}`: `{date}` is not a date such as 2026-12-03; the update was not added"));
            }
        }
        for key in ["details", "updates"] {
            if is_own(key) && !cell(key).is_empty() {
                left.push(format!("`{title}`: `{key}` of a new row is not carried over: add it in the plan's file"));
            }
        }
        self.left.extend(left);
        Value::Map(map)
    }
}

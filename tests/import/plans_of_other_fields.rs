//! Plans of suicide prevention, climate, open government and others, in tables as they keep them: each field is what the
//! table says, or is asked about.

use std::collections::BTreeMap;

use serde_json::Value;

use super::support::{Import, text};

const TABLES: &str = include_str!("plans_of_other_fields.txt");

/// A table, and its actions as they are right: field by field, with those that are asked about.
struct Table {
    name: String,
    tsv: String,
    actions: Vec<Expected>,
}

struct Expected {
    fields: BTreeMap<String, String>,
    asked: Vec<String>,
}

#[test]
fn every_field_is_right_or_asked_about() {
    let mut wrong = Vec::new();
    let mut right = 0;
    for table in tables() {
        let import = Import::of("plan.tsv", &table.tsv);
        if import.status != 0 {
            wrong.push(format!("{}: {}", table.name, import.report));
            continue;
        }
        let actions = import.actions();
        if actions.len() != table.actions.len() {
            wrong.push(format!(
                "{}: {} actions of {}\n{}",
                table.name,
                actions.len(),
                table.actions.len(),
                import.yaml
            ));
            continue;
        }
        let asked = asked(&import.yaml);
        for (at, expected) in table.actions.iter().enumerate() {
            let found = fields(&actions[at].1);
            let keys: std::collections::BTreeSet<&String> = found.keys().chain(expected.fields.keys()).collect();
            for key in keys {
                if found.get(key) == expected.fields.get(key) {
                    right += 1;
                } else {
                    wrong.push(format!(
                        "{}: {key} {:?}, not {:?}",
                        table.name,
                        found.get(key),
                        expected.fields.get(key)
                    ));
                }
            }
            if asked[at] != expected.asked {
                wrong.push(format!("{}: asked about {:?}, not {:?}", table.name, asked[at], expected.asked));
            }
        }
    }
    println!("{right} fields right");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn tables() -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for line in TABLES.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            tables.push(Table { name: name.to_owned(), tsv: String::new(), actions: Vec::new() });
        }
        let Some(table) = tables.last_mut().filter(|_| !line.starts_with('#') && !line.is_empty()) else { continue };
        let cells = line.split('|').map(str::trim);
        if let Some(expected) = line.strip_prefix("= ") {
            let pairs = expected.split(" | ").map(|field| field.split_once(": ").expect("a field has a value"));
            let mut fields: BTreeMap<String, String> =
                pairs.map(|(key, value)| (key.to_owned(), value.trim().to_owned())).collect();
            let asked = fields.remove("asked").unwrap_or_default();
            let asked = asked.split(", ").filter(|field| !field.is_empty()).map(str::to_owned).collect();
            table.actions.push(Expected { fields, asked });
        } else {
            table.tsv += &cells.collect::<Vec<_>>().join("\t");
            table.tsv.push('\n');
        }
    }
    tables
}

/// The fields of an action, each as one line.
fn fields(action: &Value) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (key, value) in action.as_object().expect("an action has fields") {
        let said = match (key.as_str(), value) {
            ("details", Value::Object(details)) => {
                found.extend(details.iter().map(|(label, value)| (format!("details.{label}"), text(value))));
                continue;
            }
            ("private", Value::Object(kept)) => format!("{} kept", kept.len()),
            ("leads", Value::Array(leads)) => joined(leads, lead, "; "),
            ("how", Value::Array(steps)) => joined(steps, step, "; "),
            ("updates", Value::Array(updates)) => joined(updates, update, " / "),
            ("milestones", Value::Array(all)) => {
                joined(all, |one| parts(one, &[("title", ""), ("timescale", "by ")]), "; ")
            }
            ("measures", Value::Array(all)) => {
                joined(all, |one| parts(one, &[("title", ""), ("baseline", ""), ("target", "to ")]), "; ")
            }
            ("timescale", Value::Object(_)) => {
                parts(value, &[("from", "from "), ("by", "by "), ("ongoing", "ongoing "), ("note", "note ")])
            }
            (_, Value::Array(items)) => joined(items, text, "; "),
            _ => text(value),
        };
        found.insert(key.clone(), said);
    }
    found
}

fn joined(items: &[Value], one: impl Fn(&Value) -> String, between: &str) -> String {
    items.iter().map(one).collect::<Vec<_>>().join(between)
}

/// The parts of a value that are there, each after its word.
fn parts(value: &Value, keys: &[(&str, &str)]) -> String {
    if value.is_string() {
        return text(value);
    }
    let there = keys.iter().filter(|(key, _)| !value[key].is_null());
    there.map(|(key, word)| format!("{word}{}", text(&value[key]))).collect::<Vec<_>>().join(" ")
}

fn lead(lead: &Value) -> String {
    let said = parts(lead, &[("organisation", ""), ("role", ""), ("person", "person "), ("for", "for ")]);
    if lead["part"] == "support" { format!("{said} (support)") } else { said }
}

fn step(step: &Value) -> String {
    let leads = step["leads"].as_array().cloned().unwrap_or_default();
    let parts = [text(&step["title"]), joined(&leads, lead, ", "), format!("by {}", text(&step["timescale"]))];
    parts.join(" ")
}

fn update(update: &Value) -> String {
    let status = update["status"].as_str().unwrap_or("-");
    format!("{} {status} {}", text(&update["date"]), text(&update["text"]).replace('\n', " "))
}

/// For each action the fields under a comment that asks.
fn asked(yaml: &str) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = Vec::new();
    let mut asks = false;
    // Where the items of the last list of actions begin; far to the right where there is none yet.
    let mut items = usize::MAX / 2;
    for line in yaml.lines() {
        let plain = line.trim_start();
        let indent = line.len() - plain.len();
        if let Some(comment) = plain.strip_prefix("# ") {
            asks |= comment.starts_with("look here");
            continue;
        }
        if plain == "actions:" {
            items = indent + 2;
        } else if indent == items && plain.starts_with("- ") {
            all.push(Vec::new());
        }
        let is_field = indent == items + 2 || indent == items;
        if let Some(last) = all.last_mut().filter(|_| asks && is_field) {
            last.push(plain.trim_start_matches("- ").split(':').next().unwrap_or_default().to_owned());
        }
        asks = false;
    }
    all
}

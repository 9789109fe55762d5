//! What is told of the fields from their declarations: pages for people and schemas for programs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fingerpost::{field_pages, schemas};
use serde_json::Value;

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// Compares a folder with what should be in it; with `UPDATE_FIELDS=1` it is written there first.
fn assert_current(folder: &str, files: Vec<(String, String)>) {
    let folder = Path::new(PROJECT).join(folder);
    if std::env::var_os("UPDATE_FIELDS").is_some() {
        fs::create_dir_all(&folder).expect("it can be made");
        for (name, text) in &files {
            fs::write(folder.join(name), text).expect("it can be written");
        }
    }
    let there = fs::read_dir(&folder).expect("the folder is there");
    let there: BTreeSet<String> = there.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    let wanted: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(there, wanted, "{}", folder.display());
    for (name, text) in files {
        let written = fs::read_to_string(folder.join(&name)).expect("it can be read");
        assert!(written == text, "{name} is out of date: run `UPDATE_FIELDS=1 cargo test fields::`");
    }
}

#[test]
fn the_pages_say_what_is_declared() {
    assert_current("docs/fields", field_pages());
}

#[test]
fn the_schemas_say_what_is_declared() {
    assert_current("docs/schemas", schemas());
}

#[test]
fn every_field_has_a_sentence_and_an_example() {
    for (name, page) in field_pages() {
        let rows = page.lines().filter(|line| line.starts_with("| `"));
        for row in rows {
            let cells: Vec<&str> = row.split(" | ").collect();
            assert!(cells[1].ends_with('.') || cells[1].contains(". "), "{name}: {row}");
            assert!(!row.ends_with("| `` |"), "{name}: {row}");
        }
    }
}

/// Whether any text is right by a schema.
fn takes_any_text(schema: &Value) -> bool {
    let is_string =
        |value: &Value| value == "string" || value.as_array().is_some_and(|all| all.contains(&"string".into()));
    let parts = schema["anyOf"].as_array().into_iter().flatten();
    (is_string(&schema["type"]) && schema["pattern"].is_null())
        || schema.get("items").is_some_and(takes_any_text)
        || parts.into_iter().any(takes_any_text)
}

/// The keys of the fields in a schema that take any text, at any depth.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                let texts = properties.iter().filter(|(_, property)| takes_any_text(property));
                found.extend(texts.map(|(key, _)| key.clone()));
            }
            map.values().for_each(|value| keys(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

/// A text that is declared and is nowhere in the specimen would escape every test of hostile text.
#[test]
fn every_text_is_in_the_specimen_of_hostile_text() {
    let site = Path::new(PROJECT).join("tests/injection/site/content");
    let files = walkdir::WalkDir::new(&site).into_iter().map(|file| file.unwrap().into_path());
    let files: Vec<String> = files.filter_map(|path| fs::read_to_string(path).ok()).collect();
    let is_there =
        |key: &str| files.iter().any(|text| text.contains(&format!("{key}: ")) || text.contains(&format!("{key}:\n")));
    let mut declared = BTreeSet::new();
    for (_, schema) in schemas() {
        keys(&serde_json::from_str(&schema).expect("it is JSON"), &mut declared);
    }
    declared.remove("private");
    let missing: Vec<&String> = declared.iter().filter(|key| !is_there(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

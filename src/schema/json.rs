//! A kind of file as a JSON Schema.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{FileKind, label, sentence};
use crate::diagnostic::Report;
use crate::record::field::{Field, RecordShape, Shape};
use crate::record::node::{self, Node, PRIVATE, Value as Written};
use crate::record::reference::Target;

/// An id: a lower-case slug.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The schema of a kind of file.
pub(super) fn schema(kind: &FileKind) -> String {
    let mut definitions = BTreeMap::new();
    let record = group(&(kind.fields)(), &mut definitions);
    let about = sentence(kind.about);
    let mut schema = if kind.is_list { json!({ "type": "array", "items": record }) } else { record };
    let root = schema.as_object_mut().expect("a schema is an object");
    root.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    root.insert("title".to_owned(), json!(kind.title));
    root.insert("description".to_owned(), json!(about));
    root.insert("definitions".to_owned(), json!(definitions));
    // Keys in the order of the alphabet, whatever order a map of serde_json keeps.
    let sorted: BTreeMap<&String, &Value> = root.iter().collect();
    serde_json::to_string_pretty(&sorted).expect("a schema is JSON") + "\n"
}

/// What a program reads where an author writes this.
fn written(example: &str) -> Value {
    let report = Report::new("".into(), "example", example.as_bytes().into());
    node::read(example, 0, &report).map_or(Value::Null, |node| as_json(&node))
}

fn as_json(node: &Node<'_>) -> Value {
    match &node.value {
        Written::Scalar { text, plain: true } => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
        Written::Scalar { text, .. } => json!(text),
        Written::List(items) => items.iter().map(as_json).collect(),
        Written::Map(entries) => entries.iter().map(|(key, value)| (key.name.to_string(), as_json(value))).collect(),
    }
}

/// A group of fields, and in `definitions` the records within it.
fn group(fields: &[&Field], definitions: &mut BTreeMap<String, Value>) -> Value {
    let mut properties = Map::new();
    for field in fields {
        properties.insert(field.key.to_owned(), property(field, definitions));
    }
    let notes = "Notes of your own. Nothing below it is published.";
    properties
        .insert(PRIVATE.to_owned(), json!({ "description": notes, "type": ["object", "array", "string", "null"] }));
    let required: Vec<&str> = fields.iter().filter(|field| field.is_required()).map(|field| field.key).collect();
    let mut group = json!({ "type": "object", "additionalProperties": false, "properties": properties });
    if !required.is_empty() {
        group["required"] = json!(required);
    }
    group
}

fn property(field: &Field, definitions: &mut BTreeMap<String, Value>) -> Value {
    let value = value(&(field.shape)(field), definitions);
    // A field that may be left out may also be left empty.
    let value = if field.is_required() { value } else { either(value, json!({ "type": "null" })) };
    let mut property = json!({ "title": label(field), "description": sentence(field.about) });
    if !field.default.is_empty() {
        property["default"] = json!(field.default);
    }
    property["examples"] = json!([written(field.example)]);
    property.as_object_mut().expect("it is an object").extend(value.as_object().expect("it is one").clone());
    property
}

fn value(shape: &Shape, definitions: &mut BTreeMap<String, Value>) -> Value {
    match shape {
        // A number or `yes` without quotes is text, too.
        Shape::Text(_, None) | Shape::Markdown => json!({ "type": ["string", "number", "boolean"] }),
        Shape::Text(_, Some(pattern)) => json!({ "type": ["string", "number"], "pattern": pattern }),
        Shape::Flag => json!({ "enum": [true, false, "yes", "no", "Yes", "No", "true", "false"] }),
        Shape::Whole(least, most) => {
            let number = json!({ "type": "integer", "minimum": least, "maximum": most });
            either(number, json!({ "type": "string", "pattern": "^[0-9]+$" }))
        }
        Shape::Number => json!({ "type": ["number", "string"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$" }),
        Shape::Choice(words) => json!({ "enum": words.iter().map(|(word, _)| word).collect::<Vec<_>>() }),
        Shape::Reference(target) => reference(*target),
        Shape::List(item) => {
            let item = value(item, definitions);
            either(json!({ "type": "array", "items": either(item.clone(), json!({ "type": "null" })) }), item)
        }
        Shape::Either(one, other) => either(value(one, definitions), value(other, definitions)),
        Shape::Record(record) => {
            define(record, definitions);
            json!({ "$ref": format!("#/definitions/{}", record.name) })
        }
        Shape::Labelled => {
            json!({ "type": "object", "additionalProperties": { "type": ["string", "number", "boolean", "null"] } })
        }
        Shape::Texts(names) => {
            let text = json!({ "type": ["string", "number", "boolean", "null"] });
            let texts: BTreeMap<&str, &Value> = names.iter().map(|name| (*name, &text)).collect();
            json!({ "type": "object", "additionalProperties": false, "properties": texts })
        }
    }
}

fn reference(target: Target) -> Value {
    match target {
        Target::Partner | Target::Place | Target::Helpline | Target::File | Target::Related => {
            json!({ "type": ["string", "number"] })
        }
        _ => json!({ "type": ["string", "number"], "pattern": ID }),
    }
}

fn define(record: &RecordShape, definitions: &mut BTreeMap<String, Value>) {
    if definitions.contains_key(record.name) {
        return;
    }
    // It is there before its fields are looked at, since one of them may hold records of its kind.
    definitions.insert(record.name.to_owned(), Value::Null);
    let mut defined = group(&(record.fields)(), definitions);
    defined["description"] = json!(sentence(record.about));
    definitions.insert(record.name.to_owned(), defined);
}

fn either(one: Value, other: Value) -> Value {
    let alternatives = |value: Value| match value {
        Value::Object(map) if map.len() == 1 && map.contains_key("anyOf") => {
            map["anyOf"].as_array().cloned().unwrap_or_default()
        }
        other => vec![other],
    };
    let all = [alternatives(one), alternatives(other)].concat();
    json!({ "anyOf": all })
}

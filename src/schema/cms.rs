//! The kinds of files as a configuration for Sveltia CMS and Decap CMS, which edit the files of a repository in a browser.
//!
//! Such a program has a form for each field, and a form writes one thing. Where a field may be written in a short and in a
//! long form, the form writes the long one.

use super::{FileKind, KINDS, label, sentence};
use crate::record::field::{Field, RecordShape, Shape};
use crate::record::reference::Target;
use crate::yaml::{self, Map, Value};

/// How deep groups within groups go: some hold groups of their own kind.
const DEEPEST: usize = 5;

/// What stands above it.
const ABOVE: &str = "\
# For Sveltia CMS (https://sveltiacms.app) or Decap CMS (https://decapcms.org): put it beside the program's index.html, and
# say below where your repository is. Both write a file anew when they save it, so that comments in it may be lost.
";

/// The configuration.
pub(super) fn config() -> String {
    let mut config = Map::default();
    let backend = [("name", "github"), ("repo", "your-organisation/your-site"), ("branch", "main")];
    config.add("backend", texts(&backend));
    config.add("media_folder", Value::text("content/files"));
    config.add("public_folder", Value::text("files"));
    let (folders, files): (Vec<&FileKind>, Vec<&FileKind>) = KINDS.iter().partition(|kind| kind.path.contains('*'));
    let mut settings = Map::default();
    settings.add("name", Value::text("settings"));
    settings.add("label", Value::text("The site"));
    settings.add("files", Value::List(files.into_iter().map(file).collect()));
    let mut collections: Vec<Value> = folders.into_iter().map(folder).collect();
    collections.push(Value::Map(settings));
    config.add("collections", Value::List(collections));
    format!("{ABOVE}{}", yaml::write(&config, 0))
}

fn texts(entries: &[(&str, &str)]) -> Value {
    let mut map = Map::default();
    for (key, text) in entries {
        map.add(key, Value::text(*text));
    }
    Value::Map(map)
}

/// A kind of which there are many files.
fn folder(kind: &FileKind) -> Value {
    let mut collection = Map::default();
    let folder = kind.path.split("/*").next().unwrap_or_default();
    let (extension, format) = if kind.has_text { ("md", "yaml-frontmatter") } else { ("yaml", "yaml") };
    for (key, text) in [
        ("name", kind.name),
        ("label", kind.title),
        ("folder", folder),
        ("extension", extension),
        ("format", format),
        ("identifier_field", "title"),
    ] {
        collection.add(key, Value::text(text));
    }
    collection.add("description", Value::text(sentence(kind.about)));
    collection.add("create", Value::Plain("true".to_owned()));
    if kind.path.contains("**") {
        let mut nested = Map::default();
        nested.add("depth", Value::Plain("4".to_owned()));
        collection.add("nested", Value::Map(nested));
    }
    let mut fields = group(&(kind.fields)(), 0);
    if kind.has_text {
        fields.push(texts(&[("name", "body"), ("label", "Text"), ("widget", "markdown")]));
    }
    collection.add("fields", Value::List(fields));
    Value::Map(collection)
}

/// A kind of which there is one file.
fn file(kind: &FileKind) -> Value {
    let mut file = Map::default();
    for (key, text) in [("name", kind.name), ("label", kind.title), ("file", kind.path)] {
        file.add(key, Value::text(text));
    }
    let fields = group(&(kind.fields)(), 0);
    let fields = if kind.is_list {
        let mut list = Map::default();
        for (key, text) in [("name", kind.name), ("label", kind.title), ("widget", "list")] {
            list.add(key, Value::text(text));
        }
        // The file is the list.
        list.add("root", Value::Plain("true".to_owned()));
        list.add("fields", Value::List(fields));
        vec![Value::Map(list)]
    } else {
        fields
    };
    file.add("fields", Value::List(fields));
    Value::Map(file)
}

fn group(fields: &[&Field], depth: usize) -> Vec<Value> {
    fields.iter().map(|field| self::field(field, depth)).collect()
}

fn field(field: &Field, depth: usize) -> Value {
    let mut map = Map::default();
    map.add("name", Value::text(field.key));
    map.add("label", Value::text(label(field)));
    let hint = sentence(field.about);
    let example = if field.example.is_empty() { String::new() } else { format!(" Such as: {}", field.example) };
    map.add("hint", Value::text(hint + &example));
    map.add("required", Value::Plain(field.is_required().to_string()));
    widget(&(field.shape)(field), depth, &mut map);
    Value::Map(map)
}

/// What is typed into, and what it writes.
fn widget(shape: &Shape, depth: usize, map: &mut Map) {
    let put = |map: &mut Map, widget: &str| map.add("widget", Value::text(widget));
    match shape {
        Shape::Text(what, pattern) => {
            put(map, "string");
            if let Some(pattern) = pattern {
                let message = format!("should be {what}");
                map.add("pattern", Value::List(vec![Value::text(*pattern), Value::text(message)]));
            }
        }
        Shape::Markdown => put(map, "markdown"),
        Shape::Flag => put(map, "boolean"),
        Shape::Whole(least, most) => {
            put(map, "number");
            map.add("value_type", Value::text("int"));
            map.add("min", Value::Plain(least.to_string()));
            map.add("max", Value::Plain(most.to_string()));
        }
        Shape::Number => {
            put(map, "number");
            map.add("value_type", Value::text("float"));
        }
        Shape::Choice(words) => {
            put(map, "select");
            let option = |(word, meaning): &(&str, &str)| {
                let meaning = sentence(meaning);
                let words = if meaning.is_empty() { (*word).to_owned() } else { format!("{word}: {meaning}") };
                texts(&[("label", &words), ("value", word)])
            };
            map.add("options", Value::List(words.iter().map(option).collect()));
        }
        Shape::Reference(target) => relation(*target, map),
        Shape::List(item) => list(item, depth, map),
        Shape::Either(one, other) => widget(richer(one, other), depth, map),
        Shape::Record(record) => {
            put(map, "object");
            map.add("collapsed", Value::Plain("true".to_owned()));
            map.add("fields", Value::List(inner(record, depth)));
        }
        Shape::Labelled => put(map, "keyvalue"),
        Shape::Texts(names) => {
            put(map, "object");
            map.add("collapsed", Value::Plain("true".to_owned()));
            let text = |name: &&str| {
                let mut field = Map::default();
                field.add("name", Value::text(*name));
                field.add("required", Value::Plain("false".to_owned()));
                field.add("widget", Value::text("string"));
                Value::Map(field)
            };
            map.add("fields", Value::List(names.iter().map(text).collect()));
        }
    }
}

/// A list of words, names or groups.
fn list(item: &Shape, depth: usize, map: &mut Map) {
    match item {
        Shape::Choice(_) => {
            widget(item, depth, map);
            map.add("multiple", Value::Plain("true".to_owned()));
        }
        Shape::Reference(target) if has_collection(*target) => {
            relation(*target, map);
            map.add("multiple", Value::Plain("true".to_owned()));
        }
        Shape::Record(record) => {
            map.add("widget", Value::text("list"));
            map.add("fields", Value::List(inner(record, depth)));
        }
        Shape::Either(one, other) => list(richer(one, other), depth, map),
        other => {
            map.add("widget", Value::text("list"));
            let mut field = Map::default();
            field.add("name", Value::text("value"));
            field.add("label", Value::text("Value"));
            widget(other, depth, &mut field);
            map.add("field", Value::Map(field));
        }
    }
}

/// Of two forms the one that can say more.
fn richer<'s>(one: &'s Shape, other: &'s Shape) -> &'s Shape {
    let rank = |shape: &Shape| match shape {
        Shape::List(item) if matches!(**item, Shape::Record(_) | Shape::Either(..)) => 4,
        Shape::Record(_) => 3,
        Shape::List(_) => 2,
        Shape::Markdown => 1,
        _ => 0,
    };
    if rank(other) > rank(one) { other } else { one }
}

fn inner(record: &RecordShape, depth: usize) -> Vec<Value> {
    let fields = (record.fields)();
    // The groups that go on for ever end here; what is deeper is written in the file.
    let shallow = |field: &&&Field| depth < DEEPEST || !holds_records(&(field.shape)(field));
    let fields: Vec<&Field> = fields.iter().filter(shallow).copied().collect();
    group(&fields, depth + 1)
}

fn holds_records(shape: &Shape) -> bool {
    match shape {
        Shape::Record(_) => true,
        Shape::List(item) => holds_records(item),
        Shape::Either(one, other) => holds_records(one) || holds_records(other),
        _ => false,
    }
}

/// The kind of files, or the list in a file, from which a name is chosen.
fn choices(target: Target) -> Option<(&'static str, Option<(&'static str, &'static str)>)> {
    Some(match target {
        Target::Service | Target::Helpline => ("service", None),
        Target::Course => ("course", None),
        Target::Plan => ("plan", None),
        Target::Indicator => ("indicator", None),
        Target::Audience => ("settings", Some(("vocabulary", "audiences"))),
        Target::Need => ("settings", Some(("vocabulary", "needs"))),
        Target::Area => ("settings", Some(("vocabulary", "areas"))),
        Target::Level => ("settings", Some(("vocabulary", "levels"))),
        _ => return None,
    })
}

fn has_collection(target: Target) -> bool {
    choices(target).is_some()
}

fn relation(target: Target, map: &mut Map) {
    let Some((collection, within)) = choices(target) else {
        // A name may be written that is nobody's id.
        return map.add("widget", Value::text("string"));
    };
    map.add("widget", Value::text("relation"));
    map.add("collection", Value::text(collection));
    let (value, shown) = match within {
        Some((file, list)) => {
            map.add("file", Value::text(file));
            (format!("{list}.*.id"), format!("{list}.*.name"))
        }
        None => ("{{slug}}".to_owned(), "title".to_owned()),
    };
    map.add("value_field", Value::text(value));
    map.add("display_fields", Value::List(vec![Value::text(shown.clone())]));
    map.add("search_fields", Value::List(vec![Value::text(shown)]));
}

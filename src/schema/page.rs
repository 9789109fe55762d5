//! A kind of file as a page for people: its fields, what each means and what to write.

use std::fmt::Write as _;

use super::{FileKind, sentence};
use crate::record::field::{Field, RecordShape, Shape};
use crate::record::node::PRIVATE;
use crate::record::reference::Target;

const MADE: &str = "<!-- Made from the declarations of the records: see CONTRIBUTING.md. -->\n\n";

/// The page that lists the kinds of file.
pub(super) fn contents(kinds: &[FileKind]) -> String {
    let mut page = format!("{MADE}# The fields of every file\n\nEach kind of file has its own page.\n\n");
    page.push_str("| Kind | Files | |\n|---|---|---|\n");
    for kind in kinds {
        let (title, name, path) = (kind.title, kind.name, kind.path);
        let _ = writeln!(page, "| [{title}]({name}.md) | `{path}` | {} |", sentence(kind.about));
    }
    let _ = writeln!(
        page,
        "\n`content/redirects.yaml` has no fields: each line is an old path, a colon and a new path.\n\nNotes of your own go \
         below `{PRIVATE}:`, in any record. Nothing below it is published."
    );
    page
}

/// The page of a kind of file.
pub(super) fn page(kind: &FileKind) -> String {
    let mut page = format!("{MADE}# {}\n\n{}\n\n", kind.title, sentence(kind.about));
    let form = match (kind.is_list, kind.has_text) {
        (true, _) => "The file is a list: each item begins with `- `.",
        (false, true) => {
            "The fields are between two lines `---` at the top of the file; the text below them is Markdown."
        }
        (false, false) => "Each field is a line of the file.",
    };
    let _ = writeln!(page, "Files: `{}`. {form}\n", kind.path);
    let mut records = Records::default();
    records.table(&(kind.fields)(), &mut page);
    let mut at = 0;
    while let Some(record) = records.0.get(at).copied() {
        let _ = writeln!(page, "\n## {}\n\n{}\n", name_in_words(&record), sentence(record.about));
        records.table(&(record.fields)(), &mut page);
        at += 1;
    }
    page
}

/// The records within others, in the order in which they are met.
#[derive(Default)]
struct Records(Vec<RecordShape>);

impl Records {
    fn table(&mut self, fields: &[&Field], page: &mut String) {
        page.push_str("| Field | What it is | What to write | Example |\n|---|---|---|---|\n");
        for field in fields {
            let required = if field.is_required() { ", required" } else { "" };
            let default = match field.default {
                "" => String::new(),
                default => format!(" Without it: `{default}`."),
            };
            let shape = (field.shape)(field);
            let form = self.form(&shape);
            let example = field.example.replace('|', "\\|");
            let about = sentence(field.about);
            let _ = writeln!(page, "| `{}`{required} | {about}{default} | {form} | `{example}` |", field.key);
        }
    }

    /// What to write, in words.
    fn form(&mut self, shape: &Shape) -> String {
        match shape {
            Shape::Text(words, _) => (*words).to_owned(),
            Shape::Markdown => "text in Markdown".to_owned(),
            Shape::Flag => "`true` or `false`".to_owned(),
            Shape::Whole(least, u32::MAX) => format!("a whole number, {least} or more"),
            Shape::Whole(least, most) => format!("a whole number, {least} to {most}"),
            Shape::Number => "a number".to_owned(),
            Shape::Choice(words) => {
                let words = words.iter().map(|(word, meaning)| format!("`{word}` ({})", meaning_of(meaning)));
                words.collect::<Vec<_>>().join(", ")
            }
            Shape::Reference(target) => reference(*target).to_owned(),
            Shape::List(item) => format!("a list, each {}", self.form(item)),
            Shape::Either(one, other) => format!("{}; or {}", self.form(one), self.form(other)),
            Shape::Record(record) => {
                if !self.0.iter().any(|other| other.name == record.name) {
                    self.0.push(*record);
                }
                let name = name_in_words(record);
                format!("a group: [{name}](#{})", name.to_lowercase().replace(' ', "-"))
            }
            Shape::Labelled => "headings of your own, each with a text in Markdown".to_owned(),
            Shape::Texts(names) => {
                let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                format!("a group of texts, under {}", names.join(", "))
            }
        }
    }
}

/// A meaning that stands in brackets: without its full stop, and in small letters where it is no name.
fn meaning_of(comment: &str) -> String {
    let sentence = sentence(comment);
    sentence.trim_end_matches('.').to_owned()
}

fn reference(target: Target) -> &'static str {
    match target {
        Target::Area => "the id of an area",
        Target::Place => "the id of an area, or a name",
        Target::Audience => "the id of an audience",
        Target::Need => "the id of a need",
        Target::Level => "the id of a level",
        Target::Organisation => "the id of a partner",
        Target::Partner => "the id of a partner, or a name",
        Target::Service | Target::Helpline => "the name of a service's file, without `.md`",
        Target::Course => "the name of a course's file, without `.yaml`",
        Target::Plan => "the name of a plan's file, without `.yaml`",
        Target::Indicator => "the name of an indicator's file, without `.yaml`",
        Target::Group => "the id of a group",
        Target::File => "a path that begins with `files/`",
        Target::Related => "an action's number, `plan/number`, or the name of a service's, course's or plan's file",
        Target::Own => "an id: lower-case letters, digits and hyphens",
    }
}

/// `ServicePhone` as "Service phone".
fn name_in_words(record: &RecordShape) -> String {
    let mut words = String::new();
    for letter in record.name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
            words.extend(letter.to_lowercase());
        } else {
            words.push(letter);
        }
    }
    words
}

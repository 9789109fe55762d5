//! A site with every kind of record, in whose files `⟦…⟧` marks each field of text and what stands there in peace.

use std::fmt::Write;
use std::ops::RangeInclusive;
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/injection");

/// The corpus. `LONG` stands for a text that is longer than any place for it.
pub(crate) fn attacks() -> Vec<String> {
    let text = std::fs::read_to_string(format!("{FOLDER}/attacks.json")).expect("the corpus is there");
    let attacks: Vec<String> = serde_json::from_str(&text).expect("it is a list of texts");
    attacks.into_iter().map(|attack| if attack == "LONG" { "<b>long\" ".repeat(200) } else { attack }).collect()
}

/// The files with their fields.
pub(crate) struct Specimen {
    files: Vec<(String, Vec<Part>)>,
    fields: usize,
}

enum Part {
    Text(String),
    Field { number: usize, peace: String, body: bool },
}

/// A file with something in each of its fields, and the lines on which they stand.
pub(crate) struct Filled {
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) fields: Vec<(usize, RangeInclusive<usize>)>,
}

impl Filled {
    pub(crate) fn fields_on(&self, line: usize) -> impl Iterator<Item = usize> {
        self.fields.iter().filter(move |(_, lines)| lines.contains(&line)).map(|(field, _)| *field)
    }
}

impl Specimen {
    pub(crate) fn read() -> Self {
        let root = Path::new(FOLDER).join("site");
        let mut fields = 0;
        let entries =
            walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(|entry| entry.expect("readable"));
        let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
            let path = entry.path().strip_prefix(&root).expect("it is below").to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(entry.path()).expect("it is text");
            (path, parts(&text, &mut fields))
        });
        let files = files.collect();
        Self { files, fields }
    }

    pub(crate) fn fields(&self) -> std::ops::Range<usize> {
        0..self.fields
    }

    /// The fields of one file.
    pub(crate) fn fields_of(&self, path: &str) -> impl Iterator<Item = usize> {
        let parts = self.files.iter().filter(move |(name, _)| name == path).flat_map(|(_, parts)| parts);
        parts.filter_map(|part| match part {
            Part::Field { number, .. } => Some(*number),
            Part::Text(_) => None,
        })
    }

    /// What stands in a field in peace.
    pub(crate) fn peace(&self, wanted: usize) -> &str {
        let mut parts = self.files.iter().flat_map(|(_, parts)| parts);
        let peace = parts.find_map(|part| match part {
            Part::Field { number, peace, .. } if *number == wanted => Some(peace),
            _ => None,
        });
        peace.expect("the field is there")
    }

    /// The files with what `value` gives in each field; what it gives nothing for stays in peace.
    pub(crate) fn filled(&self, value: &dyn Fn(usize) -> Option<String>) -> Vec<Filled> {
        let fill = |(path, parts): &(String, Vec<Part>)| {
            let mut filled = Filled { path: path.clone(), text: String::new(), fields: Vec::new() };
            for part in parts {
                match part {
                    Part::Text(text) => filled.text.push_str(text),
                    Part::Field { number, peace, body } => {
                        let first = filled.text.lines().count().max(1);
                        let value = value(*number).unwrap_or_else(|| peace.clone());
                        filled.text += &if *body { value } else { in_quotes(&value) };
                        filled.fields.push((*number, first..=filled.text.lines().count() + usize::from(*body)));
                    }
                }
            }
            filled
        };
        self.files.iter().map(fill).collect()
    }
}

fn parts(text: &str, fields: &mut usize) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    // A Markdown file's body comes after its second line of hyphens.
    let front_matter_ends = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n"));
    while let Some((before, after)) = rest.split_once('⟦') {
        let (peace, after) = after.split_once('⟧').expect("each field is closed");
        let at = text.len() - rest.len() + before.len();
        parts.push(Part::Text(before.to_owned()));
        let body = front_matter_ends.is_some_and(|end| at > end + 4);
        parts.push(Part::Field { number: *fields, peace: peace.to_owned(), body });
        *fields += 1;
        rest = after;
    }
    parts.push(Part::Text(rest.to_owned()));
    parts
}

/// The text as YAML writes any text on one line.
fn in_quotes(text: &str) -> String {
    let mut out = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            ' '..='~' => out.push(letter),
            _ => write!(out, "\\U{:08X}", u32::from(letter)).expect("memory takes all"),
        }
    }
    out + "\""
}

//! The last lines of the report: how much was read, and what each column became.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::block::words;
use super::note::Note;
use super::plan::Assembled;
use crate::yaml::{self, Entry, Map, Value};

/// What begins a comment that asks.
const LOOK: &str = "look here";

/// The summary; its last part is a file for `--columns`. `yaml` is the plan as it was written.
pub(crate) fn of(assembled: &Assembled, notes: &[Note], yaml: &str) -> String {
    let counts = &assembled.counts;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "read {} and {}: {} with a number, {} ({} of them people, whose names are not published), {} ({} kept as words)",
        counted(assembled.sections, "section"),
        counted(counts.actions, "action"),
        counts.refs,
        counted(counts.leads, "lead"),
        counts.people,
        counted(counts.timescales, "timescale"),
        counts.kept_as_words,
    );
    let _ = writeln!(
        out,
        "and {}, {}, {}, {}, {}",
        counted(counts.steps, "step"),
        counted(counts.milestones, "milestone"),
        counted(counts.measures, "measure"),
        counted(counts.standings, "status").replace("statuss", "statuses"),
        counted(counts.updates, "update"),
    );
    let looks = notes.iter().filter(|note| note.look).count();
    let _ = writeln!(out, "{} to look at above, and each `# {LOOK}` in the file", counted(looks, "line"));
    let _ = writeln!(
        out,
        "\n# What each column became. Save these lines, change a word after a colon, and give them with --columns."
    );
    let mut told = BTreeSet::new();
    for column in &assembled.columns {
        let heading = column.name();
        if !told.insert(words(&heading)) {
            continue;
        }
        let _ = writeln!(out, "{}: {}  # {}", yaml::inline(&heading), column.field.id(), column.reason);
    }
    confidence(&Fields::of(&assembled.map), yaml, &mut out);
    out
}

/// How many fields are sure, and where the others stand.
fn confidence(fields: &Fields, yaml: &str, out: &mut String) {
    let unsure = lines_to_look_at(yaml);
    let lines = unsure.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    let places = match unsure.len() {
        0 => String::new(),
        1 => format!(", on line {lines} of the plan"),
        _ => format!(", on lines {lines} of the plan"),
    };
    let _ = writeln!(out, "\n# {} sure, {} to look at{places}", counted(fields.sure, "field"), fields.unsure);
    if fields.unsure * 3 > fields.sure + fields.unsure {
        let _ = writeln!(
            out,
            "# That is more than a third: choose the columns. Save the lines under \"What each column became\" as a file,\n\
             # put the right word after each colon, and import again with `--columns` and the file's name."
        );
    }
}

/// The lines of the fields that are asked about.
fn lines_to_look_at(yaml: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut asks = false;
    for (at, line) in yaml.lines().enumerate() {
        match line.trim_start().strip_prefix("# ") {
            Some(comment) => asks |= comment.starts_with(LOOK),
            None if std::mem::take(&mut asks) => found.push(at + 1),
            None => {}
        }
    }
    found
}

/// How many fields of a plan are what the table says, and how many are asked about.
#[derive(Debug, Default, PartialEq, Eq)]
struct Fields {
    sure: usize,
    unsure: usize,
}

impl Fields {
    fn of(plan: &Map) -> Self {
        let mut fields = Self::default();
        fields.count(plan);
        fields
    }

    fn count(&mut self, map: &Map) {
        for entry in &map.entries {
            match &entry.value {
                Value::List(items) if matches!(entry.key.as_str(), "sections" | "objectives" | "actions" | "risks") => {
                    for item in items {
                        if let Value::Map(map) = item {
                            self.count(map);
                        }
                    }
                }
                _ if asks(entry) => self.unsure += 1,
                _ => self.sure += 1,
            }
        }
    }
}

/// Whether something within a field is asked about.
fn asks(entry: &Entry) -> bool {
    let inside = |value: &Value| matches!(value, Value::Map(map) if map.entries.iter().any(asks));
    let within = match &entry.value {
        Value::List(items) => items.iter().any(inside),
        value => inside(value),
    };
    within || entry.comments.iter().any(|comment| comment.starts_with(LOOK))
}

fn counted(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

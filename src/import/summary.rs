//! The last lines of the report: how much was read, and what each column became.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::block::words;
use super::note::Note;
use super::plan::Assembled;
use super::yaml;

/// The summary; its last part is a file for `--columns`.
pub(crate) fn of(assembled: &Assembled, notes: &[Note]) -> String {
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
    let _ = writeln!(out, "{} to look at above, and each `# look here` in the file", counted(looks, "line"));
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
    out
}

fn counted(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

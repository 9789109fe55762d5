//! What an export said in a row of a plan's table, so that an import knows what was edited since: a digest of each cell
//! and of each update, which the row carries in a column of its own.

use std::collections::BTreeMap;
use std::fmt;

/// The heading of the column, by which an import finds it.
pub(crate) const HEADING: &str = "For the import: leave this as it is";

/// The column's name for programs.
pub(crate) const KEY: &str = "as_exported";

/// How many hexadecimal digits a digest has. Two texts have the same one once in 10^12.
const DIGITS: usize = 10;

/// An update in a row's list of all updates: its day, and a digest of all that the list says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ListedUpdate {
    date: String,
    digest: String,
}

/// What a row said when it was exported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ExportedRow {
    /// The action, by the end of its page's address: `early-help/1-1`.
    pub(crate) action: String,
    cells: BTreeMap<String, String>,
    updates: Vec<ListedUpdate>,
}

impl ExportedRow {
    /// What a row says: its cells by their columns' names for programs.
    pub(crate) fn of<'c>(cells: impl Iterator<Item = (&'c str, &'c str)>) -> Self {
        let mut row = Self::default();
        for (key, words) in cells {
            match key {
                "address" => action(words).clone_into(&mut row.action),
                "updates" => row.updates = updates(words),
                _ => {}
            }
            row.cells.insert(key.to_owned(), digest(words));
        }
        row
    }

    /// Reads what an export wrote; none where it was edited or is something else.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace();
        let mut row = Self { action: parts.next()?.to_owned(), ..Self::default() };
        for part in parts {
            let (key, digest) = part.split_once('=')?;
            match digest.split_once(':') {
                Some((date, digest)) if key == "update" => {
                    row.updates.push(ListedUpdate { date: date.to_owned(), digest: digest.to_owned() });
                }
                _ => drop(row.cells.insert(key.to_owned(), digest.to_owned())),
            }
        }
        (!row.cells.is_empty()).then_some(row)
    }

    /// Whether a cell said these words; none where the export had no such column.
    pub(crate) fn said(&self, key: &str, words: &str) -> Option<bool> {
        self.cells.get(key).map(|known| *known == digest(words))
    }

    /// Whether there was this update, with just these words of the list.
    pub(crate) fn had(&self, entry: &str) -> bool {
        let digest = digest(entry);
        self.updates.iter().any(|update| update.digest == digest)
    }

    /// Whether there was an update of this day.
    pub(crate) fn had_one_of(&self, date: &str) -> bool {
        self.updates.iter().any(|update| update.date == date)
    }

    /// The day of the latest update; empty where there was none.
    pub(crate) fn latest(&self) -> &str {
        self.updates.first().map_or("", |update| &update.date)
    }
}

impl fmt::Display for ExportedRow {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.action)?;
        for (key, digest) in &self.cells {
            write!(out, " {key}={digest}")?;
        }
        for ListedUpdate { date, digest } in &self.updates {
            write!(out, " update={date}:{digest}")?;
        }
        Ok(())
    }
}

/// What names an action in its page's address: its section, and itself.
pub(crate) fn action(address: &str) -> &str {
    let path = address.trim_end_matches('/');
    let parts = path.rmatch_indices('/').nth(1);
    parts.map_or(path, |(at, _)| &path[at + 1..])
}

/// The updates in a cell that lists them all.
fn updates(cell: &str) -> Vec<ListedUpdate> {
    let date = |entry: &str| entry.split([',', '\n', ' ']).next().unwrap_or_default().to_owned();
    entries(cell).iter().map(|entry| ListedUpdate { date: date(entry), digest: digest(entry) }).collect()
}

/// The words of each update in a cell that lists them all, which begin with its day. A mark before anything else belongs
/// to a list in an update's words.
pub(crate) fn entries(cell: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in cell.lines().map(str::trim) {
        let first = line.strip_prefix(MARK).map(str::trim_start).filter(|rest| begins_with_day(rest));
        match (first, entries.last_mut()) {
            (Some(first), _) => entries.push(first.to_owned()),
            (None, None) => entries.push(line.trim_start_matches(MARK).trim_start().to_owned()),
            (None, Some(entry)) => {
                entry.push('\n');
                entry.push_str(line);
            }
        }
    }
    entries.retain(|entry| !entry.trim().is_empty());
    entries
}

/// The bullet before each item of a list in a cell.
const MARK: char = '•';

/// Whether a line begins with a day, however people write one: `2026-10-12`, `12/10/2026`, `12 Oct 2026`.
fn begins_with_day(line: &str) -> bool {
    let head = line.split(',').next().unwrap_or_default().trim();
    let numbers: Vec<usize> =
        head.split(|letter: char| !letter.is_ascii_digit()).map(str::len).filter(|length| *length > 0).collect();
    head.starts_with(|letter: char| letter.is_ascii_digit())
        && head.chars().count() <= 20
        && numbers.len() > 1
        && numbers.contains(&4)
}

/// The words without what a spreadsheet may change by itself: spaces beside others and at the ends of lines, empty
/// lines, and marks that nobody sees.
pub(crate) fn comparable(words: &str) -> String {
    let seen = |letter: &char| !matches!(letter, '\u{feff}' | '\u{ad}' | '\u{200b}');
    let line =
        |line: &str| line.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let shown = words.chars().filter(seen).map(|letter| match letter {
        '\u{b}' | '\u{c}' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        letter if letter.is_control() && letter != '\n' => ' ',
        letter => letter,
    });
    let lines = shown.collect::<String>();
    lines.lines().map(line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn digest(words: &str) -> String {
    let words = comparable(words);
    if words.is_empty() {
        return "-".to_owned();
    }
    let mut digest = blake3::hash(words.as_bytes()).to_hex().to_string();
    digest.truncate(DIGITS);
    digest
}

#[cfg(test)]
mod tests {
    use super::{ExportedRow, action, entries};

    fn row() -> ExportedRow {
        let updates = "• 2026-10-12, On track\nCalls are answered.\nSaid by: Board\n• 2026-09-01\nIt began.";
        let cells =
            [("title", "Open  a helpline"), ("aim", ""), ("updates", updates), ("address", "https://x/a/b/1-1/")];
        ExportedRow::of(cells.into_iter())
    }

    #[test]
    fn a_row_comes_back_as_it_was() {
        assert_eq!(ExportedRow::read(&row().to_string()), Some(row()));
        assert_eq!(row().action, "b/1-1");
        for text in ["", "b/1-1", "b/1-1 title"] {
            assert_eq!(ExportedRow::read(text), None, "{text}");
        }
    }

    #[test]
    fn an_edit_is_seen_and_what_a_spreadsheet_does_by_itself_is_not() {
        for words in ["Open a helpline", "Open a helpline\r\n", "\u{feff}Open\u{a0}a helpline\n\n"] {
            assert_eq!(row().said("title", words), Some(true), "{words:?}");
        }
        assert_eq!(row().said("title", "Open a helplines"), Some(false));
        assert_eq!((row().said("aim", " "), row().said("why", "")), (Some(true), None));
    }

    #[test]
    fn updates_are_known_one_by_one() {
        assert_eq!(row().latest(), "2026-10-12");
        assert!(row().had_one_of("2026-09-01") && !row().had_one_of("2026-09-02"));
        let known =
            entries("• 2026-10-12, On track\n  Calls are answered.\n  Said by: Board\n• 12 Oct 2026\nx\n• a list");
        assert_eq!(known.len(), 2);
        assert!(row().had(&known[0]) && !row().had(&known[1]));
        assert!(known[1].ends_with("• a list"), "{known:?}");
    }

    #[test]
    fn an_action_is_named_by_the_end_of_its_address() {
        assert_eq!(action("https://example.org/strategy/plan/early-help/1-1/"), "early-help/1-1");
        assert_eq!(action("1-1"), "1-1");
    }
}

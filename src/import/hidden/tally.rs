//! How much of what is hidden, and where: for the report, which never says what it was.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::note::Notes;
use crate::import::origin::{Origin, letters};

/// The most places that a line names.
const MOST: usize = 30;

/// What is hidden, sheet by sheet.
#[derive(Debug, Default)]
pub(super) struct Tally {
    sheets: Vec<Hidden>,
    /// The sheets that are hidden as a whole.
    whole: Vec<String>,
}

/// What is hidden on a sheet, or in a file without sheets.
#[derive(Debug, Default)]
struct Hidden {
    sheet: Option<String>,
    rows: BTreeMap<Option<String>, Vec<usize>>,
    columns: BTreeSet<usize>,
    /// Cells of which nothing is seen.
    cells: Vec<String>,
    /// Where words among others are not seen.
    words: Vec<String>,
    struck: Vec<String>,
}

impl Tally {
    pub(super) fn sheet(&mut self, name: &str) {
        self.whole.push(name.to_owned());
    }

    pub(super) fn row(&mut self, origin: &Origin) {
        let table = match origin.unit {
            crate::import::origin::Unit::TableRow(table) => Some(format!("table {table}")),
            _ => None,
        };
        self.of(origin).rows.entry(table).or_default().push(origin.number);
    }

    pub(super) fn column(&mut self, origin: &Origin, column: usize) {
        self.of(origin).columns.insert(column);
    }

    pub(super) fn cell(&mut self, origin: &Origin, column: usize, is_whole: bool) {
        let name = origin.cell(column);
        let hidden = self.of(origin);
        if is_whole { hidden.cells.push(name) } else { hidden.words.push(name) }
    }

    pub(super) fn words(&mut self, origin: &Origin) {
        let place = Origin { sheet: None, ..origin.clone() }.to_string();
        self.of(origin).words.push(place);
    }

    pub(super) fn struck(&mut self, place: String, origin: &Origin) {
        self.of(origin).struck.push(place);
    }

    fn of(&mut self, origin: &Origin) -> &mut Hidden {
        let at = self.sheets.iter().position(|hidden| hidden.sheet == origin.sheet);
        let at = at.unwrap_or_else(|| {
            self.sheets.push(Hidden { sheet: origin.sheet.clone(), ..Hidden::default() });
            self.sheets.len() - 1
        });
        &mut self.sheets[at]
    }

    /// A line for each kind of hidden thing on each sheet.
    pub(super) fn report(&self, keep: bool, notes: &mut Notes) {
        let done =
            |what: String| if keep { format!("kept {what} under `private:`") } else { format!("left out {what}") };
        let stays = if keep { "is kept under `private:`" } else { "was left out" };
        let before = notes.lines.len();
        for name in &self.whole {
            notes.look(&Origin::whole(Some(name)), format!("this sheet is hidden in the workbook, so it {stays}"));
        }
        for hidden in &self.sheets {
            let whole = Origin::whole(hidden.sheet.as_deref());
            let rows: usize = hidden.rows.values().map(Vec::len).sum();
            if rows > 0 {
                let rows = done(counted(rows, "hidden row"));
                notes.look(&whole, format!("{rows}: {}", hidden.row_places()));
            }
            let columns: Vec<String> = hidden.columns.iter().map(|column| letters(*column)).collect();
            for (places, what) in [
                (&columns, "hidden column"),
                (&hidden.cells, "cell that is not shown"),
                (&hidden.words, "place with hidden words"),
            ] {
                if !places.is_empty() {
                    let what = done(counted(places.len(), what));
                    notes.look(&whole, format!("{what}: {}", listed(places)));
                }
            }
        }
        if notes.lines.len() > before && !keep {
            let message = "`--include-hidden` keeps what is hidden under `private:`, where it is not published";
            notes.did(&Origin::whole(None), message);
        }
        for hidden in self.sheets.iter().filter(|hidden| !hidden.struck.is_empty()) {
            let places = counted(hidden.struck.len(), "place with words struck through");
            let message = format!("left out {places}: {}", listed(&hidden.struck));
            notes.look(&Origin::whole(hidden.sheet.as_deref()), message);
        }
    }
}

impl Hidden {
    /// `rows 5, 7-9`, and in a document the table of each.
    fn row_places(&self) -> String {
        let places = self.rows.iter().map(|(table, rows)| {
            let word = if rows.len() == 1 { "row" } else { "rows" };
            let table = table.as_ref().map(|table| format!("{table}, ")).unwrap_or_default();
            format!("{table}{word} {}", stretches(rows))
        });
        places.collect::<Vec<_>>().join("; ")
    }
}

/// `1 hidden row`, `2 hidden rows`, `2 places with hidden words`.
fn counted(count: usize, what: &str) -> String {
    if count == 1 {
        return format!("1 {what}");
    }
    match what.split_once(' ') {
        Some(("cell", _)) => format!("{count} cells that are not shown"),
        Some(("place", rest)) => format!("{count} places {rest}"),
        _ => format!("{count} {what}s"),
    }
}

/// `5, 7-9, 12`.
fn stretches(numbers: &[usize]) -> String {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => parts.push((*number, *number)),
        }
    }
    let parts = parts.iter().map(|(from, to)| if from == to { from.to_string() } else { format!("{from}-{to}") });
    listed(&parts.collect::<Vec<_>>())
}

fn listed(places: &[String]) -> String {
    let mut places = places.to_vec();
    places.dedup();
    let more = places.len().saturating_sub(MOST);
    let shown = places[..places.len() - more].join(", ");
    if more > 0 { format!("{shown} and {more} more") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::{counted, stretches};

    #[test]
    fn rows_in_a_row_are_one_stretch() {
        assert_eq!(stretches(&[5, 7, 8, 9, 12]), "5, 7-9, 12");
        assert_eq!(counted(2, "hidden row"), "2 hidden rows");
        assert_eq!(counted(2, "cell that is not shown"), "2 cells that are not shown");
        assert_eq!(counted(2, "place with hidden words"), "2 places with hidden words");
    }
}

//! Documents with a small table for each action, whose rows say what is what: `Lead | Council`. They become one table
//! with a column for each of those words.

use super::block::{Block, Cell, Row, words};
use super::field::Field;
use super::heading::{self, CLEAR};
use super::note::Notes;

/// The most letters of what stands on the left of such a row.
const LONGEST_LABEL: usize = 60;

/// What one small table says: each label with its cell.
struct ActionBox {
    labels: Vec<(String, Cell)>,
    first: Row,
}

/// Turns the boxes of a document into rows under one header, where there are several.
pub(crate) fn straighten(blocks: Vec<Block>, notes: &mut Notes) -> Vec<Block> {
    let starts: Vec<usize> = (0..blocks.len()).filter(|at| blocks[*at] == Block::Table).collect();
    let boxes: Vec<(usize, ActionBox)> =
        starts.iter().filter_map(|at| Some((*at, ActionBox::of(&rows_from(&blocks, at + 1))?))).collect();
    if boxes.len() < 2 {
        return blocks;
    }
    let mut headings: Vec<String> = Vec::new();
    for (label, _) in boxes.iter().flat_map(|(_, one)| &one.labels) {
        if !headings.iter().any(|known| words(known) == words(label)) {
            headings.push(label.clone());
        }
    }
    let message = format!("{} boxes with an action each were read as rows of one table", boxes.len());
    notes.did(&boxes[0].1.first.origin, message);
    let mut out = Vec::new();
    let mut skip = 0;
    for (at, block) in blocks.iter().enumerate() {
        if at < skip {
            continue;
        }
        match boxes.iter().find(|(place, _)| *place == at) {
            Some((_, one)) => {
                skip = at + 1 + rows_from(&blocks, at + 1).len();
                let header = headings.iter().map(|heading| Cell::of(heading)).collect();
                let origin = one.first.origin.clone();
                out.extend([Block::Table, Block::Row(Row { cells: header, origin, ..Row::default() })]);
                out.push(Block::Row(Row { cells: one.under(&headings), ..one.first.clone() }));
            }
            None => out.push(block.clone()),
        }
    }
    out
}

/// The rows that follow each other from a place on.
fn rows_from(blocks: &[Block], from: usize) -> Vec<&Row> {
    blocks[from..].iter().map_while(Block::row).collect()
}

impl ActionBox {
    /// A table of two columns whose first row is the action, and whose other labels are mostly headings of plans.
    fn of(rows: &[&Row]) -> Option<Self> {
        let first = *rows.first()?;
        let fits = |row: &&Row| {
            let label = row.cells.first().is_some_and(|cell| (1..=LONGEST_LABEL).contains(&cell.text.len()));
            label && row.cells.len() == 2 && !row.is_hidden
        };
        let (number, action) = action_label(&first.cells.first()?.text)?;
        let known = rows
            .iter()
            .skip(1)
            .filter(|row| row.cells.first().is_some_and(|cell| heading::clarity(&cell.text) >= CLEAR));
        if rows.len() < 3 || !rows.iter().all(fits) || known.count() * 2 < rows.len() - 1 {
            return None;
        }
        let mut labels = Vec::new();
        if !number.is_empty() {
            labels.push(("Ref".to_owned(), Cell::of(number)));
        }
        labels.push((action, first.cells[1].clone()));
        let others =
            rows.iter().skip(1).map(|row| (row.cells[0].text.trim_end_matches(':').to_owned(), row.cells[1].clone()));
        labels.extend(others);
        Some(Self { labels, first: first.clone() })
    }

    /// Its cells in the order of the headings.
    fn under(&self, headings: &[String]) -> Vec<Cell> {
        let cell = |heading: &String| self.labels.iter().find(|(label, _)| words(label) == words(heading));
        headings.iter().map(|heading| cell(heading).map(|(_, cell)| cell.clone()).unwrap_or_default()).collect()
    }
}

/// The number and the word in `Action 25`; none where the word is no heading over actions.
fn action_label(label: &str) -> Option<(&str, String)> {
    let label = label.trim().trim_end_matches([':', '.']);
    let start = label.find(|letter: char| letter.is_ascii_digit()).unwrap_or(label.len());
    let (word, number) = (label[..start].trim(), label[start..].trim());
    let is_number = number.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-'));
    let is_action =
        heading::scores(word).first().is_some_and(|(field, score)| *field == Field::Title && *score >= CLEAR);
    (is_number && is_action).then(|| (number, word.to_owned()))
}

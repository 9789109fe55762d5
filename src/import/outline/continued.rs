//! Rows that go on from the one above: the rest of a row that a page's end cut in two, or more of its action.

use std::rc::Rc;

use super::Builder;
use super::row::{Sorted, Usual, begins_small, words_of};
use crate::import::block::{Cell, Row, words};
use crate::import::field::Field;
use crate::import::marked_list::goes_on;

impl Builder<'_> {
    /// Whether a row that begins in the middle of a sentence says nothing that was not said above.
    pub(super) fn is_repeat(&self, row: &Row) -> bool {
        let texts: Vec<&str> = row.filled().map(|(_, cell)| cell.text.as_str()).collect();
        if !texts.first().is_some_and(|text| begins_small(text)) {
            return false;
        }
        let known = format!(" {} ", self.recent.join(" "));
        let spoken: Vec<String> = texts.iter().flat_map(|text| words(text)).collect();
        let threes: Vec<String> = spoken.windows(3).map(|window| format!(" {} ", window.join(" "))).collect();
        let repeated = threes.iter().filter(|three| known.contains(three.as_str())).count();
        threes.len() > 1 && repeated * 10 >= threes.len() * 7
    }

    pub(super) fn remember(&mut self, cells: &[Cell]) {
        self.recent.extend(cells.iter().flat_map(|cell| words(&cell.text)));
        let most = 1500;
        if self.recent.len() > most {
            self.recent.drain(..self.recent.len() - most);
        }
    }

    /// Whether a row is the rest of the one above, which a page's end cut in two.
    pub(super) fn goes_on_from_above(&mut self, row: &Sorted<'_>, usual: &Usual) -> bool {
        let Some(above) = self.last_action() else { return false };
        let Some(last) = above.rows.last() else { return false };
        if !Rc::ptr_eq(&above.columns, row.columns) && *above.columns != **row.columns {
            return false;
        }
        let once = [Field::Ref, Field::Timescale, Field::Rating, Field::Status];
        // Where actions have numbers, a row without one may go on in every cell: "June" and, below, "2027".
        let is_own = |cells: &[Cell]| {
            let number = row.columns.iter().position(|column| column.field == Field::Ref);
            number.is_none_or(|at| cells.get(at).is_some_and(Cell::is_own))
        };
        let lacks_number = is_own(last) && !is_own(&row.cells);
        let mut small = 0;
        let mut spoken = 0;
        for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.is_own()) {
            let over = last.get(at).map(|cell| cell.text.as_str()).unwrap_or_default();
            if once.contains(&row.columns[at].field) && !over.is_empty() && !lacks_number {
                return false;
            }
            if !cell.text.chars().any(char::is_alphabetic) {
                continue;
            }
            spoken += 1;
            let usually = usual.small.get(at).copied().unwrap_or(false);
            let open = !over.is_empty() && !over.ends_with(['.', '!', '?']) && goes_on(over, &cell.text);
            small += usize::from(open && !usually);
        }
        spoken > 0 && small * 2 >= spoken
    }

    pub(super) fn join(&mut self, row: &Sorted<'_>) {
        let message = format!("goes on from the row above, and was joined to it: `{}`", words_of(&row.cells));
        self.notes.look(row.origin, message);
        let above = self.last_action().expect("it was looked at");
        let last = above.rows.last_mut().expect("an action has a row");
        for ((over, cell), column) in last.iter_mut().zip(&row.cells).zip(row.columns.iter()) {
            over.kept.extend(&cell.kept);
            if !cell.is_own() {
                continue;
            }
            if over.text.is_empty() {
                over.text.clone_from(&cell.text);
            } else {
                // A month above a year is one date.
                let is_date = column.field == Field::Timescale && !over.text.contains(|one: char| one.is_ascii_digit());
                let mark = if is_date || goes_on(&over.text, &cell.text) { ' ' } else { '\n' };
                over.text.push(mark);
                over.text.push_str(&cell.text);
            }
        }
    }

    /// Whether a row names no action of its own and says more of the one above: a further step, lead or measure.
    pub(super) fn is_more_of_above(&mut self, row: &Sorted<'_>) -> bool {
        let title = row.cell(Field::Title);
        let shared = title.is_some_and(|cell| cell.from_above);
        if title.is_some_and(Cell::is_own) || row.cell(Field::Ref).is_some_and(Cell::is_own) {
            return false;
        }
        let Some(above) = self.last_action() else { return false };
        let filled = row.cells.iter().filter(|cell| cell.is_own()).count();
        let above_filled = above.rows.first().map_or(0, |row| row.iter().filter(|cell| cell.is_own()).count());
        let own_reason = [Field::Why, Field::Aim].iter().any(|field| row.cell(*field).is_some_and(Cell::is_own));
        filled > 0 && (shared || !(own_reason && filled * 10 >= above_filled * 6))
    }
}

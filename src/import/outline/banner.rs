//! Rows that are headings or stand below one: a banner over the actions, a number with one text, expected outcomes.

use super::Builder;
use super::row::{Usual, begins_small};
use crate::import::block::{Cell, Line, Row};
use crate::import::columns::Column;
use crate::import::field::Field;
use crate::import::label::{self, Kind};
use crate::import::table::{Table, is_short, is_statement};

/// The level of a heading that stands in a row.
pub(super) const BANNER: u8 = 20;

impl Builder<'_> {
    /// A row with nothing but a number and a text, under whose number the next row's stands: `1 | Prevention`, and then
    /// `1.1 | Open a helpline`.
    pub(super) fn numbered_heading(&mut self, row: &Row, next: Option<&Row>, columns: &[Column]) -> bool {
        let Some(at) = columns.iter().position(|column| column.field == Field::Ref) else { return false };
        let filled: Vec<(usize, &Cell)> = row.filled().collect();
        let is_lead = |column: usize| columns.get(column).is_some_and(|column| column.field == Field::Leads);
        let (first, number, title, lead) = match filled.as_slice() {
            [(first, number), (_, title)] => (first, number, title, None),
            // `1 | Safer streets | Chief Constable`
            [(first, number), (_, title), (at, lead)] if is_lead(*at) => (first, number, title, Some(lead)),
            _ => return false,
        };
        let below = next.and_then(|next| next.cells.get(at)).map_or("", |cell| cell.text.as_str());
        let number = number.text.trim_end_matches(['.', ')', ':']);
        let is_above = below.strip_prefix(number).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1);
        if *first != at || !is_above {
            return false;
        }
        let text = format!("{number} {}", title.text);
        self.notes.did(&row.origin, format!("a row with a number and one text is taken as a heading: `{text}`"));
        let level = BANNER + depth(&text);
        self.heading(level, &Line { text, origin: row.origin.clone() });
        if let Some(lead) = lead {
            self.text(&Line { text: format!("Lead: {}", lead.text), origin: row.origin.clone() });
        }
        true
    }

    /// A row that says no more than what a mark in the rows above means, or their sum.
    pub(super) fn note_or_sum(&mut self, row: &Row, table: &Table, columns: &[Column]) -> bool {
        let cells: Vec<(usize, &Cell)> = row.filled().collect();
        let is_mark = |letter: char| matches!(letter, '*' | '†' | '‡');
        let is_note = matches!(cells.as_slice(), [(_, cell)] if cell.text.starts_with(is_mark)) && {
            let marked = |cell: &Cell| cell.text.chars().skip(1).any(is_mark);
            table.rows.iter().any(|entry| entry.row.cells.iter().any(marked))
        };
        let field = |at: usize| columns.get(at).map(|column| column.field);
        let is_total = |(at, cell): &(usize, &Cell)| {
            let spoken = crate::import::block::words(&cell.text).join(" ");
            field(*at) == Some(Field::Title)
                && matches!(
                    spoken.as_str(),
                    "total" | "totals" | "grand total" | "sub total" | "subtotal" | "overall total"
                )
        };
        let is_sum = cells.iter().any(is_total)
            && !cells.iter().any(|(at, _)| matches!(field(*at), Some(Field::Leads | Field::Timescale)));
        if is_note || is_sum {
            let what = if is_sum { "a sum and no action" } else { "a note on a mark above" };
            self.notes.look(&row.origin, format!("{what}, so it is left out: `{}`", row.words()));
        }
        is_note || is_sum
    }

    /// `Expected outcomes | …`, and the rows below it.
    pub(super) fn outcome_row(&mut self, row: &Row) -> bool {
        let cells: Vec<&Cell> = row.filled().map(|(_, cell)| cell).collect();
        let Some(first) = cells.first() else { return true };
        let kind = label::of(&first.text).map(|label| label.kind);
        if kind == Some(Kind::Outcomes) && cells.len() <= 2 {
            let text = cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(": ");
            self.heading(BANNER, &Line { text, origin: row.origin.clone() });
            return true;
        }
        if self.in_outcomes && cells.len() == 1 && label::of(&first.text).is_none() {
            self.notes.did(&row.origin, format!("taken as expected outcomes: `{}`", first.text));
            self.outcome(&first.text);
            return true;
        }
        false
    }

    /// A row with one cell: a heading, or the text below one.
    pub(super) fn banner(&mut self, row: &Row, columns: &[Column], usual: &Usual) -> bool {
        let cells: Vec<(usize, &Cell)> = row.filled().collect();
        let labelled =
            |cell: &Cell| label::of(&cell.text).is_some_and(|label| label.opens_group() || !label.rest.is_empty());
        let (column, cell) = match cells.as_slice() {
            [(column, cell)] => (*column, (*cell).clone()),
            // `Outcome 1 | People are safe` in two cells.
            [(column, first), (_, second)] if label::of(&first.text).is_some_and(|label| label.rest.is_empty()) => {
                (*column, Cell { text: format!("{}: {}", first.text, second.text), ..Cell::default() })
            }
            _ => return false,
        };
        let field = columns.get(column).map_or(Field::Keep, |column| column.field);
        let wide = cell.covers > 0 && cell.covers + 1 >= columns.len() / 2;
        let goes_on = begins_small(&cell.text) && !usual.small.get(column).copied().unwrap_or(false);
        let first = columns.iter().position(|column| !column.heading.is_empty()).unwrap_or(0);
        let in_front = column <= first || matches!(field, Field::Ref | Field::Title | Field::Section);
        let is_banner = wide || labelled(&cell) || in_front && is_short(&cell.text);
        // An action whose groups stand to its left, and are those of the row above.
        let is_group = |column: &Column| matches!(column.field, Field::Section | Field::Objective);
        if !wide && field == Field::Title && columns.iter().take(column).any(is_group) && !labelled(&cell) {
            return false;
        }
        if goes_on || !is_banner {
            return false;
        }
        let line = Line { text: cell.text.clone(), origin: row.origin.clone() };
        let opens = label::of(&cell.text).is_some_and(|label| label.opens_group());
        if opens || is_short(&cell.text) {
            self.notes.did(&row.origin, format!("a row with one text is taken as a heading: `{}`", cell.text));
            let level = BANNER + depth(&cell.text);
            let stands_alone = self.waiting.last().is_none_or(|heading| heading.level < BANNER);
            let text_of_above = !stands_alone && !opens && is_statement(&cell.text);
            if text_of_above { self.text(&line) } else { self.heading(level, &line) }
        } else {
            self.notes
                .did(&row.origin, format!("a row with one long text is taken as the section's aim: `{}`", cell.text));
            self.banner_text(line);
        }
        true
    }

    /// A long text in a row of its own: the aim of what is open.
    pub(super) fn banner_text(&mut self, line: Line) {
        match self.waiting.last_mut() {
            Some(heading) => heading.texts.push(line),
            None => match self.outline.sections.last_mut() {
                Some(section) => section.aim.push(line.text),
                None => self.outline.opening.push(line),
            },
        }
    }
}

/// How deep a heading's number says that it stands: `1.2` is below `1`.
fn depth(text: &str) -> u8 {
    match label::of(text) {
        Some(label) if label.kind == Kind::Objective => 1,
        Some(_) => 0,
        None => label::numbered(text).map_or(0, |(number, _)| {
            u8::try_from(number.trim_end_matches('.').matches('.').count()).unwrap_or(0).min(3)
        }),
    }
}

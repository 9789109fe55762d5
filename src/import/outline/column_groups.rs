//! Sections and objectives that stand in columns of their own, in the first row of each group alone.

use super::banner::BANNER;
use super::headings::Heading;
use super::row::Sorted;
use super::{Builder, Group};
use crate::import::block::{Cell, Line};
use crate::import::columns::Column;
use crate::import::field::Field;
use crate::import::label::{self, Kind};

impl Builder<'_> {
    /// The row with the values of the columns that group actions, which stand in the first row of each group alone.
    pub(super) fn with_groups(&mut self, mut cells: Vec<Cell>, columns: &[Column]) -> Vec<Cell> {
        for (cell, column) in cells.iter_mut().zip(columns) {
            let is_group = matches!(column.field, Field::Section | Field::Objective);
            if is_group
                && cell.is_empty()
                && let Some(text) = self.column_groups.get(&column.field)
            {
                cell.text.clone_from(text);
                cell.from_above = true;
            }
        }
        cells
    }

    /// Opens the section and objective that a row's columns name, where they are new.
    pub(super) fn open_columns(&mut self, row: &Sorted<'_>) {
        for field in [Field::Section, Field::Objective] {
            let Some(text) = row.text(field).filter(|text| !text.is_empty()) else { continue };
            if self.column_groups.get(&field).is_some_and(|known| *known == text) {
                continue;
            }
            let line = Line { text: text.replace('\n', " "), origin: row.origin.clone() };
            if field == Field::Section && self.is_under_labelled(&line) {
                self.open_waiting();
                self.column_groups.remove(&Field::Objective);
                self.objective(&Heading { level: BANNER + 11, line, texts: Vec::new() });
                self.column_groups.insert(field, text);
                continue;
            }
            let level = if field == Field::Section { BANNER + 10 } else { BANNER + 11 };
            if field == Field::Section {
                self.column_groups.clear();
                self.objective_level = None;
                self.waiting.push(Heading { level, line, texts: Vec::new() });
                self.open_as_section();
            } else {
                self.open_waiting();
                self.waiting.push(Heading { level, line, texts: Vec::new() });
                self.open_as_objective(row);
            }
            self.column_groups.insert(field, text);
        }
    }

    /// Whether a heading such as `Priority 1: …` stands above the values of a column that groups actions.
    pub(super) fn is_under_labelled(&mut self, line: &Line) -> bool {
        let opens = |text: &str| label::of(text).is_some_and(|label| label.kind == Kind::Section);
        let waits = self.waiting.last().is_some_and(|heading| opens(&heading.line.text));
        if opens(&line.text) {
            return false;
        }
        self.has_labelled_sections |= waits;
        self.has_labelled_sections && (waits || self.waiting.is_empty() && !self.outline.sections.is_empty())
    }

    pub(super) fn open_as_section(&mut self) {
        let heading = self.waiting.pop().expect("it was put there");
        // What stands above the table is the document's title, or a heading with no actions of its own.
        self.leave_waiting();
        self.is_first = false;
        let (number, title) = self.number_and_title(&heading.line.text, "section");
        let (origin, sheet) = (heading.line.origin, self.sheet.clone());
        self.outline.sections.push(Group {
            origin,
            sheet,
            number,
            title,
            is_named: true,
            is_of_column: true,
            ..Group::default()
        });
    }

    pub(super) fn open_as_objective(&mut self, row: &Sorted<'_>) {
        let heading = self.waiting.pop().expect("it was put there");
        let (number, title) = self.number_and_title(&heading.line.text, "objective");
        let origin = heading.line.origin;
        let sheet = self.sheet.clone();
        let other_sheet = sheet.is_some() && self.outline.sections.last().is_some_and(|last| last.sheet != sheet);
        let group = Group { origin, sheet, number, title, is_named: true, is_of_column: true, ..Group::default() };
        // Without a section above it, each objective is a section.
        let has_section = row.columns.iter().any(|column| column.field == Field::Section)
            || self.outline.sections.last().is_some_and(|section| section.is_named && !self.objectives_are_sections());
        if has_section && !other_sheet && !self.outline.sections.is_empty() {
            self.outline.sections.last_mut().expect("there is one").objectives.push(group);
        } else {
            self.outline.sections.push(Group { is_named: true, ..group });
            self.column_groups.insert(Field::Objective, String::new());
            self.objective_level = Some(BANNER + 11);
        }
    }

    /// Whether the sections so far were made of the column of objectives.
    pub(super) fn objectives_are_sections(&self) -> bool {
        self.objective_level == Some(BANNER + 11)
            && self.outline.sections.last().is_some_and(|section| section.objectives.is_empty())
    }
}

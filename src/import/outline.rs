//! The plan's shape: sections, objectives and actions, with the words of each still as the columns had them.

pub(crate) mod align;
mod banner;
mod column_groups;
mod continued;
mod groups;
mod guide;
mod headings;
pub(crate) mod overview;
mod row;
mod sheets;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::block::{Cell, Line, Row};
use super::columns::Column;
use super::field::Field;
use super::figures::FigureRow;
use super::marked_list::MarkedList;
use super::note::Notes;
use super::origin::Origin;
use super::table::{Piece, Table};
use crate::model::rating::Rating;
pub(crate) use guide::{statuses, unclear};
use headings::Heading;
use overview::OverviewRow;

/// What a plan says, in its shape.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) title: Option<Line>,
    /// Texts that stand before the first action and belong to no section.
    pub(crate) opening: Vec<Line>,
    /// What tells of the document: its version, its owner. It is not published.
    pub(crate) document: Vec<Line>,
    pub(crate) sections: Vec<Group>,
    pub(crate) guide: Vec<(Rating, String)>,
    pub(crate) risks: Vec<RiskRow>,
    pub(crate) figures: Vec<FigureRow>,
    overview: Vec<OverviewRow>,
    /// What the overview names and no table of actions has a heading for.
    pub(crate) unplaced: Vec<String>,
    /// The plan's own words for its groups: `section` -> `Outcome`.
    pub(crate) words: BTreeMap<&'static str, String>,
}

/// A row of the risk register: its cells with their headings.
#[derive(Debug)]
pub(crate) struct RiskRow {
    pub(crate) origin: Origin,
    pub(crate) cells: Vec<(String, String)>,
}

/// A section, or an objective.
#[derive(Debug, Default, Clone)]
pub(crate) struct Group {
    pub(crate) origin: Origin,
    pub(crate) sheet: Option<String>,
    pub(crate) number: String,
    pub(crate) title: String,
    /// Whether the title is the plan's own and no stand-in.
    pub(crate) is_named: bool,
    /// Whether it stands in a column, so that rows with its name belong to it wherever they are.
    pub(crate) is_of_column: bool,
    pub(crate) aim: Vec<String>,
    pub(crate) lead: Vec<String>,
    pub(crate) outcomes: Vec<String>,
    pub(crate) actions: Vec<Gathered>,
    pub(crate) objectives: Vec<Group>,
}

/// An action: the rows that are about it.
#[derive(Debug, Clone)]
pub(crate) struct Gathered {
    pub(crate) origin: Origin,
    pub(crate) columns: Rc<[Column]>,
    /// Each row's cells, one for each column.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Whether it is struck through, so that it was given up.
    pub(crate) is_struck: bool,
}

impl Gathered {
    /// The columns that are about a field.
    pub(crate) fn columns_of(&self, field: Field) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, column)| column.field == field).map(|(at, _)| at)
    }

    /// The texts of a field, row by row, without those that a row shares with the one above.
    pub(crate) fn texts(&self, field: Field) -> Vec<String> {
        let columns: Vec<usize> = self.columns_of(field).collect();
        columns.into_iter().flat_map(|column| self.column_texts(column)).collect()
    }

    /// The texts of a column, row by row.
    pub(crate) fn column_texts(&self, column: usize) -> Vec<String> {
        let cells = self.rows.iter().enumerate().filter_map(|(at, row)| {
            let cell = row.get(column)?;
            (!cell.is_empty() && (at == 0 || !cell.from_above)).then(|| cell.text.clone())
        });
        cells.collect()
    }

    /// What a column says in the rows that are steps, with the step's words.
    pub(crate) fn step_rows(&self, column: usize) -> Vec<(String, String)> {
        let how = self.columns_of(Field::How).next().or_else(|| self.columns_of(Field::Milestones).next());
        let Some(how) = how else { return Vec::new() };
        let own = |row: &[Cell], at: usize| row.get(at).filter(|cell| cell.is_own()).map(|cell| cell.text.clone());
        let rows = self.rows.iter().filter_map(|row| Some((own(row, how)?, own(row, column)?)));
        rows.map(|(step, text)| (MarkedList::unmarked(&step).to_owned(), text)).collect()
    }

    /// The texts of a field as one.
    pub(crate) fn text(&self, field: Field) -> String {
        self.texts(field).join("\n")
    }
}

/// Words that stand over a rating guide.
const OVER_GUIDE: &[&str] = &[
    "rag",
    "brag",
    "rating",
    "ratings",
    "guide",
    "key",
    "meaning",
    "meanings",
    "colour",
    "colours",
    "definition",
    "definitions",
    "legend",
];

/// Builds an outline, piece by piece.
pub(crate) struct Builder<'n> {
    notes: &'n mut Notes,
    outline: Outline,
    /// Headings since the last action, each with the texts below it.
    waiting: Vec<Heading>,
    sheet: Option<String>,
    /// The values of the columns that group actions, as they hold from row to row.
    column_groups: BTreeMap<Field, String>,
    /// The level of the headings that name objectives, where the current section has some.
    objective_level: Option<u8>,
    /// Whether the lines that come are expected outcomes.
    in_outcomes: bool,
    /// What the rows so far said, for finding what a page's end made repeat.
    recent: Vec<String>,
    is_first: bool,
    /// Whether headings such as `Priority 1: …` open the sections, so that a column of groups is below them.
    has_labelled_sections: bool,
}

impl<'n> Builder<'n> {
    pub(crate) fn new(notes: &'n mut Notes) -> Self {
        Self {
            notes,
            outline: Outline::default(),
            waiting: Vec::new(),
            sheet: None,
            column_groups: BTreeMap::new(),
            objective_level: None,
            in_outcomes: false,
            recent: Vec::new(),
            is_first: true,
            has_labelled_sections: false,
        }
    }

    /// Takes a piece that is no table.
    pub(crate) fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Sheet(name) => {
                self.leave_waiting();
                self.sheet = Some(name.clone());
                self.column_groups.clear();
                self.objective_level = None;
            }
            Piece::Heading(level, line) => self.heading(*level, line),
            Piece::Text(line) => self.text(line),
            Piece::Table(_) => {}
        }
    }

    /// Takes a table of actions.
    pub(crate) fn table(&mut self, table: &Table, columns: &Rc<[Column]>) {
        let usual = row::Usual::of(table, columns);
        for (at, entry) in table.rows.iter().enumerate() {
            let next = table.rows.get(at + 1).map(|entry| &entry.row);
            if !self.numbered_heading(&entry.row, next, columns) && !self.note_or_sum(&entry.row, table, columns) {
                self.row(entry, columns, &usual);
            }
        }
    }

    /// Takes a risk register.
    pub(crate) fn risks(&mut self, table: &Table) {
        for (origin, cells) in self.rows_with_headings(table) {
            let words = cells.iter().map(|(_, text)| text.replace('\n', " / ")).collect::<Vec<_>>().join(" | ");
            self.notes.did(&origin, format!("taken as a risk: `{words}`"));
            self.outline.risks.push(RiskRow { origin, cells });
        }
    }

    /// Takes the rows of a table of figures.
    pub(crate) fn figures(&mut self, table: &Table) {
        let rows = self.rows_with_headings(table);
        self.outline.figures.extend(rows.into_iter().map(|(origin, cells)| FigureRow { origin, cells }));
    }

    /// The rows of a table that is not of actions, each cell with its heading.
    fn rows_with_headings(&mut self, table: &Table) -> Vec<(Origin, Vec<(String, String)>)> {
        self.leave_waiting();
        let heading = |column: usize| table.headings.get(column).cloned().unwrap_or_default();
        let rows: Vec<&Row> =
            table.rows.iter().map(|entry| &entry.row).filter(|row| !self.is_struck_out(row)).collect();
        let cells = |row: &Row| row.filled().map(|(column, cell)| (heading(column), cell.text.clone())).collect();
        rows.into_iter().map(|row| (row.origin.clone(), cells(row))).collect()
    }

    /// Takes a table of something else: it may still be the rating guide.
    pub(crate) fn other_table(&mut self, table: &Table) {
        let named: Vec<&str> = table.headings.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        if !named.is_empty() {
            self.notes
                .look(&table.origin, format!("not a table of actions, so it is left out: `{}`", named.join(" | ")));
        }
        for entry in &table.rows {
            if let Some(entries) = guide::of_row(&entry.row) {
                self.guide(&entry.row.origin, entries);
            } else {
                let words = entry.row.words();
                self.notes
                    .look(&entry.row.origin, format!("not a row of a table of actions, so it is left out: `{words}`"));
            }
        }
    }

    /// Whether a row that is no action is struck through, and so is left out.
    pub(super) fn is_struck_out(&mut self, row: &Row) -> bool {
        if row.is_struck {
            self.notes.look(&row.origin, "this row is struck through, and was left out");
        }
        row.is_struck
    }

    fn guide(&mut self, origin: &Origin, entries: Vec<(Rating, String)>) {
        for (rating, text) in entries {
            self.notes.did(origin, format!("taken as the rating guide: {}: `{text}`", rating.words()));
            self.outline.guide.push((rating, text));
        }
        // What stands over a guide is its heading, and no section's.
        let over_guide = |line: &Line| {
            let spoken = super::block::words(&line.text);
            spoken.len() < 8 && spoken.iter().any(|word| OVER_GUIDE.contains(&word.as_str()))
        };
        if let Some(heading) = self.waiting.pop_if(|heading| over_guide(&heading.line)) {
            self.notes.did(
                &heading.line.origin,
                format!("left out, since it is the heading of the rating guide: `{}`", heading.line.text),
            );
        }
        if let Some(line) = self.outline.opening.pop_if(|line| over_guide(line)) {
            self.notes
                .did(&line.origin, format!("left out, since it is the heading of the rating guide: `{}`", line.text));
        }
    }

    /// Ends the plan.
    pub(crate) fn finish(mut self) -> Outline {
        self.leave_waiting();
        self.nest_sheets();
        self.place_overview();
        self.settle_title();
        let sections = std::mem::take(&mut self.outline.sections);
        self.outline.sections = self.joined(sections);
        self.separate_levels();
        self.outline
    }

    /// Groups of a column with those of the same name further up.
    fn joined(&mut self, groups: Vec<Group>) -> Vec<Group> {
        let mut joined: Vec<Group> = Vec::new();
        for mut group in groups {
            group.objectives = self.joined(std::mem::take(&mut group.objectives));
            let is_same = |known: &&mut Group| {
                group.is_of_column
                    && known.is_of_column
                    && (&known.number, &known.title) == (&group.number, &group.title)
            };
            let Some(known) = joined.iter_mut().find(is_same) else {
                joined.push(group);
                continue;
            };
            let message = format!("more rows of `{}`, which is further up; they were put there", group.title);
            self.notes.did(&group.origin, message);
            known.actions.extend(group.actions);
            known.objectives.extend(group.objectives);
        }
        joined
    }

    /// A section has objectives or actions, not both: actions beside objectives get one of their own.
    fn separate_levels(&mut self) {
        for section in &mut self.outline.sections {
            if section.actions.is_empty() || section.objectives.is_empty() {
                continue;
            }
            let message =
                format!("`{}` has actions beside its objectives; they stand in one of the same name", section.title);
            self.notes.look(&section.origin, message);
            let actions = std::mem::take(&mut section.actions);
            let (origin, title) = (section.origin.clone(), section.title.clone());
            section.objectives.insert(0, Group { origin, title, is_named: true, actions, ..Group::default() });
        }
    }
}

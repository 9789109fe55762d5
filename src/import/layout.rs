//! What the columns of each kind of table are about, and which kind of table a table is.

use std::rc::Rc;

use super::column_choices::ColumnChoices;
use super::columns::{self, Column};
use super::field::Field;
use super::outline::overview;
use super::table::{Piece, Table};
use super::{figures, risk};

/// What a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Actions,
    /// The plan's outcomes or objectives and who leads them, and no actions.
    Overview,
    Risks,
    /// What is measured, and figures for it.
    Figures,
    Other,
}

/// The columns of each kind of table, in the order in which the tables come.
pub(crate) struct Layouts {
    layouts: Vec<Layout>,
}

struct Layout {
    headings: Vec<String>,
    columns: Rc<[Column]>,
    /// How many rows there are under these headings.
    rows: usize,
}

impl Layouts {
    pub(crate) fn of(pieces: &[Piece], choices: &ColumnChoices) -> Self {
        let tables: Vec<&Table> = pieces.iter().filter_map(as_table).collect();
        let mut layouts: Vec<Layout> = Vec::new();
        for table in &tables {
            if layouts.iter().any(|layout| layout.headings == table.headings) {
                continue;
            }
            let same: Vec<&Table> = tables.iter().filter(|other| other.headings == table.headings).copied().collect();
            let columns = columns::map(&table.headings, &same, choices).into();
            let rows = same.iter().map(|table| table.rows.len()).sum();
            layouts.push(Layout { headings: table.headings.clone(), columns, rows });
        }
        Self { layouts }
    }

    /// The columns of a table.
    pub(crate) fn columns(&self, table: &Table) -> &Rc<[Column]> {
        &self.layout(table).columns
    }

    fn layout(&self, table: &Table) -> &Layout {
        let layout = self.layouts.iter().find(|layout| layout.headings == table.headings);
        layout.expect("every table was looked at")
    }

    /// What a table holds. One without a header is of actions only where none has one, and one without actions is an
    /// overview only where others have actions.
    pub(crate) fn kind(&self, table: &Table) -> Kind {
        let layout = self.layout(table);
        let named = |layout: &&Layout| !layout.headings.is_empty() && !risk::is_register(&layout.headings);
        let others_have_actions =
            || self.layouts.iter().filter(named).any(|other| other.has_actions() && !overview::is_one(&other.headings));
        if is_document_control(&layout.headings) {
            Kind::Other
        } else if risk::is_register(&layout.headings) {
            Kind::Risks
        } else if figures::is_table(&layout.headings) {
            Kind::Figures
        } else if overview::is_one(&layout.headings) && others_have_actions() {
            Kind::Overview
        } else if layout.has_actions()
            && (!layout.headings.is_empty() || !self.layouts.iter().filter(named).any(Layout::has_actions))
        {
            Kind::Actions
        } else {
            Kind::Other
        }
    }

    /// The plan's own headings for fields: those of the tables with most rows first.
    pub(crate) fn headings(&self, used: &[Column]) -> Vec<Column> {
        let mut layouts: Vec<&Layout> = self.layouts.iter().collect();
        layouts.sort_by_key(|layout| std::cmp::Reverse(layout.rows));
        let columns = layouts.into_iter().flat_map(|layout| layout.columns.iter());
        columns.filter(|column| used.contains(column)).cloned().collect()
    }
}

impl Layout {
    fn has_actions(&self) -> bool {
        let has = |field: Field| self.columns.iter().any(|column| column.field == field);
        let told = self.columns.iter().filter(|column| !matches!(column.field, Field::Keep | Field::Ref)).count();
        // Under no heading, what the cells hold must show that they are a plan's: short texts beside long ones may be
        // anything.
        let shows =
            |column: &Column| matches!(column.field, Field::Ref | Field::Timescale | Field::Rating | Field::Section);
        let is_shown =
            self.columns.iter().any(|column| !column.heading.is_empty() || shows(column) || column.is_chosen());
        has(Field::Title) && told > 1 && is_shown
    }
}

/// Whether headings are those of a table of the document's versions: who wrote which, and when.
fn is_document_control(headings: &[String]) -> bool {
    let is_one = |words: &[&str]| {
        headings.iter().flat_map(|heading| super::block::words(heading)).any(|word| words.contains(&word.as_str()))
    };
    is_one(&["version", "revision", "issue"])
        && is_one(&["author", "amended", "editor", "approved", "approver", "reviewer", "changed"])
        && !headings.iter().any(|heading| super::block::words(heading).iter().any(|word| word.starts_with("action")))
}

fn as_table(piece: &Piece) -> Option<&Table> {
    match piece {
        Piece::Table(table) => Some(table),
        _ => None,
    }
}

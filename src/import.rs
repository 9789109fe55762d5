//! Action plans as partnerships keep them, in tables of every kind, into the plan's YAML.
//!
//! ```text
//! file ──▶ blocks ──▶ pieces (tables with their headings) ──▶ outline (sections, actions) ──▶ YAML
//! ```
//!
//! - `hidden` takes out what the file hides, before anything else looks at it; `confidential` knows what says of itself that
//!   it is not for the public, and `kept` holds what goes under `private:`.
//! - `file/` reads delimited text, workbooks, `OpenDocument` and Word into one neutral form, `block`.
//! - `table` finds header rows and headings; `columns` says what each column is about, by `heading` and contents.
//! - `outline` puts rows under sections and objectives and joins what a page's end cut in two.
//! - `action` turns the words of an action into the fields of the content model; `plan` puts the whole together.
//! - `yaml` writes it as a person would.
//!
//! - `merge` goes the other way about: a table that was exported and edited, back into the file that it came from.
//!
//! What is not sure is kept, and told in a [`Note`]: no word of the file is dropped in silence. Nothing here touches
//! the disk or the terminal.

mod action;
mod block;
mod box_for_each_action;
mod column_choices;
mod columns;
mod columns_of_one;
mod confidential;
mod error;
mod field;
mod figures;
mod file;
mod heading;
mod hidden;
mod kept;
mod label;
mod layout;
mod lead;
mod marked_list;
mod merge;
mod month_first;
mod note;
mod origin;
mod outline;
mod percent;
mod phrases;
mod plan;
mod prose;
mod reported;
mod risk;
mod standing;
mod summary;
mod tab_for_each_period;
mod table;
mod title;
mod when;

use jiff::civil::Date;

pub(crate) use column_choices::ColumnChoices;
pub(crate) use error::ImportError;
pub(crate) use merge::{CurrentPlan, merge};
pub(crate) use note::Note;

use block::Cell;
use note::Notes;
use table::{Piece, Table};

use crate::model::timescale::PlanCalendar;
use crate::model::year_start::YearStart;
use crate::yaml;

/// A file with an action plan in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlanFile<'f> {
    /// Its name, which may tell the plan's title and period.
    pub name: &'f str,
    /// The name of the plan's own file in the site, without its ending.
    pub(crate) id: Option<&'f str>,
    /// What it holds.
    pub bytes: &'f [u8],
    /// The one sheet to read; all of them where there is none.
    pub sheet: Option<&'f str>,
    /// What a person chose for columns.
    pub columns: &'f ColumnChoices,
    /// Whether what the file hides is kept under `private:`.
    pub(crate) include_hidden: bool,
    /// The day of the import, for what was reported without a date.
    pub today: Date,
    /// When the site's financial years begin.
    pub(crate) year_starts: YearStart,
}

/// A plan, and the report on how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Imported {
    /// The plan's file.
    pub yaml: String,
    /// Files for `content/indicators/`, by name.
    pub(crate) indicators: Vec<(String, String)>,
    /// What was done and what to look at, in the file's order.
    pub notes: Vec<Note>,
    /// How many sections, actions and so on were read, and what each column became.
    pub summary: String,
}

/// What to do where no actions were found: the columns that are there, for someone to say what they are about.
fn no_actions(pieces: &[Piece]) -> String {
    let help = "a plan is a table with a row for each action, under headings such as `Action`, `Lead` and `By when`";
    let lines = pieces.iter().find_map(|piece| match piece {
        Piece::Table(table) => Some(column_lines(table)).filter(|lines| !lines.is_empty()),
        _ => None,
    });
    let Some(lines) = lines else { return help.to_owned() };
    format!(
        "{help}. If this one has other words for them, save these lines as a file, put the right word after each colon \
         (`title` for the actions), and give the file with `--columns`:\n{}",
        lines.join("\n")
    )
}

/// A line for each column of a table, by its heading, else by its place with what its first row has there.
fn column_lines(table: &Table) -> Vec<String> {
    let named: Vec<&String> = table.headings.iter().filter(|heading| !heading.is_empty()).collect();
    if !named.is_empty() {
        return named.into_iter().map(|heading| format!("{}: keep", yaml::inline(heading))).collect();
    }
    let first = table.rows.first().map(|row| row.row.cells.as_slice()).unwrap_or_default();
    let line = |(at, cell): (usize, &Cell)| format!("column {}: keep  # {}", at + 1, cell.text.replace('\n', " "));
    first.iter().enumerate().map(line).collect()
}

/// Reads a plan.
///
/// # Errors
/// When the file is of no known kind, is broken, or holds no table of actions.
pub(crate) fn plan(file: &PlanFile<'_>) -> Result<Imported, ImportError> {
    let mut notes = Notes::default();
    let blocks = file::read(file.name, file.bytes, file.sheet, &mut notes)?;
    let hidden::Sifted { blocks, mut keeper } = hidden::sift(blocks, file.include_hidden, &mut notes);
    let blocks = box_for_each_action::straighten(blocks, &mut notes);
    let mut pieces = table::pieces(blocks, file.columns, &mut notes);
    columns_of_one::join(&mut pieces, &mut notes);
    month_first::settle(&mut pieces, &mut notes);
    let calendar = PlanCalendar { period: None, year_starts: file.year_starts };
    let mut pieces = tab_for_each_period::join(pieces, file.columns, &calendar, &mut notes);
    let occasion = plan::Occasion {
        name: file.name,
        id: file.id,
        today: file.today,
        choices: file.columns,
        year_starts: file.year_starts,
    };
    let assembled = plan::assemble(&mut pieces, &occasion, &mut keeper, &mut notes);
    if assembled.counts.actions == 0 && !assembled.indicators.is_empty() {
        let help = "put them on a sheet beside the table of actions, and import both together";
        return Err(ImportError::new("there are figures here and no actions", help));
    }
    if assembled.counts.actions == 0 {
        return Err(ImportError::new("no table of actions was found", no_actions(&pieces)));
    }
    let headings: Vec<String> = assembled.columns.iter().map(|column| column.heading.clone()).collect();
    for heading in file.columns.unused(&headings) {
        notes.look(
            &origin::Origin::default(),
            format!("`{heading}` is in the file of columns and over no column of the plan"),
        );
    }
    notes.lines.sort_by(|a, b| a.origin.cmp(&b.origin));
    let yaml = yaml::write(&assembled.map, 0);
    let summary = summary::of(&assembled, &notes.lines, &yaml);
    let indicators =
        assembled.indicators.iter().map(|file| (format!("{}.yaml", file.id), yaml::write(&file.map, 0))).collect();
    Ok(Imported { yaml, indicators, notes: notes.lines, summary })
}

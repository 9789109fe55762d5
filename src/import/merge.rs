//! An exported table, edited in a spreadsheet, back into the plan that it came from: what was edited changes, and every
//! other byte of the file stays, its comments and order with it.
//!
//! Three things are compared: the cell, what an export would give now, and what the row says that it was exported as
//! ([`ExportedRow`](crate::model::exported_row::ExportedRow)). What was edited in the table alone changes the file, at
//! the value's own place. What was changed in the file alone stays. What was changed in both stays as the file has it,
//! and is a conflict. Where a row does not say what it was exported as, it is older than the file if the file has a
//! later update, and then changes nothing.

mod action;
mod cell;
mod column;
mod edit;
mod groups;
mod rows;
mod standing;

use super::block::tidy;
use super::lead::LeadReader;
use super::note::Notes;
use super::{ImportError, PlanFile, hidden};
use crate::diagnostic::Report;
use crate::record::node::{self, Node, field, items, text};
use crate::yaml::patch::Patch;
use rows::Rows;

/// A plan as an export gives it now.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CurrentPlan<'p> {
    /// Its file's text.
    pub yaml: &'p str,
    /// The columns of its table: the name for programs, and the heading.
    pub columns: &'p [(&'static str, String)],
    /// The cells of its actions, in its order.
    pub rows: &'p [Vec<String>],
    /// The partners: id and name.
    pub organisations: &'p [(String, String)],
}

/// The plan after the edits, and what they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Merged {
    /// The file's new text.
    pub yaml: String,
    /// What was changed, action by action.
    pub changes: Vec<String>,
    /// What was found and not carried over.
    pub left: Vec<String>,
    /// What was changed in the table and in the file, so that the file's stays.
    pub conflicts: Vec<String>,
    /// How many cells say what the file said when they were exported, and no longer says.
    pub newer: usize,
}

/// An action of the file: its fields, and where it belongs.
#[derive(Debug, Clone, Copy)]
struct Place<'n> {
    node: &'n Node<'n>,
    section: &'n Node<'n>,
    objective: Option<&'n Node<'n>>,
}

/// What edits are made with.
struct Merge<'m> {
    current: &'m CurrentPlan<'m>,
    patch: Patch<'m>,
    people: LeadReader,
    today: jiff::civil::Date,
    changes: Vec<String>,
    left: Vec<String>,
    conflicts: Vec<String>,
    newer: usize,
}

/// Carries the edits of an exported table over into its plan.
///
/// # Errors
/// When the file is no export of the plan, or the plan cannot be read.
pub(crate) fn merge(file: &PlanFile<'_>, current: &CurrentPlan<'_>) -> Result<Merged, ImportError> {
    // What is hidden in the table changes nothing in the plan, whatever was asked for.
    let mut notes = Notes::default();
    let blocks = super::file::read(file.name, file.bytes, file.sheet, &mut notes)?;
    let as_exported = rows::as_exported(&blocks);
    let hidden = rows::edited_and_hidden(&blocks, &as_exported, current);
    let blocks = hidden::sift(blocks, false, &mut notes).blocks;
    let rows = Rows::of(&blocks, as_exported, current)?;
    let report = Report::new("plan".into(), "plan", current.yaml.as_bytes().into());
    let broken = || {
        ImportError::new(
            "the plan that is already there has errors",
            "put right what `fingerpost check` reports, then import again",
        )
    };
    let root = node::read(current.yaml, 0, &report).ok_or_else(broken)?;
    let places = places(&root);
    if places.len() != current.rows.len() {
        return Err(broken());
    }
    let patch = Patch::of(current.yaml);
    let (people, today) = (LeadReader::default(), file.today);
    let (changes, left, conflicts) = (Vec::new(), Vec::new(), Vec::new());
    let mut merge = Merge { current, patch, people, today, changes, left, conflicts, newer: 0 };
    merge.groups(&rows, &places);
    for (at, place) in places.iter().enumerate() {
        if rows.is_struck(at) {
            let name = merge.name(at);
            merge.left.push(format!(
                "`{name}` is struck through in the table; if it was given up, set its status to `withdrawn`"
            ));
            continue;
        }
        match rows.of_action(at) {
            Some(row) => merge.action(at, place, row),
            None => merge.left.push(format!("`{}` is in no row of the table; it stays in the plan", merge.name(at))),
        }
    }
    merge.added(&rows, &root, &places);
    merge.left.extend(hidden.iter().map(|row| {
        format!("{row} is hidden and was edited: what is hidden changes nothing; clear the filter or show the row, and import again")
    }));
    merge.left.extend(notes.lines.iter().map(|note| format!("{}: {}", note.origin, note.message)));
    let Merge { patch, changes, left, conflicts, newer, .. } = merge;
    Ok(Merged { yaml: patch.apply(), changes, left, conflicts, newer })
}

/// The actions of a plan, in its order.
fn places<'n>(root: &'n Node<'n>) -> Vec<Place<'n>> {
    let mut places = Vec::new();
    for section in items(field(root, "sections")) {
        let own = items(field(section, "actions")).iter();
        places.extend(own.map(|node| Place { node, section, objective: None }));
        for objective in items(field(section, "objectives")) {
            let own = items(field(objective, "actions")).iter();
            places.extend(own.map(|node| Place { node, section, objective: Some(objective) }));
        }
    }
    places
}

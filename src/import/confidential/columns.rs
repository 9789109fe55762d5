//! Takes what stands in private columns out of the tables, before anything else looks at their rows.

use rayon::prelude::*;

use crate::import::block::{Cell, Row, words};
use crate::import::columns::Column;
use crate::import::confidential;
use crate::import::field::Field;
use crate::import::kept::Keeper;
use crate::import::layout::Layouts;
use crate::import::note::Notes;
use crate::import::origin::Unit;
use crate::import::outline::align;
use crate::import::table::{Piece, Table, TableRow};

/// What a cell says under `Confidential?` where its row is.
const YES: [&str; 6] = ["yes", "y", "true", "x", "✓", "✔"];

/// What a cell says under `Publish?` where its row is not for the public.
const NO: [&str; 5] = ["no", "n", "false", "not yet", "✗"];

/// Whether a heading asks whether the row may be published.
fn asks_to_publish(heading: &str) -> bool {
    let asked = words(heading).join(" ");
    let asking = [
        "publish",
        "public",
        "publishable",
        "published",
        "for publication",
        "for the public",
        "ok to publish",
        "can be published",
        "may be published",
        "publish on website",
        "publish on the website",
        "publish to website",
        "for web",
        "for website",
        "for the website",
        "share publicly",
        "public version",
        "in public version",
        "include in public version",
    ];
    asking.contains(&asked.trim_end_matches(" y n").trim_end_matches(" yes no"))
}

/// Whether a heading says for whom each row is, in words: `Classification` over `Official-sensitive`.
fn classifies(heading: &str) -> bool {
    let asked = words(heading).join(" ");
    let classes = [
        "classification",
        "security classification",
        "marking",
        "protective marking",
        "security marking",
        "visibility",
        "public private",
        "public or private",
        "private public",
        "sensitivity",
        "handling",
    ];
    classes.contains(&asked.as_str())
}

/// Moves the cells of private columns to what is kept, and names each such column.
pub(crate) fn set_aside(pieces: &mut [Piece], layouts: &Layouts, keeper: &mut Keeper, notes: &mut Notes) {
    let mut told: Vec<(String, Option<String>)> = Vec::new();
    for piece in pieces {
        let Piece::Table(table) = piece else { continue };
        let columns = layouts.columns(table);
        for column in columns.iter() {
            let sheet = table.origin.sheet.clone();
            if column.says_private.is_some() && !told.contains(&(column.name(), sheet.clone())) {
                told.push((column.name(), sheet));
                report(column, table, notes);
            }
        }
        let is_marked =
            |entry: &TableRow| entry.row.filled().any(|(_, cell)| confidential::in_text(&cell.text).is_some());
        if table.rows.par_iter().any(is_marked)
            || columns
                .iter()
                .any(|column| column.is_private() || asks_to_publish(&column.heading) || classifies(&column.heading))
        {
            let mut rows = std::mem::take(&mut table.rows);
            let mut below = false;
            rows.retain_mut(|entry| {
                below |= says_below(&entry.row);
                if below {
                    let message = "a line above says that what is below it is not for the public, so this row is kept under `private:`";
                    notes.look(&entry.row.origin, message);
                    keeper.put("", &entry.row.origin, &entry.row.words());
                }
                !below && row(entry, columns, keeper, notes)
            });
            table.rows = rows;
        }
    }
}

/// Whether a row says nothing but that what is below it is not for the public: `Confidential below this line`.
fn says_below(row: &Row) -> bool {
    let texts: Vec<&str> = row.filled().map(|(_, cell)| cell.text.as_str()).collect();
    let [only] = texts.as_slice() else { return false };
    let points = words(only).iter().any(|word| matches!(word.as_str(), "below" | "following" | "annex" | "appendix"));
    points && confidential::in_text(only).is_some()
}

fn report(column: &Column, table: &Table, notes: &mut Notes) {
    let name = column.name();
    let word = column.says_private.unwrap_or_default();
    notes.look(
        &table.origin,
        if column.is_private() {
            format!(
                "the column `{name}` is kept under `private:` and not published, because its heading says `{word}`; if it \
                 is meant for the public, give it a field with `--columns`"
            )
        } else {
            format!("the column `{name}` is published as you chose, though its heading says `{word}`")
        },
    );
}

/// Takes the private cells out of a row. False where it cannot be told which they are, so that the row is kept whole.
fn row(entry: &mut TableRow, columns: &[Column], keeper: &mut Keeper, notes: &mut Notes) -> bool {
    let row = &mut entry.row;
    if row.origin.unit == Unit::Line && row.cells.len() != columns.len() {
        let aligned = align::align(row, columns);
        if aligned.doubt.is_some() {
            let message = "the row does not fit the table's columns, one of which is private, so the whole row is kept \
                           under `private:`";
            notes.look(&row.origin, message);
            keeper.put("", &row.origin, &row.words());
            return false;
        }
        row.cells = aligned.cells;
    }
    // `Yes - police`, `No.`: the first word is the answer.
    let says = |cell: &Cell, wanted: &[&str]| {
        let text = cell.text.trim().to_lowercase();
        let first = words(&text).first().cloned().unwrap_or_default();
        wanted.contains(&text.as_str()) || wanted.contains(&first.as_str())
    };
    let is_withheld = row.filled().any(|(at, cell)| {
        columns.get(at).is_some_and(|column| {
            column.is_private() && says(cell, &YES)
                || asks_to_publish(&column.heading) && says(cell, &NO)
                || classifies(&column.heading) && confidential::in_heading(&cell.text).is_some()
                || (at == 0 || matches!(column.field, Field::Section | Field::Objective))
                    && confidential::in_text(&cell.text).is_some()
        })
    });
    if is_withheld {
        let message = "this row says that it is not to be published, so it is kept under `private:`";
        notes.look(&row.origin, message);
        keeper.put("", &row.origin, &row.words());
        return false;
    }
    for (at, cell) in row.cells.iter_mut().enumerate() {
        let column = columns.get(at).filter(|column| column.is_private());
        // Where a table goes on to the right of its headings, the last one counts.
        let beyond = columns.last().filter(|column| at >= columns.len() && column.is_private());
        let Some(column) = column.or(beyond) else { continue };
        let gone = std::mem::replace(cell, Cell { covers: cell.covers, kept: cell.kept.clone(), ..Cell::default() });
        if gone.is_own() {
            cell.kept.push(keeper.put(&column.name(), &row.origin, &gone.text));
        }
    }
    true
}

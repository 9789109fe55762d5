//! A plan as a file to take away: one flat table as CSV and XLSX, and JSON.
//!
//! `docs/plan-download.md` says what the columns and the JSON hold; both are kept stable. Only what the plan's pages
//! show is in them: updates of later days and names of people that the plan does not publish are not there to be taken.

mod action_cells;
mod document;
mod plain;
mod table;

use crate::format::table::Table;
use crate::format::{csv, xlsx};
use crate::site::{DownloadFormat, Site};

/// A plan's file in a form.
pub(super) fn bytes(site: &Site, plan: usize, format: DownloadFormat) -> Vec<u8> {
    match format {
        DownloadFormat::Csv => csv::write(&table(site, plan)),
        DownloadFormat::Xlsx => xlsx::write(&table(site, plan)),
        DownloadFormat::Json => document::json(site, plan),
    }
}

/// A plan as a flat table, a row for each action, under the plan's own headings.
pub(crate) fn table(site: &Site, plan: usize) -> Table {
    table::table(site, plan)
}

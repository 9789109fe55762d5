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

/// Some of a plan's actions, by their numbers, as a file in a form.
pub(crate) fn bytes(site: &Site, plan: usize, actions: &[usize], format: DownloadFormat) -> Vec<u8> {
    match format {
        DownloadFormat::Csv => csv::write(&table(site, plan, actions)),
        DownloadFormat::Xlsx => xlsx::write(&table(site, plan, actions)),
        DownloadFormat::Json => document::json(site, plan, actions),
    }
}

/// Some of a plan's actions as a flat table, a row for each, under the plan's own headings.
pub(crate) fn table(site: &Site, plan: usize, actions: &[usize]) -> Table {
    table::table(site, plan, actions)
}

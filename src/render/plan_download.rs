//! A plan as a file to take away: one flat table as CSV and XLSX, and JSON.
//!
//! `docs/plan-download.md` says what the columns and the JSON hold; both are kept stable. Only what the plan's pages
//! show is in them: updates of later days and names of people that the plan does not publish are not there to be taken.

mod action_cells;
mod document;
mod plain;
mod table;

use jiff::civil::Date;

use crate::format::table::Table;
use crate::format::{csv, xlsx};
use crate::model::day;
use crate::site::{DownloadFormat, Site};

/// Some of a plan's actions, by their numbers, as a file in a form.
pub(crate) fn bytes(site: &Site, plan: usize, actions: &[usize], format: DownloadFormat) -> Vec<u8> {
    match format {
        DownloadFormat::Csv => csv::write(&table(site, plan, actions)),
        DownloadFormat::Xlsx => xlsx::write(&table(site, plan, actions)),
        DownloadFormat::Json => document::json(site, plan, actions),
    }
}

/// How a day is written: for programs, or for people.
pub(crate) type WriteDay = fn(Date) -> String;

/// Some of a plan's actions as a flat table, a row for each, under the plan's own headings.
pub(crate) fn table(site: &Site, plan: usize, actions: &[usize]) -> Table {
    table::table(site, plan, actions, |day| day.to_string())
}

/// All of them, as people read it.
pub(crate) fn table_to_read(site: &Site, plan: usize) -> Table {
    let actions: Vec<usize> = (0..site.plans[plan].actions.len()).collect();
    table::table(site, plan, &actions, day::long)
}

//! Files to take away: a table in each form, and what is said of a file before someone fetches it: what it is, how
//! large, and that it may stay.

use crate::format::table::Table;
use crate::format::{csv, json, xlsx};
use crate::site::{DownloadFormat, Site};

/// A table in a form.
pub(crate) fn bytes(table: &Table, format: DownloadFormat) -> Vec<u8> {
    match format {
        DownloadFormat::Csv => csv::write(table),
        DownloadFormat::Xlsx => xlsx::write(table),
        DownloadFormat::Json => json::write(table),
    }
}

/// "PDF, 240 kB", and on a sensitive site that a file that was opened is a trace.
pub(crate) fn in_words_for(site: &Site, file: usize) -> String {
    let file = &site.files[file];
    let words = in_words(&file.name, file.bytes.len());
    if site.settings.sensitive { format!("{words}; may stay on your device") } else { words }
}

/// What a file is and how large, so that nobody fetches a large one unawares.
pub(crate) fn in_words(name: &str, bytes: usize) -> String {
    let size = match bytes {
        ..1_000 => "under 1 kB".to_owned(),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    };
    match name.rsplit_once('.') {
        Some((_, ending)) => format!("{}, {size}", ending.to_uppercase()),
        None => size,
    }
}

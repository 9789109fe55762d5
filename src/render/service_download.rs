//! The services as a file to take away: one flat table.
//!
//! `docs/open-data.md` says what the columns hold; they are kept stable.

mod table;

pub(super) use table::table;

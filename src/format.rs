//! Files of other programs: what a table is, and the bytes that a spreadsheet reads; calendars.
//!
//! Nothing here knows what a table or calendar is about. Who makes a table says what its columns are and how wide; the
//! same table becomes CSV, XLSX or JSON.

pub(crate) mod csv;
pub(crate) mod icalendar;
pub(crate) mod json;
pub(crate) mod table;
pub(crate) mod xlsx;

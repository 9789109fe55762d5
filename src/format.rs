//! Files of other programs: what a table is, and the bytes that a spreadsheet reads.
//!
//! Nothing here knows what a table is about. Who makes one says what its columns are and how wide; the same table
//! becomes CSV or XLSX.

pub(crate) mod csv;
pub(crate) mod table;
pub(crate) mod xlsx;

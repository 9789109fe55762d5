//! Sheets to print.

pub(crate) mod record;
pub(crate) mod render;
pub(crate) mod site;

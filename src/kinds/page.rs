//! Pages of the partnership's own.

pub(crate) mod record;
pub(crate) mod render;
pub(crate) mod site;

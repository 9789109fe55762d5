//! What people say who were helped.

pub(crate) mod record;
pub(crate) mod render;
pub(crate) mod site;

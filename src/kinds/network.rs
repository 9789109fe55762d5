//! Networks: people and places that are not services.

pub(crate) mod record;
pub(crate) mod render;
pub(crate) mod site;

//! Training: courses, events and e-learning, with their sessions.

pub(crate) mod record;
pub(crate) mod render;
pub(crate) mod site;

//! The pages of services: the directory, a service, the handbook, who is served.

pub(crate) mod card;
pub(crate) mod coverage;
pub(crate) mod directory;
pub(crate) mod handbook;
pub(crate) mod page;

//! The training calendar: what professionals find in it.

#[path = "training/joining_links.rs"]
mod joining_links;
#[path = "training/lists.rs"]
mod lists;
#[path = "training/pathway.rs"]
mod pathway;
#[path = "support/site.rs"]
mod site;

//! Finding help: how many presses away it is, and what stands first.

#[path = "directory/behaviour_change.rs"]
mod behaviour_change;
#[path = "directory/lists.rs"]
mod lists;
#[path = "directory/presses.rs"]
mod presses;
#[path = "directory/service_page.rs"]
mod service_page;
#[path = "support/site.rs"]
mod site;
#[path = "directory/unsaid.rs"]
mod unsaid;

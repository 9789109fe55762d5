//! What other programs take away: services in, files out.

#[path = "open_data/hsds.rs"]
mod hsds;
#[path = "open_data/json_ld.rs"]
mod json_ld;
#[path = "open_data/sessions.rs"]
mod sessions;
#[path = "support/site.rs"]
mod site;
#[path = "open_data/table.rs"]
mod table;

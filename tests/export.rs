//! A plan taken away: what is in the files, and what is not.

#[path = "export/command.rs"]
mod command;
#[path = "export/files.rs"]
mod files;
#[path = "support/site.rs"]
mod site;

//! What `fingerpost build` writes, and what it leaves alone.

#[path = "build/as_it_stood.rs"]
mod as_it_stood;
#[path = "build/budgets.rs"]
mod budgets;
#[path = "build/exit.rs"]
mod exit;
#[path = "build/file_names.rs"]
mod file_names;
#[path = "build/golden.rs"]
mod golden;
#[path = "build/hidden_in_files.rs"]
mod hidden_in_files;
#[path = "build/links.rs"]
mod links;
#[path = "build/not_sensitive.rs"]
mod not_sensitive;
#[path = "build/output.rs"]
mod output;
#[path = "build/published_files.rs"]
mod published_files;
#[path = "build/safety.rs"]
mod safety;
#[path = "build/same_bytes.rs"]
mod same_bytes;
#[path = "support/site.rs"]
mod site;
#[path = "build/statement.rs"]
mod statement;

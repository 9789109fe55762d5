//! What `fingerpost build` writes, and what it leaves alone.

mod any_name;
mod as_it_stood;
mod budgets;
mod exit;
mod file_names;
mod golden;
mod gone;
mod hidden_in_files;
mod links;
mod not_sensitive;
mod output;
mod published_files;
mod safety;
mod same_bytes;
mod statement;

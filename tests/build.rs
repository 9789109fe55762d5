//! What `fingerpost build` writes, and what it leaves alone.

mod as_it_stood;
mod budgets;
mod exit;
mod golden;
mod links;
mod output;
mod published_files;
mod safety;
mod same_bytes;
mod statement;

//! A preview of a small folder, asked over real connections.

mod browser;
mod changes;
mod fake;
mod requests;

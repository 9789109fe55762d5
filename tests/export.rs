//! A plan taken away: what is in the files, and what is not.

mod command;
mod files;

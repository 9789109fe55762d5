//! The rules of progress, for plans that nobody would think of.

mod plans;
mod rules;
mod stories;

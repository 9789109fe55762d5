//! The training calendar in calendar programs: a site in, calendars out.

mod changes;
mod event;
mod feeds;
mod json_ld;
mod parser;
mod programs;
mod subscribe;
mod times;

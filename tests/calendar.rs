//! The training calendar in calendar programs: a site in, calendars out.

#[path = "calendar/changes.rs"]
mod changes;
#[path = "calendar/event.rs"]
mod event;
#[path = "calendar/feeds.rs"]
mod feeds;
#[path = "calendar/json_ld.rs"]
mod json_ld;
#[path = "calendar/parser.rs"]
mod parser;
#[path = "calendar/programs.rs"]
mod programs;
#[path = "support/site.rs"]
mod site;
#[path = "calendar/subscribe.rs"]
mod subscribe;
#[path = "calendar/times.rs"]
mod times;

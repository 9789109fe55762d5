//! Every test that runs the program, or uses the library as other crates would: one executable, since linking is slow.

mod architecture;
mod build;
mod calendar;
mod directory;
mod documentation;
mod export;
mod generated_site;
mod hostile_input;
mod hosting;
mod import;
mod injection;
mod left_out;
mod messages;
mod open_data;
mod open_site;
mod plan_pages;
mod preview;
mod private;
mod professionals;
mod real_plans;
mod report;
mod search;
mod support;
mod training;
mod training_programme;
mod words;

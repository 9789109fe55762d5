//! `fingerpost import plan`: a table goes in, a plan comes out that passes the check, and nothing is lost on the way.

mod arrangements;
mod canary;
mod details;
mod hidden;
mod hidden_round_trip;
mod hidden_words;
mod levels;
mod plans_of_other_fields;
mod private_headings;
mod progress;
mod real_plans;
mod round_trip;
mod shapes;
mod sheet;
mod spreadsheets;
mod struck;
mod support;
mod two_people;
mod word;

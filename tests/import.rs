//! `fingerpost import plan`: a table goes in, a plan comes out that passes the check, and nothing is lost on the way.

mod levels;
mod progress;
mod real_plans;
mod round_trip;
mod shapes;
mod spreadsheets;
mod support;
mod word;

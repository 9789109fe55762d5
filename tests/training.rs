//! The training calendar: what professionals find in it.

mod joining_links;
mod lists;
mod pathway;
mod several_days;

//! The words of the field: small values with rules, which know nothing of
//! files, pages or the day it is.

pub mod colour;
pub mod data_period;
pub mod day;
pub mod duration;
pub mod email;
pub mod hours;
pub mod language;
pub mod period;
pub mod phone;
pub mod postcode;
pub mod quarter;
pub mod rating;
pub mod series;
pub mod slug;
pub mod status;
pub mod suggestion;
pub mod timescale;
pub mod web_address;
pub mod year_start;

//! The words of the field: small values with their rules, of which the records are made.
//!
//! Nothing here knows of files, pages or the day it is.

#[macro_use]
pub(crate) mod choice;
pub(crate) mod bank_holidays;
pub(crate) mod colour;
pub(crate) mod confidential_place;
pub(crate) mod copy_name;
pub(crate) mod data_period;
pub(crate) mod day;
pub(crate) mod duration;
pub(crate) mod email;
pub(crate) mod exported_row;
pub(crate) mod host;
pub(crate) mod hours;
pub(crate) mod joining_link;
pub(crate) mod language;
pub(crate) mod not_public;
pub(crate) mod own_behaviour;
pub(crate) mod period;
pub(crate) mod personalised_site;
pub(crate) mod phone;
pub(crate) mod placeholder;
pub(crate) mod plain_name;
pub(crate) mod plain_words;
pub(crate) mod postcode;
pub(crate) mod privacy_claim;
pub(crate) mod prose;
pub(crate) mod published_path;
pub(crate) mod quarter;
pub(crate) mod rating;
pub(crate) mod readability;
pub(crate) mod series;
pub(crate) mod silent_call;
pub(crate) mod slug;
pub(crate) mod status;
pub(crate) mod suggestion;
pub(crate) mod theme;
pub(crate) mod timescale;
pub(crate) mod vacancy;
pub(crate) mod wcag;
pub(crate) mod web_address;
pub(crate) mod year_start;

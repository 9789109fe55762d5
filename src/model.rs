//! The words of the field: records as people think of them, and small values with their rules.
//!
//! Nothing here knows of files, pages or the day it is.

pub mod accessibility;
pub mod article;
pub mod bank_holidays;
pub mod colour;
pub mod contact_way;
pub mod course;
pub mod data_period;
pub mod day;
pub mod duration;
pub mod email;
pub mod entry;
pub mod glossary;
pub mod governance;
pub mod host;
pub mod hours;
pub mod indicator;
pub mod language;
pub mod leaflet;
pub mod network;
pub mod organisation;
pub mod period;
pub mod personalised_site;
pub mod phone;
pub mod placeholder;
pub mod plan;
pub mod postcode;
pub mod prose;
pub mod quarter;
pub mod rating;
pub mod redirect;
pub mod series;
pub mod service;
pub mod settings;
pub mod slug;
pub mod status;
pub mod suggestion;
pub mod theme;
pub mod timescale;
pub mod vacancy;
pub mod vocabulary;
pub mod wcag;
pub mod web_address;
pub mod year_start;

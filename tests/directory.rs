//! Finding help: how many presses away it is, and what stands first.

mod behaviour_change;
mod beside;
mod lists;
mod presses;
mod service_fields;
mod service_page;
mod unsaid;

//! Finding help: how many presses away it is, and what stands first.

mod lists;
mod presses;
mod service_page;

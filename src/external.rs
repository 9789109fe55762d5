//! Asks other websites whether the site's links to them still lead somewhere. `check --external` alone does: nothing
//! else in the program goes out to the network.
//!
//! Hosts are asked side by side, the addresses of one host one after another with a pause between them, and what a host
//! said is remembered for a day.

mod answer;
mod ask;
mod memory;
mod round;

pub(crate) use memory::Memory;
pub(crate) use round::Round;

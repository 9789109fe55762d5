//! What other programs take away: services in, files out.

mod hsds;
mod json_ld;
mod sessions;
mod table;

//! What hosts are told, tried on real ones: Apache, nginx and our own preview serve the example site, and each kind of
//! address has to answer with the same status, type and headers. Where no server can be had, the file is read by rule.

mod iis;
mod netlify;
mod odd_addresses;
mod promise;
mod server;
mod servers;

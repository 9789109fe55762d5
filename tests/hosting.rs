//! What hosts are told, tried on real ones: Apache, nginx and our own preview serve the example site, and each kind of
//! address has to answer with the same status, type and headers. Where no server can be had, the file is read by rule.

#[path = "support/http.rs"]
mod http;
#[path = "support/preview.rs"]
mod preview;
#[path = "support/site.rs"]
mod site;

#[path = "hosting/iis.rs"]
mod iis;
#[path = "hosting/netlify.rs"]
mod netlify;
#[path = "hosting/odd_addresses.rs"]
mod odd_addresses;
#[path = "hosting/promise.rs"]
mod promise;
#[path = "hosting/server.rs"]
mod server;
#[path = "hosting/servers.rs"]
mod servers;

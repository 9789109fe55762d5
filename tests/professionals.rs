//! What professionals look for: the handbook, and networks.

#[path = "professionals/handbook.rs"]
mod handbook;
#[path = "professionals/network.rs"]
mod network;
#[path = "support/site.rs"]
mod site;

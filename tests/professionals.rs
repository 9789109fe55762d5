//! What professionals look for: the handbook, and networks.

mod handbook;
mod network;

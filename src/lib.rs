//! fingerpost.
pub mod model;

//! fingerpost.
pub mod artifact;
pub mod model;
pub mod output;
pub mod serve;

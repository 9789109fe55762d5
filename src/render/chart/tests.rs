//! What is drawn: the geometry, and whole drawings to look at.

mod geometry;
mod golden;
mod picture;

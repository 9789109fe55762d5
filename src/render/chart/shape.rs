//! The shape that stands for a rating, another for each.

use crate::model::rating::Rating;

/// The id that the style sheet knows a rating by.
pub(crate) fn id(rating: Option<Rating>) -> &'static str {
    rating.map_or("none", Rating::id)
}

/// The letter of a rating and a number: "R 3"; the number alone where there is no rating.
pub(crate) fn letter_and_count(rating: Option<Rating>, count: usize) -> String {
    rating.map_or_else(|| count.to_string(), |rating| format!("{} {count}", rating.letter()))
}

/// The outline of a rating's shape around the point 0,0, ten units across: the same shapes as those of the marks in
/// the text of a page.
pub(crate) fn outline(rating: Option<Rating>) -> &'static str {
    match rating {
        Some(Rating::Red) => "M-2-5H2L5-2V2L2 5H-2L-5 2V-2Z",
        Some(Rating::Amber) => "M0-6L6 0L0 6L-6 0Z",
        Some(Rating::Green) => "M-5 0A5 5 0 0 1 5 0A5 5 0 0 1-5 0Z",
        Some(Rating::Blue) => "M-4.5-4.5H4.5V4.5H-4.5Z",
        None => "M-5-1.5H5V1.5H-5Z",
    }
}

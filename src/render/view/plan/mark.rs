//! The mark of how an action stands.

use serde::Serialize;

use crate::model::rating::Rating;
use crate::site::Standing;

/// A rating with its word, letter and shape; `none` where an action has no rating.
#[derive(Serialize)]
pub(in crate::render::view) struct Mark {
    rating: &'static str,
    status: &'static str,
    words: &'static str,
    note: Option<String>,
}

impl Mark {
    pub(super) fn of(standing: Standing) -> Self {
        let colour = standing.rating.map(|rating| rating.words().to_lowercase());
        let note = match (colour, standing.overdue, standing.by_hand) {
            (None, ..) => None,
            (Some(colour), _, true) => Some(format!("{colour}, set by the board")),
            (Some(colour), true, false) => Some(format!("{colour}, past its date")),
            (Some(colour), false, false) => Some(colour),
        };
        Self {
            rating: standing.rating.map_or("none", Rating::id),
            status: standing.status.id(),
            words: standing.status.words(),
            note,
        }
    }
}

//! The mark of how an action stands.

use serde::Serialize;

use crate::kinds::plan::record::Plan;
use crate::kinds::plan::site::progress::Standing;
use crate::model::rating::Rating;

/// A rating with its word, letter and shape; `none` where an action has no rating.
#[derive(Serialize)]
pub(crate) struct Mark {
    rating: &'static str,
    status: &'static str,
    words: &'static str,
    note: Option<String>,
}

impl Mark {
    /// How an action stands, where its plan reports that.
    pub(super) fn in_plan(plan: &Plan, standing: Standing) -> Option<Self> {
        plan.tracked.then(|| Self::of(standing))
    }

    pub(super) fn of(standing: Standing) -> Self {
        let status = standing.status.words();
        // Where the colour does not follow from what was reported, it is the news, and the report its footnote.
        let (words, note) = match (standing.rating.map(Rating::words), standing.overdue, standing.by_hand) {
            (None, ..) => (status, None),
            (Some(colour), _, true) => (colour, Some(format!("set by the board; {}", report(standing)))),
            (Some(colour), true, false) => (colour, Some(format!("past its date; {}", report(standing)))),
            (Some(colour), false, false) => (status, Some(lower(colour))),
        };
        Self { rating: standing.rating.map_or("none", Rating::id), status: standing.status.id(), words, note }
    }
}

/// What was reported, which is nothing before the first report.
fn report(standing: Standing) -> String {
    if standing.reported {
        format!("reported as {}", lower(standing.status.words()))
    } else {
        "nothing reported yet".to_owned()
    }
}

fn lower(words: &str) -> String {
    words.to_lowercase()
}

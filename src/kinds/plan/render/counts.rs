//! How many actions stand where: counts, never an average.

use serde::Serialize;

use crate::kinds::plan::site::progress::{PlanProgress, Standing};
use crate::model::rating::Rating;
use crate::model::status::Status;
use crate::render::chart::{self, Part};

/// How many of a group's actions have each rating and each status, with the bar that shows the ratings.
#[derive(Serialize)]
pub(super) struct Counts {
    total: usize,
    ratings: Vec<RatingCount>,
    statuses: Vec<StatusCount>,
    /// The bar, as SVG; empty without actions.
    bar: String,
}

#[derive(Serialize)]
pub(super) struct RatingCount {
    rating: &'static str,
    words: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct StatusCount {
    status: &'static str,
    words: &'static str,
    count: usize,
}

/// The ratings in the order in which they are shown, the best first.
const ORDER: [Rating; 4] = [Rating::Blue, Rating::Green, Rating::Amber, Rating::Red];

/// How many standings have each rating of the plan's scheme, even if none has it, and how many have none.
pub(super) fn parts(progress: &PlanProgress, standings: &[Standing]) -> Vec<Part> {
    let ratings = progress.plan.guide.scheme.ratings();
    let scheme = ORDER.into_iter().filter(|rating| ratings.contains(rating)).map(Some);
    let count = |rating| standings.iter().filter(|standing| standing.rating == rating).count();
    scheme.chain([None]).map(|rating| Part { rating, count: count(rating) }).collect()
}

impl Counts {
    /// Counts the actions with these numbers. Every status that an action of the plan has is listed, so that the
    /// sections of a plan can be compared.
    pub(super) fn of(progress: &PlanProgress, actions: impl IntoIterator<Item = usize>) -> Self {
        let standings: Vec<Standing> = actions.into_iter().map(|action| progress.actions[action].standing).collect();
        let parts = parts(progress, &standings);
        let there = |status: &Status| progress.actions.iter().any(|action| action.standing.status == *status);
        let statuses = Status::ALL.iter().filter(|status| there(status)).map(|status| StatusCount {
            status: status.id(),
            words: status.words(),
            count: standings.iter().filter(|standing| standing.status == *status).count(),
        });
        Self {
            total: standings.len(),
            ratings: parts.iter().map(RatingCount::of).collect(),
            statuses: statuses.collect(),
            bar: chart::bar(&parts),
        }
    }
}

impl RatingCount {
    pub(super) fn of(part: &Part) -> Self {
        Self {
            rating: part.rating.map_or("none", Rating::id),
            words: part.rating.map_or("No rating", Rating::words),
            count: part.count,
        }
    }
}

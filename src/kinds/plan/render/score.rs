//! The scoreboard at the head of a plan.

use serde::Serialize;

use crate::kinds::plan::site::progress::{PlanProgress, Stand};
use crate::model::rating::Rating;
use crate::render::chart::{self, Part};
use crate::render::wording;

/// How many actions stand where, each counted once.
#[derive(Serialize)]
pub(super) struct Score {
    total: usize,
    /// As SVG; empty without actions.
    bar: String,
    parts: Vec<ScorePart>,
    /// Why the sum is not the one that leads report, in words.
    difference: Option<String>,
}

#[derive(Serialize)]
struct ScorePart {
    /// The rating whose colour it has.
    rating: &'static str,
    words: &'static str,
    count: usize,
}

impl Score {
    pub(super) fn of(progress: &PlanProgress) -> Self {
        let stands: Vec<Stand> = (0..progress.actions.len()).map(|number| progress.stand(number)).collect();
        let blue = progress.plan.guide.scheme.ratings().contains(&Rating::Blue);
        let parts: Vec<(Part, &'static str)> = Stand::ALL
            .iter()
            .map(|stand| {
                let rating = match stand {
                    Stand::Complete if blue => Some(Rating::Blue),
                    Stand::Complete | Stand::OnTrack => Some(Rating::Green),
                    Stand::AtRisk => Some(Rating::Amber),
                    Stand::Late => Some(Rating::Red),
                    Stand::NotStarted | Stand::Withdrawn => None,
                };
                let count = stands.iter().filter(|one| *one == stand).count();
                (Part { rating, count }, wording::stand(*stand))
            })
            .collect();
        let bar: Vec<Part> = parts.iter().map(|(part, _)| *part).collect();
        let shown = parts.into_iter().filter(|(part, _)| part.count > 0).map(|(part, words)| ScorePart {
            rating: part.rating.map_or("none", Rating::id),
            words,
            count: part.count,
        });
        Self {
            total: stands.len(),
            bar: chart::bar(&bar),
            parts: shown.collect(),
            difference: wording::difference(progress.difference()),
        }
    }
}

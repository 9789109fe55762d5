//! The scoreboard of a plan: each action counted once, under what a reader wants to know of it.

use super::{ExceptionGroup, PlanProgress};
use crate::model::rating::Rating;
use crate::model::status::Status;

/// Where an action counts, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stand {
    Complete,
    OnTrack,
    /// At risk or paused, or set to amber by the board, or behind its own steps.
    AtRisk,
    /// Off track, past its date, or set to red by the board.
    Late,
    /// Not started and not yet due: neither good news nor bad.
    NotStarted,
    Withdrawn,
}

impl Stand {
    /// All of them, in the order in which they are shown.
    pub(crate) const ALL: [Self; 6] =
        [Self::Complete, Self::OnTrack, Self::AtRisk, Self::Late, Self::NotStarted, Self::Withdrawn];
}

/// Why fewer, or more, actions count as on track than their leads report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// How many their leads report as on track.
    pub reported: usize,
    /// How many count as on track.
    pub counted: usize,
    /// Of those reported, how many are past their date.
    pub past: usize,
    /// Of those reported, how many the board set to amber.
    pub amber: usize,
    /// Of those reported, how many the board set to red.
    pub red: usize,
    /// How many others the board set to green.
    pub green: usize,
}

impl PlanProgress {
    /// Where an action counts.
    #[must_use]
    pub(crate) fn stand(&self, number: usize) -> Stand {
        let standing = self.actions[number].standing;
        let matters = || self.exception(number).is_some_and(|exception| exception.group == ExceptionGroup::Amber);
        match (standing.status, standing.rating) {
            (Status::Withdrawn, _) => Stand::Withdrawn,
            (_, Some(Rating::Red)) | (Status::OffTrack, None) => Stand::Late,
            (Status::NotStarted, Some(Rating::Amber)) if !matters() => Stand::NotStarted,
            (Status::NotStarted, None) => Stand::NotStarted,
            (_, Some(Rating::Amber)) | (Status::AtRisk | Status::Paused, None) => Stand::AtRisk,
            (Status::Complete, _) => Stand::Complete,
            (_, Some(Rating::Green | Rating::Blue)) | (Status::OnTrack, None) => Stand::OnTrack,
        }
    }

    /// Why the actions that count as on track are not those that are reported so.
    #[must_use]
    pub(crate) fn difference(&self) -> Difference {
        let mut all = Difference::default();
        for (number, action) in self.actions.iter().enumerate() {
            let counts = self.stand(number) == Stand::OnTrack;
            all.counted += usize::from(counts);
            if action.standing.status != Status::OnTrack {
                all.green += usize::from(counts);
                continue;
            }
            all.reported += 1;
            let by_hand = action.standing.rating.filter(|_| action.standing.by_hand);
            match by_hand {
                Some(Rating::Red) => all.red += 1,
                Some(Rating::Amber) => all.amber += 1,
                Some(Rating::Green | Rating::Blue) => {}
                None => all.past += usize::from(!counts),
            }
        }
        all
    }
}

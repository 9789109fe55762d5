//! What a board must look at: the exceptions of a plan.
//!
//! An action is an exception when one of these is true:
//!
//! - It is red: past its date and not complete, off track, or set to red by the board.
//! - It is amber with impact: at risk or paused, set to amber by the board, or off its own plan: it was not started
//!   though the day on which it was to begin has passed, or one of its steps or milestones is past its date. An action
//!   that was not started and still has time is amber, too, and no exception.
//! - It is overdue, whatever colour the board gave it.
//! - It is silent: it has begun, or should have, and nobody has written an update for two quarters, that is for six
//!   months.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{ActionProgress, PlanProgress, StepState};
use crate::model::rating::Rating;
use crate::model::status::Status;

/// Why an action is an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Concern {
    /// Its last day has passed, and it is not complete.
    Overdue(Date),
    /// It was reported to be off track.
    OffTrack,
    /// The board set it to red or amber by hand.
    ByHand(Rating),
    /// It was reported to be at risk.
    AtRisk,
    /// It stands still.
    Paused,
    /// It was to begin on this day, and has not.
    LateStart(Date),
    /// This many of its steps and milestones are past their date.
    LateSteps(usize),
    /// The last update was on this day, two quarters ago or more; none where there was never one.
    Silent(Option<Date>),
}

/// The group in which an exception is shown: the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ExceptionGroup {
    /// Red.
    Red,
    /// Amber, and it matters.
    Amber,
    /// Late or silent only: the colour alone would not tell.
    Other,
}

/// An action that a board must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exception {
    /// The action's number in its plan.
    pub action: usize,
    /// The group in which it is shown.
    pub group: ExceptionGroup,
    /// Why; at least one.
    pub concerns: Vec<Concern>,
}

impl PlanProgress {
    /// Every exception: red ones first, then amber ones, each in the plan's order.
    #[must_use]
    pub(crate) fn exceptions(&self) -> Vec<Exception> {
        let mut all: Vec<Exception> = (0..self.actions.len()).filter_map(|action| self.exception(action)).collect();
        all.sort_by_key(|exception| (exception.group, exception.action));
        all
    }

    /// Why an action is an exception; none where it is not.
    #[must_use]
    pub(crate) fn exception(&self, number: usize) -> Option<Exception> {
        let action = &self.actions[number];
        let rating = action.standing.rating;
        let mut concerns = self.lateness(action);
        let amber = concerns.iter().any(|concern| !matches!(concern, Concern::Overdue(_) | Concern::OffTrack));
        concerns.extend(self.silence(action).map(Concern::Silent));
        let group = match rating {
            Some(Rating::Red) => ExceptionGroup::Red,
            Some(Rating::Amber) if amber => ExceptionGroup::Amber,
            _ if concerns.iter().any(|concern| matches!(concern, Concern::Overdue(_) | Concern::Silent(_))) => {
                concerns.retain(|concern| matches!(concern, Concern::Overdue(_) | Concern::Silent(_)));
                ExceptionGroup::Other
            }
            _ => return None,
        };
        Some(Exception { action: number, group, concerns })
    }

    /// What is late or in doubt about an action. Of one that is complete, only what the board says of it.
    fn lateness(&self, action: &ActionProgress) -> Vec<Concern> {
        let standing = action.standing;
        let by = self.written(action).timescale.as_ref().and_then(|timescale| timescale.by);
        let said = match standing.status {
            Status::OffTrack => Some(Concern::OffTrack),
            Status::AtRisk => Some(Concern::AtRisk),
            Status::Paused => Some(Concern::Paused),
            _ => None,
        };
        let hand = standing.rating.filter(|rating| standing.by_hand && matches!(rating, Rating::Red | Rating::Amber));
        let late = |state: &StepState| matches!(state, StepState::Late(_));
        let late =
            self.steps(action).chain(self.milestones(action)).filter(|one| standing.is_open() && late(one)).count();
        let all = [
            by.filter(|_| standing.overdue).map(Concern::Overdue),
            said,
            hand.map(Concern::ByHand),
            self.is_late_to_start(action).map(Concern::LateStart),
            (late > 0).then_some(Concern::LateSteps(late)),
        ];
        all.into_iter().flatten().collect()
    }

    /// The day of the last update of an action of which nothing was heard for two quarters; `Some(None)` where nothing
    /// was ever heard. Only work that has begun, or should have, owes an update.
    #[must_use]
    #[allow(clippy::option_option, reason = "not silent; silent from the start; silent since a day")]
    pub(crate) fn silence(&self, action: &ActionProgress) -> Option<Option<Date>> {
        let from = self.written(action).timescale.as_ref().and_then(|timescale| timescale.from);
        let (last_day, started) = (self.reporting.last, action.standing.status.is_under_way());
        let since = self.so_far(action).last().map(|update| update.date.value);
        let begun = from.filter(|&from| started || from <= last_day);
        if !action.standing.is_open() || !(started || begun.is_some()) {
            return None;
        }
        // Of what was never reported, the silence begins when the work does, or the plan.
        let heard = since.or(begun).unwrap_or(self.plan.period.value.from);
        let two_quarters = heard.checked_add(6.months()).unwrap_or(Date::MAX);
        (two_quarters < last_day).then_some(since)
    }
}

//! How one action stands on one day: everything else about progress is made of this.

use jiff::civil::Date;

use crate::kinds::plan::record::{Action, ActionUpdate, Plan};
use crate::model::rating::{self, Rating};
use crate::model::status::Status;
use crate::model::timescale::Timescale;

/// How an action stands on a day. In a plan on which nothing is reported every action stands alike, and no page says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// What was last reported.
    pub status: Status,
    /// Whether anyone reported it: before the first report an action is taken as not started.
    pub(crate) reported: bool,
    /// What follows from it, or what the board set by hand.
    pub rating: Option<Rating>,
    /// Whether the board set it by hand.
    pub by_hand: bool,
    /// What the rule says, whatever the board set.
    pub rule: Option<Rating>,
    /// Whether its last day has passed and it is not complete.
    pub overdue: bool,
}

impl Standing {
    /// How an action stands on the day on which the site is seen. A rating that the board set by hand wins, except over
    /// `withdrawn`, which has none.
    #[must_use]
    pub(crate) fn on(action: &Action, today: Date, plan: &Plan) -> Self {
        let standing = Self::by_rule(action, today, plan);
        let hand = action.rating.as_ref().map(|hand| hand.rating.value);
        let hand = hand.filter(|_| standing.status != Status::Withdrawn && plan.tracked);
        Self { rating: hand.or(standing.rule), by_hand: hand.is_some(), ..standing }
    }

    /// How an action stood on a day, by the rule alone. A rating set by hand has no date, so that nobody can tell
    /// since when it holds; the past, and what changed in it, is told without it.
    #[must_use]
    pub(crate) fn by_rule(action: &Action, day: Date, plan: &Plan) -> Self {
        if !plan.tracked {
            return Self::default();
        }
        let reported = reported_on(action, day);
        let status = reported.unwrap_or_default();
        let undated = Timescale::default();
        let timescale = action.timescale.as_ref().map_or(&undated, |timescale| &timescale.value);
        let rule = rating::work_out(status, timescale, day, plan.guide.scheme);
        let reported = reported.is_some();
        Self {
            status,
            reported,
            rating: rule,
            by_hand: false,
            rule,
            overdue: rating::is_overdue(status, timescale, day),
        }
    }

    /// Whether there is still something to do.
    #[must_use]
    pub(crate) fn is_open(self) -> bool {
        !matches!(self.status, Status::Complete | Status::Withdrawn)
    }
}

/// The updates that had been written by a day, oldest first.
#[must_use]
pub(crate) fn so_far(action: &Action, today: Date) -> &[ActionUpdate] {
    let count = action.updates.partition_point(|update| update.date.value <= today);
    &action.updates[..count]
}

/// The status that was last reported by a day: that of the latest update that names one. An action that never had an
/// update is as its `status` says.
fn reported_on(action: &Action, day: Date) -> Option<Status> {
    let latest = so_far(action, day).iter().rev().find_map(|update| update.status.as_ref());
    let written = action.status.as_ref().filter(|_| action.updates.is_empty());
    latest.or(written).map(|status| status.value)
}

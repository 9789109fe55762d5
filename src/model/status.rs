//! How an action is going, in the words of those who carry it out.

use std::fmt;

use super::choice::Said;

choice! {
    /// Where an action stands. What follows from it, together with the action's timescale, is its rating.
    #[derive(Default)]
    pub(crate) enum Status said Self::SAID => {
        /// Nothing has been done yet.
        #[default]
        NotStarted = "not-started", "Not started";
        /// Under way, and expected in time.
        OnTrack = "on-track", "On track";
        /// Under way, with a doubt.
        AtRisk = "at-risk", "At risk";
        /// Under way, and not expected in time.
        OffTrack = "off-track", "Off track";
        /// Done.
        Complete = "complete", "Complete";
        /// Started, and standing still for now.
        Paused = "paused", "Paused";
        /// Given up, on purpose.
        Withdrawn = "withdrawn", "Withdrawn";
    }
}

impl Status {
    /// What people write in place of a status, with what was probably meant.
    const SAID: Said = &[
        (
            &["done", "finished", "completed", "achieved", "delivered", "closed", "ended", "implemented", "blue"],
            "`complete`?",
        ),
        (
            &[
                "in progress",
                "ongoing",
                "on going",
                "underway",
                "under way",
                "started",
                "progressing",
                "active",
                "on target",
                "on schedule",
                "green",
                "good",
                "open",
                "in hand",
            ],
            "`on-track`?",
        ),
        (
            &[
                "delayed",
                "slipping",
                "slipped",
                "behind",
                "slow",
                "some delay",
                "amber",
                "concern",
                "concerns",
                "red/amber",
            ],
            "`at-risk`, or `off-track` if it is not expected in time?",
        ),
        (&["overdue", "late"], "`off-track`? that a date has passed is worked out from `timescale`;"),
        (&["red", "failing", "failed", "missed", "behind schedule", "blocked", "not met"], "`off-track`?"),
        (
            &["on hold", "hold", "suspended", "deferred", "parked", "postponed", "stalled", "stopped", "waiting"],
            "`paused`?",
        ),
        (
            &[
                "cancelled",
                "canceled",
                "abandoned",
                "dropped",
                "removed",
                "superseded",
                "no longer needed",
                "discontinued",
            ],
            "`withdrawn`?",
        ),
        (
            &[
                "planned",
                "to do",
                "todo",
                "pending",
                "not begun",
                "not yet started",
                "to be started",
                "new",
                "future",
                "not due",
                "tbc",
            ],
            "`not-started`?",
        ),
    ];

    /// Whether work has begun and is not at its end: neither not started, nor
    /// complete, nor withdrawn.
    #[must_use]
    pub(crate) fn is_under_way(self) -> bool {
        matches!(self, Self::OnTrack | Self::AtRisk | Self::OffTrack | Self::Paused)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.words())
    }
}

#[cfg(test)]
mod tests {
    use super::Status;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_share_an_id_or_words() {
        assert_eq!(BTreeSet::from(Status::ALL.map(Status::id)).len(), 7);
        assert_eq!(BTreeSet::from(Status::ALL.map(Status::words)).len(), 7);
        assert_eq!(Status::default(), Status::NotStarted);
    }
}

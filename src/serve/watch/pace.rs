//! How long to wait for more changes.

use std::time::Duration;

/// What the last event says about whether more will follow.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// A file is being saved, which programs do in several steps.
    #[default]
    Saving,
    /// A file is complete.
    Saved,
    /// There were more events than the system could hold. Looking at everything makes events itself: without a pause, a
    /// machine that is too busy to take them in would look again and again.
    Flooded,
}

impl Pace {
    /// How long it must be quiet before the files are read.
    pub(super) fn quiet(self) -> Duration {
        Duration::from_millis(match self {
            Pace::Saving => 10,
            Pace::Saved => 2,
            Pace::Flooded => 250,
        })
    }

    /// How long to wait for that quiet at most.
    pub(super) fn patience(self) -> Duration {
        Duration::from_millis(match self {
            Pace::Saving | Pace::Saved => 100,
            Pace::Flooded => 2000,
        })
    }

    /// The pace after one more event; a flood does not end before everything has been looked at.
    pub(super) fn after(self, next: Pace) -> Pace {
        if self == Pace::Flooded { self } else { next }
    }
}

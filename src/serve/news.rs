//! What the browsers are told: that there is something new.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Where the preview stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Moment {
    /// The number of what there is to show, problems included.
    pub(super) generation: u64,
    /// The number of the content that the pages are made from: the last without errors.
    pub(super) page: u64,
}

/// The moment that the preview has reached, for anyone to read or to wait for.
///
/// Whoever sleeps through several finds only the last, which is all that counts.
#[derive(Debug)]
pub(super) struct News {
    /// Tells this run of the program from the one before, whose pages may still be open in a browser.
    run: u128,
    moment: Mutex<Moment>,
    changed: Condvar,
}

impl News {
    pub(super) fn new() -> News {
        let run = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        News { run, moment: Mutex::default(), changed: Condvar::new() }
    }

    pub(super) fn now(&self) -> Moment {
        *self.lock()
    }

    pub(super) fn tell(&self, moment: Moment) {
        *self.lock() = moment;
        self.changed.notify_all();
    }

    /// Waits until the moment is no longer `known`, or the time is up, and returns it.
    pub(super) fn wait(&self, known: Moment, time: Duration) -> Moment {
        let same = |moment: &mut Moment| *moment == known;
        let waited = self.changed.wait_timeout_while(self.lock(), time, same);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// A number of this run, as browsers see it.
    pub(super) fn stamp(&self, number: u64) -> String {
        format!("{:x}.{number}", self.run)
    }

    fn lock(&self) -> MutexGuard<'_, Moment> {
        self.moment.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

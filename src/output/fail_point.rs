//! A private way for tests to kill a build at any step.

use super::error::OutputError;

/// Asked before each step that anyone could see; outside tests it always lets the build go on.
#[derive(Debug, Default)]
pub(super) struct FailPoint {
    #[cfg(test)]
    steps_left: Option<std::sync::atomic::AtomicIsize>,
}

impl FailPoint {
    #[cfg(not(test))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "only tests can make a step fail")]
    pub(super) fn pass(&self) -> Result<(), OutputError> {
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn pass(&self) -> Result<(), OutputError> {
        use std::sync::atomic::Ordering::SeqCst;
        match &self.steps_left {
            Some(steps) if steps.fetch_sub(1, SeqCst) <= 0 => Err(OutputError::Killed),
            _ => Ok(()),
        }
    }

    #[cfg(test)]
    pub(super) fn after(steps: isize) -> FailPoint {
        FailPoint { steps_left: Some(steps.into()) }
    }

    /// A killed program cannot tidy up either.
    #[cfg(test)]
    pub(super) fn has_killed(&self) -> bool {
        self.steps_left.as_ref().is_some_and(|steps| steps.load(std::sync::atomic::Ordering::SeqCst) < 0)
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, reason = "only tests can make a step fail")]
    pub(super) fn has_killed(&self) -> bool {
        false
    }
}

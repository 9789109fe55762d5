//! What other websites say of the site's links to them.

use jiff::Timestamp;

use super::Checked;
use crate::diagnostic;
use crate::external::{Memory, Round};
use crate::site;

/// What is to be asked of other websites.
pub(crate) struct Others {
    round: Round,
    memory: Memory,
    now: Timestamp,
}

impl Others {
    /// The links of a site; none where it cannot be worked out. `known` is the file of answers of the last time.
    #[must_use]
    pub(crate) fn of(checked: &Checked, known: &str) -> Option<Self> {
        let links = site::outward_links(checked.site.as_deref()?);
        let now = Timestamp::now();
        let memory = Memory::read(known, now);
        Some(Self { round: Round::of(links, &memory), memory, now })
    }

    /// What is about to be done, in words.
    #[must_use]
    pub(crate) fn summary(&self) -> String {
        self.round.summary()
    }

    /// Asks, adds to the problems what is wrong, and returns the file of answers for the next time.
    #[must_use]
    pub(crate) fn ask(mut self, checked: &mut Checked) -> String {
        checked.problems.extend(self.round.run(&mut self.memory, self.now));
        diagnostic::sort(&mut checked.problems);
        self.memory.to_text()
    }
}

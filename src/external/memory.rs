//! What other websites said, for a day.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::answer::Answer;

/// How long an answer holds.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// The answers of the last day, by address.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Memory(BTreeMap<String, Remembered>);

#[derive(Debug, Serialize, Deserialize)]
struct Remembered {
    asked: Timestamp,
    answer: Answer,
}

impl Memory {
    /// Reads what was written last; nothing is known from a file that cannot be read.
    #[must_use]
    pub(crate) fn read(text: &str, now: Timestamp) -> Self {
        let mut memory: Self = serde_json::from_str(text).unwrap_or_default();
        memory.0.retain(|_, known| known.asked <= now && now.duration_since(known.asked) < A_DAY);
        memory
    }

    /// As it is written.
    #[must_use]
    pub(crate) fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    pub(super) fn of(&self, address: &str) -> Option<&Answer> {
        self.0.get(address).map(|known| &known.answer)
    }

    pub(super) fn keep(&mut self, address: String, answer: Answer, asked: Timestamp) {
        if answer.is_lasting() {
            self.0.insert(address, Remembered { asked, answer });
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Answer, Memory};

    #[test]
    fn an_answer_is_known_for_a_day() {
        let asked: Timestamp = "2026-12-01T09:00:00Z".parse().expect("a time");
        let mut memory = Memory::default();
        memory.keep("https://a.uk/".to_owned(), Answer::Gone(404), asked);
        memory.keep("https://b.uk/".to_owned(), Answer::Silent("it takes too long".to_owned()), asked);
        let at = |time: &str| Memory::read(&memory.to_text(), time.parse().expect("a time"));
        assert_eq!(at("2026-12-02T08:59:00Z").of("https://a.uk/"), Some(&Answer::Gone(404)));
        assert_eq!(at("2026-12-02T08:59:00Z").of("https://b.uk/"), None);
        assert_eq!(at("2026-12-02T09:00:00Z").of("https://a.uk/"), None);
        assert!(Memory::read("{", asked).of("https://a.uk/").is_none());
    }
}

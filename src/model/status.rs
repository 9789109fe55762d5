//! How an action is going, in the words of those who carry it out.

use super::suggestion::nearest;
use std::error::Error;
use std::fmt;

/// Where an action stands. What follows from it, together with the action's
/// timescale, is its rating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nothing has been done yet.
    #[default]
    NotStarted,
    /// Under way, and expected in time.
    OnTrack,
    /// Under way, with a doubt.
    AtRisk,
    /// Under way, and not expected in time.
    OffTrack,
    /// Done.
    Complete,
    /// Started, and standing still for now.
    Paused,
    /// Given up, on purpose.
    Withdrawn,
}

/// A text that is not a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusError {
    text: String,
}

impl fmt::Display for StatusError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is not a status", self.text)
    }
}

impl Error for StatusError {}

impl StatusError {
    /// What to do about it: the status that was most likely meant, else all.
    #[must_use]
    pub fn help(&self) -> String {
        match nearest(&self.text, Status::ALL.map(Status::id)) {
            Some(id) => format!("did you mean `{id}`?"),
            None => format!("write one of {}", Status::ALL.map(|status| format!("`{}`", status.id())).join(", ")),
        }
    }
}

impl Status {
    /// Every status, in the order in which they are listed to readers.
    pub const ALL: [Self; 7] =
        [Self::NotStarted, Self::OnTrack, Self::AtRisk, Self::OffTrack, Self::Complete, Self::Paused, Self::Withdrawn];

    /// Reads a status by its id: `on-track`.
    ///
    /// # Errors
    /// Any other text.
    pub fn read(text: &str) -> Result<Self, StatusError> {
        let text = text.trim();
        Self::ALL.into_iter().find(|status| status.id() == text).ok_or_else(|| StatusError { text: text.to_owned() })
    }

    /// The id, as it is written in the content: `on-track`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::OnTrack => "on-track",
            Self::AtRisk => "at-risk",
            Self::OffTrack => "off-track",
            Self::Complete => "complete",
            Self::Paused => "paused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The words: "On track".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotStarted => "Not started",
            Self::OnTrack => "On track",
            Self::AtRisk => "At risk",
            Self::OffTrack => "Off track",
            Self::Complete => "Complete",
            Self::Paused => "Paused",
            Self::Withdrawn => "Withdrawn",
        }
    }

    /// One letter for narrow places, another for each status: N, T, K for "at
    /// ris*k*", F, C, P and W.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::NotStarted => 'N',
            Self::OnTrack => 'T',
            Self::AtRisk => 'K',
            Self::OffTrack => 'F',
            Self::Complete => 'C',
            Self::Paused => 'P',
            Self::Withdrawn => 'W',
        }
    }

    /// The name of the shape that stands for the status, another for each, so
    /// that two statuses of one colour are told apart without reading.
    #[must_use]
    pub fn shape(self) -> &'static str {
        match self {
            Self::NotStarted => "ring",
            Self::OnTrack => "arrow",
            Self::AtRisk => "triangle",
            Self::OffTrack => "diamond",
            Self::Complete => "tick",
            Self::Paused => "bars",
            Self::Withdrawn => "dash",
        }
    }

    /// Whether work has begun and is not at its end: neither not started, nor
    /// complete, nor withdrawn.
    #[must_use]
    pub fn is_under_way(self) -> bool {
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
    fn every_status_reads_back_from_its_id() {
        for status in Status::ALL {
            assert_eq!(Status::read(status.id()), Ok(status));
        }
        assert_eq!(Status::default(), Status::NotStarted);
    }

    #[test]
    fn no_two_share_a_letter_a_shape_or_words() {
        assert_eq!(BTreeSet::from(Status::ALL.map(Status::letter)).len(), 7);
        assert_eq!(BTreeSet::from(Status::ALL.map(Status::shape)).len(), 7);
        assert_eq!(BTreeSet::from(Status::ALL.map(Status::words)).len(), 7);
    }

    #[test]
    fn an_unknown_status_is_answered_with_the_one_meant_or_all_of_them() {
        let error = Status::read("on track").expect_err("a space");
        assert_eq!(error.to_string(), "`on track` is not a status");
        assert_eq!(error.help(), "did you mean `on-track`?");
        let error = Status::read("in progress").expect_err("unknown");
        assert_eq!(
            error.help(),
            "write one of `not-started`, `on-track`, `at-risk`, `off-track`, `complete`, `paused`, `withdrawn`"
        );
    }
}

//! The rating of an action: red, amber, green or blue, worked out and never
//! stored.

use super::status::Status;
use super::timescale::Timescale;
use jiff::civil::Date;
use std::fmt;

choice! {
    /// A colour that says how worried to be. It is always shown with its word, since people who do not see the colour must
    /// know it too.
    pub(crate) enum Rating => {
        /// Late, or not expected in time.
        Red = "red", "Red";
        /// Not started, slow or standing still.
        Amber = "amber", "Amber";
        /// Expected in time; complete, in the scheme without blue.
        Green = "green", "Green";
        /// Complete, in the scheme that has it.
        Blue = "blue", "Blue";
    }
}

choice! {
    /// Which colours a plan uses.
    #[derive(Default)]
    pub(crate) enum Scheme => {
        /// Red, amber, green; complete is green.
        #[default]
        Rag = "rag";
        /// Blue, red, amber, green; complete is blue.
        Brag = "brag";
    }
}

/// The rating of an action on a day, from its status and its timescale.
///
/// Withdrawn has none, whatever its date, and complete is complete. Else the
/// last day decides first: once it has passed the action is red, whatever its
/// status says. Only of an ongoing action the last day is when it should be in
/// place, so that it is late only where it was not started. In time, the
/// status decides.
#[must_use]
pub(crate) fn work_out(status: Status, timescale: &Timescale, today: Date, scheme: Scheme) -> Option<Rating> {
    let in_time = match status {
        Status::Withdrawn => return None,
        Status::Complete => {
            return Some(match scheme {
                Scheme::Rag => Rating::Green,
                Scheme::Brag => Rating::Blue,
            });
        }
        Status::OffTrack => Rating::Red,
        Status::AtRisk | Status::Paused | Status::NotStarted => Rating::Amber,
        Status::OnTrack => Rating::Green,
    };
    if is_overdue(status, timescale, today) { Some(Rating::Red) } else { Some(in_time) }
}

/// Whether an action that is neither complete nor withdrawn is late: its last
/// day has passed, and it is not an ongoing one that is under way.
#[must_use]
pub(crate) fn is_overdue(status: Status, timescale: &Timescale, today: Date) -> bool {
    let is_open = !matches!(status, Status::Complete | Status::Withdrawn);
    let is_in_place = timescale.ongoing && status.is_under_way();
    is_open && timescale.is_past(today) && !is_in_place
}

impl Rating {
    /// The letter: R, A, G or B.
    #[must_use]
    pub(crate) fn letter(self) -> char {
        match self {
            Self::Red => 'R',
            Self::Amber => 'A',
            Self::Green => 'G',
            Self::Blue => 'B',
        }
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.words())
    }
}

impl Scheme {
    /// The ratings that the scheme uses, in the order of its name.
    #[must_use]
    pub(crate) fn ratings(self) -> &'static [Rating] {
        match self {
            Self::Rag => &[Rating::Red, Rating::Amber, Rating::Green],
            Self::Brag => &[Rating::Blue, Rating::Red, Rating::Amber, Rating::Green],
        }
    }

    /// What a rating means, for readers, where the plan does not say it in
    /// words of its own.
    #[must_use]
    pub(crate) fn default_guide(self, rating: Rating) -> &'static str {
        match (rating, self) {
            (Rating::Red, _) => {
                "The date has passed and the action is not complete, or it is not expected to be \
                 complete in time and this matters a great deal."
            }
            (Rating::Amber, _) => {
                "Not started, but there is still time; or slower than planned, with some effect, \
                 and still expected in time."
            }
            (Rating::Green, Self::Rag) => "Complete, or expected to be complete in time with nothing the worse for it.",
            (Rating::Green, Self::Brag) => {
                "Under way, and expected to be complete in time with nothing the worse for it."
            }
            (Rating::Blue, _) => "Complete.",
        }
    }
}

#[cfg(test)]
mod tests;

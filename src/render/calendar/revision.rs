//! By what a calendar program sees that a session was changed. All of it comes from the content.

use jiff::civil::{Date, date};

use crate::kinds::course::record::{Course, Session, SessionState};

/// The day from which revisions are counted, and on which what bears no date was last changed.
const EPOCH: Date = date(2000, 1, 1);

/// How many revisions a day has room for.
const A_DAY: i32 = 10;

/// The number of a session's revision, RFC 5545, section 3.8.7.4: programs pass over one that is lower than what they
/// have.
///
/// A later `changed` gives a higher one. On the same day, or where nobody wrote `changed`, it goes up the usual way of a
/// session: provisional, set, changed, postponed, cancelled.
pub(super) fn sequence(session: &Session) -> i32 {
    let step = match session.state {
        SessionState::Provisional => 0,
        SessionState::Scheduled | SessionState::Full => 1,
        SessionState::Changed => 2,
        SessionState::Postponed => 3,
        SessionState::Cancelled => 4,
    };
    let changed = session.changed.as_ref().map_or(EPOCH, |date| date.value);
    let days = EPOCH.until(changed).map_or(0, |span| span.get_days());
    days.max(0) * A_DAY + step
}

/// The day on which somebody last looked at a session or changed it: the later one of the session's `changed` and its
/// course's `reviewed`, so that it never goes back.
pub(super) fn last_modified(course: &Course, session: &Session) -> Date {
    let changed = session.changed.as_ref().map(|date| date.value);
    let reviewed = course.reviewed.as_ref().map(|date| date.value);
    changed.max(reviewed).unwrap_or(EPOCH)
}

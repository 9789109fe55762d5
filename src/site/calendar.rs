//! Sessions with their addresses, and which of them are still to come.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::model::course::{Course, Session};
use crate::model::entry::Entry;

/// A course with its sessions named.
#[derive(Debug, Clone)]
pub struct CourseCalendar {
    /// The course.
    pub course: Arc<Entry<Course>>,
    /// The name of each session, in addresses and calendars.
    pub session_ids: Vec<String>,
    /// The first session that is not over before the day.
    pub next: usize,
    /// The number of its level in the vocabulary.
    pub level: Option<usize>,
}

impl CourseCalendar {
    /// Names a course's sessions. A second session on one day without an `id` is an error.
    pub(super) fn on(course: &Arc<Entry<Course>>, today: Date, problems: &mut Vec<Diagnostic>) -> Self {
        let mut taken: HashSet<String> = HashSet::new();
        let mut session_ids = Vec::with_capacity(course.sessions.len());
        for session in &course.sessions {
            let id = session_id(course, session);
            if !taken.insert(id.clone()) {
                problems.push(twice(course, session));
            }
            session_ids.push(id);
        }
        let next = course.sessions.partition_point(|session| session.date.value < today);
        Self { course: course.clone(), session_ids, next, level: None }
    }

    /// The numbers of the sessions from the day on.
    pub fn to_come(&self) -> impl Iterator<Item = usize> {
        self.next..self.course.sessions.len()
    }
}

/// A session's name: its `id`, else the course and the day. A session of a series that has an `id` carries its day,
/// too, or all of them would have one name.
fn session_id(course: &Entry<Course>, session: &Session) -> String {
    match &session.id {
        None => format!("{}-{}", course.id, session.date.value),
        Some(id) => {
            let shared = course.sessions.iter().filter(|other| other.id.as_ref() == Some(id)).count();
            if shared > 1 { format!("{}-{}", id.value, session.date.value) } else { id.value.clone() }
        }
    }
}

fn twice(course: &Entry<Course>, session: &Session) -> Diagnostic {
    let span = session.id.as_ref().map_or(session.date.span, |id| id.span);
    let message = format!("the course has two sessions with one name on {}", session.date.value);
    let help = "give the second session of a day its own `id`, such as `id: afternoon`, so that each keeps its address";
    Diagnostic::error("training/id", course.source.clone(), message).at(span).help(help)
}

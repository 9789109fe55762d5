//! A training course, event or e-learning package, with its sessions.

mod series;
mod session;

use jiff::civil::Date;

use crate::diagnostic::Located;
use crate::kinds::service::record::check_summary;
use crate::model::duration::Duration;
use crate::model::email::Email;
use crate::model::phone::Phone;
use crate::model::prose::Prose;
use crate::model::web_address::WebAddress;
use crate::record::entry::Publication;
use crate::record::fields::Fields;
use crate::record::kind::{ContentKind, File};
use crate::record::reference::{Audience, Course as CourseName, Level, Partner, Ref};
use crate::record::value::Record;
use series::Sessions;
pub(crate) use session::{Online, Session, SessionState, Venue, name_sessions};

impl ContentKind for Course {
    type Record = Self;

    const TITLE: &'static str = "Courses";
    const NEW: &'static str = include_str!("new.yaml");

    fn read(fields: &mut Fields<'_, '_>, file: File<'_>) -> Option<Self> {
        let mut course = Self::read_fields(fields)?;
        course.sessions.0 = name_sessions(course.sessions.0, file.id, fields.report);
        Some(course)
    }
}

record! {
    /// A course, an event or an e-learning package, with its sessions: a file in `content/training/`.
    pub(crate) struct Course: "the file", check: check => {
        /// What the course is called.
        title: Located<String>, example = "Domestic abuse awareness";
        /// What sort of thing it is.
        kind: CourseKind, default = "course", example = "e-learning";
        /// The provider's own code for it.
        code: Option<String>, example = "DA-01";
        /// What it is about, in one sentence of at most 160 characters.
        summary: Located<String>, example = "Notice the signs, and know what to do";
        /// What it is about, at length.
        description: Option<Prose>, example = "You will learn to notice the signs, and what to do then.";
        /// How far on it is: the id of a level.
        level: Ref<Level>, example = "awareness";
        /// Whom it is for: ids of audiences.
        audiences: Vec<Ref<Audience>>, required = true, example = "[professionals]", label = "Who it is for";
        /// Who runs it: the id of a partner, or a name.
        provider: Option<Ref<Partner>>, example = "marlsea-council", label = "Run by";
        /// How long it takes, in your own words.
        duration: Option<String>, example = "Half a day";
        /// What it costs, in your own words.
        cost: Option<String>, example = "Free for charities";
        /// The hours of continuing professional development.
        cpd_hours: Option<String>, example = "3 hours", label = "CPD";
        /// What people must have done first: courses, by the names of their files.
        prerequisites: Vec<Ref<CourseName>>, example = "[domestic-abuse-awareness]";
        /// What people can do afterwards.
        outcomes: Vec<String>, example = "[Notice the signs, Ask in a safe way]";
        /// The posts that must do it.
        mandatory_for: Vec<String>, example = "[Social workers]";
        /// After how long people should do it again.
        refresh_after: Option<Located<Duration>>, example = "2 years";
        /// The address at which e-learning begins. It is always open.
        url: Option<Located<WebAddress>>, example = "https://learning.example.org/awareness", label = "Address";
        /// How to get a place.
        booking: Booking, example = "{url: \"https://learning.example.org/book\"}";
        /// What makes it easier to take part for disabled people.
        accessibility: Vec<String>, example = "[Step-free venue, Slides in advance]", label = "Access";
        /// The day on which someone last checked these details.
        reviewed: Option<Located<Date>>, example = "2026-12-03", label = "Checked on";
        /// When it is held. One item is a session, or a series that stands for several.
        sessions: Sessions, example = "[{date: 2026-12-03, start: \"09:30\", end: \"12:30\"}]";
        with {
            /// When it is to be seen.
            publication: Publication;
        }
    }
}

choice! {
    /// What sort of thing a course is.
    pub(crate) enum CourseKind => {
        /// Taught.
        Course = "course", "Course";
        /// A day or evening to come to.
        Event = "event", "Event";
        /// Open at all times, on a screen.
        ELearning = "e-learning", "E-learning";
    }
}

record! {
    /// How to get a place.
    pub(crate) struct Booking: "how to book" => {
        /// The form.
        url: Option<Located<WebAddress>>, example = "https://learning.example.org/book", label = "Form";
        /// The address to write to.
        email: Option<Located<Email>>, example = "training@example.org";
        /// The number to call.
        phone: Option<Located<Phone>>, example = "\"01632 960130\"";
        /// What else people should know about booking.
        note: Option<String>, example = "Places go to Marlsea staff first.";
    }
}

fn check(course: &Course, fields: &Fields<'_, '_>) {
    check_summary(&course.summary, fields.report);
    if course.kind == CourseKind::ELearning && !fields.has("url") && course.booking.url.is_none() {
        let message = "this is `e-learning`, and nothing says where it is";
        let help = "add `url: https://…`, the address at which it begins";
        fields.report.warning("url", fields.value_span("kind"), message, help);
    }
}

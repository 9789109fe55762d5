//! `training/*.yaml`.

mod session;

use super::document::{plain, web_address};
use super::fields::{Fields, Refusal};
use super::service::{self, email, ids, phone_number, publication, required_ids};
use crate::diagnostic::Located;
use crate::model::course::{Booking, Course, CourseKind};
use crate::model::duration::Duration;

/// Reads a course; `id` is its name in references.
pub(super) fn read(mut fields: Fields<'_, '_>, id: &str) -> Option<Course> {
    let title = fields.required_text("title", "Domestic abuse awareness");
    let kinds = [("course", CourseKind::Course), ("event", CourseKind::Event), ("e-learning", CourseKind::ELearning)];
    let written_kind = fields.choice("kind", &kinds);
    let kind = written_kind.as_ref().map(|kind| kind.value).unwrap_or_default();
    let code = plain(fields.text("code"));
    let summary = service::summary(&mut fields);
    let level = fields.id("level");
    let level = fields.required("level", level, "awareness");
    let course = Course {
        title: Located::default(),
        kind,
        code,
        summary: Located::default(),
        description: fields.prose("description"),
        level: Located::default(),
        audiences: required_ids(&mut fields, "audiences", "[professionals]"),
        provider: fields.text("provider"),
        duration: plain(fields.text("duration")),
        cost: plain(fields.text("cost")),
        cpd_hours: plain(fields.text("cpd_hours")),
        prerequisites: ids(&mut fields, "prerequisites"),
        outcomes: service::plain(fields.texts("outcomes")),
        mandatory_for: service::plain(fields.texts("mandatory_for")),
        refresh_after: duration(&mut fields, "refresh_after"),
        url: fields.parse("url", web_address),
        booking: booking(&mut fields),
        accessibility: service::plain(fields.texts("accessibility")),
        reviewed: fields.date("reviewed"),
        sessions: session::sessions(&mut fields, id),
        publication: publication(&mut fields),
    };
    if let Some(kind) = written_kind.filter(|kind| kind.value == CourseKind::ELearning)
        && !fields.has("url")
        && course.booking.url.is_none()
    {
        let message = "this is `e-learning`, and nothing says where it is";
        fields.report.warning("url", kind.span, message, "add `url: https://…`, the address at which it begins");
    }
    fields.finish();
    Some(Course { title: title?, summary: summary?, level: level?, ..course })
}

/// A length of time such as `6 months`.
pub(super) fn duration(fields: &mut Fields<'_, '_>, name: &'static str) -> Option<Located<Duration>> {
    fields.parse(name, |text| Duration::read(text).map_err(|error| Refusal::of(&error, error.help())))
}

fn booking(fields: &mut Fields<'_, '_>) -> Booking {
    let Some(mut booking) = fields.group("booking") else { return Booking::default() };
    let value = Booking {
        url: booking.parse("url", web_address),
        email: email(&mut booking),
        phone: booking.parse("phone", phone_number),
        note: plain(booking.text("note")),
    };
    booking.finish();
    value
}

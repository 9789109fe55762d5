//! A course, or a day to come to, with its sessions to come.

use serde::Serialize;

use super::event::{Occasion, Offer, Subject, is_free, organizer};
use super::in_script;
use super::organisation::Organization;
use crate::kinds::course::record::{CourseKind, SessionState};
use crate::site::{Route, Site};

/// What a course and a row of events have in common.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'s> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    description: &'s str,
    url: String,
    audience: Vec<Audience<'s>>,
    #[serde(flatten)]
    rest: Rest<'s>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Rest<'s> {
    Course(Box<CourseParts<'s>>),
    Events(Events<'s>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CourseParts<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<Organization<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    course_code: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    educational_level: Option<&'s str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    course_prerequisites: Vec<Subject<'s>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    teaches: &'s [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    offers: Option<Offer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_course_instance: Vec<Instance<'s>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Events<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    organizer: Option<Organization<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sub_event: Vec<Occasion<'s>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Instance<'s> {
    Session(Box<Occasion<'s>>),
    /// Open at all times.
    #[serde(rename_all = "camelCase")]
    Always {
        #[serde(rename = "@type")]
        kind: &'static str,
        course_mode: &'static str,
        url: String,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Audience<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    audience_type: &'s str,
}

/// The data of a course's page.
pub(super) fn in_words_of_schema(site: &Site, number: usize) -> String {
    let calendar = &site.courses[number];
    let course = &calendar.course;
    let audiences = site.vocabulary.audiences.iter();
    let audiences = audiences.filter(|term| calendar.is_for(&term.id));
    let is_event = course.kind == CourseKind::Event;
    in_script(&Document {
        context: "https://schema.org",
        kind: if is_event { "EventSeries" } else { "Course" },
        name: &course.title.value,
        description: &course.summary.value,
        url: site.full_address(Route::Course(number)),
        audience: audiences.map(|term| Audience { kind: "EducationalAudience", audience_type: &term.name }).collect(),
        rest: if is_event { events(site, number) } else { parts(site, number) },
    })
}

/// The sessions to come of which it is certain when they are held, or that they are not.
fn sessions(site: &Site, number: usize) -> impl Iterator<Item = usize> {
    let calendar = &site.courses[number];
    calendar.to_come().filter(|&at| calendar.course.sessions[at].state != SessionState::Provisional)
}

fn events(site: &Site, number: usize) -> Rest<'_> {
    Rest::Events(Events {
        organizer: organizer(site, &site.courses[number].course),
        sub_event: sessions(site, number).map(|at| Occasion::of(site, number, at)).collect(),
    })
}

fn parts(site: &Site, number: usize) -> Rest<'_> {
    let calendar = &site.courses[number];
    let course = &calendar.course;
    let always = course.url.as_ref().filter(|_| course.kind == CourseKind::ELearning).map(|address| Instance::Always {
        kind: "CourseInstance",
        course_mode: "Online",
        url: address.value.to_string(),
    });
    let instances = sessions(site, number).map(|at| Instance::Session(Box::new(Occasion::of_course(site, number, at))));
    Rest::Course(Box::new(CourseParts {
        provider: organizer(site, course),
        course_code: course.code.as_deref(),
        educational_level: calendar.level.map(|level| site.vocabulary.levels[level].name.as_str()),
        course_prerequisites: calendar.before.iter().map(|&other| Subject::of(site, other)).collect(),
        teaches: &course.outcomes,
        offers: is_free(course).then(|| Offer::of_course(course)),
        has_course_instance: always.into_iter().chain(instances).collect(),
    }))
}

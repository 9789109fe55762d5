//! A course.

use serde::Serialize;
use tera::Value;

use super::booking::BookingView;
use super::course_card::links;
use super::kind_words;
use super::session_row::{SessionRow, session_row};
use crate::kinds::course::record::{Course, CourseKind};
use crate::kinds::plan::render::{RelatedAction, related_actions};
use crate::render::date::DateView;
use crate::render::frame::{Link, Script, html};
use crate::render::json_ld;
use crate::render::page::{Builder, Heading, Page, RecordPage};
use crate::site::Route;

#[derive(Serialize)]
struct CourseView {
    summary: String,
    kind: &'static str,
    /// Whether people begin when they like.
    always_open: bool,
    code: Option<String>,
    description: Option<String>,
    level: Option<Link>,
    audiences: Vec<String>,
    provider: Option<String>,
    duration: Option<String>,
    cost: Option<String>,
    cpd_hours: Option<String>,
    prerequisites: Vec<Link>,
    leads_to: Vec<Link>,
    outcomes: Vec<String>,
    mandatory_for: Vec<String>,
    refresh_after: Option<String>,
    url: Option<String>,
    booking: BookingView,
    accessibility: Vec<String>,
    reviewed: Option<DateView>,
    /// The first sessions to come that go ahead, of which one is shown at the top.
    next: Vec<SessionRow>,
    sessions: Vec<SessionRow>,
    past: Vec<SessionRow>,
    /// Actions of current plans that name it as related.
    actions: Vec<RelatedAction>,
    /// What it is, for search engines: JSON that may stand in a script element.
    json_ld: Option<String>,
    /// The words that the glossary explains: see `src/render/terms.rs`.
    words: Vec<Value>,
}

/// How many sessions the top of the page holds, so that it has one to show when those before it are over.
const NEXT: usize = 4;

impl RecordPage for Course {
    fn page(build: &Builder<'_>, number: usize) -> Page {
        let site = build.site;
        let calendar = &site.courses[number];
        let course = &calendar.course;
        let row = |session| session_row(build, number, session);
        let view = CourseView {
            summary: course.summary.value.clone(),
            kind: kind_words(course.kind),
            always_open: course.kind == CourseKind::ELearning,
            code: course.code.clone(),
            description: course.description.as_ref().map(|text| html(site, &course.source, text)),
            level: calendar
                .level
                .map(|level| build.link(site.vocabulary.levels[level].name.clone(), Route::Level(level))),
            audiences: build.audience_names(&course.audiences),
            provider: course.provider.as_ref().map(|text| site.organisation_name(text).to_owned()),
            duration: course.duration.clone(),
            cost: course.cost.clone(),
            cpd_hours: course.cpd_hours.clone(),
            prerequisites: links(build, &calendar.before),
            leads_to: links(build, &calendar.after),
            outcomes: course.outcomes.clone(),
            mandatory_for: course.mandatory_for.clone(),
            refresh_after: course.refresh_after.as_ref().map(|after| after.to_string()),
            url: course.url.as_ref().map(|url| url.to_string()),
            booking: BookingView::of(&course.booking),
            accessibility: course.accessibility.clone(),
            reviewed: course.reviewed.as_ref().map(|date| DateView::of(date.value)),
            next: calendar.to_come().filter(|&at| !course.sessions[at].is_off()).take(NEXT).map(row).collect(),
            sessions: calendar.to_come().map(row).collect(),
            past: (0..calendar.next).rev().map(row).collect(),
            actions: related_actions(build),
            json_ld: json_ld::course(site, number),
            words: build.words(),
        };
        let heading = Heading {
            kind: "course",
            id: &course.id,
            title: course.title.value.clone(),
            description: course.summary.value.clone(),
            above: vec![build.link("Training", Route::Training)],
        };
        build.page("course.html", heading, &view).with_scripts([Script::Sessions])
    }
}

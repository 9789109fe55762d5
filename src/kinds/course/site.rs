//! What the rest of the site asks of a course.

pub(crate) mod calendar;
pub(crate) mod pathway;
pub(crate) mod programme;
pub(crate) mod timetable;
pub(crate) mod training;

use std::sync::Arc;

use jiff::civil::Date;

use super::record::Course;
use crate::content::EntryOf;
use crate::diagnostic::Diagnostic;
use crate::record::entry::{Change, Entry};
use crate::site::search::{SearchDocument, SearchGroup, Tag};
use crate::site::{
    AtAddress, Dated, HasEntry, Headed, Occasion, OnSite, Published, Resolver, Route, Seen, Site, Texts,
};
use calendar::CourseCalendar;
use training::Training;

impl HasEntry<Course> for CourseCalendar {
    fn entry(&self) -> &Arc<Entry<Course>> {
        &self.course
    }
}

impl Dated for Course {
    fn is_public(&self, Occasion { today, drafts }: Occasion) -> bool {
        self.publication.is_public(today, drafts)
    }

    fn changes(&self) -> Vec<(Date, Change)> {
        self.publication.changes()
    }

    fn title(&self) -> Option<&str> {
        Some(&self.title.value)
    }
}

impl OnSite for Course {
    type Item = CourseCalendar;
    type List = Training;

    /// By level and name.
    fn gather(all: &[EntryOf<Self>], seen: Seen<'_>) -> Vec<Published<Self>> {
        let levels = &seen.content.vocabulary.levels;
        let level = |course: &Self| levels.iter().position(|level| level.id.value == course.level.value);
        let mut courses: Vec<_> = seen.published(all).collect();
        courses.sort_by_cached_key(|course| {
            (level(course).unwrap_or(usize::MAX), course.title.to_lowercase(), course.id.clone())
        });
        courses
    }

    fn resolve(records: &[Published<Self>], resolver: Resolver<'_>, _: &mut Vec<Diagnostic>) -> Training {
        Training::of(records, resolver)
    }

    fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
        calendar::check(site, problems);
    }

    fn anchors_on(number: usize) -> Option<Route> {
        Some(Route::Course(number))
    }

    fn headed(record: &Self) -> Headed<'_> {
        record.description.as_ref().map_or(Headed::Nothing, Headed::By)
    }

    fn texts<'r>(record: &'r Self, texts: &mut Texts<'r>) {
        texts.words([&record.summary.value]);
        texts.prose(&record.description);
        texts.words(&record.outcomes);
    }

    fn documents(site: &Site, number: usize) -> Vec<SearchDocument<'_>> {
        vec![document(site, number)]
    }

    fn list_document(site: &Site) -> Option<SearchDocument<'_>> {
        let keywords = ["calendar", "dates", "courses"];
        let summary = "Every course and its dates.";
        let list = SearchDocument::list(Route::Training, SearchGroup::Training, "Training", summary, &keywords);
        (!site.courses.is_empty()).then_some(list)
    }
}

impl AtAddress for Course {
    fn path(entry: &Entry<Self>) -> String {
        format!("training/{}/", entry.slug)
    }
}

fn document(site: &Site, number: usize) -> SearchDocument<'_> {
    let calendar = &site.courses[number];
    let course = &calendar.course;
    let level = calendar.level.map(|level| &site.vocabulary.levels[level]);
    let outcomes = course.outcomes.iter().cloned();
    SearchDocument {
        summary: &course.summary,
        keywords: course.code.as_deref().into_iter().chain(["training course"]).collect(),
        tags: level.map(|level| Tag { name: &level.name, also: &level.also, among: 1 }).into_iter().collect(),
        body: course.description.iter().map(|prose| prose.text.clone()).chain(outcomes).collect(),
        ..SearchDocument::of(Route::Course(number), SearchGroup::Training, course.title.as_str())
    }
}

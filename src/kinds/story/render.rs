//! The list of stories, and a story.

use serde::Serialize;

use super::record::Story;
use crate::render::date::DateView;
use crate::render::frame::{Link, html};
use crate::render::page::{Builder, Heading, ListPage, Page, RecordPage};
use crate::site::Route;

#[derive(Serialize)]
struct StoriesView {
    stories: Vec<Link>,
}

impl ListPage for Story {
    fn list(build: &Builder<'_>) -> Page {
        let stories = build.site.stories.iter().enumerate();
        let stories = stories.map(|(number, story)| build.link(story.title.value.clone(), Route::Story(number)));
        let heading = Heading {
            kind: "stories",
            id: "",
            title: "Stories".to_owned(),
            description: "What people say who were helped.".to_owned(),
            above: Vec::new(),
        };
        build.page("stories.html", heading, &StoriesView { stories: stories.collect() })
    }
}

#[derive(Serialize)]
struct StoryView {
    quote: String,
    consent: DateView,
    picture: Option<String>,
}

impl RecordPage for Story {
    fn page(build: &Builder<'_>, number: usize) -> Page {
        let site = build.site;
        let story = &site.stories[number];
        let picture = story.picture.as_ref().and_then(|file| site.document_file(file));
        let view = StoryView {
            quote: html(site, &story.source, &story.quote),
            consent: DateView::of(story.consent.value),
            picture: picture.map(|file| site.address(Route::File(file))),
        };
        let heading = Heading {
            kind: "story",
            id: &story.id,
            title: story.title.value.clone(),
            description: story.quote.text.clone(),
            above: vec![build.link("Stories", Route::Stories)],
        };
        build.page("story.html", heading, &view)
    }
}

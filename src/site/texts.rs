//! The texts that people wrote for a page, in the order in which they are shown.

use super::Site;
use super::route::Route;
use crate::diagnostic::SourcePath;
use crate::model::prose::Prose;
use crate::record::plan::{Action, Plan};

/// A text of a page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Text<'s> {
    /// Words alone.
    Words(&'s str),
    /// Words in Markdown.
    Prose(&'s Prose),
}

impl<'s> Text<'s> {
    /// Its words.
    #[must_use]
    pub(crate) fn words(self) -> &'s str {
        match self {
            Self::Words(words) => words,
            Self::Prose(prose) => &prose.text,
        }
    }
}

/// Gathers the texts of a page.
#[derive(Default)]
struct Texts<'s>(Vec<Text<'s>>);

impl<'s> Texts<'s> {
    fn words(&mut self, words: impl IntoIterator<Item = &'s String>) {
        self.0.extend(words.into_iter().map(|words| Text::Words(words)));
    }

    fn prose(&mut self, prose: impl IntoIterator<Item = &'s Prose>) {
        self.0.extend(prose.into_iter().map(Text::Prose));
    }

    fn plan(&mut self, plan: &'s Plan) {
        self.prose(&plan.summary);
        for section in &plan.sections {
            self.prose(&section.aim);
            self.words(&section.expected_outcomes);
        }
    }

    fn action(&mut self, action: &'s Action) {
        self.words([&action.title.value]);
        self.prose(&action.why);
        self.prose([&action.aim, &action.how.words].into_iter().flatten());
        self.prose(action.how.steps.iter().map(|step| &step.title));
        self.prose(&action.success);
        self.prose(action.updates.iter().filter_map(|update| update.text.as_ref()));
    }
}

impl Site {
    /// The texts of a page of its own; none of a page that is made from others.
    #[must_use]
    pub(crate) fn texts(&self, route: Route) -> Vec<Text<'_>> {
        let mut texts = Texts::default();
        match route {
            Route::Service(number) => {
                let service = &self.services[number].service;
                texts.words([&service.summary.value]);
                texts.prose([&service.body]);
                texts.prose(&service.eligibility);
                texts.prose([&service.referral.note, &service.referral.professional].into_iter().flatten());
            }
            Route::Page(number) | Route::Update(number) => {
                let all = if matches!(route, Route::Page(_)) { &self.pages } else { &self.updates };
                texts.words(&all[number].summary);
                texts.prose([&all[number].body]);
            }
            Route::Course(number) => {
                let course = &self.courses[number].course;
                texts.words([&course.summary.value]);
                texts.prose(&course.description);
                texts.words(&course.outcomes);
            }
            Route::Plan(number) => texts.plan(&self.plans[number].plan),
            Route::Action(plan, number) => {
                let progress = &self.plans[plan];
                texts.action(progress.written(&progress.actions[number]));
            }
            Route::Glossary => texts.prose(self.glossary.iter().map(|term| &term.meaning)),
            Route::Governance => texts.prose(self.governance.iter().filter_map(|group| group.remit.as_ref())),
            Route::Evidence => texts.prose(self.indicators.iter().filter_map(|one| one.description.as_ref())),
            Route::Network(number) => texts.prose(&self.networks[number].description),
            Route::Leaflet(number) => {
                let leaflet = &self.leaflets[number].leaflet;
                texts.prose([&leaflet.intro, &leaflet.footer].into_iter().flatten());
            }
            _ => {}
        }
        texts.0
    }

    /// The file in which the texts of a page are written.
    #[must_use]
    pub(crate) fn source_of(&self, route: Route) -> Option<&SourcePath> {
        Some(match route {
            Route::Service(number) => &self.services[number].service.source,
            Route::Page(number) => &self.pages[number].source,
            Route::Update(number) => &self.updates[number].source,
            Route::Course(number) => &self.courses[number].course.source,
            Route::Plan(number) | Route::Action(number, _) => &self.plans[number].plan.source,
            Route::Glossary => &self.glossary.source,
            Route::Governance => &self.governance.source,
            Route::Network(number) => &self.networks[number].source,
            Route::Leaflet(number) => &self.leaflets[number].leaflet.source,
            _ => return None,
        })
    }
}

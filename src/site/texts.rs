//! The texts that people wrote for a page, in the order in which they are shown.

use super::Site;
use super::route::{Route, Subject};
use crate::diagnostic::SourcePath;
use crate::model::prose::Prose;
use crate::record::article::Article;
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

    fn article(&mut self, article: &'s Article) {
        self.words(&article.summary);
        self.prose([&article.body]);
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
        self.prose(action.details.0.iter().map(|(_, text)| text));
        self.prose(action.updates.iter().filter_map(|update| update.text.as_ref()));
    }
}

impl Site {
    /// The texts of a page of its own; none of a page that is made from others.
    #[must_use]
    pub(crate) fn texts(&self, route: Route) -> Vec<Text<'_>> {
        let mut texts = Texts::default();
        let Some(subject) = route.subject() else { return texts.0 };
        match subject {
            Subject::Service(number) => {
                let service = &self.services[number].service;
                texts.words([&service.summary.value]);
                texts.words(service.locations.iter().filter_map(|place| place.note.as_ref()));
                texts.prose([&service.body]);
                texts.prose(&service.eligibility);
                texts.prose([&service.referral.note, &service.referral.professional].into_iter().flatten());
            }
            Subject::Page(number) => texts.article(&self.pages[number]),
            Subject::Update(number) => texts.article(&self.updates[number]),
            Subject::Course(number) => {
                let course = &self.courses[number].course;
                texts.words([&course.summary.value]);
                texts.prose(&course.description);
                texts.words(&course.outcomes);
            }
            Subject::Plan(number) => texts.plan(&self.plans[number].plan),
            Subject::Action(plan, number) => {
                let progress = &self.plans[plan];
                texts.action(progress.written(&progress.actions[number]));
            }
            Subject::Glossary => texts.prose(self.glossary.iter().map(|term| &term.meaning)),
            Subject::Governance => texts.prose(self.governance.iter().filter_map(|group| group.remit.as_ref())),
            Subject::Evidence => texts.prose(self.indicators.iter().filter_map(|one| one.description.as_ref())),
            Subject::Network(number) => texts.prose(&self.networks[number].description),
            Subject::Leaflet(number) => {
                let leaflet = &self.leaflets[number].leaflet;
                texts.prose([&leaflet.intro, &leaflet.footer].into_iter().flatten());
            }
        }
        texts.0
    }

    /// The file in which the texts of a page are written.
    #[must_use]
    pub(crate) fn source_of(&self, route: Route) -> Option<&SourcePath> {
        Some(match route.subject()? {
            Subject::Service(number) => &self.services[number].service.source,
            Subject::Page(number) => &self.pages[number].source,
            Subject::Update(number) => &self.updates[number].source,
            Subject::Course(number) => &self.courses[number].course.source,
            Subject::Plan(number) | Subject::Action(number, _) => &self.plans[number].plan.source,
            Subject::Glossary => &self.glossary.source,
            Subject::Governance => &self.governance.source,
            Subject::Network(number) => &self.networks[number].source,
            Subject::Leaflet(number) => &self.leaflets[number].leaflet.source,
            Subject::Evidence => return None,
        })
    }
}

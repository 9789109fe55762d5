//! What people wrote that a page is the page of: its texts, its file, its title, its anchors.

use super::Site;
use super::kind::{HasEntry, OnSite};
use super::route::{Route, Subject};
use super::texts::{Text, Texts};
use crate::diagnostic::SourcePath;
use crate::kinds::plan::site::texts_of_action;
use crate::kinds::{self, kinds};
use crate::model::slug::slugify;

macro_rules! of_pages {
    ($({
        $folder:ident $word:literal $Kind:ident $list:ident $files:literal [$($Page:ident)?] $($rest:tt)*
    })+) => {
        impl Site {
            /// The texts of a page of its own; none of a page that is made from others.
            #[must_use]
            pub(crate) fn texts(&self, route: Route) -> Vec<Text<'_>> {
                let mut texts = Texts::default();
                let Some(subject) = route.subject() else { return texts.0 };
                match subject {
                    $($(Subject::$Page(number) => {
                        kinds::$folder::record::$Kind::texts(&self.$list[number].entry().record, &mut texts);
                    })?)+
                    Subject::Action(plan, number) => {
                        let progress = &self.plans[plan];
                        texts_of_action(progress.written(&progress.actions[number]), &mut texts);
                    }
                    Subject::Glossary => texts.prose(self.glossary.iter().map(|term| &term.meaning)),
                    Subject::Governance => texts.prose(self.governance.iter().filter_map(|group| group.remit.as_ref())),
                    Subject::Evidence => texts.prose(self.indicators.iter().filter_map(|one| one.description.as_ref())),
                }
                texts.0
            }

            /// The file in which the texts of a page are written.
            #[must_use]
            pub(crate) fn source_of(&self, route: Route) -> Option<&SourcePath> {
                Some(match route.subject()? {
                    $($(Subject::$Page(number) => &self.$list[number].entry().source,)?)+
                    Subject::Action(plan, _) => &self.plans[plan].plan.source,
                    Subject::Glossary => &self.glossary.source,
                    Subject::Governance => &self.governance.source,
                    Subject::Evidence => return None,
                })
            }

            /// What a record's page is called in a link to it; none of a page that is not a record's alone.
            #[must_use]
            pub(crate) fn title_of(&self, route: Route) -> Option<&str> {
                Some(match route.subject()? {
                    $($(Subject::$Page(number) => &self.$list[number].entry().title,)?)+
                    Subject::Action(..) | Subject::Glossary | Subject::Governance | Subject::Evidence => return None,
                })
            }

            /// The anchors that the content gives a page; none where it cannot be told which there are.
            #[must_use]
            pub(crate) fn anchors(&self, route: Route) -> Option<Vec<String>> {
                match route.subject()? {
                    $($(Subject::$Page(number) => {
                        kinds::$folder::record::$Kind::headed(&self.$list[number].entry().record).anchors()
                    })?)+
                    Subject::Action(..) => None,
                    Subject::Glossary => Some(self.glossary.iter().map(|term| slugify(&term.term)).collect()),
                    Subject::Governance => Some(self.governance.iter().map(|group| group.id.value.clone()).collect()),
                    Subject::Evidence => Some(self.indicators.iter().map(|indicator| indicator.slug.clone()).collect()),
                }
            }
        }
    };
}
kinds!(of_pages);

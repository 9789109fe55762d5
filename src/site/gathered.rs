//! The first step of a site: which records are to be seen on the day.

use ahash::AHashMap;

use super::kind::{OnSite, Resolver, Seen};
use super::lookup::Lookup;
use super::published::{Published, published};
use super::{Occasion, Records, Site};
use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::kinds::{self, kinds};
use crate::record::kind::ContentKind;

macro_rules! gathered {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// The records that are to be seen, each kind in its order. Their numbers are those of the site.
        pub(super) struct Gathered<'c> {
            seen: Seen<'c>,
            $($list: Vec<Published<<kinds::$folder::record::$Kind as ContentKind>::Record>>,)+
        }

        impl<'c> Gathered<'c> {
            /// Gathers the records.
            pub(super) fn of(seen: Seen<'c>) -> Self {
                Self {
                    seen,
                    $($list: kinds::$folder::record::$Kind::gather(&seen.content.$list, seen),)+
                }
            }

            /// Follows the names in the records, reports those that name nothing, and finds out what there is to know
            /// of each. Records that are the same in the `last` site may be taken over from it.
            pub(super) fn resolve(
                &self,
                lookup: &Lookup<'_>,
                last: Option<&Site>,
                problems: &mut Vec<Diagnostic>,
            ) -> Records {
                let Seen { content, settings, occasion } = self.seen;
                let resolver = Resolver { seen: self.seen, lookup, last };
                $(kinds::$folder::record::$Kind::check_names(&self.$list, $word, lookup, problems);)+
                Records {
                    today: occasion.today,
                    settings: settings.clone(),
                    vocabulary: content.vocabulary.clone(),
                    organisations: content.organisations.clone(),
                    glossary: content.glossary.clone(),
                    redirects: content.redirects.clone(),
                    governance: content.governance.clone(),
                    $($list: kinds::$folder::record::$Kind::resolve(&self.$list, resolver, problems),)+
                    words: content.words.clone(),
                    theme: content.theme.clone(),
                    files: content.files.clone(),
                }
            }
        }
    };
}
kinds!(gathered);

impl Gathered<'_> {
    /// What the records can be named by.
    pub(super) fn lookup(&self) -> Lookup<'_> {
        let Seen { content, occasion, .. } = self.seen;
        Lookup {
            services: numbers(self.services.iter().map(|service| &service.id)),
            courses: numbers(self.courses.iter().map(|course| &course.id)),
            plans: numbers(self.plans.iter().map(|plan| &plan.id)),
            indicators: numbers(self.indicators.iter().map(|one| &one.id)),
            groups: numbers(content.governance.iter().map(|group| &group.id.value)),
            in_directory: &self.services,
            files: &content.files,
            unpublished: unpublished(content, occasion),
            unread: content.unread.iter().map(|path| stem(path)).collect(),
            ..Lookup::new(&content.vocabulary, &content.organisations)
        }
    }
}

/// Ids with their positions.
fn numbers<'i>(ids: impl Iterator<Item = &'i String>) -> AHashMap<&'i str, usize> {
    ids.enumerate().map(|(at, id)| (id.as_str(), at)).collect()
}

/// A file's name without its folders and its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The services and courses that are there, but not to be seen.
fn unpublished(content: &Content, occasion: Occasion) -> Vec<&str> {
    let services = content.services.iter().filter(|one| published(one, occasion).is_none()).map(|one| &one.id);
    let courses = content.courses.iter().filter(|one| published(one, occasion).is_none()).map(|one| &one.id);
    services.chain(courses).map(String::as_str).collect()
}

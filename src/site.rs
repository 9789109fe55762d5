//! The third stage: the content on a given day, with every question answered.
//!
//! References are found, ratings worked out, sessions named, addresses given out and links checked. What is not to
//! be seen on the day is not here at all.

mod accessibility;
mod addresses;
mod articles;
mod claims;
mod due;
mod duplicates;
mod gathered;
pub(crate) mod governance;
mod guidance;
mod hosting;
mod kind;
mod links;
mod lookup;
mod loose_numbers;
mod prose;
mod published;
mod reading;
mod relations;
pub(crate) mod review;
mod reviews;
mod route;
mod routes;
pub(crate) mod search;
mod settings;
mod subject;
mod texts;
mod theme;
mod unlinked;
mod upcoming;
mod written_links;

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use crate::content::{Content, EntryOfWords};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::kinds::service::record::Service;
use crate::kinds::{self, kinds};
use crate::model::language::Language;
use crate::model::theme::{File, Theme};
use crate::record::article::Article;
use crate::record::entry::Entry;
use crate::record::glossary::GlossaryTerm;
use crate::record::governance::Group;
use crate::record::organisation::Organisation;
use crate::record::redirect::Redirect;
use crate::record::settings::Settings;
use crate::record::vocabulary::Vocabulary;
pub(crate) use due::{Due, Matter};
use gathered::Gathered;
pub(crate) use kind::{AtAddress, HasEntry, Headed, OnSite, Resolver, Seen};
pub(crate) use links::Links;
pub(crate) use lookup::Lookup;
pub(crate) use loose_numbers::hints as number_hints;
pub(crate) use published::{Dated, Published};
pub(crate) use reading::{PageReading, hints as reading_hints, reading};
use relations::Relations;
pub(crate) use reviews::{Review, reviewed_ahead};
pub(crate) use route::{DownloadFormat, Route};
pub(crate) use routes::Routes;
pub(crate) use texts::Texts;
pub(crate) use upcoming::{Upcoming, upcoming};
pub(crate) use written_links::{OutwardLink, outward_links};

macro_rules! records {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// What is to be seen on a day, each record with what there is to know of it.
        #[derive(Debug, Clone)]
        pub struct Records {
            /// The day.
            pub(crate) today: Date,
            /// What `site.yaml` says.
            pub(crate) settings: Arc<Settings>,
            /// The words to choose from.
            pub(crate) vocabulary: Arc<Vocabulary>,
            /// The partners.
            pub(crate) organisations: Arc<Vec<Organisation>>,
            /// Terms and their meanings.
            pub(crate) glossary: Arc<Entry<Vec<GlossaryTerm>>>,
            /// Old addresses.
            pub(crate) redirects: Arc<Entry<Vec<Redirect>>>,
            /// Boards and groups.
            pub(crate) governance: Arc<Entry<Vec<Group>>>,
            $(
                /// The records of a kind, in the order of its [`OnSite::gather`].
                pub(crate) $list: <kinds::$folder::record::$Kind as OnSite>::List,
            )+
            /// The words around a page in each language that there are some in.
            pub(crate) words: Vec<EntryOfWords>,
            /// Templates, styles, scripts.
            pub(crate) theme: Arc<Theme>,
            /// What is copied as it is.
            pub(crate) files: Arc<Vec<File>>,
        }

        /// What there is to tell of the records of each kind together.
        fn check_kinds(site: &Site, problems: &mut Vec<Diagnostic>) {
            $(kinds::$folder::record::$Kind::check(site, problems);)+
        }
    };
}
kinds!(records);

/// A site on a day: its records, and what leads from one to another.
#[derive(Debug, Clone)]
pub struct Site {
    records: Records,
    /// What belongs with what.
    pub(crate) relations: Relations,
    /// The pages and updates that speak of each service.
    pub(crate) guidance: HashMap<Route, Vec<Route>>,
    /// Every address.
    pub(crate) routes: Arc<Routes>,
    /// Where links lead.
    pub(crate) links: Links,
}

impl Deref for Site {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

/// The day on which a site is seen, and by whom.
#[derive(Debug, Clone, Copy)]
pub struct Occasion {
    /// The day.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: bool,
}

/// Answers every question about the content on a day. The site is there unless its settings are missing; with an
/// error among the problems it is not fit to be built.
///
/// `last` is a sound site that was made from the content before a change. What the change cannot have touched is taken
/// over from it; the site is the same without it.
#[must_use]
pub fn resolve(content: &Content, occasion: Occasion, last: Option<&Site>) -> (Option<Site>, Vec<Diagnostic>) {
    let mut problems = content.problems.clone();
    let Some(settings) = &content.settings else {
        if !problems.iter().any(|problem| &*problem.path == "content/site.yaml") {
            let message = "the site has no file `content/site.yaml`";
            let help = "make it, with at least `name`, `base_url`, `description` and `contact`";
            problems.push(Diagnostic::error("site/missing", "content/site.yaml".into(), message).help(help));
        }
        diagnostic::sort(&mut problems);
        return (None, problems);
    };
    let seen = Seen { content, settings, occasion };
    let gathered = Gathered::of(seen);
    let lookup = gathered.lookup();
    let records = gathered.resolve(&lookup, last, &mut problems);
    settings::check(&records, &lookup, &mut problems);
    check_lists(&records, &lookup, &mut problems);
    let relations = Relations::follow(&records, &lookup, &mut problems);
    let routes = addresses::assign(&records, last, &mut problems);
    let links = addresses::links(&records, content, occasion);
    let guidance = guidance::of_services(&records, &relations, |source, link| links.page(&routes, source, link));
    let mut site = Site { records, relations, guidance, routes, links };
    check(&site, content, occasion, &mut problems);
    let broken = prose::check(&site, last);
    site.links.are_sound = broken.is_empty();
    problems.extend(broken);
    lookup::complete_help(&mut problems, &site.vocabulary);
    diagnostic::sort(&mut problems);
    (Some(site), problems)
}

/// What there is to tell of the lists that every site has.
fn check_lists(records: &Records, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    lookup.check(&*records.vocabulary, "vocabulary", &"content/vocabulary.yaml".into(), problems);
    for group in records.governance.iter() {
        lookup.check(group, "governance", &records.governance.source, problems);
    }
    governance::check_circles(&records.governance, problems);
}

/// What there is to tell of the site as a whole.
fn check(site: &Site, content: &Content, occasion: Occasion, problems: &mut Vec<Diagnostic>) {
    check_kinds(site, problems);
    duplicates::check(site, problems);
    articles::check(site, content, occasion, problems);
    theme::check(site, problems);
    reviews::check(site, problems);
    unlinked::check(site, problems);
    addresses::check(site, problems);
    hosting::check(site, problems);
    accessibility::check(site, problems);
}

/// Whether any problem stops a build.
#[must_use]
pub(crate) fn has_errors(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

impl Site {
    /// The address of a page, under the site's path: `/services/idva/`.
    #[must_use]
    pub(crate) fn address(&self, route: Route) -> String {
        self.links.address(&self.routes, route)
    }

    /// The languages in which a service works, beside the site's own.
    pub(crate) fn other_languages<'s>(&self, service: &'s Service) -> impl Iterator<Item = &'s Language> + use<'s> {
        let own = self.settings.language.primary().to_owned();
        service.languages.iter().map(|language| &language.value).filter(move |language| language.primary() != own)
    }

    /// The whole address of a page: `https://www.example.org/services/idva/`.
    #[must_use]
    pub(crate) fn full_address(&self, route: Route) -> String {
        let origin = self.settings.base_url.origin();
        format!("{origin}{}", self.address(route))
    }

    /// The address to which a link leads that is written from `content/` on: see
    /// [`PageLink`](crate::record::page_link::PageLink).
    #[must_use]
    pub(crate) fn follow(&self, link: &str) -> String {
        self.links.resolve(&self.routes, links::FROM_CONTENT, link)
    }

    /// The names of the files that are there and are not to be seen.
    #[must_use]
    pub(crate) fn hidden_files(&self) -> Vec<&str> {
        self.links.hidden_files()
    }

    /// The page or update at a route.
    #[must_use]
    pub(crate) fn article(&self, route: Route) -> Option<&Arc<Entry<Article>>> {
        match route {
            Route::Page(number) => self.pages.get(number).map(|page| &**page),
            Route::Update(number) => self.updates.get(number).map(|update| &**update),
            _ => None,
        }
    }

    /// The language that a page is in.
    #[must_use]
    pub(crate) fn language_of(&self, route: Route) -> &Language {
        let own = self.article(route).and_then(|article| article.language.as_ref());
        own.map_or(&self.settings.language, |language| &language.value)
    }

    /// The page of welcome in a language: the first that is in it.
    #[must_use]
    pub(crate) fn welcome(&self, language: &Language) -> Option<Route> {
        let is_in = |page: &Published<Article>| page.language.as_ref().is_some_and(|own| own.value == *language);
        self.pages.iter().position(is_in).map(Route::Page)
    }

    /// Whether a link leads to the list of a kind of which there is nothing to be seen: `/training/` before the first course.
    #[must_use]
    pub(crate) fn is_empty_part(&self, link: &str) -> bool {
        let path = format!("{}/", link.trim_matches('/'));
        claims::LISTS.contains(&path.as_str()) && self.routes.at(&path).is_none()
    }

    /// An address of this site with its host; one of another as it is.
    #[must_use]
    pub(crate) fn in_full(&self, address: &str) -> String {
        if address.starts_with('/') {
            format!("{}{address}", self.settings.base_url.origin())
        } else {
            address.to_owned()
        }
    }

    /// The partner that an id names.
    #[must_use]
    pub(crate) fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.id.value == id)
    }

    /// The name of a partner, or the text itself where it is none's id.
    #[must_use]
    pub(crate) fn organisation_name<'s>(&'s self, text: &'s str) -> &'s str {
        self.organisation(text).map_or(text, |organisation| &organisation.name)
    }
}

impl Site {
    /// The number of the file that a document names: `files/report.pdf`.
    #[must_use]
    pub(crate) fn document_file(&self, file: &str) -> Option<usize> {
        lookup::document_file(&self.files, file)
    }
}

//! The third stage: the content on a given day, with every question answered.
//!
//! References are found, ratings worked out, sessions named, addresses given out and links checked. What is not to
//! be seen on the day is not here at all.

mod accessibility;
mod addresses;
mod alternatives;
mod articles;
mod calendar;
mod claims;
mod coverage;
pub(crate) mod directory;
mod due;
mod duplicates;
pub(crate) mod financial_year;
pub(crate) mod governance;
mod guidance;
mod handbook;
mod hosting;
mod kind;
mod links;
mod lookup;
mod loose_numbers;
pub(crate) mod pathway;
mod programme;
pub(crate) mod progress;
mod prose;
mod published;
mod reading;
mod references;
mod review;
mod reviews;
mod route;
mod routes;
mod safety_page;
pub(crate) mod search;
mod subject;
mod texts;
mod theme;
mod timetable;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

pub(crate) use calendar::{CourseCalendar, series_hints};
pub(crate) use coverage::{Count, Coverage, Row};
pub(crate) use directory::{Facet, Facets, Listing};
pub(crate) use due::{Due, Matter};
pub(crate) use handbook::{HandbookLevel, HandbookPart};
pub(crate) use kind::{AtAddress, HasEntry, Headed, OnSite, Seen};
pub(crate) use links::Links;
pub(crate) use loose_numbers::hints as number_hints;
pub(crate) use programme::Programme;
pub(crate) use progress::{
    ActionProgress, Change, ChangeKind, Concern, DAYS_AHEAD, Deadline, Exception, ExceptionGroup, Item, LeadHoldings,
    PlanProgress, Standing, StepState, so_far,
};
pub(crate) use published::{Dated, Published};
pub(crate) use reading::{PageReading, hints as reading_hints, reading};
pub(crate) use reviews::{Review, reviewed_ahead};
pub(crate) use route::{DownloadFormat, Route};
pub(crate) use routes::Routes;
pub(crate) use texts::Texts;
pub(crate) use timetable::Timetable;

use crate::content::Content;
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::kinds::service::record::Service;
use crate::kinds::{self, kinds};
use crate::model::language::Language;
use crate::model::theme::{File, Theme};
use crate::record::entry::Entry;
use crate::record::glossary::GlossaryTerm;
use crate::record::governance::Group;
use crate::record::organisation::Organisation;
use crate::record::redirect::Redirect;
use crate::record::settings::Settings;
use crate::record::vocabulary::Vocabulary;

macro_rules! site {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// A site on a day.
        #[derive(Debug, Clone)]
        pub struct Site {
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
                /// The records of a kind that are to be seen, in the order of its [`OnSite::gather`].
                pub(crate) $list: Vec<<kinds::$folder::record::$Kind as OnSite>::Item>,
            )+
            /// What each page is named as related by: the other way of [`ActionProgress::related`], in the plans' order.
            pub(crate) related_by: HashMap<Route, Vec<Route>>,
            /// The pages and updates that speak of each service.
            pub(crate) guidance: HashMap<Route, Vec<Route>>,
            /// How many of the services are the site's helplines, of those that are open.
            pub(crate) helplines: usize,
            /// The facets by which services are found.
            pub(crate) facets: Facets,
            /// The sessions to come of the courses.
            pub(crate) timetable: Timetable,
            /// The quarters with training to come.
            pub(crate) programmes: Vec<Programme>,
            /// What each update belongs with.
            pub(crate) update_relations: Vec<Vec<Route>>,
            /// What each page belongs with.
            pub(crate) page_relations: Vec<Vec<Route>>,
            /// Templates, styles, scripts.
            pub(crate) theme: Arc<Theme>,
            /// What is copied as it is.
            pub(crate) files: Arc<Vec<File>>,
            /// Every address.
            pub(crate) routes: Arc<Routes>,
            /// Where links lead.
            pub(crate) links: Links,
        }

        /// What is to be seen on the day, in order, before references are followed.
        fn gather(
            content: &Content,
            settings: &Arc<Settings>,
            occasion: Occasion,
            problems: &mut Vec<Diagnostic>,
        ) -> Site {
            let seen = Seen { content, settings, occasion };
            let mut site = Site {
                today: occasion.today,
                settings: settings.clone(),
                vocabulary: content.vocabulary.clone(),
                organisations: content.organisations.clone(),
                glossary: content.glossary.clone(),
                redirects: content.redirects.clone(),
                governance: content.governance.clone(),
                $($list: kinds::$folder::record::$Kind::gather(&content.$list, seen, problems),)+
                related_by: HashMap::new(),
                guidance: HashMap::new(),
                helplines: 0,
                facets: Facets::default(),
                timetable: Timetable::default(),
                programmes: Vec::new(),
                update_relations: Vec::new(),
                page_relations: Vec::new(),
                theme: content.theme.clone(),
                files: content.files.clone(),
                routes: Arc::default(),
                links: Links::default(),
            };
            site.helplines = directory::helplines(&site.services, settings);
            site
        }
    };
}
kinds!(site);

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
    let mut site = gather(content, settings, occasion, &mut problems);
    references::resolve(&mut site, content, occasion, last, &mut problems);
    site.programmes = Programme::all(&site.timetable, &site.courses, settings.financial_year_starts);
    directory::check(&site, &mut problems);
    duplicates::check(&site, &mut problems);
    articles::check(&site, content, occasion, &mut problems);
    theme::check(&site, &mut problems);
    reviews::check(&site, &mut problems);
    calendar::check(&site, &mut problems);
    addresses::assign(&mut site, content, occasion, last, &mut problems);
    hosting::check(&site, &mut problems);
    accessibility::check(&site, &mut problems);
    safety_page::check(&site, &mut problems);
    let broken = prose::check(&site, last);
    site.links.are_sound = broken.is_empty();
    site.guidance = guidance::of_services(&site);
    problems.extend(broken);
    lookup::complete_help(&mut problems, &site.vocabulary);
    diagnostic::sort(&mut problems);
    (Some(site), problems)
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

    /// The actions that name a page as related.
    #[must_use]
    pub(crate) fn related_by(&self, route: Route) -> &[Route] {
        self.related_by.get(&route).map_or(&[], Vec::as_slice)
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

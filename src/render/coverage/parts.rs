//! What the report on who is served tells. The names are those of the JSON, which `docs/coverage-report.md` describes;
//! they are kept stable.

use jiff::civil::Date;
use serde::Serialize;

use super::{By, headline};
use crate::kinds::service::site::coverage::{Count, Coverage, Row};
use crate::record::vocabulary::CoverageAnswer;
use crate::render::wording::services::level;
use crate::site::Site;

#[derive(Serialize)]
pub(super) struct Report<'s> {
    pub(super) as_it_stood_on: Date,
    pub(super) headline: String,
    pub(super) open_services: usize,
    pub(super) closed_services: usize,
    /// The needs that no open service names.
    pub(super) unmet_needs: Vec<Word<'s>>,
    /// The groups that no open service names.
    pub(super) unnamed_groups: Vec<Word<'s>>,
    pub(super) groups: Vec<Subject<'s>>,
    pub(super) areas: Vec<Subject<'s>>,
    pub(super) levels: Vec<Subject<'s>>,
    /// What the levels are levels of.
    #[serde(skip)]
    pub(super) level: &'static str,
}

/// A word of the vocabulary.
#[derive(Serialize)]
pub(super) struct Word<'s> {
    pub(super) id: &'s str,
    pub(super) name: &'s str,
}

/// A group, an area or a level of risk.
#[derive(Serialize)]
pub(super) struct Subject<'s> {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(skip)]
    pub(super) no_service: String,
    #[serde(flatten)]
    pub(super) counts: Counts,
    pub(super) needs: Vec<NeedCounts<'s>>,
}

#[derive(Serialize)]
pub(super) struct NeedCounts<'s> {
    #[serde(flatten)]
    pub(super) need: Word<'s>,
    #[serde(flatten)]
    pub(super) counts: Counts,
    /// Whether no service counts, and nothing is known of that.
    pub(super) gap: bool,
    /// What is known where no service counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) answer: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct Counts {
    /// Those that name the group, area or level.
    pub(super) services: usize,
    /// Those for all.
    pub(super) for_all: usize,
    pub(super) by_and_for: usize,
}

impl From<Count> for Counts {
    fn from(count: Count) -> Self {
        Self { services: count.named, for_all: count.general, by_and_for: count.by_and_for }
    }
}

impl<'s> Report<'s> {
    pub(super) fn of(site: &'s Site, coverage: &Coverage) -> Self {
        let words = &site.vocabulary;
        let subjects = |by: By| by.rows(coverage).iter().map(|row| Subject::of(site, coverage, by, row)).collect();
        Self {
            as_it_stood_on: site.today,
            headline: headline(coverage),
            open_services: coverage.open,
            closed_services: coverage.closed,
            unmet_needs: coverage.unmet_needs.iter().map(|&need| Word::of(&words.needs[need])).collect(),
            unnamed_groups: coverage.unnamed_groups.iter().map(|&one| Word::of(&words.audiences[one])).collect(),
            groups: subjects(By::Group),
            areas: subjects(By::Area),
            levels: subjects(By::Level),
            level: level(site),
        }
    }
}

impl<'s> Word<'s> {
    fn of(term: &'s crate::record::vocabulary::Term) -> Self {
        Self { id: &term.id.value, name: &term.name }
    }
}

impl<'s> Subject<'s> {
    fn of(site: &'s Site, coverage: &Coverage, by: By, row: &Row) -> Self {
        let need = |&need: &usize| NeedCounts {
            need: Word::of(&site.vocabulary.needs[need]),
            counts: row.by_need[need].into(),
            gap: row.is_unnamed(need),
            answer: row.answers[need].map(CoverageAnswer::id),
        };
        Self {
            id: by.subject_id(site, row.subject),
            name: by.name(site, row.subject),
            no_service: by.no_service(site, row.subject),
            counts: row.all.into(),
            needs: coverage.needs.iter().map(need).collect(),
        }
    }

    /// The names of the needs for which no service counts, and of which nothing is known.
    pub(super) fn unnamed(&self) -> impl Iterator<Item = &str> {
        self.needs.iter().filter(|need| need.gap).map(|need| need.need.name)
    }
}

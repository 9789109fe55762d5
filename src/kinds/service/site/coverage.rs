//! Who is served, as far as records name it: how many open services each group, area and level has for each need. That
//! none names a pair does not say that nobody is served: an editor can say what is known of it.
//!
//! A service counts on the day if it is open, for each word that it names. One that is for all (for everyone, for the
//! whole area, for any level of risk) is counted beside those that name a word, so that nobody mistakes one for the
//! other. `docs/coverage-report.md` tells the same to readers.

use std::collections::BTreeSet;

use crate::kinds::service::record::ServiceState;
use crate::kinds::service::site::directory::Listing;
use crate::record::vocabulary::{CoverageAnswer, Term};
use crate::site::Site;

/// The id of the audience that stands for everyone, where a vocabulary has it.
const EVERYONE: &str = "everyone";

/// The levels of risk, 1 universal to 4 very high.
const TIERS: std::ops::RangeInclusive<u32> = 1..=4;

/// Who is served by how many services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Coverage {
    /// How many services are open, which are those that count.
    pub open: usize,
    /// How many are closed, for now or for good.
    pub closed: usize,
    /// The needs that an open service names, by their numbers.
    pub needs: Vec<usize>,
    /// The needs that none names.
    pub unmet_needs: Vec<usize>,
    /// By who services are for: the groups that an open service names.
    pub groups: Vec<Row>,
    /// The groups that no open service names.
    pub unnamed_groups: Vec<usize>,
    /// By where services work.
    pub areas: Vec<Row>,
    /// By level; none where no open service names one.
    pub tiers: Vec<Row>,
}

/// A group, an area or a level of risk, with its services for each need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The number of the group or area in the vocabulary, or the level, from 1.
    pub subject: usize,
    /// All its services.
    pub all: Count,
    /// Its services for each need of the vocabulary, in that order.
    pub by_need: Vec<Count>,
    /// What is known of each need for which no service counts.
    pub(crate) answers: Vec<Option<CoverageAnswer>>,
}

/// How many services there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Those that name the group, area or level.
    pub named: usize,
    /// Those that do not, and are for all.
    pub general: usize,
    /// Among the named, those that the group runs for itself.
    pub by_and_for: usize,
}

impl Count {
    /// All that can be turned to.
    #[must_use]
    pub(crate) fn total(self) -> usize {
        self.named + self.general
    }

    fn add(&mut self, claim: Claim) {
        match claim {
            Claim::Named { by_and_for } => {
                self.named += 1;
                self.by_and_for += usize::from(by_and_for);
            }
            Claim::General => self.general += 1,
        }
    }
}

impl Row {
    /// Those of some needs for which no service counts, and of which nothing is known.
    pub(crate) fn unnamed<'r>(&'r self, needs: &'r [usize]) -> impl Iterator<Item = usize> + 'r {
        needs.iter().copied().filter(|&need| self.is_unnamed(need))
    }

    /// Whether no service counts for a need, and nothing is known of that.
    #[must_use]
    pub(crate) fn is_unnamed(&self, need: usize) -> bool {
        self.by_need[need].total() == 0 && self.answers[need].is_none()
    }
}

/// How a service comes to count for a group, an area or a level.
#[derive(Clone, Copy)]
enum Claim {
    Named { by_and_for: bool },
    General,
}

impl Site {
    /// Who is served by how many services.
    #[must_use]
    pub(crate) fn coverage(&self) -> Coverage {
        let is_open = |listing: &&Listing| listing.service.state == ServiceState::Open;
        let open: Vec<&Listing> = self.services.iter().filter(is_open).collect();
        let met: BTreeSet<usize> = open.iter().flat_map(|listing| self.needs_met(listing)).collect();
        let (needs, unmet_needs) = (0..self.vocabulary.needs.len()).partition(|need| met.contains(need));
        let audiences = &self.vocabulary.audiences;
        let everyone = audiences.iter().position(|term| term.id.value == EVERYONE);
        let rows = |subjects: std::ops::Range<usize>, claim: &dyn Fn(&Listing, usize) -> Option<Claim>| {
            subjects.map(|subject| self.row(subject, &open, claim)).collect::<Vec<Row>>()
        };
        let groups = rows(0..audiences.len(), &|listing, group| of_group(listing, group, audiences, everyone));
        let (mut groups, unnamed): (Vec<Row>, Vec<Row>) = groups.into_iter().partition(|row| row.all.named > 0);
        for row in &mut groups {
            self.answer(row);
        }
        let tiered = open.iter().any(|listing| !listing.service.tiers.is_empty());
        let tiers = *TIERS.start() as usize..*TIERS.end() as usize + 1;
        Coverage {
            open: open.len(),
            closed: self.services.len() - open.len(),
            needs,
            unmet_needs,
            groups,
            unnamed_groups: unnamed.into_iter().map(|row| row.subject).collect(),
            areas: rows(0..self.vocabulary.areas.len(), &|listing, area| of_all_or(&listing.areas, area)),
            tiers: rows(if tiered { tiers } else { 0..0 }, &|listing, tier| {
                let own: Vec<usize> = listing.service.tiers.iter().map(|&tier| tier as usize).collect();
                of_all_or(&own, tier)
            }),
        }
    }

    fn row(&self, subject: usize, open: &[&Listing], claim: &dyn Fn(&Listing, usize) -> Option<Claim>) -> Row {
        let needs = self.vocabulary.needs.len();
        let (all, by_need, answers) = (Count::default(), vec![Count::default(); needs], vec![None; needs]);
        let mut row = Row { subject, all, by_need, answers };
        for listing in open {
            if let Some(claim) = claim(listing, subject) {
                row.all.add(claim);
                for need in self.needs_met(listing) {
                    row.by_need[need].add(claim);
                }
            }
        }
        row
    }

    /// Puts in what is known of the needs of a group. People who harm others have services of their own, which count for
    /// no one else: of pairs with them there is nothing to know.
    fn answer(&self, row: &mut Row) {
        let words = &self.vocabulary;
        let group = &words.audiences[row.subject];
        for (need, answer) in words.needs.iter().zip(&mut row.answers) {
            let mut marks = words.coverage.iter();
            let known = marks.find(|mark| {
                mark.audiences.iter().any(|id| id.value == group.id.value)
                    && mark.needs.iter().any(|id| id.value == need.id.value)
            });
            let apart = (group.own_behaviour != need.own_behaviour).then_some(CoverageAnswer::NotApplicable);
            *answer = known.map(|mark| mark.answer).or(apart);
        }
        for (answer, count) in row.answers.iter_mut().zip(&row.by_need) {
            *answer = answer.filter(|_| count.total() == 0);
        }
    }

    fn needs_met<'l>(&'l self, listing: &'l Listing) -> impl Iterator<Item = usize> + use<'l> {
        let needs = listing.needs.iter().copied();
        needs.filter(|&need| listing.is_listed_under(&self.vocabulary.needs[need]))
    }
}

/// A service is for the groups that it names, and for those that run it for themselves.
fn of_group(listing: &Listing, group: usize, audiences: &[Term], everyone: Option<usize>) -> Option<Claim> {
    if !listing.is_listed_under(&audiences[group]) {
        return None;
    }
    let by_and_for = listing.service.by_and_for.iter().any(|id| id.value == audiences[group].id.value);
    if by_and_for || listing.audiences.contains(&group) {
        return Some(Claim::Named { by_and_for });
    }
    everyone.filter(|everyone| listing.audiences.contains(everyone)).map(|_| Claim::General)
}

/// A service that names no area is for all of them, and one without a level for any.
fn of_all_or(named: &[usize], subject: usize) -> Option<Claim> {
    if named.is_empty() {
        return Some(Claim::General);
    }
    named.contains(&subject).then_some(Claim::Named { by_and_for: false })
}

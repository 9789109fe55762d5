//! The handbook for professionals: the services for a need, by level of risk.

use crate::kinds::service::record::ServiceState;
use crate::kinds::service::site::directory::{Facet, Listing};
use crate::site::Site;

/// How many services a handbook in one piece may have. With more it would be a thick book on paper, and its page too
/// heavy for a phone.
const IN_ONE_PIECE: usize = 300;

/// The services of the handbook for a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HandbookPart {
    /// The need's number in the vocabulary.
    pub need: usize,
    /// All its services, by name.
    pub services: Vec<usize>,
    /// The same by level of risk: those for any level first.
    pub levels: Vec<HandbookLevel>,
}

/// The services for a level of risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HandbookLevel {
    /// The level, 1 universal to 4 very high; none for any.
    pub tier: Option<u32>,
    /// Its services, by name. One that is for several levels is in each.
    pub services: Vec<usize>,
}

/// Whether the whole handbook is offered on one page, to be printed.
pub(crate) fn is_in_one_piece(services: &[Listing]) -> bool {
    (1..=IN_ONE_PIECE).contains(&services.len())
}

impl Site {
    /// The handbook, a part for each need that has services. What is closed for good is not in it.
    #[must_use]
    pub(crate) fn handbook(&self) -> Vec<HandbookPart> {
        self.services.facets.needs.iter().map(|facet| self.part(facet)).collect()
    }

    /// The part of the handbook for a need.
    #[must_use]
    pub(crate) fn handbook_part(&self, need: usize) -> HandbookPart {
        let none = Facet { term: need, services: Vec::new() };
        self.part(self.services.facets.needs.iter().find(|facet| facet.term == need).unwrap_or(&none))
    }

    /// Every service of the handbook, by name.
    #[must_use]
    pub(crate) fn handbook_services(&self) -> Vec<usize> {
        self.by_name(0..self.services.len())
    }

    fn part(&self, facet: &Facet) -> HandbookPart {
        let services = self.by_name(facet.services.iter().copied());
        let levels = [None, Some(1), Some(2), Some(3), Some(4)].map(|tier| {
            let fits = |&&number: &&usize| {
                let tiers = &self.services[number].service.tiers;
                tier.map_or(tiers.is_empty(), |tier| tiers.contains(&tier))
            };
            HandbookLevel { tier, services: services.iter().filter(fits).copied().collect() }
        });
        HandbookPart { need: facet.term, services, levels: levels.into() }
    }

    fn by_name(&self, services: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut services: Vec<usize> =
            services.filter(|&number| self.services[number].service.state != ServiceState::Closed).collect();
        services.sort_by_cached_key(|&number| (self.services[number].service.title.value.to_lowercase(), number));
        services
    }
}

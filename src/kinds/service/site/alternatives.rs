//! What to offer beside a service, and in place of one that is closed.

use std::cmp::Reverse;

use crate::kinds::service::record::ServiceState;
use crate::kinds::service::site::directory::Listing;
use crate::site::Site;

impl Site {
    /// The numbers of the open services that can best stand in for one, the likeliest first: each gives some of the
    /// same help, and those for the same people near by come before others.
    #[must_use]
    pub(crate) fn alternatives(&self, number: usize) -> Vec<usize> {
        let wanted = &self.services[number];
        let mut others: Vec<_> = self.services.iter().enumerate().collect();
        others.retain(|(other, listing)| *other != number && can_stand_in(listing, wanted));
        // The order among equals is the directory's own, in which those that answer now come first.
        others.sort_by_key(|(_, listing)| Reverse(likeness(listing, wanted)));
        others.into_iter().map(|(other, _)| other).collect()
    }
}

/// How many services like it a page names.
const SIMILAR: usize = 3;

impl Site {
    /// The numbers of the services that are like one: those that its author names, else the open ones that give some of
    /// the same help to some of the same people near by, the likest first. One for people who harm others is like none
    /// for people who are harmed.
    #[must_use]
    pub(crate) fn similar(&self, number: usize) -> Vec<usize> {
        let wanted = &self.services[number];
        let named = &wanted.service.similar;
        if !named.is_empty() {
            let same =
                |other: &usize| self.services[*other].service.behaviour_change == wanted.service.behaviour_change;
            return self.by_id(named.iter().map(|id| id.as_str())).filter(same).collect();
        }
        // None can be more like it than one with all of its help and all of its people. Among thousands there are such.
        let most = 2 * wanted.needs.len() + wanted.audiences.len();
        let mut best: Vec<(Reverse<usize>, usize)> = Vec::with_capacity(SIMILAR + 1);
        for (other, listing) in self.services.iter().enumerate() {
            if other == number || !can_stand_in(listing, wanted) {
                continue;
            }
            let (people, near, score) = likeness(listing, wanted);
            if people && near && (best.len() < SIMILAR || best.last().is_some_and(|(Reverse(last), _)| score > *last)) {
                let at = best.partition_point(|(Reverse(better), _)| *better >= score);
                best.insert(at, (Reverse(score), other));
                best.truncate(SIMILAR);
                if best.len() == SIMILAR && best.iter().all(|(Reverse(score), _)| *score == most) {
                    break;
                }
            }
        }
        best.into_iter().map(|(_, other)| other).collect()
    }

    /// The numbers of services by their ids; one that is not to be seen is left out.
    fn by_id<'i>(&self, ids: impl Iterator<Item = &'i str>) -> impl Iterator<Item = usize> {
        ids.filter_map(|id| self.services.iter().position(|listing| listing.service.id == id))
    }
}

fn can_stand_in(listing: &Listing, wanted: &Listing) -> bool {
    let (service, closed) = (&listing.service, &wanted.service);
    service.state == ServiceState::Open
        && service.behaviour_change == closed.behaviour_change
        && service.for_professionals <= closed.for_professionals
        && shared(&listing.needs, &wanted.needs) > 0
}

/// How like one service is to another: whether it is for any of the same people, whether it is near, and how much of
/// the help and how many of the people are the same.
fn likeness(listing: &Listing, wanted: &Listing) -> (bool, bool, usize) {
    let people = shared(&listing.audiences, &wanted.audiences);
    let everywhere = listing.areas.is_empty() || wanted.areas.is_empty();
    let near = everywhere || shared(&listing.areas, &wanted.areas) > 0;
    (people > 0, near, 2 * shared(&listing.needs, &wanted.needs) + people)
}

fn shared(some: &[usize], others: &[usize]) -> usize {
    some.iter().filter(|one| others.contains(one)).count()
}

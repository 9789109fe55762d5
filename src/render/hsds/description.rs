//! What a service says that the profile has no field for, in words.

use crate::kinds::service::record::{Location, Service};

/// What is said first of a service that is no help for those who are harmed.
const BEHAVIOUR_CHANGE: &str = "This is for people who harm others. It is no help for people who are harmed.";

/// The description of a service: what it does, who can use it, how people get in. Its page has more.
pub(super) fn description(service: &Service) -> String {
    let referral = &service.referral;
    let getting_in = referral.by_self.map(|by_self| {
        if by_self { "People can get in touch themselves." } else { "People cannot ask for this themselves." }
            .to_owned()
    });
    let has_place = matches!(service.location, Some(Location::Public { .. }));
    let access = (!has_place && !service.accessibility.is_empty()).then(|| service.accessibility.join("; "));
    let parts = [
        Some(service.summary.value.clone()),
        service.behaviour_change.then(|| BEHAVIOUR_CHANGE.to_owned()),
        service.for_professionals.then(|| "This is for professionals.".to_owned()),
        service.eligibility.as_ref().map(|text| format!("Who can use it: {}", text.text.trim())),
        getting_in,
        referral.note.as_ref().map(|text| text.text.trim().to_owned()),
        referral.professional.as_ref().map(|text| format!("How professionals refer: {}", text.text.trim())),
        access.map(|access| format!("Access: {access}")),
        service.accepts_from_outside.map(|accepts| {
            if accepts { "People who live elsewhere can use it." } else { "It is only for people in the area." }
                .to_owned()
        }),
    ];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

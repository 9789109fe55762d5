//! The words for services, on their pages and in reports.

use crate::site::Site;

/// The levels in words, by their number from 1: of risk, as professionals call them, or numbers alone on a site that is
/// about no danger.
pub(crate) fn tier(site: &Site, tier: usize) -> Option<&'static str> {
    let words = if site.settings.sensitive {
        ["Universal", "Standard or medium risk", "High risk", "Very high risk"]
    } else {
        ["Level 1", "Level 2", "Level 3", "Level 4"]
    };
    words.get(tier.checked_sub(1)?).copied()
}

/// What the levels are levels of.
pub(crate) fn level(site: &Site) -> &'static str {
    if site.settings.sensitive { "level of risk" } else { "level" }
}

/// A name inside a sentence, unless it begins with an abbreviation: `LGBT+ people` stays.
pub(crate) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.as_str().chars().next()) {
        (Some(first), Some(second))
            if (second.is_lowercase() || name.starts_with("A ")) && !starts_with_a_people(name) =>
        {
            format!("{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => name.to_owned(),
    }
}

/// Names of peoples keep their capital.
fn starts_with_a_people(name: &str) -> bool {
    ["Black", "Asian", "Gypsy", "Roma", "Traveller", "Deaf", "Muslim", "Jewish", "Sikh", "Hindu", "Christian", "Polish"]
        .iter()
        .any(|people| name.starts_with(people))
}

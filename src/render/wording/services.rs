//! The words for services, on their pages and in reports.

/// The levels of risk in the words that professionals use, by their number from 1.
pub(in crate::render) fn tier(tier: usize) -> Option<&'static str> {
    let words = ["Universal", "Standard or medium risk", "High risk", "Very high risk"];
    words.get(tier.checked_sub(1)?).copied()
}

/// A name inside a sentence, unless it begins with an abbreviation: `LGBT+ people` stays.
pub(in crate::render) fn lower_first(name: &str) -> String {
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

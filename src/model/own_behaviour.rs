//! Which words of a vocabulary mean people who harm others, or help for them.

use super::slug::slugify;

/// What an id or a name has in it that means them, as slugs. A word under `also` must be one of these.
const MEANT: &[&str] = &[
    "abusers",
    "abusive-behaviour",
    "behaviour-change",
    "change-behaviour",
    "changing-behaviour",
    "harm-others",
    "harmful-behaviour",
    "hurt-others",
    "own-behaviour",
    "people-who-abuse",
    "people-who-cause-harm",
    "people-who-harm",
    "people-who-hurt",
    "people-who-use-abuse",
    "perpetrator",
    "perpetrators",
    "those-who-harm",
    "using-abuse",
];

/// What shows that others are meant, though a word above stands beside it.
const NOT_MEANT: &[&str] =
    &["families", "family", "partners", "professionals", "staff", "themselves", "victims", "working-with"];

/// Whether a word of the vocabulary means people who harm others, by its id, its name and what people say instead.
#[must_use]
pub(crate) fn is_meant(id: &str, name: &str, also: &[String]) -> bool {
    let [id, name] = [id, name].map(slugify);
    let has = |slug: &str, words: &[&str]| words.iter().any(|word| format!("-{slug}-").contains(&format!("-{word}-")));
    let named = has(&id, MEANT) || has(&name, MEANT) || also.iter().any(|word| MEANT.contains(&&*slugify(word)));
    named && !has(&id, NOT_MEANT) && !has(&name, NOT_MEANT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_who_harm_are_known_by_id_name_or_what_people_say() {
        for (id, name, also) in [
            ("using-abuse", "Anyone", ""),
            ("them", "People worried about their own behaviour", ""),
            ("them", "People who harm", ""),
            ("them", "Anyone who wants to change", "perpetrator"),
            ("change", "Changing harmful behaviour", ""),
        ] {
            assert!(is_meant(id, name, &[also.to_owned()]), "{id}: {name}");
        }
    }

    #[test]
    fn others_near_them_are_not_meant() {
        for (id, name, also) in [
            ("partners", "Partners of perpetrators", ""),
            ("police", "Victims of police perpetrators", "perpetrators"),
            ("self-harm", "People who harm themselves", ""),
            ("staff", "Staff working with people who harm", ""),
            ("men", "Men", "man"),
        ] {
            assert!(!is_meant(id, name, &[also.to_owned()]), "{id}: {name}");
        }
    }
}

//! One text that names several who lead: `Police / Probation`, `Marlsea Council, supported by Safe Harbour`.

use std::sync::LazyLock;

use crate::import::block::words;
use crate::import::phrases::{Phrases, as_it_is};

/// What words in a name show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Body,
    Post,
    Sector,
    /// Its "and" is a part of the name.
    Joined,
}

static KINDS: LazyLock<Phrases<Kind>> = LazyLock::new(|| {
    Phrases::of(include_str!("../phrases/leads.txt"), as_it_is, |kind| match kind {
        "body" => Some(Kind::Body),
        "post" => Some(Kind::Post),
        "sector" => Some(Kind::Sector),
        "joined" => Some(Kind::Joined),
        _ => None,
    })
});

/// What stands between those who lead and those who support them.
const SUPPORTED: [&str; 11] = [
    " (with support from ",
    " (with ",
    " supported by ",
    " with support from ",
    " with the support of ",
    " assisted by ",
    " in partnership with ",
    " working with ",
    " along with ",
    "; support: ",
    " support: ",
];

/// Those who lead, and those who support them.
pub(super) fn led_and_supported(text: &str) -> (&str, &str) {
    let lower = text.to_ascii_lowercase();
    let found = SUPPORTED.iter().find_map(|mark| lower.find(mark).map(|at| (at, at + mark.len())));
    found.map_or((text, ""), |(end, start)| {
        (text[..end].trim_end_matches([',', ';', '(', ' ', '-', '–']), text[start..].trim_end_matches([')', ' ']))
    })
}

/// A name without the mark of its part in the work, and whether that is to lead: `Council (lead)`, `Police (S)`.
pub(crate) fn part_of(name: &str) -> (&str, Option<bool>) {
    let marked = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let part = marked.and_then(|(name, mark)| match mark.trim().to_ascii_lowercase().as_str() {
        "lead" | "l" | "leading" | "lead agency" | "lead partner" => Some((name.trim_end(), Some(true))),
        "support" | "s" | "supporting" | "partner" | "contributor" => Some((name.trim_end(), Some(false))),
        _ => None,
    });
    part.filter(|(name, _)| !name.is_empty()).unwrap_or((name, None))
}

/// Whether one of several names is marked as the one that leads.
pub(crate) fn has_marked_lead(texts: &[impl AsRef<str>]) -> bool {
    texts.iter().flat_map(|text| names(text.as_ref())).any(|name| part_of(name).1 == Some(true))
}

/// Partners, of whom a cell lists several more often than it has a comma in one name.
pub(crate) fn partners(text: &str) -> Vec<&str> {
    let parts: Vec<&str> = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_short = |part: &&str| part.split(' ').count() <= 6 && part.matches('(').count() == part.matches(')').count();
    // "Department for Education, Skills and Work" is one.
    let is_long_name =
        parts.len() == 2 && parts[1].contains(" and ") && [" for ", " of "].iter().any(|word| parts[0].contains(word));
    let is_list = parts.len() > 1 && parts.iter().all(is_short) && !is_long_name;
    if is_list && names(text).len() == 1 { parts } else { vec![text] }
}

/// The names in a text, where each part of it is an organisation, a group or a post; else the text as it is.
pub(crate) fn names(text: &str) -> Vec<&str> {
    for mark in [";", "/", " + ", "\n", ",", " and ", " & "] {
        let mut parts: Vec<&str> = text.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect();
        // "Council, Police and NHS Trust": a list ends with an "and".
        if mark == ","
            && parts.len() > 1
            && let Some((first, second)) = parts.last().and_then(|last| last.rsplit_once(" and "))
            && !has_kind(parts[parts.len() - 1], Kind::Joined)
        {
            parts.pop();
            parts.extend([first.trim(), second.trim()]);
        }
        if parts.len() > 1 && are_names(&parts, text, mark) {
            return parts.into_iter().flat_map(names).collect();
        }
    }
    vec![text]
}

fn are_names(parts: &[&str], text: &str, mark: &str) -> bool {
    // Brackets may hold a list of their own.
    if parts.iter().any(|part| part.matches('(').count() != part.matches(')').count()) {
        return false;
    }
    if mark.trim() == "and" || mark.trim() == "&" {
        let spoken = text.replace(" & ", " and ");
        if has_kind(&spoken, Kind::Joined) {
            return false;
        }
    }
    let kinds: Vec<Option<Kind>> = parts.iter().map(|part| kind(part)).collect();
    let all_sectors = kinds.iter().all(|kind| *kind == Some(Kind::Sector));
    let telling = |part: &&str| match kind(part) {
        Some(Kind::Body | Kind::Post) => true,
        Some(Kind::Sector) => is_shortened(part),
        Some(Kind::Joined) | None => false,
    };
    // "Licensing Manager, Marlsea Council" is a post in an organisation, and "Nurse and Commissioners – ICB" two of one.
    let is_post_of_body = mark == "," && kinds[0] == Some(Kind::Post) && kinds.iter().any(|kind| *kind != kinds[0]);
    let shares_body = mark == " and " && [" – ", " — ", " - "].iter().any(|dash| text.contains(dash));
    let single = |part: &&str| !part.contains(' ') && part.len() > 1;
    let is_listed = match mark {
        ";" => parts.iter().all(|part| part.split(' ').count() <= 8),
        // `Highways / Fleet`: a stroke with spaces parts names of any kind, and one without belongs to a word.
        "/" => kinds.iter().all(Option::is_some) && (text.contains(" / ") || all_sectors || parts.iter().all(telling)),
        " + " => kinds.iter().any(Option::is_some) && parts.iter().all(|part| is_capital(part)),
        // Among short names with capitals, some of which are known, the others are names as well.
        "," if is_row_of_names(parts, &kinds) => true,
        // A last part that keeps its "and" may be the end of one long name.
        "," if parts.last().is_some_and(|last| last.contains(" and ")) => parts.iter().all(telling),
        "," => all_sectors || kinds.iter().all(Option::is_some) && parts.iter().any(telling),
        // "Community & Schools Services": the sign joins words of one name.
        " & " => all_sectors || kinds.iter().all(Option::is_some) && parts.iter().all(single),
        _ => all_sectors || parts.iter().all(telling),
    };
    is_listed && !is_post_of_body && !shares_body
}

/// What a name is; none where nothing shows that it is one.
fn kind(name: &str) -> Option<Kind> {
    let spoken = words(name);
    if KINDS.whole(&spoken) == Some(&Kind::Sector) {
        return Some(Kind::Sector);
    }
    let shown: Vec<Kind> = KINDS.inside(&spoken).map(|phrase| phrase.meaning).collect();
    let has = |kind: Kind| shown.contains(&kind).then_some(kind);
    has(Kind::Post).or(has(Kind::Body)).or_else(|| is_shortened(name).then_some(Kind::Sector))
}

/// `ICB, Cruse, Samaritans`: short names with capitals, one of which is known.
fn is_row_of_names(parts: &[&str], kinds: &[Option<Kind>]) -> bool {
    let is_short = |part: &&str| part.split(' ').count() <= 4 && is_capital(part) && !part.contains(" and ");
    let shortened = parts.iter().filter(|part| is_shortened(part)).count();
    let known = kinds.iter().filter(|kind| kind.is_some()).count();
    parts.iter().all(is_short) && (parts.len() > 2 && known > 0 || shortened > 0)
}

fn is_capital(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

fn has_kind(name: &str, kind: Kind) -> bool {
    KINDS.inside(&words(name)).any(|phrase| phrase.meaning == kind)
}

/// `ICB`, `NSPCC`.
fn is_shortened(name: &str) -> bool {
    let letters = name.trim();
    let upper = letters.bytes().filter(u8::is_ascii_uppercase).count();
    (3..=7).contains(&letters.len()) && upper >= 2 && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{led_and_supported, names, part_of, partners};

    #[test]
    fn a_list_of_names_is_parted_where_each_is_one() {
        for (text, parts) in [
            ("Highways / Fleet", vec!["Highways", "Fleet"]),
            ("Police, Probation, Health", vec!["Police", "Probation", "Health"]),
            ("Police and Probation", vec!["Police", "Probation"]),
            ("Marlsea Council and ICB", vec!["Marlsea Council", "ICB"]),
            ("Director of Housing/Chief Nurse", vec!["Director of Housing", "Chief Nurse"]),
            ("Marlsea Council; Harbour Trust", vec!["Marlsea Council", "Harbour Trust"]),
            ("Council, Police and NHS Trust", vec!["Council", "Police", "NHS Trust"]),
            ("Police and Crime Commissioner", vec![]),
            ("Health and Wellbeing Board", vec![]),
            ("Children and Families Service", vec![]),
            ("Fire and Rescue Service", vec![]),
            ("Adult/Children's Services", vec![]),
            ("Licensing Manager, Marlsea Council", vec![]),
            ("Health, Housing and Adult Care Directorate", vec![]),
            ("Task and Finish Group", vec![]),
            ("T & F Group 1", vec![]),
            ("Assistant Director – Schools Support & Community Services", vec![]),
            ("Head of Service, Front Door & Duty Team", vec![]),
            ("Chief Nurse and Lead Commissioners – ICB", vec![]),
            ("Council & Police", vec!["Council", "Police"]),
            ("ICB, Cruse, SOBS", vec!["ICB", "Cruse", "SOBS"]),
            ("OPW, An Coimisiún Pleanála", vec!["OPW", "An Coimisiún Pleanála"]),
            ("Parks Team + Friends of the Park", vec!["Parks Team", "Friends of the Park"]),
            ("Safer Streets (police, council)", vec![]),
        ] {
            let expected = if parts.is_empty() { vec![text] } else { parts };
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn marks_of_who_leads_are_taken_off() {
        assert_eq!(part_of("Council (lead)"), ("Council", Some(true)));
        assert_eq!(part_of("Police (S)"), ("Police", Some(false)));
        assert_eq!(part_of("Safer Streets (police)"), ("Safer Streets (police)", None));
        assert_eq!(partners("Schools, VicRoads"), ["Schools", "VicRoads"]);
        assert_eq!(partners("Department for Education, Skills and Work").len(), 1);
    }

    #[test]
    fn those_who_support_are_told_from_those_who_lead() {
        assert_eq!(led_and_supported("Council, supported by Police"), ("Council", "Police"));
        assert_eq!(led_and_supported("Council (with ICB)"), ("Council", "ICB"));
        assert_eq!(led_and_supported("Council (with support from ICB)"), ("Council", "ICB"));
        assert_eq!(led_and_supported("Council"), ("Council", ""));
    }
}

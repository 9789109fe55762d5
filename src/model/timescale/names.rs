//! The names of months and seasons, and slips in them.

/// A season, by the months that it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to the February of the next year.
    Winter,
}

/// Words that are near to a month's or a season's name and stand before a
/// year in plain English: "roll out 2024", "step 2024".
const ORDINARY: &[&str] = &[
    "app", "apt", "dev", "deck", "fed", "fee", "few", "jane", "jar", "jean", "joan", "job", "jon", "jury", "just",
    "man", "many", "map", "mark", "marsh", "mary", "match", "max", "mayor", "men", "met", "new", "nor", "not", "now",
    "out", "seat", "sect", "see", "seen", "sent", "set", "simmer", "sprint", "step", "string", "winner",
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const SEASONS: [(&str, Season); 4] =
    [("spring", Season::Spring), ("summer", Season::Summer), ("autumn", Season::Autumn), ("winter", Season::Winter)];

/// The month, 1 to 12, that a lower-case word names in full or in short.
pub(super) fn month(word: &str) -> Option<i16> {
    (1..).zip(MONTHS).find(|(_, name)| word == *name || abbreviations(name).contains(&word)).map(|(number, _)| number)
}

fn abbreviations(name: &str) -> [&str; 2] {
    let length = if name == "september" { 4 } else { 3 };
    [&name[..3], &name[..length]]
}

/// The season that a lower-case word names.
pub(super) fn season(word: &str) -> Option<Season> {
    SEASONS.iter().find(|(name, _)| *name == word).map(|(_, season)| *season)
}

/// The month or season that a lower-case word, which is neither, was most
/// likely meant to be. The first letter must be right: without that, "Act
/// 2021" would be a slip for October.
pub(super) fn meant_by(word: &str) -> Option<&'static str> {
    let length = word.chars().count();
    if length < 3 || ORDINARY.contains(&word) {
        return None;
    }
    let slips = if length >= 6 { 2 } else { 1 };
    let months = MONTHS.map(|name| (name, name, slips));
    let seasons = SEASONS.map(|(name, _)| (name, name, 1));
    let short =
        MONTHS.into_iter().filter(|_| length <= 5).flat_map(|name| abbreviations(name).map(|short| (name, short, 1)));
    months
        .into_iter()
        .chain(seasons)
        .chain(short)
        .filter(|(name, _, _)| name.chars().next() == word.chars().next())
        .filter_map(|(name, form, allowed)| {
            let distance = strsim::osa_distance(word, form);
            (distance <= allowed).then_some((distance, name))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{meant_by, month};

    #[test]
    fn months_are_known_in_full_and_in_short() {
        assert_eq!(month("september"), Some(9));
        assert_eq!(month("sept"), Some(9));
        assert_eq!(month("sep"), Some(9));
        assert_eq!(month("may"), Some(5));
        assert_eq!(month("maybe"), None);
    }

    #[test]
    fn a_slip_in_a_name_is_recognised() {
        for (slip, name) in [
            ("sepp", "september"),
            ("spet", "september"),
            ("jna", "january"),
            ("febuary", "february"),
            ("decmeber", "december"),
            ("agust", "august"),
            ("sumer", "summer"),
            ("autum", "autumn"),
        ] {
            assert_eq!(meant_by(slip), Some(name), "{slip}");
        }
    }

    #[test]
    fn ordinary_words_are_no_slips() {
        for word in [
            "act", "during", "early", "end", "step", "out", "by", "and", "in", "phase", "year", "strategy", "plan",
            "since", "from", "mid", "late", "until", "for", "to", "the", "autism", "summary", "summit", "action",
            "annual",
        ] {
            assert_eq!(meant_by(word), None, "{word}");
        }
    }
}

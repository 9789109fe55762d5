//! Words that stand where a lead should, and name nobody: "TBC", "Lead officer to be identified".

/// What is left to be done about it: "to be identified".
const STILL_TO_BE: [&str; 11] = [
    "agreed",
    "allocated",
    "announced",
    "appointed",
    "assigned",
    "confirmed",
    "decided",
    "determined",
    "identified",
    "named",
    "recruited",
];

/// Words that name nobody, alone or beside others: "Lead officer (TBC)".
const NOBODY: [&str; 5] = ["tbc", "tbd", "tba", "vacant", "vacancy"];

/// Texts that name nobody, alone.
const NOBODY_ALONE: [&str; 7] = ["none", "nobody", "no one", "unknown", "not known", "not yet known", "n a"];

/// Whether a text that stands for a lead names nobody yet. Marks alone, such as `?` and `-`, name nobody, too.
#[must_use]
pub(crate) fn is_nobody(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let alone = words.join(" ");
    words.is_empty()
        || text.contains('?')
        || NOBODY_ALONE.contains(&alone.as_str())
        || words.iter().any(|word| NOBODY.contains(&word.as_str()))
        || words
            .windows(3)
            .any(|three| three[0] == "to" && three[1] == "be" && STILL_TO_BE.contains(&three[2].as_str()))
}

#[cfg(test)]
mod tests {
    use super::is_nobody;

    #[test]
    fn what_plans_write_where_nobody_was_found() {
        for text in [
            "TBC",
            "tbc.",
            "T & F Group 1 (TBC)",
            "?",
            "Police?",
            "-",
            "Lead officer to be identified",
            "To be confirmed",
            "Vacant",
            "VACANT POST",
            "n/a",
            "Not yet known",
            "",
        ] {
            assert!(is_nobody(text), "{text}");
        }
    }

    #[test]
    fn a_lead_is_somebody() {
        for text in [
            "safe-harbour",
            "All partners",
            "Chair to be supported by the council",
            "Tbilisi House",
            "Director of public health",
            "مجلس",
            "Vacancies officer",
        ] {
            assert!(!is_nobody(text), "{text}");
        }
    }
}

//! The success criteria of the Web Content Accessibility Guidelines 2.2.

/// How many criteria each guideline has: `1.4` has thirteen. <https://www.w3.org/TR/WCAG22/>
const GUIDELINES: [(&str, u8); 13] = [
    ("1.1", 1),
    ("1.2", 9),
    ("1.3", 6),
    ("1.4", 13),
    ("2.1", 4),
    ("2.2", 6),
    ("2.3", 3),
    ("2.4", 13),
    ("2.5", 8),
    ("3.1", 6),
    ("3.2", 6),
    ("3.3", 9),
    ("4.1", 3),
];

/// Whether a text names a criterion by its number, such as `1.4.10`.
#[must_use]
pub(crate) fn names_criterion(text: &str) -> bool {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    numbers.map(|number| number.trim_matches('.')).any(is_criterion)
}

fn is_criterion(number: &str) -> bool {
    let Some((guideline, last)) = number.rsplit_once('.') else { return false };
    let count = GUIDELINES.iter().find(|(name, _)| *name == guideline).map_or(0, |(_, count)| *count);
    last.parse::<u8>().is_ok_and(|last| (1..=count).contains(&last))
}

#[cfg(test)]
mod tests {
    use super::names_criterion;

    #[test]
    fn criteria_are_known_by_their_numbers() {
        for text in ["WCAG 1.4.10.", "fails 2.4.11 (focus)", "criterion 1.1.1: no text", "(WCAG2.2 AA: 3.3.9)"] {
            assert!(names_criterion(text), "{text}");
        }
        for text in ["WCAG 2.2 AA", "1.4.14", "5.1.1", "version 1.10.1", "1.4", "on 1.1.2026", "11.4.1", ""] {
            assert!(!names_criterion(text), "{text}");
        }
    }
}

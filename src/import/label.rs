//! Lines that say what they are: `Objective 1.2: Help comes early`, `Aim: …`, `Strategic lead: …`, `We will …`.

use super::block::{begins_with, words};

/// What a line says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Section,
    Objective,
    Aim,
    Lead,
    Outcomes,
    Period,
}

/// A line taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label<'t> {
    pub(crate) kind: Kind,
    /// The plan's own word: `Outcome`.
    pub(crate) word: &'t str,
    /// Its number: `1.2`.
    pub(crate) number: &'t str,
    /// What it says.
    pub(crate) rest: &'t str,
}

impl Label<'_> {
    /// Whether a section or an objective begins here.
    pub(crate) fn opens_group(&self) -> bool {
        matches!(self.kind, Kind::Section | Kind::Objective)
    }
}

/// What each first word or words mean; longer ones first.
const KINDS: &[(&str, Kind)] = &[
    ("the success of the above measures will be evaluated by", Kind::Outcomes),
    ("success will be measured by", Kind::Outcomes),
    ("success will be evaluated by", Kind::Outcomes),
    ("expected outcomes from actions", Kind::Outcomes),
    ("we will know we have succeeded when", Kind::Outcomes),
    ("how will we know", Kind::Outcomes),
    ("how we will know", Kind::Outcomes),
    ("how will we measure success", Kind::Outcomes),
    ("how we will measure success", Kind::Outcomes),
    ("what success looks like", Kind::Outcomes),
    ("what we want to see", Kind::Outcomes),
    ("what we want to achieve", Kind::Outcomes),
    ("success measures", Kind::Outcomes),
    ("measures of success", Kind::Outcomes),
    ("expected outcomes", Kind::Outcomes),
    ("expected outcome", Kind::Outcomes),
    ("intended outcomes", Kind::Outcomes),
    ("outcomes from actions", Kind::Outcomes),
    ("desired outcomes", Kind::Outcomes),
    ("what will success look like", Kind::Outcomes),
    ("strategic priority", Kind::Section),
    ("strategic outcome", Kind::Section),
    ("strategic objective", Kind::Section),
    ("strategic lead", Kind::Lead),
    ("strategic theme", Kind::Section),
    ("strategic aim", Kind::Aim),
    ("priority area", Kind::Section),
    ("key priority", Kind::Section),
    ("our priority", Kind::Section),
    ("work stream", Kind::Section),
    ("strategic goal", Kind::Section),
    ("recommendation", Kind::Section),
    ("domain", Kind::Section),
    ("principal lead", Kind::Lead),
    ("principle lead", Kind::Lead),
    ("responsible officer", Kind::Lead),
    ("lead officer", Kind::Lead),
    ("lead agency", Kind::Lead),
    ("senior responsible officer", Kind::Lead),
    ("theme lead", Kind::Lead),
    ("priority lead", Kind::Lead),
    ("outcome lead", Kind::Lead),
    ("lead", Kind::Lead),
    ("owner", Kind::Lead),
    ("sponsor", Kind::Lead),
    ("key objective", Kind::Objective),
    ("sub objective", Kind::Objective),
    ("objective", Kind::Objective),
    ("priority", Kind::Section),
    ("outcome", Kind::Section),
    ("theme", Kind::Section),
    ("pillar", Kind::Section),
    ("strand", Kind::Section),
    ("workstream", Kind::Section),
    ("section", Kind::Section),
    ("part", Kind::Section),
    ("goal", Kind::Section),
    ("commitment", Kind::Section),
    ("ambition", Kind::Section),
    ("aim", Kind::Aim),
    ("aims", Kind::Aim),
    ("our aim", Kind::Aim),
    ("purpose", Kind::Aim),
    ("vision", Kind::Aim),
    ("period", Kind::Period),
];

/// Takes a line apart that says what it is; none where it does not, or goes on as a sentence does.
pub(crate) fn of(line: &str) -> Option<Label<'_>> {
    let line = line.trim();
    let spoken = words(line).join(" ");
    let (phrase, kind) = KINDS.iter().find(|(phrase, _)| begins_with(&spoken, phrase))?;
    let end = end_of(line, phrase.split(' ').count());
    let (word, rest) = line.split_at(end);
    let rest = rest.trim_start();
    let number_end = number_end(rest);
    let (number, after) = rest.split_at(number_end);
    let marks = |letter: char| letter.is_whitespace() || ":–—-.)".contains(letter);
    let text = after.trim_start_matches(marks);
    let marked = after.trim_start().starts_with([':', '–', '—', '-']) || rest.starts_with([':', '–', '—', '-']);
    // "Priority groups are reached" is a sentence, "Priority 1 Reach people" and "Priority: reach people" are not.
    let opens = !number.is_empty() || marked || text.is_empty();
    let number = number.trim_end_matches(['.', ')', ':']);
    // "Aim 1: People are safe" names one of several.
    let kind = if *kind == Kind::Aim && !number.is_empty() { Kind::Section } else { *kind };
    opens.then_some(Label { kind, word, number, rest: text.trim() })
}

/// Where the first `count` words end.
fn end_of(line: &str, count: usize) -> usize {
    let mut seen = 0;
    let mut inside = false;
    for (at, letter) in line.char_indices() {
        let is_word = letter.is_alphanumeric() || letter == '\'' || letter == '’';
        if inside && !is_word {
            seen += 1;
            if seen == count {
                return at;
            }
        }
        inside = is_word;
    }
    line.len()
}

/// Numbers in words, as headings spell them.
const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Where a number such as `1`, `1.2`, `2a`, `A` or `One` at the beginning ends; 0 where there is none.
pub(crate) fn number_end(text: &str) -> usize {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.').unwrap_or(text.len());
    let word = text[..end].trim_end_matches('.');
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.len() - digits - word.matches('.').count();
    let is_number = digits > 0 && letters <= 2 && digits <= 6 && word.len() <= 8;
    let is_letter = word.len() == 1
        && word.chars().all(|letter| letter.is_ascii_uppercase())
        && text[end..].trim_start().starts_with([':', '–', '—', '-', '.']);
    let is_spelt = NUMBERS.iter().any(|number| word.eq_ignore_ascii_case(number));
    if is_number || is_letter || is_spelt { word.len() } else { 0 }
}

/// A number at the beginning of a title, and the title: `1.2 Open a helpline`. A year or an amount is no number of it.
pub(crate) fn numbered(text: &str) -> Option<(&str, &str)> {
    let end = number_end(text);
    let (number, rest) = text.split_at(end);
    let title = rest.trim_start_matches(|letter: char| letter.is_whitespace() || ".):–—-".contains(letter));
    let spaced = rest.starts_with(|letter: char| letter.is_whitespace() || ".):".contains(letter));
    let upper = title.chars().next().is_some_and(|letter| letter.is_uppercase() || letter == '\'' || letter == '"');
    let is_spelt = !number.chars().any(|letter| letter.is_ascii_digit()) && number.len() > 1;
    let is_quarter = ["Q1", "Q2", "Q3", "Q4"].iter().any(|quarter| quarter.eq_ignore_ascii_case(number));
    let is_year = is_spelt || is_quarter || number.len() == 4 && !number.contains('.');
    (end > 0 && spaced && upper && !is_year).then_some((number, title))
}

#[cfg(test)]
mod tests {
    use super::{Kind, numbered, of};

    #[test]
    fn lines_say_what_they_are() {
        for (line, expected) in [
            ("Priority 1: Reach people early", Some((Kind::Section, "1", "Reach people early"))),
            ("OUTCOME 2 – People are safe", Some((Kind::Section, "2", "People are safe"))),
            ("Objective 1.2 Help comes early", Some((Kind::Objective, "1.2", "Help comes early"))),
            ("Aim: fewer repeats", Some((Kind::Aim, "", "fewer repeats"))),
            ("Strategic lead: the board", Some((Kind::Lead, "", "the board"))),
            ("EXPECTED OUTCOMES FROM ACTIONS", Some((Kind::Outcomes, "", ""))),
            ("Expected outcomes: fewer repeats", Some((Kind::Outcomes, "", "fewer repeats"))),
            ("Aim 2: people are safe", Some((Kind::Section, "2", "people are safe"))),
            ("Priority One - Prevention", Some((Kind::Section, "One", "Prevention"))),
            ("Priority groups are reached", None),
            ("Lead professionals meet", None),
            ("Prevention", None),
        ] {
            let found = of(line).map(|label| (label.kind, label.number, label.rest));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn numbers_before_titles_are_told_from_amounts() {
        assert_eq!(numbered("1.2 Open a helpline"), Some(("1.2", "Open a helpline")));
        assert_eq!(numbered("3. Open a helpline"), Some(("3", "Open a helpline")));
        assert_eq!(numbered("P1 – Open a helpline"), Some(("P1", "Open a helpline")));
        assert_eq!(numbered("24 hour helpline"), None);
        assert_eq!(numbered("2024 Conference"), None);
        assert_eq!(numbered("A helpline"), None);
    }
}

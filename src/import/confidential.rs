//! What says of itself that it is not for the public: columns by their headings, sheets by their names, lines of a cover.
//! The words are in `confidential/headings.txt`.

mod columns;
mod cover;

pub(crate) use columns::set_aside;
pub(crate) use cover::is_about_document;

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::block::words;

/// A word or words of the list.
struct Telling {
    words: Vec<String>,
    /// As the list has it, for the report.
    written: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It makes a column private.
    Column,
    /// It marks whatever says it.
    Anything,
    /// It is not meant.
    Exception,
}

static LIST: LazyLock<Vec<Telling>> = LazyLock::new(|| {
    let lines = include_str!("confidential/headings.txt").lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (kind, written) = match (line.strip_prefix('!'), line.strip_prefix('-')) {
                (Some(rest), _) => (Kind::Anything, rest.trim()),
                (_, Some(rest)) => (Kind::Exception, rest.trim()),
                _ => (Kind::Column, line),
            };
            Telling { words: plain_words(written), written, kind }
        })
        .collect()
});

/// The word by which a heading says that its column is not for the public.
pub(crate) fn in_heading(heading: &str) -> Option<&'static str> {
    find(heading, &[Kind::Column, Kind::Anything])
}

/// Words that stand in the name of a sheet beside the one that says for whom it is: `Victim list`, `Archive (private)`.
const BESIDE: [&str; 15] = [
    "archive", "copy", "data", "detail", "do", "list", "log", "note", "old", "only", "record", "register", "sheet",
    "tab", "use",
];

/// What a sheet can be about as well: a priority of the plan may be called `Victims`.
const SUBJECTS: [&str; 10] =
    ["case", "complainant", "mobile", "offender", "perpetrator", "phone", "police", "political", "survivor", "victim"];

/// The word by which the name of a sheet says that it is not for the public.
pub(crate) fn in_sheet_name(name: &str) -> Option<&'static str> {
    let spoken = plain_words(name);
    let tells = |word: &String| in_heading(word);
    let is_beside = |word: &String| BESIDE.contains(&word.as_str());
    let is_subject = |word: &String| SUBJECTS.contains(&word.as_str());
    let whole = spoken.iter().all(|word| tells(word).is_some() || is_beside(word));
    let is_meant = spoken.iter().any(|word| is_beside(word) || tells(word).is_some() && !is_subject(word));
    let word = spoken.iter().find_map(tells).filter(|_| whole && is_meant);
    word.or_else(|| in_text(name))
}

/// What a part of a document is called: these are for some readers where the others are for all.
const PARTS: [&str; 6] = ["addendum", "annex", "appendix", "part", "schedule", "section"];

/// The words by which the heading of a part says that the part is not for the public: `Confidential annex`, `Moves
/// (confidential)`, `Not for publication: background`. `Confidential advice for all` is the name of a service.
pub(crate) fn in_part_heading(heading: &str) -> Option<&'static str> {
    let word = in_text(heading).filter(|word| *word != "confidential");
    word.or_else(|| {
        let is_part = plain_words(heading).iter().any(|word| PARTS.contains(&word.as_str()));
        let pieces = heading.split(['(', ')', '[', ']', ':', '–', '—']).flat_map(|piece| piece.split(" - "));
        let mut marks = pieces.filter(|piece| is_part || plain_words(piece).iter().all(|word| in_text(word).is_some()));
        marks.find_map(in_text)
    })
}

/// The words by which any text says that it is not for the public.
pub(crate) fn in_text(text: &str) -> Option<&'static str> {
    find(text, &[Kind::Anything])
}

fn find(text: &str, kinds: &[Kind]) -> Option<&'static str> {
    let mut spoken = plain_words(text);
    for exception in LIST.iter().filter(|telling| telling.kind == Kind::Exception) {
        while let Some(at) = place(&spoken, &exception.words) {
            spoken.splice(at..at + exception.words.len(), [String::new()]);
        }
    }
    let mut list = LIST.iter().filter(|telling| kinds.contains(&telling.kind));
    list.find(|telling| place(&spoken, &telling.words).is_some()).map(|telling| telling.written)
}

/// Where the words stand among others.
fn place(spoken: &[String], wanted: &[String]) -> Option<usize> {
    spoken.windows(wanted.len()).position(|window| window.iter().zip(wanted).all(|(one, other)| is_same(one, other)))
}

/// Whether two words are one, a slip in a long one allowed: `confidental`.
fn is_same(one: &str, other: &str) -> bool {
    // One letter is at most four bytes, and to compare is slow.
    let is_near = || one.len().abs_diff(other.len()) <= 4 && strsim::damerau_levenshtein(one, other) == 1;
    one == other || other.len() > 8 && is_near()
}

/// The words of a heading in small letters and in the singular: `CaseNotes` and `case-notes` are `case note`.
fn plain_words(text: &str) -> Vec<String> {
    let mut apart = String::with_capacity(text.len() + 4);
    let mut last = ' ';
    // Signs without a width part words that look whole, and wide letters look like narrow ones.
    let letters = text.nfkc().map(|letter| if letter == '\u{200b}' { ' ' } else { letter });
    for letter in letters.filter(|letter| !matches!(letter, '\u{200c}'..='\u{200f}' | '\u{2060}' | '\u{feff}')) {
        if last.is_lowercase() && letter.is_uppercase() {
            apart.push(' ');
        }
        apart.push(letter);
        last = letter;
    }
    spelled_out(&words(&apart)).iter().map(|word| singular(word)).collect()
}

/// Words of which letters that stand alone are one: `P R I V A T E`, `D.O.B.`
fn spelled_out(words: &[String]) -> Vec<String> {
    let is_letter = |word: &String| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let runs = words.chunk_by(|one, other| is_letter(one) && is_letter(other));
    let joined = |run: &[String]| if run.len() > 2 { vec![run.concat()] } else { run.to_vec() };
    runs.flat_map(joined).collect()
}

fn singular(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ => word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(word).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_heading, in_part_heading, in_sheet_name, in_text};

    #[test]
    fn headings_say_that_a_column_is_not_for_the_public() {
        for heading in [
            "Confidential",
            "CONFIDENTIAL NOTES",
            "Confidental notes",
            "Notes (in confidence)",
            "Officer comments (private)",
            "Internal comments",
            "INTERNAL ONLY",
            "Internal-use",
            "internal_notes",
            "InternalComments",
            "Restricted update",
            "OFFICIAL-SENSITIVE",
            "Sensitive information",
            "Personal data",
            "Victim details",
            "victim/survivor notes",
            "Victims’ names",
            "Victim's initials",
            "Case",
            "Cases",
            "Case no.",
            "Case-notes",
            "Casework",
            "Police ref",
            "Police case notes",
            "Police lead",
            "Not for publication",
            "NOT FOR PUBLICATION: working notes",
            "Comments - do not publish",
            "Confidential: Lead",
            "Legal advice",
            "Background (not published)",
            "Don’t publish",
            "NFP",
            "Staff only",
            "Client ref",
            "NHS No.",
            "D.O.B.",
            "Private\u{200b}notes",
            "ＰＲＩＶＡＴＥ",
            "C O N F I D E N T I A L",
        ] {
            assert!(in_heading(heading).is_some(), "{heading}");
        }
    }

    #[test]
    fn headings_say_that_a_part_is_not_for_the_public() {
        for heading in [
            "Confidential annex",
            "Annex B: moves (confidential)",
            "Moves - CONFIDENTIAL",
            "Confidential: moves",
            "Not for publication: background",
            "Appendix 2, confidential: who moved",
        ] {
            assert!(in_part_heading(heading).is_some(), "{heading}");
        }
        for heading in ["Confidential advice for survivors", "Priority 2: Confidential advice", "Annex B: how we ask"] {
            assert!(in_part_heading(heading).is_none(), "{heading}");
        }
    }

    #[test]
    fn other_headings_do_not() {
        for heading in [
            "Case studies published",
            "Case study",
            "Business case",
            "Internet page",
            "International links",
            "Public update",
            "Published",
            "Policy lead",
            "Personnel",
            "Showcase event",
            "Interval of review",
            "Private sector partners",
            "Link to Police and Crime Plan",
            "Lead",
            "Progress",
            "",
        ] {
            assert_eq!(in_heading(heading), None, "{heading}");
        }
    }

    #[test]
    fn a_sheet_says_for_whom_it_is_with_its_whole_name() {
        for name in ["Internal", "NFP", "PRIVATE", "Not for web", "Victim list", "Case log", "Archive (private)"] {
            assert!(in_sheet_name(name).is_some(), "{name}");
        }
        for name in ["Victims", "Police", "Victim support", "Perpetrators", "Priority 2", "Old", "Working copy", "Data"]
        {
            assert_eq!(in_sheet_name(name), None, "{name}");
        }
    }

    #[test]
    fn only_the_strongest_words_mark_sheets_and_lines() {
        assert!(in_text("Working - do not share").is_some());
        assert!(in_text("Version 0.7 DRAFT - not for circulation").is_some());
        assert_eq!(in_text("Priority 2: Victims"), None);
        assert_eq!(in_text("Case work improves"), None);
    }
}

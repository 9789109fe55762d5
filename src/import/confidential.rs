//! What says of itself that it is not for the public: columns by their headings, sheets by their names, lines of a cover.
//! The words are those of [`not_public`](crate::model::not_public).

mod columns;
mod cover;

pub(crate) use columns::set_aside;
pub(crate) use cover::{is_about_document, is_surely_about_document};

use crate::model::not_public::plain_words;
pub(crate) use crate::model::not_public::{in_heading, in_part_heading, in_text};

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

#[cfg(test)]
mod tests {
    use super::in_sheet_name;

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
}

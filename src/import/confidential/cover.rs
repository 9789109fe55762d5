//! Lines of a cover that tell of the document and not of the plan: its version, its owner, who may see it.

use crate::import::block::words;

/// How such a line opens.
const OPENINGS: &[&str] = &[
    "last updated",
    "updated",
    "version",
    "draft",
    "final draft",
    "date",
    "author",
    "authors",
    "written by",
    "owner",
    "owners",
    "owned by",
    "plan owner",
    "document owner",
    "document control",
    "document status",
    "document title",
    "contact",
    "contact officer",
    "report author",
    "lead officer",
    "responsible officer",
    "maintained by",
    "completed by",
    "prepared by",
    "prepared for",
    "approved",
    "approved by",
    "signed off",
    "sign off",
    "produced",
    "reviewed",
    "review date",
    "next review",
    "date of next review",
    "classification",
    "protective marking",
    "security marking",
    "circulation",
    "distribution",
    "file",
    "file name",
    "filename",
    "file path",
    "status draft",
    "as at",
    "last saved",
    "last edited",
    "last modified",
    "last amended",
    "saved",
    "printed",
    "created",
    "created by",
    "edited by",
    "amended by",
    "checked by",
    "compiled by",
    "revision",
    "revision history",
    "issue date",
    "document ref",
    "document reference",
    "doc ref",
    "file location",
    "location of file",
    "password",
    "retention",
    "handling",
    "do not edit",
    "do not delete",
    "do not amend",
    "for internal",
    "how to use this",
    "instructions",
    "please",
    "note to leads",
    "notes for leads",
    "leads to",
    "to be completed by",
    "return to",
];

/// What stands in a line that names a file, a folder or someone's mailbox.
const PLACES: [&str; 8] = [":\\", "\\\\", "@", ".xlsx", ".xls", ".docx", ".doc", "sharepoint.com"];

/// The most words of such a line.
const LONGEST: usize = 12;

/// Whether a line tells of the document: `Last updated: 30/09/2025`, `Version 2`, `Owner: Jane Example`.
pub(crate) fn is_about_document(text: &str) -> bool {
    let spoken = words(text);
    let opens = |opening: &&str| {
        let opening = words(opening);
        spoken.len() >= opening.len() && spoken[..opening.len()] == opening[..]
    };
    // `v0.7`, `V2 draft`.
    let is_version = spoken.first().is_some_and(|word| {
        word.strip_prefix('v').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    });
    spoken.len() <= LONGEST && (is_version || OPENINGS.iter().any(opens)) || is_surely_about_document(text)
}

/// Whether a line says what no title says: who may not see it, or where its file is.
pub(crate) fn is_surely_about_document(text: &str) -> bool {
    let names_place = || PLACES.iter().any(|place| text.to_lowercase().contains(place));
    super::in_text(text).is_some() || words(text).len() <= LONGEST && names_place()
}

#[cfg(test)]
mod tests {
    use super::is_about_document;

    #[test]
    fn a_cover_tells_of_the_document() {
        for text in [
            "Version 0.7 DRAFT - not for circulation",
            "v0.7",
            "Owner: Jane Example",
            "Document owner: Head of Safety",
            "DRAFT",
            "Date of next review: May 2027",
            "OFFICIAL-SENSITIVE",
            "Please return to the team by Friday",
            "S:\\Community Safety\\Plans\\Action plan v3.xlsx",
            "Ask jane@example.org",
            "Last saved 3 March 2026",
            "This plan is private and confidential to the board, and to nobody else who may find it lying about.",
        ] {
            assert!(is_about_document(text), "{text}");
        }
        for text in [
            "Marlsea Safer Partnership",
            "Our vision is a borough without abuse",
            "Ownership matters to us",
            "We want to please nobody",
        ] {
            assert!(!is_about_document(text), "{text}");
        }
    }
}

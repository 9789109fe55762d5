//! Names that programs give to copies of files.

/// What such a name ends in.
const ENDINGS: &[&str] = &[".orig", ".bak", ".rej", ".old", ".tmp", ".swp", "~"];

/// What the part before the last dot ends in.
const STEM_ENDINGS: &[&str] = &[
    " copy", "_copy", "(copy)", " copy)", " old", "_old", "(old)", " backup", "_backup", "-backup", "(backup)", "~head",
];

/// What it has in it: the name of a computer that shared it, or that two people wrote at once.
const PARTS: &[&str] = &[
    "-desktop-",
    "-laptop-",
    "conflicted copy",
    " conflict)",
    "case conflict",
    "_conflict",
    ".sync-conflict-",
    "conflict-20",
];

/// Whether a file is named as a copy of another: `x (1).md`, `x - Copy.md`, `Copy of x.md`, `x-DESKTOP-4F2K.md`,
/// `x (conflicted copy 2026-11-02).md`, `x.md.orig`.
#[must_use]
pub(crate) fn is_copy(name: &str) -> bool {
    let name = name.to_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).trim_end();
    let numbered = stem.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let numbered =
        numbered.filter(|(_, number)| !number.is_empty() && number.bytes().all(|sign| sign.is_ascii_digit()));
    let stem = numbered.map_or(stem, |(rest, _)| rest.trim_end());
    let last = stem.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
    numbered.is_some()
        || STEM_ENDINGS.iter().any(|ending| last.ends_with(ending))
        || stem.starts_with("copy of ")
        || PARTS.iter().any(|part| stem.contains(part))
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::is_copy;

    #[test]
    fn copies_are_known_by_their_names() {
        for name in [
            "idva (1).md",
            "idva (12).md",
            "idva-DESKTOP-4F2K.md",
            "idva-LAPTOP-Q7.md",
            "idva - Copy.md",
            "idva - Copy (2).md",
            "idva copy.md",
            "idva copy 2.md",
            "idva (conflicted copy 2026-11-02).md",
            "idva (Alex's conflicted copy 2026-11-02).md",
            "idva_conflict-20261102-120000.md",
            "idva.sync-conflict-20261102-120000-ABCDEFG.md",
            "idva.md.orig",
            "plan.yaml.bak",
            "Copy of idva.md",
            "idva(1).md",
            "idva (copy).md",
            "idva (another copy).md",
            "idva (3rd copy).md",
            "idva_old.md",
            "idva old 2.md",
            "idva-backup.md",
            "idva (Selective Sync Conflict).md",
            "idva.md~",
            "idva~HEAD.md",
        ] {
            assert!(is_copy(name), "{name}");
        }
    }

    #[test]
    fn other_names_are_none() {
        for name in [
            "idva.md",
            "parental-conflict.md",
            "ask-for-a-copy.md",
            "copy-of-your-notes.md",
            "level-1.yaml",
            "2026-11-news.md",
            "when-you-are-16-years-old.md",
            "refuge(north).md",
        ] {
            assert!(!is_copy(name), "{name}");
        }
    }
}

//! How an action stands, from the words and letters of a plan's progress columns.

use super::block::{begins_with, words};
use crate::model::rating::Rating;
use crate::model::status::Status;

/// What a cell says of how an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) status: Status,
    /// The colour, where the cell names one. A colour alone is not a status: amber is both "not started" and "at risk".
    pub(crate) rating: Option<Rating>,
}

/// Words for each status. They are the whole text, or its beginning before a mark.
const PHRASES: &[(&str, Status)] = &[
    ("not started", Status::NotStarted),
    ("not yet started", Status::NotStarted),
    ("yet to start", Status::NotStarted),
    ("not begun", Status::NotStarted),
    ("not commenced", Status::NotStarted),
    ("to be started", Status::NotStarted),
    ("not due", Status::NotStarted),
    ("not yet due", Status::NotStarted),
    ("planned", Status::NotStarted),
    ("to do", Status::NotStarted),
    ("outstanding", Status::NotStarted),
    ("complete", Status::Complete),
    ("completed", Status::Complete),
    ("action complete", Status::Complete),
    ("action completed", Status::Complete),
    ("fully complete", Status::Complete),
    ("done", Status::Complete),
    ("achieved", Status::Complete),
    ("delivered", Status::Complete),
    ("closed", Status::Complete),
    ("finished", Status::Complete),
    ("discharged", Status::Complete),
    ("on track", Status::OnTrack),
    ("on target", Status::OnTrack),
    ("on schedule", Status::OnTrack),
    ("in progress", Status::OnTrack),
    ("progressing", Status::OnTrack),
    ("underway", Status::OnTrack),
    ("under way", Status::OnTrack),
    ("ongoing", Status::OnTrack),
    ("on going", Status::OnTrack),
    ("started", Status::OnTrack),
    ("commenced", Status::OnTrack),
    ("active", Status::OnTrack),
    ("open", Status::OnTrack),
    ("at risk", Status::AtRisk),
    ("some concern", Status::AtRisk),
    ("some concerns", Status::AtRisk),
    ("some delay", Status::AtRisk),
    ("slight delay", Status::AtRisk),
    ("slow progress", Status::AtRisk),
    ("partially complete", Status::AtRisk),
    ("off track", Status::OffTrack),
    ("off target", Status::OffTrack),
    ("behind schedule", Status::OffTrack),
    ("delayed", Status::OffTrack),
    ("overdue", Status::OffTrack),
    ("missed", Status::OffTrack),
    ("not achieved", Status::OffTrack),
    ("not complete", Status::OffTrack),
    ("not completed", Status::OffTrack),
    ("paused", Status::Paused),
    ("on hold", Status::Paused),
    ("deferred", Status::Paused),
    ("postponed", Status::Paused),
    ("suspended", Status::Paused),
    ("stalled", Status::Paused),
    ("withdrawn", Status::Withdrawn),
    ("cancelled", Status::Withdrawn),
    ("superseded", Status::Withdrawn),
    ("no longer required", Status::Withdrawn),
    ("no longer needed", Status::Withdrawn),
    ("not proceeding", Status::Withdrawn),
    ("removed", Status::Withdrawn),
    ("abandoned", Status::Withdrawn),
];

/// The status and colour that a cell gives, where it gives one: `A`, `Green - on track`, `COMPLETED`, `Completed: the
/// group met`.
pub(crate) fn read(text: &str) -> Option<Standing> {
    let colour = colour(text);
    let rest = colour.map_or(text, |(_, rest)| rest);
    let status = status(rest);
    let rating = colour.map(|(rating, _)| rating);
    let status = status.or_else(|| rating.map(of_colour))?;
    Some(Standing { status, rating })
}

/// Phrases that are a status only where nothing follows: "Completed the first of three", "Open days were held".
const ALONE: &[&str] = &[
    "planned",
    "to do",
    "outstanding",
    "ongoing",
    "on going",
    "started",
    "commenced",
    "active",
    "open",
    "missed",
    "removed",
    "abandoned",
    "withdrawn",
    "cancelled",
    "some concern",
    "some concerns",
    "progressing",
];

/// The status that the first words of a sentence name, and the rest of its first clause: `Completed May 2024`.
pub(crate) fn leading(text: &str) -> Option<(Status, &str)> {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let first = clause(text);
    let spoken = words(first).join(" ");
    let known = PHRASES.iter().filter(|(phrase, _)| begins_with(&spoken, phrase));
    let (phrase, status) = known.max_by_key(|(phrase, _)| phrase.len())?;
    Some((*status, after_words(first, phrase.split(' ').count())))
}

/// The status that a sentence begins with, where its other words cannot turn that about: `Delayed by illness`.
pub(crate) fn opening(text: &str) -> Option<Status> {
    let (status, rest) = leading(text)?;
    let first = clause(text.trim_start_matches(|letter: char| !letter.is_alphanumeric()));
    let phrase = words(&first[..first.len() - rest.len()]).join(" ");
    (status != Status::Complete && !ALONE.contains(&phrase.as_str())).then_some(status)
}

/// Whether a text says how an action stands and nothing else.
pub(crate) fn is_bare(text: &str) -> bool {
    let rest = colour(text).map_or(text, |(_, rest)| rest);
    let spoken = words(rest).join(" ");
    read(text).is_some() && (spoken.is_empty() || PHRASES.iter().any(|(phrase, _)| *phrase == spoken))
}

/// Whether a text says that there is nothing to say of how an action stands.
pub(crate) fn says_nothing(text: &str) -> bool {
    let spoken = words(text).join(" ");
    let nothing = ["", "n a", "na", "none", "nil", "tbc", "tba", "not applicable", "not rated", "no rating", "unrated"];
    nothing.contains(&spoken.as_str()) && read(text).is_none()
}

/// A text up to the first mark that ends a clause.
fn clause(text: &str) -> &str {
    let first = text.split(['.', ':', ';', ',', '\n', '(', '–', '—', '!']).next().unwrap_or_default();
    first.split(" - ").next().unwrap_or_default().split(" / ").next().unwrap_or_default()
}

/// What follows the first `count` words.
fn after_words(text: &str, count: usize) -> &str {
    let mut seen = 0;
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        let is_word = letter.is_alphanumeric() || letter == '\'' || letter == '’';
        if inside && !is_word {
            seen += 1;
            if seen == count {
                return &text[at..];
            }
        }
        inside = is_word;
    }
    ""
}

/// The status that a colour most likely means. Amber is said to be unsure where this is used.
pub(crate) fn of_colour(rating: Rating) -> Status {
    match rating {
        Rating::Red => Status::OffTrack,
        Rating::Amber => Status::AtRisk,
        Rating::Green => Status::OnTrack,
        Rating::Blue => Status::Complete,
    }
}

/// The colour with which a text begins, and what follows it.
pub(crate) fn colour(text: &str) -> Option<(Rating, &str)> {
    let text = text.trim();
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let rating = match text[..end].to_lowercase().as_str() {
        "red" | "r" => Rating::Red,
        "amber" | "a" | "yellow" | "y" | "orange" => Rating::Amber,
        "green" | "g" => Rating::Green,
        "blue" | "b" => Rating::Blue,
        _ => return None,
    };
    let rest = text[end..].trim_start_matches(|letter: char| letter.is_whitespace() || "-–—:/(.,".contains(letter));
    // A letter that begins a sentence is a word: "A review was held".
    let is_word = end == 1
        && rest.split_whitespace().count() > 0
        && text[end..].starts_with(' ')
        && !text[end..].trim_start().starts_with(['-', '–', '—', ':', '(']);
    (!is_word).then_some((rating, rest))
}

/// The status that a text is, begins with, or ends with in capitals: `Website live. COMPLETED`.
fn status(text: &str) -> Option<Status> {
    let text = text.trim();
    let first = clause(text);
    let whole = |part: &str| {
        let spoken = words(part).join(" ");
        PHRASES.iter().find(|(phrase, _)| *phrase == spoken).map(|(_, status)| *status)
    };
    let tick = text.starts_with(['✓', '✔', '☑']) && text.chars().count() == 1;
    if tick {
        return Some(Status::Complete);
    }
    let last = text.rsplit(['.', '\n', ':', '-', '–']).map(str::trim).find(|part| !part.is_empty()).unwrap_or_default();
    let shouted = last.chars().any(char::is_alphabetic) && !last.chars().any(char::is_lowercase);
    let sentence = text.trim_end_matches('.').rsplit(['.', '\n']).next().unwrap_or_default();
    let ended = whole(sentence).filter(|status| *status == Status::Complete);
    whole(first).or_else(|| whole(last).filter(|_| shouted)).or(ended)
}

#[cfg(test)]
mod tests {
    use super::{is_bare, leading, opening, read};
    use crate::model::rating::Rating;
    use crate::model::status::Status;

    #[test]
    fn words_letters_and_colours_are_read() {
        for (text, status, rating) in [
            ("COMPLETED", Some(Status::Complete), None),
            ("Completed - the pathway is in use", Some(Status::Complete), None),
            ("The pathway is in use. COMPLETED", Some(Status::Complete), None),
            ("The post was filled in May. Completed.", Some(Status::Complete), None),
            ("Complete / Wedi'i gwblhau", Some(Status::Complete), None),
            ("In progress", Some(Status::OnTrack), None),
            ("Not started", Some(Status::NotStarted), None),
            ("G", Some(Status::OnTrack), Some(Rating::Green)),
            ("RED", Some(Status::OffTrack), Some(Rating::Red)),
            ("Amber", Some(Status::AtRisk), Some(Rating::Amber)),
            ("Amber - not started", Some(Status::NotStarted), Some(Rating::Amber)),
            ("Green (complete)", Some(Status::Complete), Some(Rating::Green)),
            ("B", Some(Status::Complete), Some(Rating::Blue)),
            ("A review was held", None, None),
            ("Feasibility work completed", None, None),
            ("Completed the first of three events", None, None),
            ("N/A", None, None),
        ] {
            let standing = read(text);
            let found = (standing.map(|standing| standing.status), standing.and_then(|standing| standing.rating));
            assert_eq!(found, (status, rating), "{text}");
        }
    }

    #[test]
    fn the_first_words_of_a_sentence_may_be_a_status() {
        for (text, status) in [
            ("In progress awaiting sign-off", Some(Status::OnTrack)),
            ("Delayed due to illness", Some(Status::OffTrack)),
            ("Not yet started due to funding", Some(Status::NotStarted)),
            ("Completed the first of three events", None),
            ("Open days were held", None),
            ("The group met", None),
        ] {
            assert_eq!(opening(text), status, "{text}");
        }
        assert_eq!(leading("Completed May 2024. It is in use"), Some((Status::Complete, " May 2024")));
    }

    #[test]
    fn a_status_alone_has_no_words_to_keep() {
        for (text, expected) in [
            ("On track", true),
            ("G", true),
            ("Amber - not started", true),
            ("Green (complete)", true),
            ("On track. 14 of 20 have replied.", false),
            ("Amber: the post is empty", false),
        ] {
            assert_eq!(is_bare(text), expected, "{text}");
        }
    }
}

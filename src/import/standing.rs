//! How an action stands, from the words and letters of a plan's progress columns.

use std::sync::LazyLock;

use super::block::words;
use super::phrases::{Phrases, Place, as_it_is};
use crate::model::choice::named;
use crate::model::rating::Rating;
use crate::model::status::Status;

/// What a cell says of how an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) status: Status,
    /// The colour, where the cell names one. A colour alone is not a status: amber is both "not started" and "at risk".
    pub(crate) rating: Option<Rating>,
    /// Whether its words may as well mean another status.
    pub(crate) is_doubtful: bool,
}

/// What words mean: a status, and whether they may mean another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Meaning {
    status: Status,
    is_doubtful: bool,
}

/// They are the whole text, or its beginning before a mark.
static STATUSES: LazyLock<Phrases<Meaning>> = LazyLock::new(|| {
    Phrases::of(include_str!("phrases/statuses.txt"), as_it_is, |meaning| {
        let status = meaning.trim_end_matches(" ?");
        Some(Meaning { status: named(status)?, is_doubtful: status != meaning })
    })
});

static COLOURS: LazyLock<Phrases<Rating>> =
    LazyLock::new(|| Phrases::of(include_str!("phrases/colours.txt"), as_it_is, named));

impl From<Status> for Standing {
    fn from(status: Status) -> Self {
        Self { status, rating: None, is_doubtful: false }
    }
}

/// The status and colour that a cell gives, where it gives one: `A`, `Green - on track`, `COMPLETED`, `Completed: the
/// group met`.
pub(crate) fn read(text: &str) -> Option<Standing> {
    let colour = colour(text);
    let rest = colour.map_or(text, |(_, rest)| rest);
    let said = said(rest);
    let rating = colour.map(|(rating, _)| rating);
    let status = said.map(|meaning| meaning.status).or_else(|| rating.map(of_colour))?;
    // "Completed?" asks, and "A/R" is one of two colours.
    let asks = text.trim_end().ends_with('?') || rating.is_some() && rest.starts_with('/');
    Some(Standing { status, rating, is_doubtful: asks || said.is_some_and(|meaning| meaning.is_doubtful) })
}

/// The status that the first words of a sentence name, and the rest of its first clause: `Completed May 2024`.
pub(crate) fn leading(text: &str) -> Option<(Standing, &str)> {
    let (meaning, _, rest) = beginning(text)?;
    Some((Standing { is_doubtful: meaning.is_doubtful, ..meaning.status.into() }, rest))
}

/// The status that a sentence begins with, where its other words cannot turn that about: `Delayed by illness`, and not
/// `Completed the first of three` or `Open days were held`.
pub(crate) fn opening(text: &str) -> Option<Standing> {
    let (meaning, place, _) = beginning(text)?;
    let is_sure = meaning.status != Status::Complete && place != Place::Whole && !meaning.is_doubtful;
    is_sure.then(|| meaning.status.into())
}

/// The words for a status that a text begins with, and the rest of its first clause.
fn beginning(text: &str) -> Option<(Meaning, Place, &str)> {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let first = clause(text);
    let phrase = STATUSES.beginning(&words(first))?;
    Some((phrase.meaning, phrase.place, after_words(first, phrase.words.len())))
}

/// Whether a text says how an action stands and nothing else.
pub(crate) fn is_bare(text: &str) -> bool {
    let rest = colour(text).map_or(text, |(_, rest)| rest);
    let spoken = words(rest);
    read(text).is_some() && (spoken.is_empty() || rest.starts_with('/') || STATUSES.whole(&spoken).is_some())
}

/// Whether a text is the words for a status and nothing else: `Not started`.
pub(crate) fn is_status(text: &str) -> bool {
    STATUSES.whole_text(text).is_some()
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
    let rating = *COLOURS.whole(&words(&text[..end]))?;
    let rest = text[end..].trim_start_matches(|letter: char| letter.is_whitespace() || "-–—:/(.,".contains(letter));
    // A letter that begins a sentence is a word: "A review was held".
    let is_word = end == 1
        && rest.split_whitespace().count() > 0
        && text[end..].starts_with(' ')
        && !text[end..].trim_start().starts_with(['-', '–', '—', ':', '(']);
    let rest = if text[end..].starts_with('/') { &text[end..] } else { rest };
    (!is_word).then_some((rating, rest))
}

/// The status that a text is, begins with, or ends with in capitals: `Website live. COMPLETED`.
fn said(text: &str) -> Option<Meaning> {
    let text = text.trim();
    let whole = |part: &str| STATUSES.whole_text(part).copied();
    let tick = text.starts_with(['✓', '✔', '☑']) && text.chars().count() == 1;
    if tick {
        return Some(Meaning { status: Status::Complete, is_doubtful: false });
    }
    let last = text.rsplit(['.', '\n', ':', '-', '–']).map(str::trim).find(|part| !part.is_empty()).unwrap_or_default();
    let shouted = last.chars().any(char::is_alphabetic) && !last.chars().any(char::is_lowercase);
    let sentence = text.trim_end_matches('.').rsplit(['.', '\n']).next().unwrap_or_default();
    let ended = whole(sentence).filter(|meaning| meaning.status == Status::Complete);
    whole(clause(text)).or_else(|| whole(last).filter(|_| shouted)).or(ended)
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
            assert_eq!(opening(text).map(|standing| standing.status), status, "{text}");
        }
        assert_eq!(leading("Completed May 2024. It is in use"), Some((Status::Complete.into(), " May 2024")));
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

//! What a column's heading says it is about: scored by its words, since no two plans use the same headings.

use std::sync::LazyLock;

use super::block::words;
use super::field::Field;
use super::phrases::Phrases;
use crate::model::choice::named;

/// A heading says what a column is where it scores this much, out of 1.
pub(crate) const CLEAR: f32 = 0.5;

/// What words of a heading say.
#[derive(Debug, Clone, PartialEq)]
enum Meaning {
    /// How far they speak for which fields.
    Fields(Vec<(Field, f32)>),
    /// Nothing about a column.
    Filler,
    /// After "how", that it asks how anyone will know.
    Knowing,
}

static PHRASES: LazyLock<Phrases<Meaning>> =
    LazyLock::new(|| Phrases::of(include_str!("phrases/headings.txt"), singular, meaning));

fn meaning(text: &str) -> Option<Meaning> {
    match text {
        "filler" => Some(Meaning::Filler),
        "known" => Some(Meaning::Knowing),
        fields => {
            let field = |text: &str| {
                let (id, weight) = text.trim().split_once(' ')?;
                Some((named(id)?, weight.parse().ok()?))
            };
            fields.split(',').map(field).collect::<Option<_>>().map(Meaning::Fields)
        }
    }
}

/// How far a heading speaks for each field, the best first.
pub(crate) fn scores(heading: &str) -> Vec<(Field, f32)> {
    let heading = match heading.trim() {
        "#" | "N°" | "n°" | "Nº" => "no".to_owned(),
        // "% complete" and "Action #", and not "61%".
        text if text.chars().any(char::is_alphabetic) => text.replace('%', " percent ").replace('#', " no "),
        text => text.to_owned(),
    };
    let spoken: Vec<String> = words(&heading).iter().map(|word| singular(word)).collect();
    let mut best: Vec<(Field, f32)> = Vec::new();
    let mut take = |field: Field, score: f32| match best.iter_mut().find(|(known, _)| *known == field) {
        Some((_, known)) => *known = known.max(score),
        None => best.push((field, score)),
    };
    // The time of a report says nothing of what it is; a year's own column is another matter.
    let is_of_year = spoken.iter().any(|word| word == "year");
    let plain: Vec<String> = spoken.iter().filter(|word| is_of_year || !tells_when(word)).cloned().collect();
    let telling = telling_words(if plain.is_empty() { &spoken } else { &plain });
    let asks_how = spoken.first().is_some_and(|word| word == "how");
    for phrase in PHRASES.inside(&spoken) {
        match &phrase.meaning {
            Meaning::Fields(fields) => {
                let share = ratio(telling_words(&phrase.words), telling).min(1.0);
                for (field, weight) in fields {
                    take(*field, weight * (0.4 + 0.6 * share));
                }
            }
            Meaning::Knowing if asks_how => take(Field::Success, 0.9),
            Meaning::Knowing | Meaning::Filler => {}
        }
    }
    // The more words of its beginning are known, the more they say.
    if let Some(Meaning::Fields(fields)) = PHRASES.opening(&spoken) {
        for (field, score) in fields {
            take(*field, *score);
        }
    }
    best.sort_by(|(a_field, a), (b_field, b)| b.total_cmp(a).then(a_field.cmp(b_field)));
    best
}

/// How far a heading speaks for the field it speaks for most.
pub(crate) fn clarity(heading: &str) -> f32 {
    scores(heading).first().map_or(0.0, |(_, score)| *score)
}

fn tells_when(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || matches!(word, "q1" | "q2" | "q3" | "q4")
}

/// How many words say something about a column, and 1 at least.
fn telling_words(spoken: &[String]) -> usize {
    let fills = |word: &String| PHRASES.whole(std::slice::from_ref(word)) == Some(&Meaning::Filler);
    spoken.iter().filter(|word| !fills(word)).count().max(1)
}

fn ratio(part: usize, whole: usize) -> f32 {
    f32::from(u16::try_from(part).unwrap_or(u16::MAX)) / f32::from(u16::try_from(whole.max(1)).unwrap_or(u16::MAX))
}

/// A word without the mark of the plural: `activities` and `activity` are one.
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']));
    stem.unwrap_or(word).to_owned()
}

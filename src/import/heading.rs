//! What a column's heading says it is about: scored by its words, since no two plans use the same headings.

use std::sync::LazyLock;

use super::block::words;
use super::field::Field;
use Field::{
    Aim, Baseline, ExpectedOutcomes, How, Keep, Leads, Measures, Milestones, Objective, Partners, Progress, Rating,
    Ref, Section, Start, Status, Success, Target, Themes, Timescale, Title, Updates, Why,
};

/// A heading says what a column is where it scores this much, out of 1.
pub(crate) const CLEAR: f32 = 0.5;

/// Words that say nothing about a column.
const FILLERS: &[&str] = &[
    "the", "of", "a", "an", "is", "are", "to", "for", "and", "or", "this", "that", "our", "we", "it", "be", "in", "on",
    "with", "will", "do", "by", "key", "overall", "local", "main", "each",
];

/// How a heading opens, where that alone tells.
const OPENINGS: &[(&str, &[(Field, f32)])] = &[
    ("why", &[(Why, 0.95)]),
    ("who", &[(Leads, 0.95)]),
    ("by whom", &[(Leads, 0.95)]),
    ("when", &[(Timescale, 0.95)]),
    ("by when", &[(Timescale, 0.98)]),
    ("what do we aim", &[(Aim, 0.95)]),
    ("what do we want", &[(Aim, 0.9)]),
    ("what do we hope", &[(Aim, 0.9)]),
    ("what we want", &[(Aim, 0.9)]),
    ("what are we trying", &[(Aim, 0.9)]),
    ("what will we deliver", &[(Aim, 0.9), (Title, 0.55)]),
    ("what will be delivered", &[(Aim, 0.85), (Title, 0.55)]),
    ("what will we achieve", &[(Aim, 0.95)]),
    ("what will be the outcome", &[(Aim, 0.95)]),
    ("what will the outcome", &[(Aim, 0.95)]),
    ("what is the outcome", &[(Aim, 0.95)]),
    ("what will change", &[(Aim, 0.8), (Success, 0.7)]),
    ("what will be different", &[(Success, 0.85), (Aim, 0.8)]),
    ("what difference", &[(Success, 0.85), (Aim, 0.8)]),
    ("what impact", &[(Success, 0.85), (Aim, 0.7)]),
    ("what will success", &[(Success, 0.98)]),
    ("what does success", &[(Success, 0.98)]),
    ("what success", &[(Success, 0.98)]),
    ("what good", &[(Success, 0.9)]),
    ("what does good", &[(Success, 0.9)]),
    ("what outcome", &[(Aim, 0.85), (Success, 0.7)]),
    ("what have we done", &[(Updates, 0.95)]),
    ("what has been done", &[(Updates, 0.95)]),
    ("what has happened", &[(Updates, 0.95)]),
    ("how are we doing", &[(Updates, 0.9), (Status, 0.7)]),
    ("where are we", &[(Updates, 0.85)]),
    ("how will we know", &[(Success, 0.98)]),
    ("how do we know", &[(Success, 0.95)]),
    ("how we will know", &[(Success, 0.98)]),
    ("how we'll know", &[(Success, 0.98)]),
    ("how will success", &[(Success, 0.98)]),
    ("how will we measure", &[(Success, 0.9), (Measures, 0.85)]),
    ("how we will measure", &[(Success, 0.9), (Measures, 0.85)]),
    ("how will it be measured", &[(Success, 0.9), (Measures, 0.85)]),
    ("how will this be measured", &[(Success, 0.9), (Measures, 0.85)]),
    ("how will we evidence", &[(Success, 0.9)]),
    ("how will we demonstrate", &[(Success, 0.9)]),
    ("how", &[(How, 0.85)]),
    ("what", &[(Title, 0.7)]),
    ("we will", &[(Title, 0.85)]),
    ("what we will", &[(Title, 0.9)]),
    ("what will we do", &[(Title, 0.95)]),
];

/// Words by which a heading that asks "how" asks how anyone will know.
const KNOWING: &[&str] = &["know", "measure", "measured", "success", "successful", "evidence", "evidenced", "impact"];

/// What words say of a column, wherever in the heading they stand.
const PHRASES: &[(&str, &[(Field, f32)])] = &[
    // Numbers.
    ("no", &[(Ref, 1.0)]),
    ("nos", &[(Ref, 0.9)]),
    ("ref", &[(Ref, 1.0)]),
    ("reference", &[(Ref, 0.95)]),
    ("number", &[(Ref, 0.9)]),
    ("id", &[(Ref, 1.0)]),
    ("item", &[(Ref, 0.7), (Title, 0.5)]),
    ("action no", &[(Ref, 1.0)]),
    ("action ref", &[(Ref, 1.0)]),
    ("action number", &[(Ref, 1.0)]),
    ("action id", &[(Ref, 1.0)]),
    ("cross reference", &[(Keep, 1.0)]),
    // What will be done.
    ("action", &[(Title, 0.97)]),
    ("agreed action", &[(Title, 0.99)]),
    ("action required", &[(Title, 1.0)]),
    ("action plan", &[(Title, 0.6)]),
    ("recommendation", &[(Title, 0.85), (Objective, 0.5)]),
    ("commitment", &[(Title, 0.85), (Objective, 0.6), (Section, 0.5)]),
    ("pledge", &[(Title, 0.85), (Objective, 0.5)]),
    ("initiative", &[(Title, 0.85)]),
    ("project", &[(Title, 0.75)]),
    ("intervention", &[(Title, 0.75), (How, 0.6)]),
    ("task", &[(Title, 0.8), (How, 0.78)]),
    ("activity", &[(Title, 0.79), (How, 0.8)]),
    ("deliverable", &[(Title, 0.6), (Aim, 0.75), (Milestones, 0.5)]),
    ("description", &[(Title, 0.55), (How, 0.5)]),
    // The levels above.
    ("priority", &[(Section, 0.9), (Objective, 0.72), (Title, 0.6)]),
    ("strategic priority", &[(Section, 0.95)]),
    ("theme", &[(Section, 0.97)]),
    ("pillar", &[(Section, 0.97)]),
    ("strand", &[(Section, 0.97)]),
    ("workstream", &[(Section, 0.95)]),
    ("work stream", &[(Section, 0.95)]),
    ("section", &[(Section, 0.97)]),
    ("domain", &[(Section, 0.85)]),
    ("category", &[(Section, 0.85)]),
    ("area of focus", &[(Section, 0.9)]),
    ("focus area", &[(Section, 0.9)]),
    ("priority area", &[(Section, 0.95)]),
    ("thematic area", &[(Section, 0.95)]),
    ("work area", &[(Section, 0.9)]),
    ("area", &[(Section, 0.7)]),
    ("strategic aim", &[(Section, 0.85), (Objective, 0.7)]),
    ("strategic objective", &[(Objective, 0.9), (Section, 0.88)]),
    ("strategic outcome", &[(Section, 0.95)]),
    ("goal", &[(Section, 0.7), (Objective, 0.75), (Aim, 0.7)]),
    ("ambition", &[(Section, 0.7), (Aim, 0.75)]),
    ("objective", &[(Objective, 0.95), (Section, 0.6), (Title, 0.55)]),
    ("sub objective", &[(Objective, 0.97)]),
    // Why, and what for.
    ("rationale", &[(Why, 1.0)]),
    ("reason", &[(Why, 0.95)]),
    ("driver", &[(Why, 0.85)]),
    ("background", &[(Why, 0.8)]),
    ("context", &[(Why, 0.8)]),
    ("justification", &[(Why, 0.95)]),
    ("evidence base", &[(Why, 0.9)]),
    ("evidence of need", &[(Why, 0.95)]),
    ("identified need", &[(Why, 0.9)]),
    ("issue", &[(Why, 0.75)]),
    ("gap", &[(Why, 0.7)]),
    ("source", &[(Why, 0.7)]),
    ("need", &[(Why, 0.6)]),
    ("aim", &[(Aim, 0.95), (Section, 0.5)]),
    ("purpose", &[(Aim, 0.85), (Why, 0.6)]),
    ("outcome", &[(Aim, 0.8), (Section, 0.78), (Success, 0.7)]),
    ("intended outcome", &[(Aim, 0.97)]),
    ("desired outcome", &[(Aim, 0.97)]),
    ("expected outcome", &[(Aim, 0.95), (ExpectedOutcomes, 0.9)]),
    ("anticipated outcome", &[(Aim, 0.95)]),
    ("planned outcome", &[(Aim, 0.95)]),
    ("expected result", &[(Aim, 0.95)]),
    ("intended result", &[(Aim, 0.95)]),
    ("expected impact", &[(Aim, 0.9), (Success, 0.8)]),
    ("intended impact", &[(Aim, 0.9), (Success, 0.8)]),
    ("benefit", &[(Aim, 0.8), (Success, 0.6)]),
    ("output", &[(Aim, 0.75), (Measures, 0.6), (Success, 0.65)]),
    ("result", &[(Success, 0.7), (Aim, 0.65)]),
    // How.
    ("step", &[(How, 0.9)]),
    ("sub action", &[(How, 0.97)]),
    ("subaction", &[(How, 0.97)]),
    ("method", &[(How, 0.9)]),
    ("approach", &[(How, 0.85)]),
    ("delivery plan", &[(How, 0.8)]),
    ("implementation", &[(How, 0.75)]),
    ("detail", &[(How, 0.7)]),
    ("next step", &[(How, 0.75), (Updates, 0.7)]),
    // Who.
    ("lead", &[(Leads, 0.95)]),
    ("leads", &[(Leads, 0.95)]),
    ("lead officer", &[(Leads, 1.0)]),
    ("lead agency", &[(Leads, 1.0)]),
    ("lead organisation", &[(Leads, 1.0)]),
    ("lead partner", &[(Leads, 1.0)]),
    ("lead person", &[(Leads, 1.0)]),
    ("owner", &[(Leads, 0.97)]),
    ("ownership", &[(Leads, 0.95)]),
    ("responsible", &[(Leads, 0.95)]),
    ("responsibility", &[(Leads, 0.95)]),
    ("accountable", &[(Leads, 0.95)]),
    ("accountability", &[(Leads, 0.95)]),
    ("assigned", &[(Leads, 0.9)]),
    ("assignee", &[(Leads, 0.95)]),
    ("sponsor", &[(Leads, 0.85)]),
    ("officer", &[(Leads, 0.85)]),
    ("agency", &[(Leads, 0.75), (Partners, 0.7)]),
    ("organisation", &[(Leads, 0.75), (Partners, 0.7)]),
    ("delivery group", &[(Leads, 0.85)]),
    ("task and finish group", &[(Leads, 0.85)]),
    ("partner", &[(Partners, 0.9), (Leads, 0.6)]),
    ("partner agency", &[(Partners, 0.97)]),
    ("supporting", &[(Partners, 0.8)]),
    ("supported by", &[(Partners, 0.95)]),
    ("support agency", &[(Partners, 0.95)]),
    ("contributor", &[(Partners, 0.9)]),
    ("stakeholder", &[(Partners, 0.85)]),
    ("other agency", &[(Partners, 0.95)]),
    ("others involved", &[(Partners, 0.95)]),
    // When.
    ("timescale", &[(Timescale, 1.0)]),
    ("time scale", &[(Timescale, 1.0)]),
    ("timeframe", &[(Timescale, 1.0)]),
    ("time frame", &[(Timescale, 1.0)]),
    ("timeline", &[(Timescale, 0.97)]),
    ("timing", &[(Timescale, 0.95)]),
    ("deadline", &[(Timescale, 1.0)]),
    ("due", &[(Timescale, 0.95)]),
    ("due date", &[(Timescale, 1.0)]),
    ("date due", &[(Timescale, 1.0)]),
    ("date", &[(Timescale, 0.8)]),
    ("target date", &[(Timescale, 1.0)]),
    ("end date", &[(Timescale, 1.0)]),
    ("completion", &[(Timescale, 0.85)]),
    ("completion date", &[(Timescale, 1.0)]),
    ("complete by", &[(Timescale, 1.0)]),
    ("delivery date", &[(Timescale, 1.0)]),
    ("review date", &[(Keep, 0.95)]),
    ("schedule", &[(Timescale, 0.8)]),
    ("year", &[(Timescale, 0.6)]),
    ("start date", &[(Start, 1.0)]),
    ("start", &[(Start, 0.9)]),
    ("date started", &[(Start, 1.0)]),
    ("milestone", &[(Milestones, 0.98)]),
    ("key milestone", &[(Milestones, 1.0)]),
    // How anyone will know.
    ("success", &[(Success, 0.9)]),
    ("success measure", &[(Success, 1.0), (Measures, 0.8)]),
    ("success criteria", &[(Success, 1.0)]),
    ("measure of success", &[(Success, 1.0), (Measures, 0.8)]),
    ("outcome measure", &[(Success, 0.97), (Measures, 0.9)]),
    ("evidence", &[(Success, 0.85), (Measures, 0.5)]),
    ("impact", &[(Success, 0.8), (Aim, 0.6)]),
    ("difference", &[(Success, 0.75)]),
    ("measure", &[(Measures, 0.9), (Success, 0.7)]),
    ("performance measure", &[(Measures, 0.97)]),
    ("indicator", &[(Measures, 0.97)]),
    ("kpi", &[(Measures, 1.0)]),
    ("kpis", &[(Measures, 1.0)]),
    ("metric", &[(Measures, 0.97)]),
    ("performance", &[(Measures, 0.7)]),
    ("performance target", &[(Target, 1.0), (Measures, 0.9)]),
    ("target", &[(Target, 0.85), (Measures, 0.7), (Timescale, 0.5)]),
    ("baseline", &[(Baseline, 1.0)]),
    ("monitoring", &[(Success, 0.65), (Measures, 0.6)]),
    // How it stands.
    ("rag", &[(Rating, 1.0)]),
    ("brag", &[(Rating, 1.0)]),
    ("bragg", &[(Rating, 1.0)]),
    ("rag rating", &[(Rating, 1.0)]),
    ("rag rated", &[(Rating, 1.0)]),
    ("rag status", &[(Rating, 1.0)]),
    ("rating", &[(Rating, 0.9)]),
    ("traffic light", &[(Rating, 1.0)]),
    ("status", &[(Status, 0.95)]),
    ("state", &[(Status, 0.7)]),
    ("completed", &[(Status, 0.7)]),
    ("date completed", &[(Status, 1.0), (Timescale, 0.6)]),
    ("date achieved", &[(Status, 1.0), (Timescale, 0.6)]),
    ("actual completion", &[(Status, 1.0), (Timescale, 0.6)]),
    ("actual completion date", &[(Status, 1.0), (Timescale, 0.6)]),
    ("complete", &[(Status, 0.75)]),
    ("progress", &[(Updates, 0.93), (Status, 0.6)]),
    ("update", &[(Updates, 0.95)]),
    ("progress update", &[(Updates, 1.0)]),
    ("comment", &[(Updates, 0.85)]),
    ("commentary", &[(Updates, 0.9)]),
    ("note", &[(Updates, 0.7), (Keep, 0.65)]),
    ("narrative", &[(Updates, 0.85)]),
    ("position", &[(Updates, 0.8)]),
    ("latest position", &[(Updates, 0.97)]),
    ("current position", &[(Updates, 0.9)]),
    ("achievement", &[(Updates, 0.8)]),
    ("q1", &[(Updates, 0.9)]),
    ("q2", &[(Updates, 0.9)]),
    ("q3", &[(Updates, 0.9)]),
    ("q4", &[(Updates, 0.9)]),
    ("quarter", &[(Updates, 0.7)]),
    ("quarter 1", &[(Updates, 0.9)]),
    ("quarter 2", &[(Updates, 0.9)]),
    ("quarter 3", &[(Updates, 0.9)]),
    ("quarter 4", &[(Updates, 0.9)]),
    // What the content model has no field for.
    ("budget", &[(Keep, 1.0)]),
    ("cost", &[(Keep, 1.0)]),
    ("funding", &[(Keep, 1.0)]),
    ("finance", &[(Keep, 1.0)]),
    ("resource", &[(Keep, 0.95)]),
    ("risk", &[(Keep, 0.9)]),
    ("dependency", &[(Keep, 0.9)]),
    ("link", &[(Keep, 0.85)]),
    ("location", &[(Keep, 0.85)]),
    ("percentage", &[(Progress, 0.97)]),
    ("percent", &[(Progress, 0.97)]),
    ("per cent", &[(Progress, 0.97)]),
    ("percentage complete", &[(Progress, 1.0)]),
    ("percent complete", &[(Progress, 1.0)]),
    ("tag", &[(Themes, 0.95)]),
    ("stage", &[(Status, 0.72)]),
    ("phase", &[(Status, 0.6)]),
    ("cross cutting theme", &[(Themes, 1.0)]),
];

/// Words that are looked for, and what they speak for.
type Spoken = Vec<(Vec<String>, &'static [(Field, f32)])>;

static SINGULAR_PHRASES: LazyLock<Spoken> = LazyLock::new(|| {
    let phrase = |phrase: &str| words(phrase).iter().map(|word| singular(word)).collect();
    PHRASES.iter().map(|(words, fields)| (phrase(words), *fields)).collect()
});

static OPENING_WORDS: LazyLock<Spoken> =
    LazyLock::new(|| OPENINGS.iter().map(|(opening, fields)| (words(opening), *fields)).collect());

/// How far a heading speaks for each field, the best first.
pub(crate) fn scores(heading: &str) -> Vec<(Field, f32)> {
    let heading = if heading.trim() == "#" { "no" } else { heading };
    let written = words(heading);
    let plain: Vec<String> = written.iter().map(|word| singular(word)).collect();
    let mut best: Vec<(Field, f32)> = Vec::new();
    let mut take = |field: Field, score: f32| match best.iter_mut().find(|(known, _)| *known == field) {
        Some((_, known)) => *known = known.max(score),
        None => best.push((field, score)),
    };
    let telling = plain.iter().filter(|word| is_telling(word)).count().max(1);
    for (phrase, fields) in &*SINGULAR_PHRASES {
        if plain.windows(phrase.len()).any(|window| window == *phrase) {
            let share = ratio(phrase.iter().filter(|word| is_telling(word)).count().max(1), telling).min(1.0);
            fields.iter().for_each(|(field, weight)| take(*field, weight * (0.4 + 0.6 * share)));
        }
    }
    let asks_how = written.first().is_some_and(|word| word == "how");
    if asks_how && plain.iter().any(|word| KNOWING.contains(&word.as_str())) {
        take(Success, 0.9);
    }
    let opening = longest_opening(&written);
    opening.into_iter().flatten().for_each(|(field, score)| take(*field, *score));
    best.sort_by(|(a_field, a), (b_field, b)| b.total_cmp(a).then(a_field.cmp(b_field)));
    best
}

/// How far a heading speaks for the field it speaks for most.
pub(crate) fn clarity(heading: &str) -> f32 {
    scores(heading).first().map_or(0.0, |(_, score)| *score)
}

/// What the heading's first words say; the more of them are known, the more they say.
fn longest_opening(written: &[String]) -> Option<&'static [(Field, f32)]> {
    let all = OPENING_WORDS.iter().filter(|(opening, _)| written.starts_with(opening));
    all.max_by_key(|(opening, _)| opening.join(" ").len()).map(|(_, fields)| *fields)
}

fn is_telling(word: &str) -> bool {
    !FILLERS.contains(&word)
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

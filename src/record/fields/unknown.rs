//! What was probably meant by a field that there is not.

use super::{PRIVATE, listed};
use crate::model::suggestion;

/// Fields by the names that people give them who have not looked them up.
const SAID: &[(&str, &[&str])] = &[
    ("title", &["name", "heading", "headline"]),
    ("name", &["title"]),
    ("phone", &["telephone", "tel", "phone_number", "telephone_number", "mobile", "helpline"]),
    ("number", &["phone", "telephone", "tel"]),
    ("website", &["url", "site", "web", "web_address", "homepage", "link"]),
    ("url", &["link", "website", "href"]),
    ("link", &["url", "href"]),
    ("email", &["mail", "e-mail", "email_address"]),
    ("summary", &["description", "intro", "introduction", "about", "strapline"]),
    ("description", &["about"]),
    ("text", &["note", "notes", "comment", "description", "progress"]),
    ("note", &["notes", "comment"]),
    ("hours", &["opening_hours", "opening_times", "opening", "times"]),
    ("timescale", &["deadline", "due", "due_date", "timeframe", "target_date", "completion_date"]),
    ("leads", &["owner", "owners", "lead_officer", "responsible"]),
    ("organisation", &["provider", "agency", "partner", "run_by"]),
    ("provider", &["organisation", "trainer"]),
    ("cost", &["price", "fee", "fees", "charge"]),
    ("eligibility", &["criteria", "who_for", "who_can_use"]),
    ("audiences", &["groups", "people"]),
    ("reviewed", &["checked", "last_checked", "last_reviewed", "last_updated", "review_date"]),
    ("keywords", &["tags"]),
    ("location", &["venue", "place"]),
    ("venue", &["location", "place"]),
    ("start", &["starts", "start_time"]),
    ("end", &["ends", "end_time", "finish"]),
    ("also", &["synonyms", "aliases"]),
];

/// Fields that belong into a group of the record.
const WITHIN: &[(&str, &[&str])] = &[
    ("location", &["address", "postcode", "confidential"]),
    ("venue", &["address", "postcode"]),
    ("online", &["platform"]),
    ("referral", &["self", "self_referral", "professional", "how_to_refer"]),
    ("brand", &["colour", "color", "logo", "favicon"]),
];

/// More names than this are too many to read through.
const FEW: usize = 8;

/// How many are named where there are more.
const NAMED: usize = 6;

/// What to do about the field `name`, where `known` are the fields that there are, and `used` those that the record has.
pub(super) fn help(name: &str, known: &[&'static str], used: &[&str]) -> String {
    let is_known = |field: &str| known.contains(&field);
    let plain = name.trim().to_lowercase().replace([' ', '-'], "_");
    if matches!(&*plain, "cancelled" | "canceled" | "cancel") && is_known("waiting_list") {
        return if is_known("except") {
            "to cancel one date, put it under `except:` and add a session of that date with `status: cancelled`"
        } else {
            "write `status: cancelled`"
        }
        .to_owned();
    }
    let said = SAID.iter().find(|(field, words)| is_known(field) && words.contains(&&*plain)).map(|(field, _)| *field);
    if let Some(near) = suggestion::nearest(name, known.iter().copied()).or(said) {
        return format!("did you mean `{near}`?");
    }
    if let Some((group, _)) = WITHIN.iter().find(|(group, fields)| is_known(group) && fields.contains(&&*plain)) {
        return format!("it belongs in the group `{group}`: write it below `{group}:`, indented");
    }
    let free: Vec<&str> = known.iter().copied().filter(|field| *field != PRIVATE && !used.contains(field)).collect();
    if free.is_empty() || known.len() <= FEW {
        return format!("the fields here are {}", listed(known.iter().copied().filter(|field| *field != PRIVATE)));
    }
    let (mut likely, others): (Vec<&str>, Vec<&str>) = free.iter().partition(|field| shares_word(&plain, field));
    likely.extend(others.into_iter().filter(|field| *field != "slug"));
    likely.truncate(NAMED);
    let likely = listed(likely.into_iter());
    format!("fields here include {likely}; `docs/fields/` has them all; put notes of your own under `{PRIVATE}:`")
}

/// Whether two names have a word in common: `opening_days` and `opening_hours`.
fn shares_word(name: &str, field: &str) -> bool {
    name.split('_').any(|word| word.len() > 2 && field.split('_').any(|other| other == word))
}

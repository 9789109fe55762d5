//! How a plan's risk register is told from its tables of actions.

use super::block::words;

/// What a column of a register is about, by a word of its heading; the first that fits.
const COLUMNS: [(&str, &[&str]); 7] = [
    ("likelihood", &["likelihood", "probability"]),
    ("impact", &["impact", "severity", "consequence"]),
    ("mitigation", &["mitigation", "mitigating", "control", "controls", "response", "action", "actions"]),
    ("lead", &["owner", "lead", "responsible", "who"]),
    ("status", &["status", "rag", "rating", "progress", "update"]),
    ("ref", &["ref", "no", "number", "id"]),
    ("risk", &["risk", "risks", "description"]),
];

/// Whether headings are those of a risk register.
pub(crate) fn is_register(headings: &[String]) -> bool {
    let fields: Vec<&str> = headings.iter().filter_map(|heading| field(heading)).collect();
    let names_risk = headings.iter().any(|heading| words(heading).iter().any(|word| word.starts_with("risk")));
    let rated = fields.iter().any(|field| matches!(*field, "likelihood" | "impact"));
    // A register says what is done about a risk; a table of actions may say what their risks are.
    let is_action = |heading: &String| words(heading).iter().any(|word| matches!(word.as_str(), "action" | "actions"));
    let place = |wanted: &str| headings.iter().position(|heading| field(heading) == Some(wanted));
    let mitigates = headings.iter().any(|heading| field(heading) == Some("mitigation") && !is_action(heading));
    let is_answered =
        place("mitigation").is_some_and(|action| mitigates || place("risk").is_some_and(|risk| risk < action));
    names_risk && fields.contains(&"risk") && (rated || is_answered)
}

/// The field of the content model that a column is about, by its heading.
pub(crate) fn field(heading: &str) -> Option<&'static str> {
    let spoken = words(heading);
    let fits = |names: &&[&str]| spoken.iter().any(|word| names.contains(&word.as_str()));
    COLUMNS.iter().find(|(_, names)| fits(names)).map(|(field, _)| *field)
}

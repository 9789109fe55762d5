//! A plan's risk register: a table of risks beside its tables of actions.

use super::action::{Writer, markdown};
use super::block::words;
use super::outline::RiskRow;
use crate::yaml::{Map, Value};

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

fn field(heading: &str) -> Option<&'static str> {
    let spoken = words(heading);
    let fits = |names: &&[&str]| spoken.iter().any(|word| names.contains(&word.as_str()));
    COLUMNS.iter().find(|(_, names)| fits(names)).map(|(field, _)| *field)
}

/// The register as the content model has it.
pub(crate) fn register(rows: &[RiskRow], writer: &mut Writer<'_>) -> Vec<Value> {
    rows.iter().map(|row| Value::Map(risk(row, writer))).collect()
}

fn risk(row: &RiskRow, writer: &mut Writer<'_>) -> Map {
    let mut map = Map::default();
    let mut private = Map::default();
    for wanted in ["ref", "risk", "likelihood", "impact", "mitigation", "lead", "status"] {
        for (heading, text) in row.cells.iter().filter(|(heading, _)| field(heading) == Some(wanted)) {
            let is_taken = map.entries.iter().any(|entry| entry.key == wanted);
            let is_number = matches!(text.as_str(), "1" | "2" | "3" | "4" | "5");
            let is_scale = matches!(wanted, "likelihood" | "impact");
            if is_taken || is_scale && !is_number {
                private.add(heading, Value::text(text));
                continue;
            }
            match wanted {
                "mitigation" => map.add_text(wanted, &markdown(text)),
                "lead" => map.add(wanted, writer.people.read(text).value()),
                _ => map.add_text(wanted, &text.replace('\n', " ")),
            }
        }
    }
    for (heading, text) in row.cells.iter().filter(|(heading, _)| field(heading).is_none()) {
        private.add(if heading.is_empty() { "Column" } else { heading }, Value::text(text));
    }
    if !map.entries.iter().any(|entry| entry.key == "risk") {
        writer.notes.look(&row.origin, "a row of the risk register has no risk".to_owned());
        map.add("risk", Value::text("(missing in the source)"));
    }
    if !private.is_empty() {
        writer.notes.look(
            &row.origin,
            "columns of this risk that no field takes are kept under `private:`, where nobody reads them".to_owned(),
        );
        map.add("private", Value::Map(private));
    }
    map
}

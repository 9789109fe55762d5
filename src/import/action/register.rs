//! A plan's risk register, as the content model has it.

use super::{Writer, markdown};
use crate::import::outline::RiskRow;
use crate::import::risk::field;
use crate::yaml::{Map, Value};

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

//! A file in which a person says what the columns are about.

use crate::diagnostic::Report;
use crate::import::block::words;
use crate::import::error::ImportError;
use crate::import::field::Field;
use crate::model::choice::named;
use crate::record::node::{self, Value};

/// What a person chose for columns, by heading.
#[derive(Debug, Clone, Default)]
pub(crate) struct ColumnChoices {
    chosen: Vec<(String, Field)>,
}

impl ColumnChoices {
    /// Reads lines such as `Lead officer: leads`. A column without a heading is `column 1`, counted from the left.
    ///
    /// # Errors
    /// A file that is not in this form, and a field that there is not.
    pub(crate) fn read(text: &str) -> Result<Self, ImportError> {
        let form = "write a line for each column: its heading, a colon and a field, such as `Lead officer: leads`";
        let report = Report::new("columns".into(), "columns", text.as_bytes().into());
        let Some(root) = node::read(text, 0, &report) else {
            let reason = report.into_problems().into_iter().next().map(|problem| problem.message);
            let reason = reason.unwrap_or_else(|| "it cannot be read".to_owned());
            return Err(ImportError::new(format!("the file of columns cannot be read: {reason}"), form));
        };
        let Value::Map(entries) = &root.value else {
            return Err(ImportError::new(
                "the file of columns should have a line for each heading, and this is something else",
                form,
            ));
        };
        let mut chosen = Vec::new();
        for (key, value) in entries {
            let field = match &value.value {
                Value::Scalar { text, .. } => text.trim().to_owned(),
                _ => return Err(ImportError::new(format!("`{}` has no field after it", key.name), form)),
            };
            let known = named::<Field>(&field).ok_or_else(|| {
                let all = Field::ALL.map(Field::id).join("`, `");
                ImportError::new(
                    format!("there is no field `{field}` for the column `{}`", key.name),
                    format!("it can be `{all}`"),
                )
            })?;
            chosen.push((words(&key.name).join(" "), known));
        }
        Ok(Self { chosen })
    }

    /// Whether something was chosen for a column with this heading.
    pub(crate) fn names(&self, heading: &str) -> bool {
        let name = words(heading).join(" ");
        self.chosen.iter().any(|(known, _)| *known == name)
    }

    /// What was chosen for a column.
    pub(super) fn get(&self, heading: &str, column: usize) -> Option<Field> {
        let name = words(heading).join(" ");
        let name = if name.is_empty() { format!("column {}", column + 1) } else { name };
        self.chosen.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    /// The headings that were chosen for but stand over no column.
    pub(crate) fn unused<'c>(&'c self, headings: &[String]) -> Vec<&'c str> {
        let known: Vec<String> = headings.iter().map(|heading| words(heading).join(" ")).collect();
        let chosen = self.chosen.iter().map(|(heading, _)| heading.as_str());
        chosen
            .filter(|heading| !known.iter().any(|known| known == heading) && !heading.starts_with("column "))
            .collect()
    }
}

//! What a person should look at before an action is published: names of people in its words, and words that say that
//! they are not for the public.

use super::Writer;
use crate::import::confidential;
use crate::import::field::Field;
use crate::import::lead::names_in;
use crate::import::outline::Gathered;
use crate::model::phone::mentions;

/// Fields whose words are no text: a name there is told elsewhere.
const NO_TEXTS: [Field; 7] =
    [Field::Leads, Field::Officer, Field::Partners, Field::Keep, Field::Section, Field::Objective, Field::Ref];

impl Writer<'_> {
    /// What is said above the action of names and of words that are not for the public.
    pub(super) fn doubtful_words(&mut self, action: &Gathered) -> Vec<String> {
        let mut doubts = Vec::new();
        let fields = action.columns.iter().enumerate().filter(|(_, column)| !NO_TEXTS.contains(&column.field));
        for (at, column) in fields {
            let text = action.column_texts(at).join("\n");
            let names = names_in(&text);
            let heading = column.name();
            if !names.is_empty() {
                let names = names.join("`, `");
                doubts
                    .push(format!("`{heading}` names `{names}`; take the name out unless it is meant to be published"));
            }
            if !mentions(&text).is_empty() || text.contains('@') {
                doubts.push(format!("`{heading}` has a number or an address; take it out unless it is for the public"));
            }
            if let Some(word) = confidential::in_text(&text) {
                doubts.push(format!("`{heading}` says `{word}`; take out what is not for the public"));
            }
        }
        for doubt in &doubts {
            self.notes.look(&action.origin, doubt.clone());
        }
        doubts.into_iter().map(|doubt| format!("look here: {doubt}")).collect()
    }
}

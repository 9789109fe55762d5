//! Words that a plan keeps under `private:`, and that no other part of the import sees.

use super::origin::Origin;
use crate::yaml::{Map, Value};

/// Stands in a cell for words that a [`Keeper`] has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept(usize);

/// Words, and where they were.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    /// What its column is called; empty where that is not known.
    pub(crate) name: String,
    pub(crate) origin: Origin,
    pub(crate) text: String,
}

/// Keeps words until an action or the plan takes them.
#[derive(Debug, Default)]
pub(crate) struct Keeper {
    items: Vec<Option<Item>>,
}

impl Keeper {
    pub(crate) fn put(&mut self, name: &str, origin: &Origin, text: &str) -> Kept {
        self.items.push(Some(Item { name: name.to_owned(), origin: origin.clone(), text: text.to_owned() }));
        Kept(self.items.len() - 1)
    }

    /// Gives words to the action that they are about, once.
    pub(crate) fn take(&mut self, kept: Kept) -> Option<Item> {
        self.items.get_mut(kept.0)?.take()
    }

    /// What no action took, for the plan itself.
    pub(crate) fn rest(&mut self) -> Vec<Value> {
        let rest = std::mem::take(&mut self.items).into_iter().flatten();
        let value = |item: Item| {
            let mut map = Map::default();
            map.add_text("where", &item.origin.to_string());
            map.add_text("column", &item.name);
            map.add_text("words", &item.text);
            Value::Map(map)
        };
        rest.map(value).collect()
    }
}

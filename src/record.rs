//! The records that people write, each with its fields declared once.
//!
//! A record (a service, a plan, a session ...) is declared with [`record!`]: for each field its type, what it means to an
//! author, an example, whether it is required. From that follow how it is read, what is said where it is missing or
//! misspelt, the texts and references that others look through, its page in `docs/fields/` and its JSON Schema. What one
//! field says against another is a function beside the declaration.
//!
//! Like the model, records know nothing of other files, of pages or of the day it is.

#[macro_use]
mod declare;
pub(crate) mod accessibility;
pub(crate) mod article;
pub(crate) mod document;
pub(crate) mod entry;
pub(crate) mod field;
pub(crate) mod fields;
pub(crate) mod frame_words;
pub(crate) mod glossary;
pub(crate) mod governance;
pub(crate) mod kind;
pub(crate) mod lead;
pub(crate) mod markdown;
pub(crate) mod node;
pub(crate) mod organisation;
pub(crate) mod page_link;
pub(crate) mod redirect;
pub(crate) mod reference;
pub(crate) mod repeats;
pub(crate) mod settings;
mod target;
pub(crate) mod value;
mod values;
pub(crate) mod vocabulary;

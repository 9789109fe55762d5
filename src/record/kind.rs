//! What makes a record a kind of content: files in a folder, each of which is one record with an address of its own.

use super::field::Field;
use super::fields::Fields;
use super::value::Record;
use crate::model::prose::Prose;

/// A kind of content: what people write in its files.
pub(crate) trait ContentKind {
    /// What a file says.
    type Record: Record;

    /// Its name for people: "Services".
    const TITLE: &'static str;
    /// What a new file begins with, with `{{words}}` where something is put in: see `starter`.
    const NEW: &'static str;
    /// What such a file is.
    const ABOUT: &'static str = Self::Record::ABOUT;

    /// The fields of such a file, but for those that every kind has.
    fn fields() -> Vec<&'static Field> {
        Self::Record::all_fields()
    }

    /// Reads a file; none where it lacks something without which it cannot be.
    fn read(fields: &mut Fields<'_, '_>, _file: File<'_>) -> Option<Self::Record> {
        Self::Record::read_fields(fields)
    }
}

/// What a record may need to know of its file, beside the fields.
pub(crate) struct File<'f> {
    /// The record's name in references: the file's name without its ending.
    pub(crate) id: &'f str,
    /// The folders between the kind's own folder and the file: `professionals`.
    pub(crate) folder: &'f str,
    /// The text below the fields, in kinds that have one.
    pub(crate) body: Prose,
}

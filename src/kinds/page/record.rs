//! What people write in the file of a page.

use crate::record::article::{Article, Unused};
use crate::record::field::Field;
use crate::record::fields::Fields;
use crate::record::kind::{ContentKind, File};
use crate::record::value::Record;

/// A page of the partnership's own.
#[derive(Debug)]
pub(crate) enum Page {}

impl ContentKind for Page {
    type Record = Article;

    const TITLE: &'static str = "Pages";
    const NEW: &'static str = include_str!("new.md");
    const ABOUT: &'static str = "Everything else: about, guidance, governance.";

    fn fields() -> Vec<&'static Field> {
        [Article::all_fields(), Unused::all_fields()].concat()
    }

    fn read(fields: &mut Fields<'_, '_>, file: File<'_>) -> Option<Article> {
        Unused::read_fields(fields);
        Article::read(fields, file)
    }
}

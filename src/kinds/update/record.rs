//! What people write in the file of an update.

use crate::record::article::{Article, News};
use crate::record::field::Field;
use crate::record::fields::Fields;
use crate::record::kind::{ContentKind, File};
use crate::record::value::Record;

/// Dated news.
#[derive(Debug)]
pub(crate) enum Update {}

impl ContentKind for Update {
    type Record = Article;

    const TITLE: &'static str = "Updates";
    const NEW: &'static str = include_str!("new.md");
    const ABOUT: &'static str = "Dated news, a case study, a campaign.";

    fn fields() -> Vec<&'static Field> {
        [News::all_fields(), Article::all_fields()].concat()
    }

    fn read(fields: &mut Fields<'_, '_>, file: File<'_>) -> Option<Article> {
        let news = News::read_fields(fields);
        let article = Article::read(fields, file);
        Some(Article { news: Some(news?), ..article? })
    }
}

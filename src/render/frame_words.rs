//! The words around a page in its own language.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::model::language::Language;
use crate::record::entry::Entry;
use crate::record::frame_words::FrameWords;

/// The words in one language, as templates have them.
#[derive(Debug, Default, Serialize)]
pub(crate) struct WordsView {
    /// The tag of their language.
    language: String,
    #[serde(flatten)]
    pub(crate) words: FrameWords,
}

/// The words in each language that there are some in.
#[derive(Debug)]
pub(crate) struct AllWords(BTreeMap<String, Arc<WordsView>>);

impl AllWords {
    pub(crate) fn of(files: &[Arc<Entry<FrameWords>>]) -> Self {
        let view = |file: &Arc<Entry<FrameWords>>| {
            let view = WordsView { language: file.id.clone(), words: file.record.clone() };
            (file.id.to_lowercase(), Arc::new(view))
        };
        Self(files.iter().map(view).collect())
    }

    /// The words in a language: in its own variety, else in the language at large, else in English. Only a
    /// site whose own English ones cannot be read has none, and that is an error.
    pub(crate) fn in_language(&self, language: &Language) -> Arc<WordsView> {
        let tags = [language.tag().to_lowercase(), language.primary().to_owned(), "en".to_owned()];
        tags.iter().find_map(|tag| self.0.get(tag)).cloned().unwrap_or_default()
    }
}

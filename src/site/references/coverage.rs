//! What an editor says of pairs that no service names.

use crate::diagnostic::{Diagnostic, Located, SourcePath};
use crate::model::vocabulary::Vocabulary;
use crate::site::lookup::{Lookup, Reference, VOCABULARY};

/// The people and the help of marks are words of the same file.
pub(super) fn check(vocabulary: &Vocabulary, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    let source: SourcePath = "content/vocabulary.yaml".into();
    let mut find = |list, ids: &[Located<String>], what| {
        let reference = Reference { code: "vocabulary/coverage", source: &source, what, listed_in: VOCABULARY };
        for id in ids {
            lookup.find(list, id, &reference, problems);
        }
    };
    for mark in &vocabulary.coverage {
        find(&lookup.audiences, &mark.audiences, "audience");
        find(&lookup.needs, &mark.needs, "need");
    }
}

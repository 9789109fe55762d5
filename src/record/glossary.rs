//! A term and what it means.

mod mentions;

use ahash::AHashSet;

use crate::diagnostic::{Located, Report};
use crate::model::prose::Prose;

pub(crate) use mentions::Mentions;

record! {
    /// A term and what it means: one item of the list in `content/glossary.yaml`.
    pub(crate) struct GlossaryTerm: "a term" => {
        /// The term.
        term: Located<String>, example = "Refuge";
        /// What it is short for, or its short form.
        short: Option<String>, example = "IDVA";
        /// What it means, in plain words.
        meaning: Prose, example = "a safe place to stay";
        /// What people type instead. The search then finds the pages that use the term.
        also: Vec<String>, example = "[safe house]";
    }
}

choice! {
    /// Whose words the search understands.
    pub(crate) enum SearchGlossary => {
        /// The program's own as well as the site's.
        BuiltIn = "builtin";
        /// The site's alone.
        Own = "own";
    }
}

impl SearchGlossary {
    /// What holds where a site does not choose: the program's own is about abuse, and for sites about that.
    #[must_use]
    pub(crate) fn usual(sensitive: bool) -> Self {
        if sensitive { Self::BuiltIn } else { Self::Own }
    }
}

/// Warns of terms that are there twice, and of words for a term that are the term itself.
pub(crate) fn check_terms(terms: &[GlossaryTerm], report: &Report) {
    let plain = |text: &str| text.trim().to_lowercase();
    let mut earlier = AHashSet::with_capacity(terms.len());
    for term in terms {
        let name = &term.term.value;
        if !earlier.insert(plain(name)) {
            let message = format!("the term `{name}` is in this glossary twice");
            report.warning("term", term.term.span, message, "keep one of them, with the meaning that is right");
        }
        if term.also.iter().any(|also| plain(also) == plain(name)) {
            let message = format!("`also` of `{name}` names the term itself");
            let help = "take it out: `also` is for other words that people type; capitals make no difference";
            report.warning("also", term.term.span, message, help);
        }
    }
}

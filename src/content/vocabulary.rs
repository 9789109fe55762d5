//! `vocabulary.yaml`, `glossary.yaml` and `redirects.yaml`: lists of words.

use ahash::AHashSet;

use super::document::plain;
use super::fields::{self, Fields};
use super::node::{Node, Value};
use super::repeats;
use super::service::{plain as values, required_ids};
use crate::diagnostic::{Located, Report};
use crate::model::glossary::GlossaryTerm;
use crate::model::own_behaviour;
use crate::model::redirect::Redirect;
use crate::model::vocabulary::{CoverageAnswer, CoverageMark, Term, Vocabulary};
use crate::model::web_address::decoded;

/// Reads the vocabulary.
pub(super) fn read(node: &Node<'_>, report: &Report) -> Option<Vocabulary> {
    let mut fields = Fields::open(node, "the file", report)?;
    let vocabulary = Vocabulary {
        areas: terms(&mut fields, "areas"),
        audiences: terms(&mut fields, "audiences"),
        needs: terms(&mut fields, "needs"),
        levels: terms(&mut fields, "levels"),
        coverage: fields.list("coverage", coverage_mark),
    };
    fields.finish();
    Some(vocabulary)
}

fn terms(fields: &mut Fields<'_, '_>, name: &'static str) -> Vec<Term> {
    let terms = fields.list(name, |node, report| {
        let mut term = Fields::open(node, "an entry of the list", report)?;
        let id = term.id("id");
        let id = term.required("id", id, "older-people");
        let words = term.required_text("name", "Older people");
        let description = plain(term.text("description"));
        let also = values(term.texts("also"));
        term.finish();
        let (id, name) = (id?, words?.value);
        let own_behaviour = own_behaviour::is_meant(&id, &name, &also);
        Some(Term { id, name, description, also, own_behaviour })
    });
    unique(terms.iter().map(|term| &term.id), fields.report);
    repeats::warn_of_names(terms.iter().map(|term| (&term.id, term.name.as_str())), fields.report);
    terms
}

fn coverage_mark(node: &Node<'_>, report: &Report) -> Option<CoverageMark> {
    let mut mark = Fields::open(node, "a mark", report)?;
    let audiences = required_ids(&mut mark, "audiences", "[older-people]");
    let needs = required_ids(&mut mark, "needs", "[housing, money]");
    let answer = mark.choice("answer", &CoverageAnswer::WORDS);
    let answer = mark.required("answer", answer, "everyone");
    mark.finish();
    Some(CoverageMark { audiences, needs, answer: answer?.value })
}

/// Tells of ids that stand twice in one list.
pub(super) fn unique<'i>(ids: impl Iterator<Item = &'i Located<String>>, report: &Report) {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        if seen.contains(&id.value.as_str()) {
            let help = "give each its own id, because other files refer to it by that";
            report.error("id", id.span, format!("the id `{}` is used twice in this list", id.value), help);
        }
        seen.push(&id.value);
    }
}

/// The items of a file that is one list.
pub(super) fn items<'n>(node: &'n Node<'n>, report: &Report) -> Option<&'n [Node<'n>]> {
    match &node.value {
        Value::List(items) => Some(items),
        Value::Map(entries) if entries.is_empty() => Some(&[]),
        _ => {
            let message = format!("the file should be a list, and this is {}", node.describe());
            report.error("form", node.span, message, "begin each item with `- ` at the start of its line");
            None
        }
    }
}

/// Reads the glossary.
pub(super) fn read_glossary(node: &Node<'_>, report: &Report) -> Option<Vec<GlossaryTerm>> {
    let read = |node: &Node<'_>| {
        let mut fields = Fields::open(node, "a term", report)?;
        let term = fields.required_text("term", "Refuge");
        let short = plain(fields.text("short"));
        let meaning = fields.prose("meaning");
        let meaning = fields.required("meaning", meaning, "a safe place to stay");
        let also = values(fields.texts("also"));
        fields.finish();
        Some(GlossaryTerm { term: term?, short, meaning: meaning?, also })
    };
    let terms: Vec<GlossaryTerm> = items(node, report)?.iter().filter_map(read).collect();
    check_terms(&terms, report);
    Some(terms)
}

fn check_terms(terms: &[GlossaryTerm], report: &Report) {
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

/// Reads the redirects: a map of old path and new path.
pub(super) fn read_redirects(node: &Node<'_>, report: &Report) -> Option<Vec<Redirect>> {
    let Value::Map(entries) = &node.value else {
        let message = format!("the file should hold lines `old: new`, and this is {}", node.describe());
        report.error("form", node.span, message, "write `/old/path/: /new/path/`, a line for each");
        return None;
    };
    let read = entries.iter().filter(|(key, _)| key.name != "private").filter_map(|(key, node)| {
        let to = fields::text(node, "redirects", report)?;
        if !key.name.starts_with('/') {
            let help = format!("write `/{}`", key.name);
            report.error("from", key.span, format!("the old path `{}` does not begin with `/`", key.name), help);
        }
        if let Some(at) = key.name.find(['?', '#']) {
            let message = format!("the old path `{}` has a part after `?` or `#`, which web hosts ignore", key.name);
            report.error("from", key.span, message, format!("write `{}`", &key.name[..at]));
        }
        Some(Redirect { from: Located::new(decoded(&key.name).into_owned(), key.span), to })
    });
    Some(read.collect())
}

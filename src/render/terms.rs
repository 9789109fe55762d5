//! The words of a page that the glossary explains.

use serde::Serialize;
use tera::Value;

use super::frame::html;
use crate::record::glossary::Mentions;
use crate::site::{Route, Site};

/// The terms of the glossary, ready to be looked for and shown.
pub(crate) struct Terms {
    mentions: Mentions,
    /// A [`TermView`] for each term, in the glossary's order.
    views: Vec<Value>,
}

#[derive(Serialize)]
struct TermView {
    term: String,
    short: Option<String>,
    /// As HTML.
    meaning: String,
}

impl Terms {
    pub(super) fn of(site: &Site) -> Self {
        let view = |term: &crate::record::glossary::GlossaryTerm| {
            Value::from_serializable(&TermView {
                term: term.term.value.clone(),
                short: term.short.clone(),
                meaning: html(site, &site.glossary.source, &term.meaning),
            })
        };
        Self { mentions: Mentions::of(&site.glossary), views: site.glossary.iter().map(view).collect() }
    }

    /// The terms that a page mentions, in the order of its text, without those that lead to the page itself: it
    /// explains them better.
    pub(super) fn on(&self, site: &Site, route: Route) -> Vec<Value> {
        let texts = site.texts(route);
        let source = &site.glossary.source;
        let leads_here = |term: &usize| {
            let links = site.glossary[*term].meaning.links.iter();
            let address = site.address(route);
            links.map(|link| site.links.resolve(&site.routes, source, &link.destination)).any(|to| to == address)
        };
        let found = self.mentions.within(texts.iter().map(|text| text.words()));
        found.into_iter().filter(|term| !leads_here(term)).map(|term| self.views[term].clone()).collect()
    }
}

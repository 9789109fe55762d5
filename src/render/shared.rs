//! What many pages share and is made once: the frame around each page, the cards of services, the assets.

use std::collections::HashMap;
use std::sync::OnceLock;

use tera::Value;

use super::assets::Assets;
use super::frame::SiteFrame;
use super::frame_words::AllWords;
use super::hsds;
use super::search_index::SearchIndex;
use super::terms::Terms;
use crate::kinds::service::render::card::ServiceCard;
use crate::site::Site;

/// What is made once for all pages.
pub(crate) struct Shared {
    /// What the frame around each page says: [`SiteFrame`].
    pub(crate) frame: Value,
    /// Styles, scripts and icons.
    pub(crate) assets: Assets,
    /// The words around a page, by language.
    pub(crate) words: AllWords,
    terms: OnceLock<Terms>,
    cards: OnceLock<Vec<Value>>,
    index: OnceLock<SearchIndex>,
    hsds_services: OnceLock<HashMap<String, usize>>,
}

impl Shared {
    pub(crate) fn of(site: &Site) -> Self {
        let assets = Assets::of(site);
        let words = AllWords::of(&site.words);
        let frame = Value::from_serializable(&SiteFrame::of(site, &assets, &words));
        Self {
            frame,
            assets,
            words,
            terms: OnceLock::new(),
            cards: OnceLock::new(),
            index: OnceLock::new(),
            hsds_services: OnceLock::new(),
        }
    }

    /// The card of a service: [`ServiceCard`]. Lists show the same cards again and again, so they are made once,
    /// and only when a page with a list is asked for.
    pub(crate) fn card(&self, site: &Site, service: usize) -> Value {
        let cards = self.cards.get_or_init(|| {
            (0..site.services.len()).map(|number| Value::from_serializable(&ServiceCard::of(site, number))).collect()
        });
        cards[service].clone()
    }

    /// The cards of several services.
    pub(crate) fn cards(&self, site: &Site, services: impl IntoIterator<Item = usize>) -> Value {
        services.into_iter().map(|service| self.card(site, service)).collect::<Vec<Value>>().into()
    }

    /// The service whose file in HSDS-UK shape lies at a path. Only a preview asks, and only for such a path.
    pub(crate) fn hsds_service(&self, site: &Site, path: &str) -> Option<usize> {
        let all = || self.hsds_services.get_or_init(|| hsds::by_path(site));
        path.starts_with(hsds::SERVICES).then(all)?.get(path).copied()
    }

    /// The terms of the glossary, made ready when a page with a text is first asked for.
    pub(crate) fn terms(&self, site: &Site) -> &Terms {
        self.terms.get_or_init(|| Terms::of(site))
    }

    /// The search index, made when it is first asked for.
    pub(crate) fn search_index(&self, site: &Site) -> &SearchIndex {
        self.index.get_or_init(|| SearchIndex::of(site))
    }
}

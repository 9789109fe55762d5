//! What many pages share and is made once: the frame around each page, the cards of services, the assets.

use std::collections::HashMap;
use std::sync::OnceLock;

use tera::Value;

use super::brand;
use super::compact::{compact, style};
use super::frame::SiteFrame;
use super::hsds;
use super::search_index::SearchIndex;
use super::terms::Terms;
use super::view::service_card::ServiceCard;
use super::{Artifact, Output, OutputKind};
use crate::site::Site;

/// What is made once for all pages.
pub(super) struct Shared {
    /// What the frame around each page says: [`SiteFrame`].
    pub(super) frame: Value,
    /// Styles, scripts and icons.
    pub(super) assets: Assets,
    terms: OnceLock<Terms>,
    cards: OnceLock<Vec<Value>>,
    index: OnceLock<SearchIndex>,
    hsds_services: OnceLock<HashMap<String, usize>>,
}

impl Shared {
    pub(super) fn of(site: &Site) -> Self {
        let assets = Assets::of(site);
        let frame = Value::from_serializable(&SiteFrame::of(site, &assets));
        Self {
            frame,
            assets,
            terms: OnceLock::new(),
            cards: OnceLock::new(),
            index: OnceLock::new(),
            hsds_services: OnceLock::new(),
        }
    }

    /// The card of a service: [`ServiceCard`]. Lists show the same cards again and again, so they are made once,
    /// and only when a page with a list is asked for.
    pub(super) fn card(&self, site: &Site, service: usize) -> Value {
        let cards = self.cards.get_or_init(|| {
            (0..site.services.len()).map(|number| Value::from_serializable(&ServiceCard::of(site, number))).collect()
        });
        cards[service].clone()
    }

    /// The cards of several services.
    pub(super) fn cards(&self, site: &Site, services: impl IntoIterator<Item = usize>) -> Value {
        services.into_iter().map(|service| self.card(site, service)).collect::<Vec<Value>>().into()
    }

    /// The service whose file in HSDS-UK shape lies at a path. Only a preview asks, and only for such a path.
    pub(super) fn hsds_service(&self, site: &Site, path: &str) -> Option<usize> {
        let all = || self.hsds_services.get_or_init(|| hsds::by_path(site));
        path.starts_with(hsds::SERVICES).then(all)?.get(path).copied()
    }

    /// The terms of the glossary, made ready when a page with a text is first asked for.
    pub(super) fn terms(&self, site: &Site) -> &Terms {
        self.terms.get_or_init(|| Terms::of(site))
    }

    /// The search index, made when it is first asked for.
    pub(super) fn search_index(&self, site: &Site) -> &SearchIndex {
        self.index.get_or_init(|| SearchIndex::of(site))
    }
}

/// The stylesheet, at whose end the partnership's colours stand.
const STYLE: &str = "style.css";

/// Styles, scripts and icons, each under a name that holds a hash of its bytes.
pub(super) struct Assets {
    files: Vec<Asset>,
}

struct Asset {
    name: String,
    path: String,
    bytes: std::sync::Arc<[u8]>,
}

impl Assets {
    fn of(site: &Site) -> Self {
        let files = site.theme.assets.iter().map(|file| {
            let name = file.name.clone();
            let mut bytes = compact(&name, &file.bytes);
            if name == STYLE {
                // In one file with the rest, since on a slow line each further file is another wait.
                bytes.extend(style(&brand::style(&site.settings.brand)).into_bytes());
            }
            Asset { path: hashed(&name, &bytes), name, bytes: bytes.into() }
        });
        Self { files: files.collect() }
    }

    /// The path of an asset below the site's root; its plain name where the theme has none of that name.
    pub(super) fn path(&self, name: &str) -> String {
        let found = self.files.iter().find(|asset| asset.name == name);
        found.map_or_else(|| format!("assets/{name}"), |asset| asset.path.clone())
    }

    /// The paths of all but the search index.
    pub(super) fn paths(&self) -> impl Iterator<Item = String> {
        self.files.iter().map(|asset| asset.path.clone())
    }

    pub(super) fn outputs(&self) -> impl Iterator<Item = Output> {
        (0..self.files.len()).map(OutputKind::Asset).chain([OutputKind::SearchIndex]).map(Output)
    }

    pub(super) fn find(&self, path: &str) -> Option<Output> {
        if path.starts_with("assets/search-index.") {
            return Some(Output(OutputKind::SearchIndex));
        }
        self.files.iter().position(|asset| asset.path == path).map(|number| Output(OutputKind::Asset(number)))
    }

    pub(super) fn artifact(&self, number: usize) -> Artifact {
        Artifact { path: self.files[number].path.clone(), bytes: self.files[number].bytes.to_vec().into() }
    }
}

/// `style.css` with the start of its hash: `assets/style.0123456789.css`.
pub(super) fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{}.{ending}", &hash[..10]),
        None => format!("assets/{name}.{}", &hash[..10]),
    }
}

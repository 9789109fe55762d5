//! Styles, scripts and icons.

use super::compact::{compact, style};
use super::{Artifact, Output, OutputKind, brand};
use crate::site::Site;

/// The stylesheet, at whose end the partnership's colours stand.
const STYLE: &str = "style.css";

/// Styles, scripts and icons, each under a name that holds a hash of its bytes.
pub(crate) struct Assets {
    files: Vec<Asset>,
}

struct Asset {
    name: String,
    path: String,
    bytes: std::sync::Arc<[u8]>,
}

impl Assets {
    pub(crate) fn of(site: &Site) -> Self {
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
    pub(crate) fn path(&self, name: &str) -> String {
        let found = self.files.iter().find(|asset| asset.name == name);
        found.map_or_else(|| format!("assets/{name}"), |asset| asset.path.clone())
    }

    /// The paths of all but the search index.
    pub(crate) fn paths(&self) -> impl Iterator<Item = String> {
        self.files.iter().map(|asset| asset.path.clone())
    }

    pub(crate) fn outputs(&self) -> impl Iterator<Item = Output> {
        (0..self.files.len()).map(OutputKind::Asset).chain([OutputKind::SearchIndex]).map(Output)
    }

    pub(crate) fn find(&self, path: &str) -> Option<Output> {
        if path.starts_with("assets/search-index.") {
            return Some(Output(OutputKind::SearchIndex));
        }
        self.files.iter().position(|asset| asset.path == path).map(|number| Output(OutputKind::Asset(number)))
    }

    pub(crate) fn artifact(&self, number: usize) -> Artifact {
        Artifact { path: self.files[number].path.clone(), bytes: self.files[number].bytes.to_vec().into() }
    }
}

/// `style.css` with the start of its hash: `assets/style.0123456789.css`.
pub(crate) fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{}.{ending}", &hash[..10]),
        None => format!("assets/{name}.{}", &hash[..10]),
    }
}

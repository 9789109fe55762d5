//! A printable sheet, made from services.

use super::prose::Prose;
use crate::diagnostic::Located;

/// A leaflet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Leaflet {
    /// Its name.
    pub title: Located<String>,
    /// A line below it.
    pub subtitle: Option<String>,
    /// The paper.
    pub size: PaperSize,
    /// What is on it.
    pub services: Selection,
    /// The text above.
    pub intro: Option<Prose>,
    /// The text below.
    pub footer: Option<Prose>,
    /// Whether a code to scan leads to the site.
    pub qr: bool,
}

/// The paper's size, ISO 216.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum PaperSize {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 148 by 210 mm.
    A5,
}

/// Which services are on a leaflet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Selection {
    /// These, in this order.
    Listed(Vec<Located<String>>),
    /// All that have one of each list that is not empty.
    Matching {
        /// Kinds of help: vocabulary ids.
        needs: Vec<Located<String>>,
        /// People: vocabulary ids.
        audiences: Vec<Located<String>>,
        /// Places: vocabulary ids.
        areas: Vec<Located<String>>,
    },
}

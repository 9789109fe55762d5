//! People and places that are not services: champions, safe places.

use super::prose::Prose;
use crate::diagnostic::Located;

/// A network.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Network {
    /// Its name.
    pub title: Located<String>,
    /// What it is.
    pub description: Option<Prose>,
    /// What its entries are.
    pub kind: Option<String>,
    /// Its people and places.
    pub members: Vec<Member>,
}

/// One person's post, or one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    /// What it is called.
    pub name: String,
    /// A partner's id or a name.
    pub organisation: Option<Located<String>>,
    /// Where: a vocabulary id.
    pub area: Option<Located<String>>,
    /// What it does in the network.
    pub role: Option<String>,
    /// How to reach it.
    pub contact: Option<String>,
    /// More to know.
    pub note: Option<String>,
}

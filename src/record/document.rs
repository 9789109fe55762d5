//! A document that belongs to a plan or a group.

use jiff::civil::Date;

use super::field::Rule;
use super::fields::Fields;
use super::reference::{File, Ref};
use crate::diagnostic::Located;
use crate::model::web_address::WebAddress;

record! {
    /// A document, with the place where people can read it: a file of this site, or a page elsewhere.
    pub(crate) struct Document: "a document", check: require_place => {
        /// What the document is called.
        title: String, example = "Annual report 2026";
        /// A file of this site.
        file: Option<Ref<File>>, example = "files/annual-report-2026.pdf", code = "documents";
        /// A page or file on another site, where it is not a file of this one.
        url: Option<Located<WebAddress>>, example = "https://example.org/report.pdf", rule = Rule::Secure, label = "Address";
        /// What kind of document it is.
        kind: Option<String>, example = "Annual report", label = "Kind of document";
        /// The date on it.
        date: Option<Located<Date>>, example = "2026-05-01";
    }
}

/// Where a document is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum DocumentPlace<'d> {
    /// A file of this site, by its path below `content/`.
    File(&'d Located<String>),
    /// A page elsewhere.
    Web(&'d WebAddress),
}

impl Document {
    /// Where it is; a file of this site comes first.
    pub(crate) fn place(&self) -> Option<DocumentPlace<'_>> {
        let file = self.file.as_deref().map(DocumentPlace::File);
        file.or(self.url.as_ref().map(|url| DocumentPlace::Web(&url.value)))
    }
}

fn require_place(_: &Document, fields: &Fields<'_, '_>) {
    if !fields.has("file") && !fields.has("url") {
        fields.require("url", "https://example.org/report.pdf");
    }
}

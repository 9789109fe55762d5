//! A document that belongs to a plan or a group.

use jiff::civil::Date;

use super::field::Rule;
use super::fields::Fields;
use super::page_link::PageLink;
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
        /// A page of this site, where the document is one.
        page: Option<PageLink>, example = "pages/our-vision.md";
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
    /// A page of this site, by a link from `content/` on.
    Page(&'d Located<String>),
    /// A page elsewhere.
    Web(&'d WebAddress),
}

impl Document {
    /// Where it is; a file of this site comes first, then a page of it.
    pub(crate) fn place(&self) -> Option<DocumentPlace<'_>> {
        let file = self.file.as_deref().map(DocumentPlace::File);
        let page = self.page.as_ref().map(|page| DocumentPlace::Page(&page.0));
        file.or(page).or(self.url.as_ref().map(|url| DocumentPlace::Web(&url.value)))
    }
}

fn require_place(_: &Document, fields: &Fields<'_, '_>) {
    if !["file", "page", "url"].iter().any(|field| fields.has(field)) {
        fields.require("url", "https://example.org/report.pdf");
    }
}

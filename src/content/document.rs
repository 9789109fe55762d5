//! Documents, and who is responsible: parts that several kinds of record share.

use super::fields::{self, Fields};
use super::node::{Node, Value};
use super::service::secure_address;
use crate::diagnostic::{Located, Report};
use crate::model::plan::{Document, DocumentPlace, Lead};
use crate::model::web_address::WebAddress;

/// A list of documents.
pub(super) fn documents(fields: &mut Fields<'_, '_>) -> Vec<Document> {
    fields.list("documents", |node, report| {
        let mut document = Fields::open(node, "a document", report)?;
        let title = document.required_text("title", "Annual report 2026");
        let file = document.text("file").map(DocumentPlace::File);
        let url = document.parse("url", secure_address).map(|url| DocumentPlace::Web(url.value));
        let place = file.or(url);
        let has_place = document.has("file") || document.has("url");
        if !has_place {
            document.require("url", "https://example.org/report.pdf");
        }
        let kind = document.text("kind").map(|kind| kind.value);
        let date = document.date("date");
        document.finish();
        Some(Document { title: title?.value, place: place?, kind, date })
    })
}

/// Reads who is responsible; `publish_names` says whether a person's name may be kept at all.
#[derive(Clone, Copy)]
pub(super) struct Leads {
    pub(super) publish_names: bool,
}

impl Leads {
    /// The leads in a field: one or a list, each an id, a text or a group of fields.
    pub(super) fn read(self, fields: &mut Fields<'_, '_>, name: &'static str) -> Vec<Lead> {
        fields.list(name, |node, report| self.lead(node, name, report))
    }

    fn lead(self, node: &Node<'_>, name: &str, report: &Report) -> Option<Lead> {
        if !matches!(node.value, Value::Map(_)) {
            let organisation = fields::text(node, name, report)?;
            return Some(Lead { organisation: Some(organisation), ..Lead::default() });
        }
        let mut lead = Fields::open(node, "a lead", report)?;
        let value = Lead {
            organisation: lead.text("organisation"),
            role: lead.text("role"),
            // A name that may not be published is not kept, so that nothing later can publish it.
            person: plain(lead.text("person")).filter(|_| self.publish_names),
            responsible_for: plain(lead.text("for")),
        };
        let empty = !["organisation", "role", "person", "for"].iter().any(|name| lead.has(name));
        if empty {
            lead.require("organisation", "the id of a partner");
        }
        lead.finish();
        Some(value)
    }
}

/// The text alone.
pub(super) fn plain<T>(located: Option<Located<T>>) -> Option<T> {
    located.map(|value| value.value)
}

/// The rule for addresses of this site or another, `http` or `https`.
pub(super) fn web_address(text: &str) -> Result<WebAddress, fields::Refusal> {
    WebAddress::read(text).map_err(|error| fields::Refusal::of(&error, error.help()))
}

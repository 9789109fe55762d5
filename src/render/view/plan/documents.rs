//! Documents of plans and groups.

use serde::Serialize;

use crate::model::day;
use crate::model::plan::{Document, DocumentPlace};
use crate::render::view::Builder;
use crate::site::Route;

/// A document with the words of its link.
#[derive(Serialize)]
pub(in crate::render::view) struct DocumentView {
    title: String,
    address: String,
    kind: Option<String>,
    date: Option<String>,
    outside: bool,
}

/// A document with its address; none where its file is missing, which stops a build.
pub(in crate::render::view) fn document_view(build: &Builder<'_>, document: &Document) -> Option<DocumentView> {
    let (address, outside) = match &document.place {
        DocumentPlace::Web(address) => (address.to_string(), true),
        DocumentPlace::File(file) => (build.site.address(Route::File(build.site.document_file(file)?)), false),
    };
    Some(DocumentView {
        title: document.title.clone(),
        address,
        kind: document.kind.clone(),
        date: document.date.as_ref().map(|date| day::long(date.value)),
        outside,
    })
}

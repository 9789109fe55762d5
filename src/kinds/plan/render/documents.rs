//! Documents of plans and groups.

use serde::Serialize;

use crate::model::day;
use crate::record::document::{Document, DocumentPlace};
use crate::render::downloads::in_words;
use crate::render::page::Builder;
use crate::site::Route;

/// A document with the words of its link.
#[derive(Serialize)]
pub(crate) struct DocumentView {
    title: String,
    address: String,
    kind: Option<String>,
    date: Option<String>,
    /// What the file is and how large: "PDF, 240 kB".
    file: Option<String>,
    outside: bool,
}

/// A document with its address; none where its file is missing, which stops a build.
pub(crate) fn document_view(build: &Builder<'_>, document: &Document) -> Option<DocumentView> {
    let (address, file) = match document.place()? {
        DocumentPlace::Web(address) => (address.to_string(), None),
        DocumentPlace::Page(link) => (build.site.follow(link), None),
        DocumentPlace::File(file) => {
            let number = build.site.document_file(file)?;
            let file = &build.site.files[number];
            (build.site.address(Route::File(number)), Some(in_words(&file.name, file.bytes.len())))
        }
    };
    Some(DocumentView {
        title: document.title.clone(),
        address,
        kind: document.kind.clone(),
        date: document.date.as_ref().map(|date| day::long(date.value)),
        outside: matches!(document.place(), Some(DocumentPlace::Web(_))),
        file,
    })
}

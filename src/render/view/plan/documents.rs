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
    /// What the file is and how large: "PDF, 240 kB".
    file: Option<String>,
    outside: bool,
}

/// A document with its address; none where its file is missing, which stops a build.
pub(in crate::render::view) fn document_view(build: &Builder<'_>, document: &Document) -> Option<DocumentView> {
    let (address, file) = match &document.place {
        DocumentPlace::Web(address) => (address.to_string(), None),
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
        outside: matches!(document.place, DocumentPlace::Web(_)),
        file,
    })
}

/// What a file is and how large, so that nobody fetches a large one unawares.
pub(in crate::render::view) fn in_words(name: &str, bytes: usize) -> String {
    let size = match bytes {
        ..1_000 => "under 1 kB".to_owned(),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    };
    match name.rsplit_once('.') {
        Some((_, ending)) => format!("{}, {size}", ending.to_uppercase()),
        None => size,
    }
}

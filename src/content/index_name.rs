//! `index.md`: elsewhere the first page of a folder, here a record with the address `/index/`.

use crate::diagnostic::{Report, Span};
use crate::source::{Kind, Source};

/// Warns of a file that is named as the first page of its folder.
pub(super) fn check(source: &Source, id: &str, slug: &str, report: &Report) {
    if !matches!(id, "index" | "_index") || slug != "index" {
        return;
    }
    let help = match source.kind {
        Kind::Page if source.path.matches('/').count() == 2 => {
            "the words of the first page are in `content/site.yaml`; name any other page after what it is about"
        }
        Kind::Page => "name the page after what it is about; a folder of pages has no page of its own",
        _ => "the page that lists them all is made automatically; name this file after what it is about",
    };
    let message = "a file named `index` is not a first page here: its address ends in `/index/`";
    report.warning("index", Span::default(), message, help);
}

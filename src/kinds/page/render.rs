//! A page of the partnership's own.

use super::record::Page as PageKind;
use crate::record::article::Article;
use crate::record::entry::Entry;
use crate::render::article::view;
use crate::render::frame::Link;
use crate::render::page::{Builder, Heading, Page, RecordPage};
use crate::site::Route;

impl RecordPage for PageKind {
    fn page(build: &Builder<'_>, number: usize) -> Page {
        let site = build.site;
        let page = &site.pages[number];
        let view = view(build, page, siblings(build, page));
        let heading = Heading {
            kind: "page",
            id: &page.id,
            title: page.title.value.clone(),
            description: page.summary.clone().unwrap_or_else(|| page.title.value.clone()),
            above: parents(build, page),
        };
        build.page("page.html", heading, &view)
    }
}

/// The pages of the folders that a page lies in, where there are such: `professionals.md` for `professionals/`.
fn parents(build: &Builder<'_>, page: &Entry<Article>) -> Vec<Link> {
    let folders: Vec<&str> = page.folder.split('/').filter(|part| !part.is_empty()).collect();
    let paths = (1..=folders.len()).map(|count| format!("{}/", folders[..count].join("/")));
    paths
        .filter_map(|path| match build.site.routes.at(&path)? {
            Route::Page(parent) => Some(build.link(build.site.pages[parent].title.value.clone(), Route::Page(parent))),
            _ => None,
        })
        .collect()
}

/// The other pages of the same folder; of the pages in no folder there are too many kinds to list.
fn siblings(build: &Builder<'_>, page: &Entry<Article>) -> Vec<Link> {
    if page.folder.is_empty() {
        return Vec::new();
    }
    let pages = build.site.pages.iter().enumerate();
    let others = pages.filter(|(_, other)| other.folder == page.folder && other.id != page.id && other.navigation);
    others.map(|(number, other)| build.link(other.title.value.clone(), Route::Page(number))).collect()
}

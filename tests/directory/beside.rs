//! What else the lists of services lead to: what to read, and what to print.

use crate::support::site::{TestSite, service};

const UPDATE: &str = "---\ntitle: A new group\ndate: 2026-11-02\naudiences: [older-people]\ndocuments:\n  - {title: A poster, file: files/poster.pdf}\n  - {title: Our vision, page: pages/vision.md, date: 2026-10-01}\n---\nCome on Monday.\n";
const PAGE: &str = "---\ntitle: Abuse in later life\naudiences: [older-people]\n---\nIt is never too late.\n";
const LEAFLET: &str = "title: Help for older people\nservices: {audiences: [older-people]}\n";

fn a_site() -> TestSite {
    TestSite::new()
        .with("content/services/helpline.md", service("").replace("[everyone]", "[older-people]"))
        .with("content/updates/group.md", UPDATE)
        .with("content/pages/later-life.md", PAGE)
        .with("content/pages/vision.md", "---\ntitle: Our vision\n---\nA safe town.\n")
        .with("content/leaflets/older.yaml", LEAFLET)
        .with("content/files/poster.pdf", "%PDF-1.7\n%%EOF")
}

#[test]
fn updates_pages_and_leaflets_for_people_are_on_their_list() {
    let site = a_site().built();
    let page = site.page("services/for/older-people/index.html");
    for link in
        ["/updates/group/\">A new group", "/later-life/\">Abuse in later life", "/leaflets/older/\">Help for older"]
    {
        assert!(page.contains(link), "{link}: {page}");
    }
    assert!(site.page("services/helpline/index.html").contains("/leaflets/older/\">Help for older people"));
    assert!(!site.page("services/need/talk/index.html").contains("/leaflets/older/"));
}

#[test]
fn an_update_has_documents_that_are_files_or_pages() {
    let site = a_site().built();
    let page = site.page("updates/group/index.html");
    assert!(page.contains("<a href=\"/files/poster.pdf\">A poster</a> <small>PDF"), "{page}");
    assert!(page.contains("<a href=\"/vision/\">Our vision</a>, 1 October 2026"), "{page}");
}

#[test]
fn a_document_without_its_page_and_an_unknown_audience_are_errors() {
    let update = UPDATE.replace("pages/vision.md", "pages/visions.md").replace("older-people", "older");
    let messages = a_site().with("content/updates/group.md", update).messages();
    assert!(messages.contains("error[link/broken]: there is no file `content/pages/visions.md`"), "{messages}");
    assert!(messages.contains("content/updates/group.md:7:"), "{messages}");
    assert!(messages.contains("error[update/audiences]: there is no audience `older`"), "{messages}");
}

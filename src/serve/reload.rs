//! The one thing that a page of the preview has and a page of a build has not.

/// Where the preview's own files live, below the base path.
pub(super) const FOLDER: &str = ".fingerpost/";

/// Links the preview's style sheet and script at the end of the page's head, and changes nothing else.
///
/// The page carries the number of the content that it was made from, so that a page that a browser fetched just before
/// a change, or kept from another day, knows that it is old.
pub(super) fn link(page: &[u8], base_path: &str, stamp: &str) -> Vec<u8> {
    let links = links(base_path, stamp, "page");
    let end_of_head = page
        .windows(b"</head>".len())
        .position(|window| window.eq_ignore_ascii_case(b"</head>"))
        // A template may leave the tags of the head out; then anywhere is as good.
        .unwrap_or(page.len());
    let (before, after) = page.split_at(end_of_head);
    [before, links.as_bytes(), after].concat()
}

/// The elements that link the preview's files.
///
/// The script makes the browser fetch the page again when the news about `follows` (`page` or `generation`) differ from
/// the stamp.
pub(super) fn links(base_path: &str, stamp: &str, follows: &str) -> String {
    // The base path is the author's own, but nothing goes into a page unescaped.
    let folder = super::escape::escape(&format!("{base_path}{FOLDER}"));
    format!(
        "<link rel=\"stylesheet\" href=\"{folder}preview.css\">\
         <script src=\"{folder}preview.js\" defer data-follows=\"{follows}\" data-stamp=\"{stamp}\"></script>"
    )
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn exactly_one_script_is_added_and_nothing_else_changes() {
        let page = "<html><head><title>Ü</title></head><body>&lt;/head> </head></body></html>";
        let linked = String::from_utf8(link(page.as_bytes(), "/prefix/", "1.2")).unwrap();
        let added = "<link rel=\"stylesheet\" href=\"/prefix/.fingerpost/preview.css\">\
                     <script src=\"/prefix/.fingerpost/preview.js\" defer data-follows=\"page\" data-stamp=\"1.2\"></script>";
        assert_eq!(linked.matches(added).count(), 1);
        assert_eq!(linked.replacen(added, "", 1), page);
        assert!(linked.contains("</script></head><body>"));
    }

    #[test]
    fn a_page_without_a_head_is_linked_too() {
        assert!(link(b"<p>text", "/", "1.2").ends_with(b"</script>"));
    }
}

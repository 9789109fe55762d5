//! Files for search engines.

use std::fmt::Write as _;

use super::feed::escape;
use crate::site::{Route, Site};

/// The addresses of all pages, by the sitemaps.org protocol. Empty of addresses where search engines are denied.
pub(super) fn sitemap(site: &Site) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let pages = site.routes.iter().filter(|(path, route)| {
        let folder = path.is_empty() || path.ends_with('/');
        folder && !matches!(route, Route::Redirect(_) | Route::Search)
    });
    for (_, route) in pages.filter(|_| site.settings.search_engines.is_allowed()) {
        let _ = writeln!(xml, "  <url><loc>{}</loc></url>", escape(&site.full_address(route)));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// What search engines may read, RFC 9309.
pub(super) fn robots(site: &Site) -> String {
    if site.settings.search_engines.is_allowed() {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.full_address(Route::Sitemap))
    } else {
        "User-agent: *\nDisallow: /\n".to_owned()
    }
}

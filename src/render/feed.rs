//! The updates as an Atom feed, RFC 4287.

use std::fmt::Write as _;

use crate::site::{Route, Site};

/// How many updates the feed holds.
const ENTRIES: usize = 20;

/// The feed. Its times come from the content and never from the clock.
pub(super) fn atom(site: &Site) -> String {
    let settings = &site.settings;
    let home = site.full_address(Route::Home);
    let dated = site.updates.iter().enumerate().filter_map(|(at, update)| Some((at, update, update.news.as_ref()?)));
    let updated = dated.clone().next().map_or(site.today, |(_, _, news)| news.date.value);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        escape(settings.language.tag())
    );
    let _ = write!(
        feed,
        "  <title>{}</title>\n  <id>{home}updates/</id>\n  <link href=\"{home}updates/\"/>\n  \
         <link rel=\"self\" href=\"{}\"/>\n  <updated>{updated}T00:00:00Z</updated>\n  <author><name>{}</name></author>\n",
        escape(&format!("Updates: {}", settings.short_name)),
        site.full_address(Route::UpdatesFeed),
        escape(&settings.name),
    );
    for (at, update, news) in dated.take(ENTRIES) {
        let address = site.full_address(Route::Update(at));
        let _ = write!(
            feed,
            "  <entry>\n    <title>{}</title>\n    <id>{address}</id>\n    <link href=\"{address}\"/>\n    \
             <updated>{}T00:00:00Z</updated>\n    <summary>{}</summary>\n  </entry>\n",
            escape(&update.title),
            news.date.value,
            escape(update.summary.as_deref().unwrap_or_default()),
        );
    }
    feed.push_str("</feed>\n");
    feed
}

/// Text as XML. Characters that XML 1.0 cannot hold at all are left out.
pub(super) fn escape(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' | '\r' => xml.push(character),
            control if control.is_control() => {}
            other => xml.push(other),
        }
    }
    xml
}

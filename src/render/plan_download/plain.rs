//! Texts as a cell of a spreadsheet takes them: words, line breaks, and marks before the items of a list.

use crate::model::prose::{Hole, Prose};
use crate::site::Site;

/// The mark before each item of a list.
const MARK: &str = "• ";

/// The words of a text, its paragraphs divided by an empty line, its list items marked, its links with their
/// addresses in brackets.
pub(super) fn plain(site: &Site, source: &str, prose: &Prose) -> String {
    let html = prose.html(|hole| {
        let Hole::Address(link) = hole else { return String::new() };
        let address = site.links.resolve(&site.routes, source, &link.destination);
        if address.starts_with('/') { format!("{}{address}", site.settings.base_url.origin()) } else { address }
    });
    Reader::default().read(&html)
}

/// Several texts, divided by an empty line.
pub(super) fn paragraphs(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Items as a marked list; one alone without its mark, unless it has more lines.
pub(super) fn marked(items: &[String]) -> String {
    match items {
        [only] if !only.contains('\n') => only.clone(),
        _ => list(items),
    }
}

/// Items as a marked list. What an item says on more lines is moved in.
pub(super) fn list(items: &[String]) -> String {
    items.iter().map(|item| format!("{MARK}{}", item.replace('\n', "\n  "))).collect::<Vec<_>>().join("\n")
}

/// An item with lines of its own: its title, and below it each name with its words, where there are some.
pub(super) fn item(title: &str, facts: &[(&str, Option<String>)]) -> String {
    let told = facts.iter().filter_map(|(name, words)| Some((name, words.as_ref().filter(|words| !words.is_empty())?)));
    told.fold(title.to_owned(), |item, (name, words)| format!("{item}\n{name}: {words}"))
}

/// Reads the HTML that the program itself has written: every tag is one of a few, and every text is escaped.
#[derive(Default)]
struct Reader {
    text: String,
    /// The addresses of the links that are open.
    links: Vec<String>,
    /// The numbers of the lists that are open; none for one without numbers.
    lists: Vec<Option<usize>>,
}

impl Reader {
    fn read(mut self, html: &str) -> String {
        let mut rest = html;
        while let Some((words, tail)) = rest.split_once('<') {
            self.words(words);
            let (tag, after) = tail.split_once('>').unwrap_or((tail, ""));
            self.tag(tag);
            rest = after;
        }
        self.words(rest);
        self.text.trim().to_owned()
    }

    /// Adds words; a line break in the HTML is a blank.
    fn words(&mut self, words: &str) {
        let words = words
            .replace('\n', " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
        let at_start = self.text.is_empty() || self.text.ends_with(['\n', ' ']);
        self.text.push_str(if at_start { words.trim_start() } else { &words });
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.trim_end_matches('/').split_whitespace().next().unwrap_or_default();
        match name {
            "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "table" | "pre" if !self.in_item() => self.lines(2),
            "ul" | "ol" => {
                self.lines(if self.lists.is_empty() { 2 } else { 1 });
                self.lists.push((name == "ol").then_some(0));
            }
            "/ul" | "/ol" => {
                self.lists.pop();
                self.lines(if self.lists.is_empty() { 2 } else { 1 });
            }
            "li" => self.begin_item(),
            "tr" | "br" => self.lines(1),
            "/td" | "/th" => self.words(" "),
            "a" => self.links.push(attribute(tag, "href")),
            "/a" => {
                let address = self.links.pop().unwrap_or_default();
                if !address.is_empty() && !self.text.ends_with(&address) {
                    self.text.extend([" (", &address, ")"]);
                }
            }
            "img" => self.words(&attribute(tag, "alt")),
            _ => {}
        }
    }

    /// Whether the text has just come to an item of a list.
    fn in_item(&self) -> bool {
        !self.lists.is_empty() && self.text.ends_with(' ')
    }

    fn begin_item(&mut self) {
        self.lines(1);
        let depth = self.lists.len().saturating_sub(1);
        self.text.push_str(&"  ".repeat(depth));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{number}. ")
            }
            _ => MARK.to_owned(),
        };
        self.text.push_str(&mark);
    }

    /// Ends the line, or the paragraph.
    fn lines(&mut self, breaks: usize) {
        let kept = self.text.trim_end().len();
        if kept > 0 {
            let there = self.text[kept..].matches('\n').count();
            self.text.truncate(kept);
            self.text.push_str(&"\n".repeat(breaks.max(there)));
        }
    }
}

/// The value of a tag's attribute.
fn attribute(tag: &str, name: &str) -> String {
    let value = tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
    value.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")
}

#[cfg(test)]
mod tests {
    use super::{Reader, item, marked};

    fn read(html: &str) -> String {
        Reader::default().read(html)
    }

    #[test]
    fn paragraphs_and_lists_keep_their_lines() {
        let html =
            "<p>We will\nact.</p>\n<ul>\n<li>Ask</li>\n<li><p>Listen</p></li>\n</ul>\n<p>And so on &amp; on.</p>\n";
        assert_eq!(read(html), "We will act.\n\n• Ask\n• Listen\n\nAnd so on & on.");
        assert_eq!(read("<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n"), "1. One\n2. Two");
    }

    #[test]
    fn a_link_keeps_its_address() {
        assert_eq!(
            read("<p>See <a href=\"https://example.org/a?b&amp;c\">the report</a>.</p>"),
            "See the report (https://example.org/a?b&c)."
        );
    }

    #[test]
    fn an_item_has_its_facts_below_it() {
        let step = item("Train staff", &[("Leads", Some("Council".to_owned())), ("Target", None)]);
        assert_eq!(marked(std::slice::from_ref(&step)), "• Train staff\n  Leads: Council");
        assert_eq!(marked(&[step, "Ask".to_owned()]), "• Train staff\n  Leads: Council\n• Ask");
        assert_eq!(marked(&["Ask".to_owned()]), "Ask");
    }
}

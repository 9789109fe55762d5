//! The words of a site: how hard they are, what explains them, where links say they lead, and in which spelling.

mod explained;
mod links;
mod reading;
mod spelling;

/// Text of HTML without its elements, in one line.
fn words_of(html: &str) -> String {
    let parts = html.split('<').enumerate().map(|(at, part)| match part.split_once('>') {
        Some((_, text)) if at > 0 => text,
        _ => part,
    });
    let text: String = parts.collect();
    let text = text.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

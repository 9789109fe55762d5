//! What updates and pages have in common on their pages.

use serde::Serialize;
use tera::Value;

use super::frame::{Link, html};
use super::page::Builder;
use crate::kinds::plan::render::{DocumentView, document_view};
use crate::model::day;
use crate::record::article::{Article, Form, Readers};
use crate::record::entry::Entry;
use crate::render::date::DateView;
use crate::site::Route;

/// From when to when a campaign runs, in words.
pub(crate) fn campaign(update: &Article) -> Option<String> {
    let news = update.news.as_ref()?;
    match (&news.from, &news.until) {
        (Some(from), Some(until)) => Some(format!("{} to {}", day::long(from.value), day::long(until.value))),
        (Some(from), None) => Some(format!("From {}", day::long(from.value))),
        (None, Some(until)) => Some(format!("Until {}", day::long(until.value))),
        (None, None) => None,
    }
}

/// An update or page.
#[derive(Serialize)]
pub(crate) struct ArticleView {
    summary: Option<String>,
    body: String,
    contents: Vec<Link>,
    for_professionals: bool,
    /// The same page in other languages and forms, this one among them; empty where there is only this.
    versions: Vec<Version>,
    /// The form it is in: "Easy Read".
    form: Option<&'static str>,
    kind: Option<&'static str>,
    date: Option<DateView>,
    campaign: Option<String>,
    documents: Vec<DocumentView>,
    related: Vec<Link>,
    /// The other pages of its folder.
    siblings: Vec<Link>,
    /// The words that the glossary explains: see `src/render/terms.rs`.
    words: Vec<Value>,
}

/// A page in one of its languages and forms.
#[derive(Serialize)]
struct Version {
    /// The language in its own words, and the form.
    title: String,
    address: String,
    language: String,
    direction: &'static str,
    is_this: bool,
}

fn versions(build: &Builder<'_>) -> Vec<Version> {
    let site = build.site;
    let version = |route: Route| {
        let entry = site.article(route)?;
        let language = entry.language.as_ref().map_or(&site.settings.language, |language| &language.value);
        let name = language.own_name();
        let title = entry.format.map_or_else(|| name.to_owned(), |form| format!("{name}, {}", form.words()));
        Some(Version {
            title,
            address: site.address(route),
            language: language.tag().to_owned(),
            direction: language.direction(),
            is_this: route == build.route,
        })
    };
    site.relations.versions(build.route).into_iter().filter_map(version).collect()
}

/// From how many headings on a page has a list of them.
const CONTENTS_FROM: usize = 4;

/// What an update or page says.
pub(crate) fn view(build: &Builder<'_>, entry: &Entry<Article>, siblings: Vec<Link>) -> ArticleView {
    let headings: Vec<_> = entry.body.headings.iter().filter(|heading| heading.level == 2).collect();
    let contents = if headings.len() < CONTENTS_FROM { Vec::new() } else { headings };
    let contents =
        contents.into_iter().map(|heading| Link { title: heading.text.clone(), address: format!("#{}", heading.id) });
    let is_turned = build.site.language_of(build.route).direction() == "rtl";
    let in_order = |text: &str| if is_turned { with_numbers_in_order(text) } else { text.to_owned() };
    ArticleView {
        summary: entry.summary.as_deref().map(in_order),
        body: in_order(&html(build.site, &entry.source, &entry.body)),
        contents: contents.collect(),
        versions: versions(build),
        form: entry.format.map(Form::words),
        for_professionals: entry.audience == Readers::Professionals,
        kind: entry.news.as_ref().map(|news| news.kind.words()),
        date: entry.news.as_ref().map(|news| DateView::of(news.date.value)),
        campaign: campaign(entry),
        documents: entry.documents.iter().filter_map(|document| document_view(build, document)).collect(),
        related: build.related(build.site.relations.of(build.route)),
        siblings,
        // The glossary is in the language of the site.
        words: if entry.language.is_none() { build.words() } else { Vec::new() },
    }
}

/// A text, or HTML, that is read from right to left, with marks around its numbers of several groups: without them, the
/// groups of a telephone number change places (Unicode Standard Annex 9, isolates).
fn with_numbers_in_order(text: &str) -> String {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '(' | ')' | '-' | '\u{a0}');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter == '<' || letter.is_ascii_digit() || letter == '+') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('<') {
            // What is in a tag is not read.
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let number = rest[..end].trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let number = if number.is_empty() { &rest[..end] } else { number };
        let has = |is_wanted: fn(&char) -> bool| number.chars().any(|letter| is_wanted(&letter));
        let has_groups = has(char::is_ascii_digit) && has(|letter| !letter.is_ascii_digit());
        if has_groups {
            out.extend(["\u{2066}", number, "\u{2069}"]);
        } else {
            out.push_str(number);
        }
        rest = &rest[number.len()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::with_numbers_in_order;

    #[test]
    fn the_groups_of_a_number_stay_in_their_order() {
        for (text, marked) in [
            ("فون 0808 2000 247 کریں", "فون \u{2066}0808 2000 247\u{2069} کریں"),
            ("+44 1632 960123.", "\u{2066}+44 1632 960123\u{2069}."),
            ("999", "999"),
            ("<a href=\"/a-1 2/\">5 6</a> + ", "<a href=\"/a-1 2/\">\u{2066}5 6\u{2069}</a> + "),
            ("", ""),
        ] {
            assert_eq!(with_numbers_in_order(text), marked, "{text}");
        }
    }
}

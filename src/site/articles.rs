//! What the check says about updates and pages: titles that are there twice, updates that are not shown yet.

use std::collections::BTreeMap;

use super::{Occasion, Site};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, Located, SourcePath};
use crate::model::day;

/// Tells what is odd about the site's updates and pages.
pub(super) fn check(site: &Site, content: &Content, occasion: Occasion, problems: &mut Vec<Diagnostic>) {
    let pages = site.pages.iter().map(|page| (&page.title, &page.source));
    check_titles("page/title", "page", pages, problems);
    let updates = site.updates.iter().map(|update| (&update.title, &update.source));
    check_titles("update/title", "update", updates, problems);
    // The page may be among those that could not be read.
    let may_be_there = content.unread.iter().any(|path| path.starts_with("content/pages/"));
    let unwelcome = site.settings.languages.iter().filter(|language| site.welcome(&language.value).is_none());
    for language in unwelcome.filter(|_| !may_be_there) {
        let message = format!("there is no page in {} to welcome readers", language.name());
        let help =
            format!("write one in `content/pages/` with `language: {}`, or take the language out", language.tag());
        let source = site.settings.source.clone();
        problems.push(Diagnostic::error("site/languages", source, message).at(language.span).help(help));
    }
    check_words(site, problems);
    for update in content.updates.iter().filter(|update| !update.publication.draft && update.publication.from.is_none())
    {
        let Some(news) = update.news.as_ref().filter(|news| news.date.value > occasion.today) else { continue };
        let date = news.date.value;
        let message = format!("this update is dated {}, so it is not published before then", day::long(date));
        let help = format!("correct the date, or write `publish_from: {date}` to publish it on that day");
        problems.push(Diagnostic::warning("update/date", update.source.clone(), message).at(news.date.span).help(help));
    }
}

/// Warns of each welcome language whose words around a page no speaker has checked, or that has none.
fn check_words(site: &Site, problems: &mut Vec<Diagnostic>) {
    for language in &site.settings.languages {
        let tags = [language.tag(), language.primary()];
        let words = site.words.iter().find(|words| tags.iter().any(|tag| words.id.eq_ignore_ascii_case(tag)));
        let (message, help) = match words {
            Some(words) if words.checked.is_some() => continue,
            Some(words) => (
                format!("no {} speaker has checked the words around its pages", language.name()),
                format!(
                    "let someone read `templates/words/{}.yaml`, and write `checked:` and the day in it: see \
                     `docs/recipes.md`",
                    words.id
                ),
            ),
            None => (
                format!("the words around {0} pages are in English: there are no {0} ones", language.name()),
                format!("write `templates/words/{}.yaml`: see `docs/recipes.md`", language.tag()),
            ),
        };
        let source = site.settings.source.clone();
        problems.push(Diagnostic::warning("site/words", source, message).at(language.span).help(help));
    }
}

fn check_titles<'s>(
    code: &str,
    what: &str,
    all: impl Iterator<Item = (&'s Located<String>, &'s SourcePath)>,
    problems: &mut Vec<Diagnostic>,
) {
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(_, source)| *source);
    let mut first: BTreeMap<String, &SourcePath> = BTreeMap::new();
    for (title, source) in all {
        let Some(known) = first.get(&title.trim().to_lowercase()) else {
            first.insert(title.trim().to_lowercase(), source);
            continue;
        };
        let message = format!("this {what} has the title of `{known}`");
        let help = "give each a title of its own, or delete one: lists and the search show them by title alone";
        problems.push(Diagnostic::warning(code, source.clone(), message).at(title.span).help(help));
    }
}

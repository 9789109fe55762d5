//! How hard each page is to read.

use ahash::AHashSet;

use rayon::prelude::*;

use super::Site;
use super::route::Route;
use super::texts::Text;
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::model::readability::{AIM, Measure, Readability};

/// How many words of a long sentence are quoted.
const QUOTED: usize = 12;

/// A page and how hard it is.
#[derive(Debug, Clone)]
pub(crate) struct PageReading<'s> {
    /// The page; of a plan and its actions, which are too short one by one, the plan's.
    pub route: Route,
    /// The file that its text is in.
    pub source: &'s SourcePath,
    /// How hard its text is.
    pub found: Readability,
}

/// Every page whose text is long enough for a figure, by file.
#[must_use]
pub(crate) fn reading(site: &Site) -> Vec<PageReading<'_>> {
    let routes: Vec<Route> = site.routes.iter().map(|(_, route)| route).collect();
    let page = |&route: &Route| {
        let source = site.source_of(route)?;
        // Only of English it is known what makes it hard.
        if site.language_of(route).primary() != "en" {
            return None;
        }
        let mut measure = Measure::default();
        match route {
            Route::Action(..) => return None,
            Route::Plan(plan) => {
                let actions = (0..site.plans[plan].actions.len()).map(|action| Route::Action(plan, action));
                std::iter::once(route).chain(actions).for_each(|route| add(&mut measure, &site.texts(route)));
            }
            _ => add(&mut measure, &site.texts(route)),
        }
        Some(PageReading { route, source, found: measure.result()? })
    };
    let mut pages: Vec<PageReading<'_>> = routes.par_iter().filter_map(page).collect();
    pages.sort_by(|one, other| one.source.cmp(other.source));
    pages
}

fn add(measure: &mut Measure, texts: &[Text<'_>]) {
    for text in texts {
        match text {
            Text::Words(words) => measure.add(words),
            Text::Prose(prose) => {
                // A heading is no sentence, and would make the text seem easier than it is.
                let headings: AHashSet<&str> = prose.headings.iter().map(|heading| heading.text.as_str()).collect();
                prose.text.lines().filter(|line| !headings.contains(line.trim())).for_each(|line| measure.add(line));
            }
        }
    }
}

/// A hint for each page that is harder to read than it should be, with its longest sentence. It is for the author to
/// judge: the name of a law is what it is.
#[must_use]
pub(crate) fn hints(site: &Site) -> Vec<(Diagnostic, String)> {
    let hard = reading(site).into_iter().filter(|page| page.found.is_hard());
    hard.map(|page| (hint(&page), page.found.longest.text)).collect()
}

fn hint(page: &PageReading<'_>) -> Diagnostic {
    let Readability { age, longest, hard_words, .. } = &page.found;
    let message = format!("this text needs a reading age of about {age:.0}; aim for {AIM} or less");
    let begins: Vec<&str> = longest.text.split_whitespace().take(QUOTED).collect();
    let cut = if longest.text.split_whitespace().count() > QUOTED { " …" } else { "" };
    let longest = format!("its longest sentence has {} words: `{}{cut}`", longest.words, begins.join(" "));
    let words: Vec<String> = hard_words.iter().map(|word| format!("`{word}`")).collect();
    let help = match words.as_slice() {
        [] => format!("{longest}; could it be two?"),
        words => format!("{longest}; could it be two? Are there shorter words for {}?", words.join(", ")),
    };
    Diagnostic::hint("text/reading-age", page.source.clone(), message).help(help)
}

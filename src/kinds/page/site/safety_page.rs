//! What the check says about the page on staying safe online, which every sensitive site must have.
//!
//! The built-in page stands in for a site that brings none, so that no reader is without it. A site's own page has to
//! be there on the day, and is read for what it must not leave out.

use crate::diagnostic::{Diagnostic, Span};
use crate::kinds::page::site::SAFETY_PAGE;
use crate::site::{Route, Site};

/// Where every page links to.
const ADDRESS: &str = "stay-safe-online/";

/// What the page has to say, each in any of these words.
const POINTS: [(&str, &[&str]); 8] = [
    ("what the exit button does", &["exit", "button"]),
    ("that three presses of Shift do the same", &["shift"]),
    (
        "that the history is not erased",
        &[
            "not erase",
            "not delete",
            "not clear",
            "not remove",
            "not change",
            "not hide",
            "not wipe",
            "cannot erase",
            "cannot delete",
            "cannot clear",
            "cannot change",
            "cannot hide",
            "n't erase",
            "n't delete",
            "n't clear",
            "n't remove",
            "n't change",
            "n't hide",
            "stays in your history",
            "still show",
            "still be in",
        ],
    ),
    ("which device is safest", &["safest", "safer", "library", "friend", "another device", "other device"]),
    (
        "what private browsing does",
        &["private browsing", "private window", "private or incognito", "incognito", "inprivate"],
    ),
    (
        "the risk of deleting a whole history",
        &[
            "empty history",
            "suspici",
            "notice",
            "look odd",
            "ask why",
            "everything",
            "whole history",
            "all of your history",
        ],
    ),
    ("that software may watch the device", &["monitor", "stalkerware", "spyware", "watches", "tracking", "software"]),
    ("when it was last reviewed", &["reviewed", "last checked", "last updated"]),
];

/// Tells of a page that is not there today, and of what a site's own page leaves out.
pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    if !site.settings.sensitive {
        return;
    }
    let Some(Route::Page(number)) = site.routes.at(ADDRESS) else {
        let message = "readers may be at risk, and there is no page `/stay-safe-online/` today";
        let help = "publish this page and give it no `slug`, or delete the file to use the built-in page";
        problems.push(Diagnostic::error("page/stay-safe", SAFETY_PAGE.into(), message).help(help));
        return;
    };
    let page = &site.pages[number];
    let words = page.body.text.to_lowercase().replace('\u{2019}', "'");
    let missing: Vec<&str> =
        POINTS.iter().filter(|(_, any)| !any.iter().any(|one| words.contains(one))).map(|(point, _)| *point).collect();
    if !missing.is_empty() {
        let message = format!("the page does not say: {}", missing.join("; "));
        let help = "add a sentence about each, because people may rely on this page, or delete the file to use the built-in page";
        let at = Span::new(page.span.start as usize, page.span.end as usize);
        problems.push(Diagnostic::warning("page/stay-safe", page.source.clone(), message).at(at).help(help));
    }
}

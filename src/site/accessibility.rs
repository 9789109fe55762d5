//! What the check says about the accessibility statement on the site's day.

use jiff::civil::Date;

use super::review::Review;
use super::{Route, Site};
use crate::diagnostic::{Diagnostic, Span};
use crate::model::day;

/// A statement has to be reviewed each year (GDS monitors it), and is told of a month before.
const MONTHS: i32 = 12;

/// Tells whether the statement is out of date, and whether readers can write and not only call.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    problems.extend(check_review(site));
    problems.extend(check_contact(site));
}

/// The review of the statement, where it is due within a month or late.
pub(super) fn review_due(site: &Site) -> Option<Review> {
    let statement = site.settings.accessibility.as_ref()?;
    let last = statement.reviewed.as_ref().or(statement.prepared.as_ref())?;
    let by = after(last.value, MONTHS);
    (site.today > after(last.value, MONTHS - 1)).then(|| Review {
        route: Route::Accessibility,
        source: site.settings.source.clone(),
        span: last.span,
        reviewed: Some(last.value),
        by: Some(by),
        overdue: site.today > by,
    })
}

fn check_review(site: &Site) -> Option<Diagnostic> {
    let review = review_due(site)?;
    let (written, by) = (day::long(review.reviewed?), day::long(review.by?));
    let problem = if review.overdue {
        let message = format!("the accessibility statement was last reviewed on {written}, more than a year ago");
        Diagnostic::error("site/accessibility", review.source, message)
    } else {
        let message = format!("the accessibility statement has to be reviewed by {by}");
        Diagnostic::warning("site/accessibility", review.source, message)
    };
    Some(problem.at(review.span).help("look at it again, correct it, and write the day as `reviewed`"))
}

/// The same day some months later, or the last of a shorter month; the last day of all where there is none.
fn after(day: Date, months: i32) -> Date {
    use jiff::ToSpan as _;
    day.checked_add(months.months()).unwrap_or(Date::MAX)
}

/// Someone who cannot use a telephone has to be able to report a problem, too.
fn check_contact(site: &Site) -> Option<Diagnostic> {
    let contact = &site.settings.contact;
    let phone = contact.phone.as_ref()?;
    if contact.email.is_some() || contact.address.is_some() {
        return None;
    }
    let message = "readers can report a problem only by telephone, which not everyone can use";
    let help = "add `email` to `contact`";
    let span: Span = phone.span;
    Some(Diagnostic::warning("site/contact", site.settings.source.clone(), message).at(span).help(help))
}

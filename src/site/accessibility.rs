//! What the check says about the accessibility statement on the site's day.

use jiff::civil::Date;

use super::Site;
use crate::diagnostic::{Diagnostic, Span};
use crate::model::day;

/// A statement has to be reviewed each year (GDS monitors it), and is told of a month before.
const MONTHS: i32 = 12;

/// Tells whether the statement is out of date, and whether readers can write and not only call.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    problems.extend(check_review(site));
    problems.extend(check_contact(site));
}

fn check_review(site: &Site) -> Option<Diagnostic> {
    let statement = site.settings.accessibility.as_ref()?;
    let last = statement.reviewed.as_ref().or(statement.prepared.as_ref())?;
    let source = site.settings.source.clone();
    let help = "look at it again, correct it, and write the day as `reviewed`";
    let written = day::long(last.value);
    if site.today > after(last.value, MONTHS) {
        let message = format!("the accessibility statement was last reviewed on {written}, more than a year ago");
        return Some(Diagnostic::error("site/accessibility", source, message).at(last.span).help(help));
    }
    let due = after(last.value, MONTHS);
    (site.today > after(last.value, MONTHS - 1)).then(|| {
        let message = format!("the accessibility statement has to be reviewed by {}", day::long(due));
        Diagnostic::warning("site/accessibility", source, message).at(last.span).help(help)
    })
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
    let message = "readers can report a problem by telephone alone, which not everyone can use";
    let help = "add `email` to `contact`";
    let span: Span = phone.span;
    Some(Diagnostic::warning("site/contact", site.settings.source.clone(), message).at(span).help(help))
}

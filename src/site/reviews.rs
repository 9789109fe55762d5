//! Services whose details are to be checked again.

use jiff::ToSpan;
use jiff::civil::Date;

use super::directory::Listing;
use crate::diagnostic::Diagnostic;
use crate::model::day;
use crate::model::duration::Duration;
use crate::model::service::ServiceState;

/// Tells of each service whose details are to be checked within a month, or were to be checked already. Nobody needs
/// to check what has closed for good.
pub(super) fn due(services: &[Listing], review_after: Duration, today: Date, problems: &mut Vec<Diagnostic>) {
    let soon = today.saturating_add(1.month());
    for listing in services.iter().filter(|listing| listing.service.state != ServiceState::Closed) {
        let reviewed = &listing.service.reviewed;
        let by = review_after.after(reviewed.value);
        if by > soon {
            continue;
        }
        let (checked, due) = (day::long(reviewed.value), day::long(by));
        let message = if listing.review_overdue {
            format!("these details were last checked on {checked} and were due again by {due}; readers are told so")
        } else {
            format!("these details were last checked on {checked} and are due again by {due}")
        };
        let help = "check them with the service, then write the day on which you did";
        let source = listing.service.source.clone();
        problems.push(Diagnostic::warning("service/review", source, message).at(reviewed.span).help(help));
    }
}

//! Details that are to be checked again: of services, of courses, and the accessibility statement.
//!
//! The check, the pages and `report due` tell of the same ones.

use jiff::civil::Date;

pub(crate) use super::review::Review;
use super::review::{is_overdue, soon};
use super::{Route, Site, accessibility};
use crate::diagnostic::Diagnostic;
use crate::kinds::course::record::CourseKind;
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::kinds::service::record::ServiceState;
use crate::kinds::service::site::directory::Listing;
use crate::model::day;

impl Site {
    /// Every record that is to be checked again: services, courses, the accessibility statement.
    #[must_use]
    pub(crate) fn reviews_due(&self) -> Vec<Review> {
        let services =
            self.services.iter().enumerate().filter_map(|(number, listing)| self.of_service(number, listing));
        let courses = self.courses.iter().enumerate().filter_map(|(number, calendar)| self.of_course(number, calendar));
        services.chain(courses).chain(accessibility::review_due(self)).collect()
    }

    /// Nobody needs to check what has closed for good.
    fn of_service(&self, number: usize, listing: &Listing) -> Option<Review> {
        let service = &listing.service;
        let reviewed = service.reviewed.value;
        let by = self.settings.review_after.after(reviewed);
        let due = service.state != ServiceState::Closed && by <= soon(self.today);
        due.then(|| Review {
            route: Route::Service(number),
            source: service.source.clone(),
            span: service.reviewed.span,
            reviewed: Some(reviewed),
            by: Some(by),
            overdue: listing.review_overdue,
        })
    }

    /// Nobody needs to check an event that is over.
    fn of_course(&self, number: usize, calendar: &CourseCalendar) -> Option<Review> {
        let course = &calendar.course;
        let reviewed = course.reviewed.as_ref().map(|reviewed| reviewed.value);
        let by = reviewed.map(|reviewed| self.settings.review_after.after(reviewed));
        let over = course.kind == CourseKind::Event && calendar.next == course.sessions.len();
        let due = !over && by.is_none_or(|by| by <= soon(self.today));
        due.then(|| Review {
            route: Route::Course(number),
            source: course.source.clone(),
            span: course.reviewed.as_ref().map_or(course.title.span, |reviewed| reviewed.span),
            reviewed,
            by,
            overdue: reviewed.is_none_or(|reviewed| is_overdue(reviewed, self.settings.review_after, self.today)),
        })
    }
}

/// Tells of each service and course whose details are to be checked. The statement has rules of its own.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for review in site.reviews_due() {
        let (code, people) = match review.route {
            Route::Service(_) => ("service/review", "the service"),
            Route::Course(_) => ("training/review", "the provider"),
            _ => continue,
        };
        let message = message(&review);
        let help = match review.reviewed {
            Some(_) => format!("check them with {people}, then write the day on which you did"),
            None => {
                format!("check them with {people}, then write the day on which you did: `reviewed: {}`", site.today)
            }
        };
        problems.push(Diagnostic::warning(code, review.source, message).at(review.span).help(help));
    }
}

/// Tells of each day on which something is said to have been checked, and which has not come by `latest`: of the day of
/// the site and the day on the clock the later one, for a site can be looked at as it stood on an earlier day.
#[must_use]
pub(crate) fn reviewed_ahead(site: &Site, latest: Date) -> Vec<Diagnostic> {
    let services = site.services.iter().map(|listing| &listing.service);
    let services = services.map(|service| ("service/reviewed", "reviewed", &service.source, Some(&service.reviewed)));
    let courses = site.courses.iter().map(|calendar| &calendar.course);
    let courses = courses.map(|course| ("training/reviewed", "reviewed", &course.source, course.reviewed.as_ref()));
    let statement = site.settings.accessibility.iter().flat_map(|statement| {
        let days =
            [("prepared", &statement.prepared), ("reviewed", &statement.reviewed), ("tested", &statement.tested)];
        days.map(|(field, day)| ("site/accessibility", field, &site.settings.source, day.as_ref()))
    });
    let risks = site.plans.iter().flat_map(|progress| {
        let risks = progress.plan.risks.iter();
        risks.map(|risk| ("plan/reviewed", "reviewed", &progress.plan.source, risk.reviewed.as_ref()))
    });
    let ahead = services.chain(courses).chain(statement).chain(risks).filter_map(|(code, field, source, day)| {
        let day = day.filter(|day| day.value > latest)?;
        let message = format!("`{field}` is {}, which is in the future", day::long(day.value));
        let help = "write the day on which someone last did this";
        Some(Diagnostic::error(code, source.clone(), message).at(day.span).help(help))
    });
    ahead.collect()
}

fn message(review: &Review) -> String {
    let (Some(reviewed), Some(by)) = (review.reviewed, review.by) else {
        return "nobody has written when these details were last checked".to_owned();
    };
    let (checked, by) = (day::long(reviewed), day::long(by));
    match (review.overdue, review.route) {
        // Its page says so.
        (true, Route::Service(_)) => {
            format!(
                "these details were last checked on {checked} and were due again by {by}; readers see a note about it"
            )
        }
        (true, _) => format!("these details were last checked on {checked} and were due again by {by}"),
        (false, _) => format!("these details were last checked on {checked} and are due again by {by}"),
    }
}

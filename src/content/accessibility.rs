//! The accessibility statement in `site.yaml`, and what can be told of it without a calendar.
//!
//! The rules are those of the model statement under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
//! Accessibility Regulations 2018: one status, the failures with their criteria, nothing left open.

use super::document::plain;
use super::fields::Fields;
use super::markdown;
use crate::diagnostic::Located;
use crate::model::accessibility::{Accessibility, Compliance, Enforcer};
use crate::model::placeholder::placeholder;
use crate::model::prose::Prose;
use crate::model::wcag;

/// The texts in which nothing may be left to be filled in.
const TEXTS: [&str; 9] = [
    "issues",
    "disproportionate_burden",
    "out_of_scope",
    "improvements",
    "enforcement",
    "standard",
    "tested_by",
    "sampled",
    "response_time",
];

/// Reads the statement.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Option<Accessibility> {
    let mut statement = fields.group("accessibility")?;
    let levels = [("fully", Compliance::Fully), ("partially", Compliance::Partially), ("not", Compliance::Not)];
    let status = statement.choice("status", &levels);
    let enforcers = [("ehrc", Enforcer::Ehrc), ("ecni", Enforcer::Ecni)];
    let value = Accessibility {
        standard: plain(statement.text("standard")).unwrap_or_else(|| "WCAG 2.2 AA".to_owned()),
        status: status.as_ref().map_or(Compliance::Partially, |status| status.value),
        issues: failures(&mut statement, "issues"),
        disproportionate_burden: failures(&mut statement, "disproportionate_burden"),
        out_of_scope: statement.prose("out_of_scope"),
        improvements: statement.prose("improvements"),
        prepared: statement.date("prepared"),
        reviewed: statement.date("reviewed"),
        tested: statement.date("tested"),
        tested_by: plain(statement.text("tested_by")),
        sampled: plain(statement.text("sampled")),
        response_time: plain(statement.text("response_time")),
        enforcement: statement.prose("enforcement"),
        enforced_by: plain(statement.choice("enforced_by", &enforcers)).unwrap_or_default(),
    };
    check_status(&statement, &value, status.as_ref());
    check_filled(&mut statement);
    statement.finish();
    Some(value)
}

/// A text of failures, each of which has to name the criterion that is not met.
fn failures(statement: &mut Fields<'_, '_>, name: &'static str) -> Option<Prose> {
    let prose = statement.prose(name)?;
    let text = statement.text(name)?;
    for item in markdown::items(&text, statement.report) {
        if !wcag::names_criterion(&item.value) {
            let help = "add the number of the criterion that is not met, such as `WCAG 1.4.10`";
            statement.report.error(name, item.span, "this does not name a WCAG criterion by its number", help);
        }
    }
    Some(prose)
}

fn check_status(statement: &Fields<'_, '_>, value: &Accessibility, status: Option<&Located<Compliance>>) {
    let listed = value.issues.is_some() || value.disproportionate_burden.is_some() || value.out_of_scope.is_some();
    let span = status.map_or_else(|| statement.head(), |status| status.span);
    match value.status {
        Compliance::Partially if !listed => {
            let message = "`status` says that the site meets the standard in part, and no failure is listed";
            let help = "list what is not accessible under `issues`, each with its criterion, or write `status: fully` \
                        if a test found nothing";
            statement.report.error("status", span, message, help);
        }
        Compliance::Not if !listed => {
            let message = "`status` says that the site does not meet the standard, and no failure is listed";
            statement.report.warning("status", span, message, "list it under `issues`, each with its criterion");
        }
        Compliance::Fully if value.issues.is_some() || value.disproportionate_burden.is_some() => {
            let message = "`status` says that the site meets the standard in full, and failures are listed";
            let help = "write `status: partially`, or delete what has been fixed";
            statement.report.error("status", span, message, help);
        }
        _ => {}
    }
}

/// Nothing of a template may be left: statements have been published with its brackets in them.
fn check_filled(statement: &mut Fields<'_, '_>) {
    for name in TEXTS {
        let Some(text) = statement.has(name).then(|| statement.text(name)).flatten() else { continue };
        if let Some(left) = placeholder(&text.value) {
            let span = markdown::part(&text, left, statement.report);
            let message = format!("`{left}` was left to be filled in");
            statement.report.error(name, span, message, "write what is true of this site, or take the sentence out");
        }
    }
}

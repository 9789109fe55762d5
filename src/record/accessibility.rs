//! What an accessibility statement says, and what can be told of it without a calendar.
//!
//! The rules are those of the model statement under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
//! Accessibility Regulations 2018: one status, the failures with their criteria, nothing left open.

use jiff::civil::Date;

use super::fields::Fields;
use super::markdown;
use crate::diagnostic::Located;
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

record! {
    /// What the accessibility statement says, by the model statement under SI 2018/952.
    pub(crate) struct Accessibility: "the statement", check: check => {
        /// The standard.
        standard: String, default = "WCAG 2.2 AA", example = "WCAG 2.2 AA";
        /// How far the site meets it.
        status: Compliance, default = "partially", example = "partially";
        /// What does not meet the regulations yet: a list, each item with the number of its criterion.
        issues: Option<Prose>, example = "\"- Old PDF files have no tags (WCAG 1.3.1)\"";
        /// What would be a disproportionate burden to mend, with your assessment (regulation 7).
        disproportionate_burden: Option<Prose>, example = "\"- Recorded events have no sign language (WCAG 1.2.6)\"";
        /// What the regulations do not ask for (regulation 4).
        out_of_scope: Option<Prose>, example = "Files of before September 2018.";
        /// What you are doing to improve.
        improvements: Option<Prose>, example = "We will replace the old files by March 2027.";
        /// The day on which the statement was prepared.
        prepared: Option<Located<Date>>, example = "2026-09-01";
        /// The day on which the statement was last reviewed.
        reviewed: Option<Located<Date>>, example = "2026-09-01";
        /// The day on which the site was last tested.
        tested: Option<Located<Date>>, example = "2026-08-20";
        /// Who tested it.
        tested_by: Option<String>, example = "Marlsea Council";
        /// How the pages to be tested were chosen.
        sampled: Option<String>, example = "One page of each kind";
        /// How soon people get an answer.
        response_time: Option<String>, example = "within 5 working days";
        /// Whom to turn to when the partnership does not answer, if the usual words will not do.
        enforcement: Option<Prose>, example = "Contact the ombudsman.";
        /// Who enforces the regulations.
        enforced_by: Enforcer, default = "ehrc", example = "ecni";
    }
}

choice! {
    /// How far a site meets a standard, in the words of the model statement under SI 2018/952.
    pub(crate) enum Compliance => {
        /// In all points.
        Fully = "fully";
        /// In most.
        Partially = "partially";
        /// In few.
        Not = "not";
    }
}

choice! {
    /// Who enforces the regulations.
    #[derive(Default)]
    pub(crate) enum Enforcer => {
        /// In Great Britain: the Equality and Human Rights Commission.
        #[default]
        Ehrc = "ehrc";
        /// In Northern Ireland: the Equality Commission.
        Ecni = "ecni";
    }
}

fn check(statement: &Accessibility, fields: &Fields<'_, '_>) {
    for key in ["issues", "disproportionate_burden"] {
        check_failures(fields, key);
    }
    check_status(statement, fields);
    for key in TEXTS {
        let Some(text) = fields.written(key) else { continue };
        if let Some(left) = placeholder(&text.value) {
            // Statements have been published with the brackets of a template in them.
            let span = markdown::part(&text, left, fields.report);
            let message = format!("`{left}` is still to be filled in");
            fields.report.error(key, span, message, "write what is true of this site, or take the sentence out");
        }
    }
}

/// Each failure has to name the criterion that is not met.
fn check_failures(fields: &Fields<'_, '_>, key: &'static str) {
    let Some(text) = fields.written(key) else { return };
    for item in markdown::items(&text, fields.report) {
        if !wcag::names_criterion(&item.value) {
            let help = "add the number of the criterion that is not met, such as `WCAG 1.4.10`";
            fields.report.error(key, item.span, "this does not name a WCAG criterion by its number", help);
        }
    }
}

fn check_status(value: &Accessibility, fields: &Fields<'_, '_>) {
    let listed = value.issues.is_some() || value.disproportionate_burden.is_some() || value.out_of_scope.is_some();
    let span = if fields.has("status") { fields.value_span("status") } else { fields.head() };
    match value.status {
        Compliance::Partially if !listed => {
            let message = "`status` says that the site meets the standard in part, and no failure is listed";
            let help = "list what is not accessible under `issues`, each with its criterion, or write `status: fully` \
                        if a test found nothing";
            fields.report.error("status", span, message, help);
        }
        Compliance::Not if !listed => {
            let message = "`status` says that the site does not meet the standard, and no failure is listed";
            fields.report.warning("status", span, message, "list it under `issues`, each with its criterion");
        }
        Compliance::Fully if value.issues.is_some() || value.disproportionate_burden.is_some() => {
            let message = "`status` says that the site meets the standard in full, and failures are listed";
            let help = "write `status: partially`, or delete what has been fixed";
            fields.report.error("status", span, message, help);
        }
        _ => {}
    }
}

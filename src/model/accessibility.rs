//! What an accessibility statement says, by the model statement under SI 2018/952.

use jiff::civil::Date;

use super::prose::Prose;
use crate::diagnostic::Located;

/// What the accessibility statement says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Accessibility {
    /// The standard: `WCAG 2.2 AA`.
    pub standard: String,
    /// How far the site meets it.
    pub status: Compliance,
    /// What does not meet the regulations yet.
    pub issues: Option<Prose>,
    /// What would be a disproportionate burden to mend, with the assessment (regulation 7).
    pub disproportionate_burden: Option<Prose>,
    /// What the regulations do not ask for (regulation 4).
    pub out_of_scope: Option<Prose>,
    /// What is being done.
    pub improvements: Option<Prose>,
    /// When the statement was prepared.
    pub prepared: Option<Located<Date>>,
    /// When the statement was last reviewed.
    pub reviewed: Option<Located<Date>>,
    /// When the site was last tested.
    pub tested: Option<Located<Date>>,
    /// Who tested it.
    pub tested_by: Option<String>,
    /// How the pages to be tested were chosen.
    pub sampled: Option<String>,
    /// How soon an answer comes: `within 5 working days`.
    pub response_time: Option<String>,
    /// Whom to turn to when the partnership does not answer, in the partnership's own words.
    pub enforcement: Option<Prose>,
    /// Who that is.
    pub enforced_by: Enforcer,
}

/// How far a site meets a standard, in the words of the model statement under SI 2018/952.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compliance {
    /// In all points.
    Fully,
    /// In most.
    Partially,
    /// In few.
    Not,
}

/// Who enforces the regulations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Enforcer {
    /// In Great Britain: the Equality and Human Rights Commission.
    #[default]
    Ehrc,
    /// In Northern Ireland: the Equality Commission.
    Ecni,
}

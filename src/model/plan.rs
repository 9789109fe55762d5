//! An action plan: sections, objectives, actions.

mod risk;

use jiff::civil::Date;

use super::period::Period;
use super::prose::Prose;
use super::rating::{Rating, Scheme};
use super::status::Status;
use super::timescale::Timescale;
use super::vacancy::is_nobody;
use super::web_address::WebAddress;
use crate::diagnostic::{Located, Span};
pub(crate) use risk::{Risk, RiskLevel};

/// An action plan.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    /// Its name.
    pub title: Located<String>,
    /// What it is about.
    pub summary: Option<Prose>,
    /// Its first and last day.
    pub period: Located<Period>,
    /// Who owns it: a partner's id.
    pub organisation: Option<Located<String>>,
    /// The words that this plan uses for its fields, where it has its own.
    pub labels: Vec<(String, String)>,
    /// What the ratings mean here.
    pub guide: RatingGuide,
    /// Whether people's names may be shown. Where not, none are kept: see [`Lead::person`].
    pub publish_names: bool,
    /// Whether it has ended and is only kept.
    pub archived: bool,
    /// Its parts, in order.
    pub sections: Vec<Section>,
    /// The strategy itself, needs assessments, annual reports.
    pub documents: Vec<Document>,
    /// The risk register.
    pub risks: Vec<Risk>,
}

/// What the ratings mean in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RatingGuide {
    /// Whether complete actions are green or blue.
    pub scheme: Scheme,
    /// The plan's own words for each rating, where it has some.
    pub texts: Vec<(Rating, String)>,
}

/// A part of a plan: a priority, theme or outcome.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Section {
    /// Where it begins in the file.
    pub span: Span,
    /// Its id, where it has one.
    pub id: Option<Located<String>>,
    /// Its number as printed.
    pub reference: Option<Located<String>>,
    /// Its name.
    pub title: Located<String>,
    /// What it is to achieve.
    pub aim: Option<Prose>,
    /// Who leads it.
    pub leads: Vec<Lead>,
    /// What it is expected to bring.
    pub expected_outcomes: Vec<String>,
    /// Its actions, under objectives or not.
    pub groups: Vec<Objective>,
}

/// An objective with its actions. A section without objectives has a single one without a title.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Objective {
    /// Its number as printed.
    pub reference: Option<Located<String>>,
    /// Its name; none where the section has no objectives.
    pub title: Option<Located<String>>,
    /// Who leads it.
    pub leads: Vec<Lead>,
    /// What it is expected to bring.
    pub expected_outcomes: Vec<String>,
    /// Its actions.
    pub actions: Vec<Action>,
}

/// Something that will be done.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Action {
    /// Where it begins in the file.
    pub span: Span,
    /// Its number as printed, else from its position.
    pub reference: Located<String>,
    /// The last part of its address, where the number will not do.
    pub id: Option<Located<String>>,
    /// What will be done.
    pub title: Located<String>,
    /// Why.
    pub why: Vec<Prose>,
    /// What it is to achieve.
    pub aim: Option<Prose>,
    /// How, in words.
    pub how: Option<Prose>,
    /// How, in steps.
    pub steps: Vec<Step>,
    /// Who is responsible.
    pub leads: Vec<Lead>,
    /// By when.
    pub timescale: Option<Located<Timescale>>,
    /// What shows that it is on its way.
    pub milestones: Vec<Milestone>,
    /// What will be measured.
    pub measures: Vec<Measure>,
    /// How anyone will know that it worked.
    pub success: Option<Prose>,
    /// How it stands, where there are no updates.
    pub status: Option<Located<Status>>,
    /// The rating that the board set by hand.
    pub rating: Option<HandRating>,
    /// What was reported, oldest first.
    pub updates: Vec<ActionUpdate>,
    /// Actions, services and courses that belong with it.
    pub related: Vec<Located<String>>,
}

/// A rating that was set by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HandRating {
    /// The rating.
    pub rating: Located<Rating>,
    /// Why the board set it.
    pub reason: String,
}

/// Who is responsible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Lead {
    /// A partner's id, or a text that is no id.
    pub organisation: Option<Located<String>>,
    /// A post.
    pub role: Option<Located<String>>,
    /// A name. Only ever here in a plan that publishes names: elsewhere it is dropped while the file is read.
    pub person: Option<String>,
    /// What part of the work it is for.
    pub responsible_for: Option<String>,
}

impl Lead {
    /// The text that tells who it is: the organisation, else the post, else the person.
    #[must_use]
    pub(crate) fn holder(&self) -> Option<&str> {
        let organisation = self.organisation.as_ref().map(|text| text.value.as_str());
        organisation.or(self.role.as_ref().map(|text| text.value.as_str())).or(self.person.as_deref())
    }

    /// Whether it says that nobody leads yet: "TBC".
    #[must_use]
    pub(crate) fn is_nobody(&self) -> bool {
        self.holder().is_none_or(is_nobody)
    }
}

/// A step of an action.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    /// What is done.
    pub title: Prose,
    /// Who does it.
    pub leads: Vec<Lead>,
    /// What it is to reach.
    pub target: Option<String>,
    /// By when.
    pub timescale: Option<Located<Timescale>>,
    /// When it was done.
    pub done: Option<Located<Date>>,
}

/// A milestone of an action.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Milestone {
    /// What will have happened.
    pub title: String,
    /// By when.
    pub timescale: Option<Located<Timescale>>,
    /// When it had.
    pub done: Option<Located<Date>>,
}

/// What is measured to see whether an action works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measure {
    /// What is measured.
    pub title: String,
    /// Where it started.
    pub baseline: Option<String>,
    /// Where it should be.
    pub target: Option<String>,
    /// The series of figures: an indicator's id.
    pub indicator: Option<Located<String>>,
}

/// What was reported about an action on a day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ActionUpdate {
    /// The day.
    pub date: Located<Date>,
    /// How it stood, where that was said.
    pub status: Option<Located<Status>>,
    /// What was said.
    pub text: Option<Prose>,
    /// Who said it: a post or a group.
    pub by: Option<String>,
}

/// A document that belongs to a plan or a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    /// Its name.
    pub title: String,
    /// Where it is.
    pub place: DocumentPlace,
    /// What kind of document it is.
    pub kind: Option<String>,
    /// Its date.
    pub date: Option<Located<Date>>,
}

/// Where a document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DocumentPlace {
    /// A file of this site, by its path below `content/`.
    File(Located<String>),
    /// A page elsewhere.
    Web(WebAddress),
}

//! An action plan: sections, objectives, actions.

mod action;
mod contradictions;
mod groups;
mod labels;
mod period;
mod risk;
mod timescale;

use crate::diagnostic::{Located, Span};
use crate::model::period::Period;
use crate::model::prose::Prose;
use crate::model::rating::{Rating, Scheme};
use crate::record::document::Document;
use crate::record::fields::Fields;
use crate::record::kind::ContentKind;
use crate::record::lead::Lead;
use crate::record::node::Node;
use crate::record::reference::{Id, Indicator, Organisation, Ref};
pub(crate) use action::{Action, ActionUpdate, Measure, Milestone, Step};
#[cfg(test)]
pub(crate) use action::{Details, HandRating, How};
pub(crate) use groups::Groups;
pub(crate) use labels::Labels;
pub(crate) use risk::{Risk, RiskLevel};

impl ContentKind for Plan {
    type Record = Self;

    const TITLE: &'static str = "Action plans";
    const NEW: &'static str = include_str!("new.yaml");
}

record! {
    /// An action plan: a file in `content/plans/`.
    pub(crate) struct Plan: "the file", before: look_ahead, check: check => {
        /// What the plan is called.
        title: Located<String>, example = "Our strategy 2026-2029";
        /// What it is about.
        summary: Option<Prose>, example = "What we will do together, and how you can see that we do it.";
        /// The plan's first and last month or day.
        period: Located<Period>, example = "{from: 2026-04, to: 2029-03}";
        /// The partner who owns the plan: its id.
        organisation: Option<Ref<Organisation>>, example = "marlsea-council", label = "Owned by";
        /// The plan's own words for its fields. Every heading on its pages uses them.
        labels: Labels, example = "{section: Outcome, title: Key action}";
        /// What the ratings mean in this plan.
        guide: RatingGuide, key = "rating_guide", example = "{scheme: brag}";
        /// Whether the names of people who lead may be published. Without it, none is kept.
        publish_names: bool, example = "true", label = "Publish people's names";
        /// Whether the plan has ended and is only kept. It is then out of the headline figures.
        archived: bool, example = "true";
        /// Whether progress is reported on this plan here. With `false` no page shows how an action is going: only what
        /// was promised, by whom and when.
        tracked: bool, default = "true", example = "false", label = "Progress is reported here";
        /// The parts of the plan, in order.
        sections: Vec<Section>, required = true, example = "[{title: Early help, actions: [{title: Open a helpline}]}]";
        /// The strategy itself, needs assessments, annual reports.
        documents: Vec<Document>, example = "[{title: The strategy, file: files/strategy.pdf}]";
        /// The risk register.
        risks: Vec<Risk>, example = "[{risk: Funding ends in March, likelihood: 3, impact: 4}]";
    }
}

record! {
    /// What the ratings mean in a plan.
    #[derive(Default, Eq)]
    pub(crate) struct RatingGuide: "a rating guide", check: warn_of_unused_blue => {
        /// Whether complete actions are green or blue.
        scheme: Scheme, default = "rag", example = "brag";
        /// What red means here.
        red: Option<String>, example = "The date has passed.";
        /// What amber means here.
        amber: Option<String>, example = "Slower than planned.";
        /// What green means here.
        green: Option<String>, example = "In time.";
        /// What blue means here, in the scheme `brag`.
        blue: Option<String>, example = "Complete.";
    }
}

record! {
    /// A part of a plan: a priority, theme or outcome. It has actions, or objectives with actions.
    pub(crate) struct Section: "a section" => {
        /// The last part of the section's address, where its number or title will not do.
        id: Option<Id>, example = "early-help";
        /// Its number, as the plan prints it.
        reference: Option<Located<String>>, key = "ref", example = "2", label = "Number";
        /// What the section is called.
        title: Located<String>, example = "Early help";
        /// What it is to achieve.
        aim: Option<Prose>, example = "People get help before things get worse.";
        /// Who leads it.
        leads: Vec<Lead>, key = "lead", example = "marlsea-council", label = "Lead";
        /// What it is expected to bring.
        expected_outcomes: Vec<String>, example = "[More people ask for help early]";
        /// The figures that show whether it works: the names of their files.
        indicators: Vec<Ref<Indicator>>, example = "[calls-answered]", label = "Figures";
        with {
            /// Its actions, under objectives or not.
            groups: Groups;
        }
        and {
            /// Where it begins in the file.
            span: Span = Fields::head;
        }
    }
}

record! {
    /// An objective with its actions. A section without objectives has a single one without a title.
    pub(crate) struct Objective: "an objective" => {
        /// Its number, as the plan prints it.
        reference: Option<Located<String>>, key = "ref", example = "2.1", label = "Number";
        /// What the objective is called.
        title: Option<Located<String>>, required = true, example = "Help comes early";
        /// Who leads it.
        leads: Vec<Lead>, key = "lead", example = "marlsea-council", label = "Lead";
        /// What it is expected to bring.
        expected_outcomes: Vec<String>, example = "[More people ask for help early]";
        /// The figures that show whether it works: the names of their files.
        indicators: Vec<Ref<Indicator>>, example = "[calls-answered]", label = "Figures";
        /// Its actions.
        actions: Vec<Action>, example = "[{title: Open a helpline}]";
    }
}

impl RatingGuide {
    /// The plan's own words for a rating, where it has some.
    pub(crate) fn text(&self, rating: Rating) -> Option<&String> {
        match rating {
            Rating::Red => self.red.as_ref(),
            Rating::Amber => self.amber.as_ref(),
            Rating::Green => self.green.as_ref(),
            Rating::Blue => self.blue.as_ref(),
        }
    }
}

fn warn_of_unused_blue(guide: &RatingGuide, fields: &Fields<'_, '_>) {
    if guide.blue.is_some() && guide.scheme != Scheme::Brag {
        let help = "write `scheme: brag`, in which complete actions are blue, or take `blue` out";
        fields.report.warning("rating_guide", fields.key_span("blue"), "nothing is blue in the scheme `rag`", help);
    }
}

/// Finds what the reading of sections depends on: whether names may be kept, and the plan's own period.
fn look_ahead(fields: &mut Fields<'_, '_>) {
    fields.context.publish_names = fields.peek("publish_names").is_some_and(Node::is_yes);
    fields.context.period = fields.peek("period").and_then(period::written);
}

fn check(plan: &mut Plan, fields: &Fields<'_, '_>) {
    for section in &mut plan.sections {
        let actions = section.groups.iter_mut().flat_map(|group| &mut group.actions);
        for (position, action) in actions.enumerate() {
            if action.reference.value.is_empty() {
                action.reference.value = (position + 1).to_string();
            }
        }
    }
    if fields.has("sections") && !fields.report.has_errors() {
        contradictions::check(plan, fields.report);
    }
}

//! One action of a plan.

use jiff::civil::Date;

use crate::diagnostic::{Located, Span};
use crate::model::not_public;
use crate::model::prose::Prose;
use crate::model::rating::Rating;
use crate::model::status::Status;
use crate::model::timescale::Timescale;
use crate::record::field::{Field, Rule, Shape};
use crate::record::fields::{Fields, Input};
use crate::record::lead::Lead;
use crate::record::node::{Key, Node, PRIVATE, Value as Written};
use crate::record::reference::{Id, Indicator, Ref, Related};
use crate::record::value::{FieldType, Record, See, Value};

record! {
    /// Something that will be done.
    pub(crate) struct Action: "an action", check: put_in_order => {
        /// Its number, as the plan prints it. Without it, its place in the section.
        reference: Located<String>, key = "ref", required = false, example = "2.1", label = "Number";
        /// The last part of the action's address, where its number will not do.
        id: Option<Id>, example = "open-a-helpline";
        /// What will be done.
        title: Located<String>, example = "Open a helpline";
        /// Why: one text, or a list of short reasons.
        why: Vec<Prose>, example = "People told us that they did not know whom to call.";
        /// What it is to achieve or deliver.
        aim: Option<Prose>, example = "Anyone can talk to someone at any time.";
        /// How: one text, or a list of steps.
        how: How, example = "[Agree the contract, Train the staff]";
        /// Who is responsible: partners' ids, names, or groups with a post.
        leads: Vec<Lead>, example = "[marlsea-council, {role: Head of Housing}]";
        /// By when, as the plan prints it.
        timescale: Option<Located<Timescale>>, example = "March 2027";
        /// What shows that it is on its way.
        milestones: Vec<Milestone>, example = "[{title: Contract signed, timescale: May 2026}]";
        /// What will be measured.
        measures: Vec<Measure>, example = "[{title: Calls answered, target: 95 %}]";
        /// How anyone will know that it worked.
        success: Option<Prose>, example = "Every call is answered.", label = "How we will know";
        /// How it is going, only where there are no updates: the latest update's status is the action's.
        status: Option<Located<Status>>, example = "on-track";
        /// What was reported, each with its date. Any order in the file will do.
        updates: Vec<ActionUpdate>, example = "[{date: 2026-12-03, status: on-track, text: The contract is signed.}]";
        /// What belongs with it: actions by their numbers, other plans' as `plan/ref`, services and courses by their files.
        related: Vec<Ref<Related>>, example = "[2.3, marlsea-helpline]";
        /// Tags that go across sections, such as a priority or a goal. Pages list them, and filter by them.
        themes: Vec<String>, example = "[Prevention, Children]";
        /// How much is done, in per cent, as it was reported. It decides nothing.
        progress: Option<u32>, example = "40", rule = Rule::Range(0, 100), label = "Per cent done";
        /// Further public facts, each under a heading of your own.
        details: Details, example = "{Cost: £5,000 a year}";
        with {
            /// The rating that the board set by hand.
            rating: Option<HandRating>;
        }
        and {
            /// Where it begins in the file.
            span: Span = Fields::head;
        }
    }
}

/// How something is done: in words, or in steps.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct How {
    /// In words.
    pub(crate) words: Option<Prose>,
    /// In steps.
    pub(crate) steps: Vec<Step>,
}

record! {
    /// A step of an action. A text alone says what is done.
    pub(crate) struct Step: "a step", alone: Prose = Step::titled, check: join_leads => {
        /// What is done.
        title: Prose, example = "Agree the contract";
        /// Who does it.
        leads: Vec<Lead>, example = "[marlsea-council]";
        /// Who does it, where it is one.
        lead: Vec<Lead>, example = "marlsea-council";
        /// What it is to reach.
        target: Option<String>, example = "Two bids";
        /// By when.
        timescale: Option<Located<Timescale>>, example = "May 2026";
        /// The day on which it was done.
        done: Option<Located<Date>>, example = "2026-05-14";
    }
}

record! {
    /// A milestone of an action. A text alone says what will have happened.
    pub(crate) struct Milestone: "a milestone", alone: String = Milestone::titled => {
        /// What will have happened.
        title: String, example = "Contract signed";
        /// By when.
        timescale: Option<Located<Timescale>>, example = "May 2026";
        /// The day on which it had.
        done: Option<Located<Date>>, example = "2026-05-14";
    }
}

record! {
    /// What is measured to see whether an action works. A text alone says what that is.
    #[derive(Eq)]
    pub(crate) struct Measure: "a measure", alone: String = Measure::titled => {
        /// What is measured.
        title: String, example = "Calls answered";
        /// Where it started.
        baseline: Option<String>, example = "80 %";
        /// Where it should be.
        target: Option<String>, example = "95 %";
        /// The series of figures: an indicator, by the name of its file.
        indicator: Option<Ref<Indicator>>, example = "calls-answered", code = "measures";
    }
}

record! {
    /// What was reported about an action on a day.
    pub(crate) struct ActionUpdate: "an update" => {
        /// The day.
        date: Located<Date>, example = "2026-12-03";
        /// How it was going. Without it, the status before stays.
        status: Option<Located<Status>>, example = "on-track";
        /// What is new.
        text: Option<Prose>, example = "The contract is signed.";
        /// Who reported it: a post or a group.
        by: Option<String>, example = "Commissioning group";
    }
}

/// A rating that was set by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HandRating {
    /// The rating.
    pub(crate) rating: Located<Rating>,
    /// Why the board set it.
    pub(crate) reason: String,
}

impl Record for Option<HandRating> {
    const NAME: &'static str = "HandRating";
    const WHAT: &'static str = "an action";
    const ABOUT: &'static str = "A rating that was set by hand.";
    const FIELDS: &'static [Field] = &[
        Field {
            example: "amber",
            ..Field::new::<Option<Located<Rating>>>(
                "rating",
                "The rating, only where the board has set it by hand. Otherwise it is worked out.",
            )
        },
        Field {
            example: "Agreed late, and still to be done in time",
            ..Field::new::<Option<Located<String>>>("rating_reason", "Why the board set the rating by hand.")
        },
    ];

    fn all_fields() -> Vec<&'static Field> {
        Self::FIELDS.iter().collect()
    }

    fn alone() -> Option<Shape> {
        None
    }

    fn read_fields(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let rating: Option<Located<Rating>> = FieldType::read_field(fields, &Self::FIELDS[0])?;
        let reason: Option<Located<String>> = FieldType::read_field(fields, &Self::FIELDS[1])?;
        if let (Some(reason), false) = (&reason, fields.has("rating")) {
            let message = "`rating_reason` explains a `rating` set by hand, and there is none";
            fields.report.warning("rating_reason", reason.span, message, "add `rating`, or take the reason out");
        }
        if rating.is_some() && !fields.has("rating_reason") {
            fields.require("rating_reason", Self::FIELDS[1].example);
        }
        Some(rating.zip(reason).map(|(rating, reason)| HandRating { rating, reason: reason.value }))
    }

    fn each_part<'a>(&'a self, _: &mut See<'_, 'a>) {}
}

/// Further facts of an action: each with its heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Details(pub(crate) Vec<(String, Prose)>);

impl Value for Details {
    const REQUIRED: bool = false;

    fn shape(_: &Field) -> Shape {
        Shape::Labelled
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let Written::Map(entries) = &input.node.value else {
            let message = format!(
                "`{}` should be headings with a text each, and this is {}",
                input.field.key,
                input.node.describe()
            );
            input.report.error(
                input.field.key,
                input.node.span,
                message,
                "write them below it, indented, as `Cost: £5,000`",
            );
            return None;
        };
        let entries = entries.iter().filter(|(key, node)| key.name != PRIVATE && !node.is_blank());
        let detail = |(key, node): &(Key<'_>, Node<'_>)| {
            if let Some(word) = not_public::in_heading(&key.name) {
                let message = format!("`{}` is published, though its heading says `{word}`", key.name.trim());
                let help = "put it under `private:`, or give it another heading";
                input.report.warning(input.field.key, key.span, message, help);
            }
            Some((key.name.trim().to_owned(), Prose::read(Input { node, ..input })?))
        };
        Some(Self(entries.filter_map(detail).collect()))
    }

    fn absent(_: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Some(Self::default())
    }

    fn each_part<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        for (_, prose) in &self.0 {
            Value::each_part(prose, field, see);
        }
    }
}

impl Value for How {
    const REQUIRED: bool = false;

    fn shape(field: &Field) -> Shape {
        let steps = Shape::List(Box::new(Step::shape(field)));
        Shape::Either(Box::new(Shape::Markdown), Box::new(steps))
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        match input.node.value {
            Written::List(_) => Some(Self { words: None, steps: input.list() }),
            _ => Prose::read(input).map(|words| Self { words: Some(words), steps: Vec::new() }),
        }
    }

    fn absent(_: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Some(Self::default())
    }

    fn each_part<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        self.words.iter().for_each(|words| Value::each_part(words, field, see));
        self.steps.iter().for_each(|step| Record::each_part(step, see));
    }
}

impl Step {
    fn titled(title: Prose) -> Self {
        Self { title, leads: Vec::new(), lead: Vec::new(), target: None, timescale: None, done: None }
    }
}

impl Milestone {
    fn titled(title: String) -> Self {
        Self { title, timescale: None, done: None }
    }
}

impl Measure {
    fn titled(title: String) -> Self {
        Self { title, baseline: None, target: None, indicator: None }
    }
}

/// `lead` and `leads` are one list.
fn join_leads(step: &mut Step, _: &Fields<'_, '_>) {
    step.leads.append(&mut step.lead);
}

/// The updates, oldest first; those of one day keep the file's order.
fn put_in_order(action: &mut Action, _: &Fields<'_, '_>) {
    action.updates.sort_by_key(|update| update.date.value);
}

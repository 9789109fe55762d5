//! Plans to try the rules on.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::{Strategy, any, prop};

use crate::diagnostic::{Located, Span};
use crate::kinds::plan::record::{
    Action, ActionUpdate, Details, Groups, HandRating, How, Labels, Milestone, Objective, Plan, RatingGuide, Section,
};
use crate::kinds::plan::site::progress::{Partners, PlanOccasion, PlanProgress};
use crate::model::period::Period;
use crate::model::rating::{Rating, Scheme};
use crate::model::status::Status;
use crate::model::timescale::Timescale;
use crate::model::year_start::YearStart;
use crate::record::entry::Entry;

pub(super) fn at<T>(value: T) -> Located<T> {
    Located::new(value, Span::default())
}

/// An action of which nothing is known but its title.
pub(super) fn action() -> Action {
    Action {
        span: Span::default(),
        reference: at("1.1".to_owned()),
        id: None,
        title: at("Open a helpline".to_owned()),
        why: Vec::new(),
        aim: None,
        how: How::default(),
        themes: Vec::new(),
        progress: None,
        details: Details::default(),
        leads: Vec::new(),
        timescale: None,
        milestones: Vec::new(),
        measures: Vec::new(),
        success: None,
        status: None,
        rating: None,
        updates: Vec::new(),
        related: Vec::new(),
    }
}

pub(super) fn due(by: Date) -> Located<Timescale> {
    at(Timescale { by: Some(by), ..Timescale::default() })
}

pub(super) fn update(day: Date, status: Option<Status>) -> ActionUpdate {
    ActionUpdate { date: at(day), status: status.map(at), text: None, by: None }
}

pub(super) fn milestone(by: Date, done: Option<Date>) -> Milestone {
    Milestone { title: "Signed".to_owned(), timescale: Some(due(by)), done: done.map(at) }
}

/// A plan of one section with these actions, from April 2024 to March 2028.
pub(super) fn plan(actions: Vec<Action>, scheme: Scheme) -> Plan {
    let groups = vec![Objective {
        reference: None,
        title: None,
        leads: Vec::new(),
        expected_outcomes: Vec::new(),
        indicators: Vec::new(),
        actions,
    }];
    let section = Section {
        span: Span::default(),
        id: None,
        reference: None,
        title: at("Early help".to_owned()),
        aim: None,
        leads: Vec::new(),
        expected_outcomes: Vec::new(),
        indicators: Vec::new(),
        groups: Groups(groups),
    };
    Plan {
        title: at("Our plan".to_owned()),
        summary: None,
        period: at(Period { from: date(2024, 4, 1), to: date(2028, 3, 31) }),
        organisation: None,
        labels: Labels::default(),
        guide: RatingGuide { scheme, ..RatingGuide::default() },
        publish_names: false,
        archived: false,
        tracked: true,
        sections: vec![section],
        documents: Vec::new(),
        risks: Vec::new(),
    }
}

/// The plan on a day.
pub(super) fn on(plan: &Plan, today: Date) -> PlanProgress {
    let entry = Entry {
        id: "plan".to_owned(),
        slug: "plan".to_owned(),
        source: "content/plans/plan.yaml".into(),
        span: Span::default(),
        record: plan.clone(),
    };
    let occasion = PlanOccasion { today, year_starts: YearStart::default(), partners: &Partners::new() };
    PlanProgress::on(&Arc::new(entry), occasion, &mut Vec::new())
}

/// A day of the years 2024 to 2028.
pub(super) fn any_day() -> impl Strategy<Value = Date> {
    (0..1_826_i64).prop_map(|days| date(2024, 1, 1).saturating_add(days.days()))
}

pub(super) fn any_status() -> impl Strategy<Value = Status> {
    prop::sample::select(Status::ALL.to_vec())
}

fn any_timescale() -> impl Strategy<Value = Option<Located<Timescale>>> {
    let dates = (prop::option::of(any_day()), prop::option::of(any_day()), any::<bool>());
    prop::option::of(dates.prop_map(|(from, by, ongoing)| at(Timescale { from, by, ongoing, ..Timescale::default() })))
}

fn any_updates() -> impl Strategy<Value = Vec<ActionUpdate>> {
    let one = (any_day(), prop::option::of(any_status())).prop_map(|(day, status)| update(day, status));
    prop::collection::vec(one, 0..8).prop_map(|mut updates| {
        updates.sort_by_key(|update| update.date.value);
        updates
    })
}

fn any_hand() -> impl Strategy<Value = Option<HandRating>> {
    let rating = prop::sample::select(Rating::ALL.to_vec());
    prop::option::weighted(0.2, rating.prop_map(|rating| HandRating { rating: at(rating), reason: "So".to_owned() }))
}

/// An action with any dates, updates and milestones, and now and then a rating set by hand.
pub(super) fn any_action() -> impl Strategy<Value = Action> {
    let milestones = prop::collection::vec((any_day(), prop::option::of(any_day())), 0..3);
    let parts = (any_timescale(), any_updates(), prop::option::of(any_status()), any_hand(), milestones);
    parts.prop_map(|(timescale, updates, status, rating, milestones)| Action {
        timescale,
        updates,
        status: status.map(at),
        rating,
        milestones: milestones.into_iter().map(|(by, done)| milestone(by, done)).collect(),
        ..action()
    })
}

pub(super) fn any_plan() -> impl Strategy<Value = Plan> {
    let scheme = prop::sample::select(vec![Scheme::Rag, Scheme::Brag]);
    (prop::collection::vec(any_action(), 1..5), scheme).prop_map(|(actions, scheme)| plan(actions, scheme))
}

//! What a board would hear of a few plain plans.

use jiff::civil::date;

use super::changes_this_quarter;
use super::plans::{action, at, due, milestone, on, plan, update};
use crate::kinds::plan::record::{Action, HandRating};
use crate::kinds::plan::site::progress::{ChangeKind, Concern, ExceptionGroup, Item, PlanProgress, StepState};
use crate::model::rating::{Rating, Scheme};
use crate::model::status::Status;
use crate::model::timescale::Timescale;
use crate::record::lead::Lead;
use crate::record::reference::Ref;

const TODAY: jiff::civil::Date = date(2026, 11, 25);

fn today(action: Action) -> PlanProgress {
    on(&plan(vec![action], Scheme::Rag), TODAY)
}

fn concerns(action: Action) -> Option<(ExceptionGroup, Vec<Concern>)> {
    today(action).exception(0).map(|exception| (exception.group, exception.concerns))
}

fn kind(action: Action) -> Option<ChangeKind> {
    changes_this_quarter(&today(action)).first().map(super::super::Change::kind)
}

/// An action with updates of these statuses, one of August, one of October.
fn moved(from: Status, to: Status) -> Action {
    let updates = vec![update(date(2026, 8, 1), Some(from)), update(date(2026, 10, 1), Some(to))];
    Action { updates, ..action() }
}

#[test]
fn what_moved_since_the_quarter_ended_is_of_one_kind() {
    use Status::{AtRisk, Complete, NotStarted, OffTrack, OnTrack, Paused, Withdrawn};
    assert_eq!(kind(moved(OnTrack, Complete)), Some(ChangeKind::Completed));
    assert_eq!(kind(moved(OnTrack, AtRisk)), Some(ChangeKind::Worse));
    assert_eq!(kind(moved(NotStarted, OffTrack)), Some(ChangeKind::Worse));
    assert_eq!(kind(moved(Complete, OnTrack)), Some(ChangeKind::Worse));
    assert_eq!(kind(moved(OffTrack, AtRisk)), Some(ChangeKind::Better));
    assert_eq!(kind(moved(Paused, OnTrack)), Some(ChangeKind::Better));
    assert_eq!(kind(moved(NotStarted, OnTrack)), Some(ChangeKind::Started));
    assert_eq!(kind(moved(OnTrack, Paused)), Some(ChangeKind::Stopped));
    assert_eq!(kind(moved(OnTrack, Withdrawn)), Some(ChangeKind::Stopped));
    assert_eq!(kind(moved(OnTrack, OnTrack)), Some(ChangeKind::Reported));
    assert_eq!(kind(Action { updates: vec![update(date(2026, 8, 1), Some(OnTrack))], ..action() }), None);
}

#[test]
fn a_date_that_passed_is_a_change_without_any_update() {
    let late = Action {
        timescale: Some(due(date(2026, 10, 31))),
        updates: vec![update(date(2026, 8, 1), Some(Status::OnTrack))],
        ..action()
    };
    let plan = today(late.clone());
    assert_eq!(changes_this_quarter(&plan)[0].passed, Some(date(2026, 10, 31)));
    assert_eq!(kind(late), Some(ChangeKind::BecameOverdue));
}

#[test]
fn an_action_that_still_has_time_to_start_is_amber_and_no_exception() {
    assert_eq!(concerns(Action { timescale: Some(due(date(2027, 3, 31))), ..action() }), None);
}

#[test]
fn amber_with_impact_is_at_risk_paused_or_off_its_own_plan() {
    let amber = |concern| Some((ExceptionGroup::Amber, vec![concern]));
    assert_eq!(concerns(moved(Status::OnTrack, Status::AtRisk)), amber(Concern::AtRisk));
    assert_eq!(concerns(moved(Status::OnTrack, Status::Paused)), amber(Concern::Paused));
    let from = date(2026, 6, 1);
    let late = Timescale { from: Some(from), by: Some(date(2027, 3, 31)), ..Timescale::default() };
    assert_eq!(concerns(Action { timescale: Some(at(late)), ..action() }), amber(Concern::LateStart(from)));
    let milestones = vec![milestone(date(2026, 9, 30), None), milestone(date(2027, 1, 31), None)];
    assert_eq!(concerns(Action { milestones, ..action() }), amber(Concern::LateSteps(1)));
    let rating = Some(HandRating { rating: at(Rating::Amber), reason: "The contract".to_owned() });
    let set = Action { rating, ..moved(Status::OnTrack, Status::OnTrack) };
    assert_eq!(concerns(set), amber(Concern::ByHand(Rating::Amber)));
}

#[test]
fn what_is_green_and_silent_is_an_exception_after_six_months() {
    let silent = |day| Action { updates: vec![update(day, Some(Status::OnTrack))], ..action() };
    let last = date(2026, 5, 24);
    assert_eq!(concerns(silent(last)), Some((ExceptionGroup::Other, vec![Concern::Silent(Some(last))])));
    assert_eq!(concerns(silent(date(2026, 5, 25))), None);
    let done = Action { updates: vec![update(last, Some(Status::Complete))], ..action() };
    assert_eq!(concerns(done), None);
}

#[test]
fn a_date_that_passed_is_told_whatever_colour_the_board_chose() {
    let by = date(2026, 9, 30);
    let rating = Some(HandRating { rating: at(Rating::Green), reason: "It is as good as done".to_owned() });
    let late = Action { timescale: Some(due(by)), rating, ..moved(Status::OnTrack, Status::OnTrack) };
    assert_eq!(concerns(late), Some((ExceptionGroup::Other, vec![Concern::Overdue(by)])));
}

#[test]
fn a_milestone_has_the_state_of_the_day() {
    let milestones = vec![
        milestone(date(2026, 9, 30), Some(date(2026, 9, 2))),
        milestone(date(2026, 9, 30), Some(date(2026, 12, 2))),
        milestone(date(2026, 12, 31), None),
    ];
    let plan = today(Action { milestones, ..action() });
    let states: Vec<StepState> = plan.milestones(&plan.actions[0]).collect();
    let late = StepState::Late(date(2026, 9, 30));
    assert_eq!(states, [StepState::Done(date(2026, 9, 2)), late, StepState::Due(date(2026, 12, 31))]);
    assert_eq!(plan.overdue()[0].item, Item::Milestone(1));
    assert_eq!(plan.due_soon()[0].item, Item::Milestone(2));
}

#[test]
fn a_quarter_before_the_plan_began_has_no_standing() {
    let plan = on(&plan(vec![action()], Scheme::Rag), date(2024, 11, 25));
    let history = plan.history(&plan.actions[0]);
    assert_eq!(history.map(|end| end.standing.is_some()), [false, false, false, false, false, false, true, true]);
}

#[test]
fn an_archived_plan_tells_of_its_last_quarter_for_ever() {
    let mut ended = plan(vec![moved(Status::OnTrack, Status::Complete)], Scheme::Rag);
    ended.archived = true;
    ended.period = at(crate::model::period::Period { from: date(2024, 4, 1), to: date(2026, 12, 31) });
    let later = on(&ended, date(2031, 5, 5));
    assert_eq!(later.reporting.last, date(2027, 1, 1));
    assert_eq!(later.changes(date(2026, 9, 30), later.reporting.last)[0].kind(), ChangeKind::Completed);
    assert_eq!(later.reporting.last_quarter().label(), "Q3 2026/27");
}

#[test]
fn one_lead_is_one_however_its_name_is_written() {
    let lead = |text: &str| Lead { organisation: Some(Ref::new(at(text.to_owned()))), ..Lead::default() };
    let post = Lead { role: Some(at("Data lead".to_owned())), ..Lead::default() };
    let with = |leads| Action { leads, ..action() };
    let actions = vec![
        with(vec![lead("Training group"), lead("TBC")]),
        with(vec![lead("training  Group"), post, lead("مجلس المدينة")]),
    ];
    let plan = on(&plan(actions, Scheme::Rag), TODAY);
    let held: Vec<_> = plan.leads.iter().map(|lead| (lead.name.as_str(), lead.actions.as_slice())).collect();
    assert_eq!(held, [("Data lead", &[1][..]), ("Training group", &[0, 1]), ("مجلس المدينة", &[1])]);
    assert!(plan.leads.iter().all(|lead| crate::model::slug::is_id(&lead.slug)));
    assert_eq!(plan.missing().lead, Vec::<usize>::new());
}

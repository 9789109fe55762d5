//! The rules of the content model, as properties of any plan on any day.

use jiff::ToSpan;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::changes_this_quarter;
use super::plans::{any_action, any_day, any_plan, any_status, on, plan, update};
use crate::kinds::plan::record::{Action, Plan};
use crate::kinds::plan::site::progress::{Concern, ExceptionGroup, Standing, StepState};
use crate::model::rating::{Rating, Scheme};
use crate::model::status::Status;

/// The action as it was written on a day: without what came later.
fn without_later(action: &Action, day: jiff::civil::Date) -> Action {
    let mut action = action.clone();
    let never_reported = action.updates.is_empty();
    action.updates.retain(|update| update.date.value <= day);
    for milestone in &mut action.milestones {
        milestone.done = milestone.done.take().filter(|done| done.value <= day);
    }
    // A status beside updates counts for nothing, and must not begin to when they are gone.
    if !never_reported {
        action.status = None;
    }
    action
}

fn as_written_on(whole: &Plan, day: jiff::civil::Date) -> Plan {
    let mut plan = whole.clone();
    for action in plan.sections.iter_mut().flat_map(|section| &mut section.groups).flat_map(|group| &mut group.actions)
    {
        *action = without_later(action, day);
    }
    plan
}

proptest! {
    #[test]
    fn withdrawn_is_never_rated(action in any_action(), day in any_day()) {
        let standing = Standing::on(&action, day, &plan(vec![action.clone()], Scheme::Rag));
        prop_assert!(standing.status != Status::Withdrawn || (standing.rating.is_none() && !standing.overdue));
    }

    #[test]
    fn complete_is_green_and_blue_where_there_is_blue(mut action in any_action(), day in any_day(), brag in 0..2_u8) {
        let scheme = if brag == 1 { Scheme::Brag } else { Scheme::Rag };
        action.rating = None;
        let standing = Standing::on(&action, day, &plan(vec![action.clone()], scheme));
        if standing.status == Status::Complete {
            prop_assert_eq!(standing.rating, Some(if brag == 1 { Rating::Blue } else { Rating::Green }));
            prop_assert!(!standing.overdue);
        }
    }

    #[test]
    fn past_its_last_day_and_not_complete_is_red(mut action in any_action(), day in any_day()) {
        action.rating = None;
        let standing = Standing::on(&action, day, &plan(vec![action.clone()], Scheme::Rag));
        let timescale = action.timescale.as_ref().map(|timescale| &timescale.value);
        let past = timescale.and_then(|timescale| timescale.by).is_some_and(|by| by < day);
        let goes_on = timescale.is_some_and(|timescale| timescale.ongoing) && standing.status.is_under_way();
        if past && standing.is_open() && !goes_on {
            prop_assert!(standing.overdue);
            prop_assert_eq!(standing.rating, Some(Rating::Red));
        } else {
            prop_assert!(!standing.overdue);
            let in_time = match standing.status {
                Status::Withdrawn => None,
                Status::OffTrack => Some(Rating::Red),
                Status::OnTrack | Status::Complete => Some(Rating::Green),
                _ => Some(Rating::Amber),
            };
            prop_assert_eq!(standing.rating, in_time);
        }
    }

    #[test]
    fn the_status_is_that_of_the_latest_update_that_names_one(action in any_action(), day in any_day()) {
        let standing = Standing::on(&action, day, &plan(vec![action.clone()], Scheme::Rag));
        let written = action.updates.iter().filter(|update| update.date.value <= day);
        let latest = written.filter_map(|update| update.status.as_ref()).next_back().map(|status| status.value);
        let own = action.status.as_ref().map(|status| status.value).filter(|_| action.updates.is_empty());
        prop_assert_eq!(standing.status, latest.or(own).unwrap_or(Status::NotStarted));
    }

    #[test]
    fn a_rating_set_by_hand_wins_today_and_says_nothing_of_the_past(action in any_action(), day in any_day()) {
        let whole = plan(vec![action.clone()], Scheme::Rag);
        let (today, past) = (Standing::on(&action, day, &whole), Standing::by_rule(&action, day, &whole));
        prop_assert_eq!(today.rule, past.rating);
        prop_assert!(!past.by_hand);
        let hand = action.rating.as_ref().map(|hand| hand.rating.value);
        if today.status != Status::Withdrawn {
            prop_assert_eq!(today.rating, hand.or(past.rating));
        }
    }

    #[test]
    fn a_day_knows_nothing_of_what_was_written_later(whole in any_plan(), day in any_day()) {
        let (now, then) = (on(&whole, day), on(&as_written_on(&whole, day), day));
        for (number, (one, other)) in now.actions.iter().zip(&then.actions).enumerate() {
            prop_assert_eq!(one.standing, other.standing);
            prop_assert_eq!(one.updates_so_far, other.updates_so_far);
            prop_assert_eq!(now.history(one), then.history(other));
            prop_assert_eq!(now.milestones(one).collect::<Vec<_>>(), then.milestones(other).collect::<Vec<_>>());
            prop_assert_eq!(now.exception(number), then.exception(number));
        }
        prop_assert_eq!(changes_this_quarter(&now), changes_this_quarter(&then));
        prop_assert_eq!((now.overdue(), now.due_soon()), (then.overdue(), then.due_soon()));
        prop_assert_eq!(now.missing(), then.missing());
    }

    #[test]
    fn a_later_update_leaves_the_past_as_it_was(
        mut action in any_action(),
        day in any_day(),
        days in 1..400_i64,
        status in any_status(),
    ) {
        // A first update takes the place of a plain status, on all days.
        action.status = None;
        let before = Standing::by_rule(&action, day, &plan(vec![action.clone()], Scheme::Rag));
        action.updates.push(update(day.saturating_add(days.days()), Some(status)));
        action.updates.sort_by_key(|update| update.date.value);
        prop_assert_eq!(Standing::by_rule(&action, day, &plan(vec![action.clone()], Scheme::Rag)), before);
    }

    #[test]
    fn a_history_is_the_site_as_it_stood_at_each_quarters_end(mut whole in any_plan(), day in any_day()) {
        for action in &mut whole.sections[0].groups[0].actions {
            action.rating = None;
        }
        let now = on(&whole, day);
        for action in &now.actions {
            for end in now.history(action) {
                prop_assert!(end.quarter.last_day() < day);
                if let Some(standing) = end.standing {
                    let then = on(&whole, end.quarter.last_day());
                    let number = action.place.index;
                    prop_assert_eq!(then.actions[number].standing, standing);
                }
            }
        }
    }

    #[test]
    fn changes_lead_from_one_day_to_the_other(whole in any_plan(), first in any_day(), second in any_day()) {
        let (since, until) = (first.min(second), first.max(second));
        let now = on(&whole, until);
        let changes = now.changes(since, until);
        for (number, action) in now.actions.iter().enumerate() {
            let written = now.written(action);
            let (before, after) = (Standing::by_rule(written, since, &whole), Standing::by_rule(written, until, &whole));
            let told = changes.iter().filter(|change| change.action == number).count();
            prop_assert!(told <= 1);
            prop_assert!(told == 1 || before == after);
        }
        for change in &changes {
            let written = now.written(&now.actions[change.action]);
            for update in &written.updates[change.updates.clone()] {
                prop_assert!(since < update.date.value && update.date.value <= until);
            }
        }
    }

    #[test]
    fn every_red_and_every_late_action_is_an_exception(whole in any_plan(), day in any_day()) {
        let now = on(&whole, day);
        let exceptions = now.exceptions();
        for exception in &exceptions {
            prop_assert!(!exception.concerns.is_empty());
        }
        for (number, action) in now.actions.iter().enumerate() {
            let found = exceptions.iter().find(|exception| exception.action == number);
            let red = action.standing.rating == Some(Rating::Red);
            prop_assert_eq!(red, found.is_some_and(|exception| exception.group == ExceptionGroup::Red));
            if action.standing.overdue {
                let concerns = &found.expect("it is late").concerns;
                let told = concerns.iter().any(|concern| matches!(concern, Concern::Overdue(by) if *by < day));
                prop_assert!(told);
            }
            let doubtful = matches!(action.standing.status, Status::AtRisk | Status::Paused);
            if doubtful && action.standing.rating == Some(Rating::Amber) {
                prop_assert!(found.is_some());
            }
        }
    }

    #[test]
    fn what_is_late_is_not_due_and_nothing_done_is_either(whole in any_plan(), day in any_day()) {
        let now = on(&whole, day);
        prop_assert!(now.overdue().iter().all(|late| late.by < day));
        let ahead = day.saturating_add(90.days());
        prop_assert!(now.due_soon().iter().all(|due| day <= due.by && due.by <= ahead));
        for deadline in now.overdue().iter().chain(&now.due_soon()) {
            prop_assert!(now.actions[deadline.action].standing.is_open());
        }
        for action in &now.actions {
            for state in now.milestones(action) {
                prop_assert!(!matches!(state, StepState::Done(done) if done > day));
            }
        }
    }
}

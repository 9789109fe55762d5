//! What the check says about a plan's progress: reports that contradict each other or the calendar, and gaps.
//!
//! An archived plan is kept as it stood at its end. Nobody will write another update for it or find it a lead, so that
//! only contradictions are told of it.

use super::{ActionProgress, PlanProgress, so_far};
use crate::diagnostic::{Diagnostic, Located, Span};
use crate::kinds::plan::record::Action;
use crate::model::day;
use crate::model::status::Status;
use crate::model::vacancy::is_nobody;
use crate::record::lead::Lead;

/// More updates than these after the day are no slips: the site is shown as it stood on an earlier day.
const SLIPS: usize = 5;

/// Tells what is odd about how a plan stands.
pub(super) fn check(progress: &PlanProgress, problems: &mut Vec<Diagnostic>) {
    let reports = progress.actions.iter().any(|action| action.updates_so_far > 0);
    let check = Check { progress };
    let plan = &progress.plan;
    for action in &progress.actions {
        let written = progress.written(action);
        problems.extend(check.hand_rating(action, written));
        problems.extend(check.untracked(written));
        if !plan.archived && plan.tracked {
            problems.extend(check.late_and_on_track(action, written));
            problems.extend(check.complete_in_silence(action, written));
            // A plan that reports nothing at all has said so by that; its pages say it, too.
            problems.extend(check.silent(action, written).filter(|_| reports));
        }
    }
    check.later_updates(problems);
    check.done_later(problems);
    if !plan.archived {
        check.nobody(problems);
    }
}

struct Check<'p> {
    progress: &'p PlanProgress,
}

impl Check<'_> {
    fn warning(&self, field: &str, message: String, span: Span, help: &str) -> Diagnostic {
        Diagnostic::warning(format!("plan/{field}"), self.progress.plan.source.clone(), message).at(span).help(help)
    }

    /// A rating set by hand that the rule does not bear out.
    fn hand_rating(&self, action: &ActionProgress, written: &Action) -> Option<Diagnostic> {
        let hand = &written.rating.as_ref()?.rating;
        let Some(rule) = action.standing.rule else {
            let message =
                format!("the rating was set to `{}` by hand, and a withdrawn action has none", hand.value.id());
            return Some(self.warning("rating", message, hand.span, "take `rating` and `rating_reason` out"));
        };
        let message = format!("the rating was set to `{}` by hand, and the rule says `{}`", hand.value.id(), rule.id());
        let help = "take `rating` out if the board no longer agrees with it";
        (rule != hand.value).then(|| self.warning("rating", message, hand.span, help))
    }

    /// A report in a plan that says that it reports nothing.
    fn untracked(&self, written: &Action) -> Option<Diagnostic> {
        let update = written.updates.first().map(|update| update.date.span);
        let reported = update.or(written.status.as_ref().map(|status| status.span));
        let span = reported.filter(|_| !self.progress.plan.tracked)?;
        let message = "the plan says `tracked: false`, so what is reported here is shown nowhere".to_owned();
        Some(self.warning("tracked", message, span, "take `tracked: false` out, or this report"))
    }

    /// Past its date, and still reported to be on track.
    fn late_and_on_track(&self, action: &ActionProgress, written: &Action) -> Option<Diagnostic> {
        let standing = action.standing;
        let by = written.timescale.as_ref()?.by?;
        if !standing.overdue || standing.status != Status::OnTrack {
            return None;
        }
        let span = self.status(written).map_or(written.title.span, |status| status.span);
        let message = format!("reported as `on-track`, and its date, {}, has passed", day::long(by));
        let help = "write an update that says `complete` or `off-track`, or correct `timescale` if the date has moved";
        Some(self.warning("status", message, span, help))
    }

    /// Complete, and nobody wrote what was done.
    fn complete_in_silence(&self, action: &ActionProgress, written: &Action) -> Option<Diagnostic> {
        if action.standing.status != Status::Complete {
            return None;
        }
        let status = self.status(written)?;
        let so_far = self.progress.so_far(action);
        let completing = so_far.iter().rposition(|update| update.status.is_some()).unwrap_or(0);
        let told = so_far.iter().skip(completing).any(|update| update.text.is_some());
        let message = "complete, and no update says when and what was done".to_owned();
        let help = "write an update with the `date`, `status: complete` and a `text` of what was done";
        (!told).then(|| self.warning("status", message, status.span, help))
    }

    /// Under way, and nothing was heard of it for two quarters.
    fn silent(&self, action: &ActionProgress, written: &Action) -> Option<Diagnostic> {
        let last = self.progress.silence(action)?;
        let help = "write an update, even if it says that nothing has changed";
        if let Some(date) = last {
            let span = self.progress.so_far(action).last().map_or(written.title.span, |update| update.date.span);
            let message = format!("no update for two quarters: the last one is of {}", day::long(date));
            return Some(self.warning("updates", message, span, help));
        }
        let timescale = written.timescale.as_ref().map(|timescale| timescale.span);
        let span = written.status.as_ref().map(|status| status.span).or(timescale).unwrap_or(written.title.span);
        let message = "no update for two quarters, though it has begun or should have".to_owned();
        Some(self.warning("updates", message, span, help))
    }

    /// Updates that are dated after the day.
    fn later_updates(&self, problems: &mut Vec<Diagnostic>) {
        let today = self.progress.reporting.today;
        let written = self.progress.actions.iter().map(|action| self.progress.written(action));
        let later = written.flat_map(|written| &written.updates[so_far(written, today).len()..]);
        let dates: Vec<&Located<_>> = later.map(|update| &update.date).collect();
        let help = "correct the date; until then the update is left out";
        if let Some(first) = dates.first().filter(|_| dates.len() > SLIPS) {
            let message = format!(
                "{} updates of this plan, including this one, are dated after {} and left out",
                dates.len(),
                day::long(today)
            );
            problems.push(self.warning("updates", message, first.span, "use a later `--today` to include them"));
            return;
        }
        for date in dates {
            let message = format!("the update is dated in the future: {} is after {}", date.value, day::long(today));
            problems.push(self.warning("updates", message, date.span, help));
        }
    }

    /// Milestones and steps that were done on a day that has not come. With many of them the site is shown as it stood
    /// on an earlier day.
    fn done_later(&self, problems: &mut Vec<Diagnostic>) {
        let today = self.progress.reporting.today;
        let written = self.progress.actions.iter().map(|action| self.progress.written(action));
        let milestones = written.clone().flat_map(|written| &written.milestones).map(|milestone| &milestone.done);
        let done = milestones.chain(written.flat_map(|written| &written.how.steps).map(|step| &step.done)).flatten();
        let later: Vec<&Located<_>> = done.filter(|done| done.value > today).collect();
        for done in later.iter().filter(|_| later.len() <= SLIPS) {
            let message = format!("`done` is {}, which is in the future", day::long(done.value));
            let help = "write the day on which it was done; when it is to be done goes into `timescale`";
            problems.push(self.warning("done", message, done.span, help));
        }
    }

    /// Leads that are nobody yet, of what is still to be done.
    fn nobody(&self, problems: &mut Vec<Diagnostic>) {
        let plan = &self.progress.plan;
        let groups = plan.sections.iter().flat_map(|section| &section.groups);
        let open = self.progress.actions.iter().filter(|action| action.standing.is_open());
        let written = open.map(|action| self.progress.written(action));
        let leads = plan.sections.iter().flat_map(|section| &section.leads);
        let leads = leads.chain(groups.flat_map(|group| &group.leads));
        let leads = leads.chain(written.clone().flat_map(|written| &written.leads));
        let leads = leads.chain(written.flat_map(|written| &written.how.steps).flat_map(|step| &step.leads));
        for text in leads.chain(plan.risks.iter().flat_map(|risk| &risk.leads)).flat_map(vacancies) {
            let message = format!("nobody leads this yet: `{}`", text.value);
            let help = "name an organisation or a post as soon as one is found";
            problems.push(self.warning("leads", message, text.span, help));
        }
    }

    /// Where the status of an action is written.
    fn status<'w>(&self, written: &'w Action) -> Option<&'w Located<Status>> {
        let so_far = so_far(written, self.progress.reporting.today);
        let latest = so_far.iter().rev().find_map(|update| update.status.as_ref());
        latest.or(written.status.as_ref().filter(|_| written.updates.is_empty()))
    }
}

/// The texts of a lead that name nobody.
fn vacancies(lead: &Lead) -> impl Iterator<Item = &Located<String>> {
    lead.organisation.as_deref().into_iter().chain(&lead.role).filter(|text| is_nobody(text))
}

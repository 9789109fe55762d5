//! The words for how a plan stands and what changed, on its pages and in its reports; for services and for training.

pub(crate) mod services;
pub(crate) mod training;

use jiff::civil::Date;

use crate::kinds::plan::site::progress::{
    Change, ChangeKind, Concern, Difference, ExceptionGroup, PlanProgress, Stand, Standing, StepState,
};
use crate::model::day;
use crate::model::rating::Rating;
use crate::model::status::Status;
use crate::model::timescale::Timescale;
use crate::record::lead::{Lead, LeadPart};
use crate::site::Site;

/// How a plan stands, in a sentence.
pub(crate) fn headline(progress: &PlanProgress) -> String {
    headline_of(progress, &progress.part(None, None))
}

/// How some actions of a plan stand, by their numbers, in a sentence.
pub(crate) fn headline_of(progress: &PlanProgress, actions: &[usize]) -> String {
    let standings = || actions.iter().map(|&action| progress.actions[action].standing);
    let count = |wanted: fn(&Standing) -> bool| standings().filter(wanted).count();
    let all = actions.len();
    let complete = count(|one| one.status == Status::Complete);
    let withdrawn = count(|one| one.status == Status::Withdrawn);
    if all == 0 {
        return "No actions are listed yet.".to_owned();
    }
    if !progress.plan.tracked {
        return format!(
            "{}, with who does what by when. How they are going is not reported here.",
            counted(all, "action")
        );
    }
    if progress.plan.archived {
        let rest = match (all - complete - withdrawn, withdrawn) {
            (0, 0) => String::new(),
            (0, gone) => format!(", and {gone} {} withdrawn", was(gone)),
            (open, 0) => format!(", and {open} {} not", was(open)),
            (open, gone) => format!(", {open} {} not and {gone} {} withdrawn", was(open), was(gone)),
        };
        return format!("When it ended, {complete} of {} complete{rest}.", actions_were(all));
    }
    // Each action is counted once: a rating that the board set beside a complete action is what it counts for.
    let amber = count(|one| one.rating == Some(Rating::Amber));
    let red = count(|one| one.rating == Some(Rating::Red));
    let well = all - amber - red - withdrawn;
    let is_well = |one: &Standing| matches!(one.status, Status::Complete | Status::OnTrack | Status::Withdrawn);
    let by_board = standings().any(|one| matches!(one.rating, Some(Rating::Green | Rating::Blue)) && !is_well(&one));
    let how = if by_board { "complete, on track or rated green by the board" } else { "complete or on track" };
    let rest = match (amber, red) {
        (0, 0) => String::new(),
        (amber, 0) => format!(", {amber} {} amber and none is red", is(amber)),
        (0, red) => format!(" and {red} {} red (late, or expected to be)", is(red)),
        (amber, red) => format!(", {amber} {} amber and {red} {} red (late, or expected to be)", is(amber), is(red)),
    };
    let actions = if all == 1 { "1 action is".to_owned() } else { format!("{all} actions are") };
    let gone = if withdrawn == 0 { String::new() } else { format!(" {withdrawn} {} withdrawn.", was(withdrawn)) };
    format!("{well} of {actions} {how}{rest}.{gone}")
}

/// Where an action counts.
pub(crate) fn stand(stand: Stand) -> &'static str {
    match stand {
        Stand::Complete => "Complete",
        Stand::OnTrack => "On track",
        Stand::AtRisk => "At risk",
        Stand::Late => "Off track or late",
        Stand::NotStarted => "Not started, not yet due",
        Stand::Withdrawn => "Withdrawn",
    }
}

/// Why the actions that count as on track are not those that leads report so, in a sentence; nothing where they are.
pub(crate) fn difference(found: Difference) -> Option<String> {
    let Difference { reported, counted, past, amber, red, green } = found;
    let date = if past == 1 { "its date" } else { "their date" };
    let colours = [(amber, "amber"), (red, "red")].into_iter().filter(|(count, _)| *count > 0);
    let mut board: Vec<String> = colours.map(|(count, colour)| format!("{count} {colour}")).collect();
    if green > 0 {
        board.push(format!("{green} more green"));
    }
    let past = (past > 0).then(|| format!("{past} {} past {date}", is(past)));
    let board = (!board.is_empty()).then(|| format!("the board marked {}", board.join(" and ")));
    let why: Vec<String> = past.into_iter().chain(board).collect();
    let why = (!why.is_empty()).then(|| why.join(", and "))?;
    Some(format!("Leads report {reported} on track. We count {counted}: {why}."))
}

fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn was(count: usize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

fn actions_were(count: usize) -> String {
    if count == 1 { "1 action was".to_owned() } else { format!("{count} actions were") }
}

/// A number of things: "1 step", "3 steps".
pub(crate) fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// Why an action is an exception.
pub(crate) fn concern(concern: Concern) -> String {
    match concern {
        Concern::Overdue(by) => format!("Its date, {}, has passed", day::long(by)),
        Concern::OffTrack => "Reported as off track".to_owned(),
        Concern::ByHand(rating) => format!("Set to {} by the board", rating.words().to_lowercase()),
        Concern::AtRisk => "Reported as at risk".to_owned(),
        Concern::Paused => "Paused".to_owned(),
        Concern::LateStart(from) => format!("Not started, and due to begin on {}", day::long(from)),
        Concern::LateSteps(1) => "1 step on the way is late".to_owned(),
        Concern::LateSteps(count) => format!("{count} steps on the way are late"),
        Concern::Silent(Some(last)) => format!("No update since {}", day::long(last)),
        Concern::Silent(None) => "No update yet, though it should be under way".to_owned(),
    }
}

/// The heading of a group of exceptions.
pub(crate) fn exception_group(group: ExceptionGroup) -> &'static str {
    match group {
        ExceptionGroup::Red => "Red: late, or expected to be",
        ExceptionGroup::Amber => "Amber: in doubt, paused or behind its own plan",
        ExceptionGroup::Other => "Late or silent, whatever the colour",
    }
}

/// The heading of a group of changes.
pub(crate) fn change_kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Completed => "Completed",
        ChangeKind::BecameOverdue => "Now past the date",
        ChangeKind::Worse => "Worse than before",
        ChangeKind::Better => "Better than before",
        ChangeKind::Started => "Started",
        ChangeKind::Stopped => "Paused or withdrawn",
        ChangeKind::Reported => "Reported on, with no change of status",
    }
}

/// What changed about an action, in sentences.
pub(crate) fn change(progress: &PlanProgress, change: &Change) -> Vec<String> {
    let written = progress.written(&progress.actions[change.action]);
    let (before, after) = (change.before.status.words(), change.after.status.words());
    let moved =
        change.has_moved().then(|| format!("Moved from {} to {}.", before.to_lowercase(), after.to_lowercase()));
    let passed = change.passed.map(|by| format!("Its date, {}, passed.", day::long(by)));
    let milestones =
        change.milestones.iter().map(|&at| format!("Milestone reached: {}.", written.milestones[at].title));
    let steps = change.steps.iter().map(|&at| format!("Step done: {}.", written.how.steps[at].title.text));
    let without_stop = |text: String| if text.ends_with("..") { text[..text.len() - 1].to_owned() } else { text };
    moved.into_iter().chain(passed).chain(milestones).chain(steps).map(without_stop).collect()
}

/// How a step or milestone stands: "Done on 1 May 2026".
pub(crate) fn step_state(state: StepState) -> Option<String> {
    Some(match state {
        StepState::Done(date) => format!("Done on {}", day::long(date)),
        StepState::Late(by) => format!("Late: it was for {}", day::long(by)),
        StepState::Due(by) => format!("To be done by {}", day::long(by)),
        StepState::Open => return None,
    })
}

/// Who is responsible.
pub(crate) fn lead(site: &Site, lead: &Lead) -> String {
    let organisation = lead.organisation.as_ref().map(|text| site.organisation_name(text));
    let role = lead.role.as_ref().map(|role| role.value.as_str());
    let who: Vec<&str> = [lead.person.as_deref(), role, organisation].into_iter().flatten().collect();
    let part = lead_part(lead);
    if part.is_empty() { who.join(", ") } else { format!("{} ({part})", who.join(", ")) }
}

/// What part of the work is a lead's: "for training", "supports", "supports, for training".
pub(crate) fn lead_part(lead: &Lead) -> String {
    let supports = (lead.part == LeadPart::Support).then(|| "supports".to_owned());
    let work = lead.responsible_for.as_ref().map(|work| format!("for {work}"));
    supports.into_iter().chain(work).collect::<Vec<_>>().join(", ")
}

/// How a timescale was read: "from 1 May 2026, by 31 March 2027"; none where nothing was.
pub(crate) fn timescale_read(timescale: &Timescale) -> Option<String> {
    let by = timescale.by.map(|by| format!("by {}", day::long(by)));
    let from = timescale.from.map(|from| format!("from {}", day::long(from)));
    let ongoing = timescale.ongoing.then(|| if by.is_some() { "then ongoing" } else { "ongoing" }.to_owned());
    let parts: Vec<String> = [from, by, ongoing].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Days between two days, in words: "1 October to 25 November 2026" from the day after the first.
pub(crate) fn stretch(since: Date, until: Date) -> String {
    let first = since.tomorrow().unwrap_or(since);
    match crate::model::period::Period::new(first, until) {
        Some(period) => period.in_words(),
        None => day::long(until),
    }
}

/// A section's name with its number, as the plan prints it.
pub(crate) fn section(progress: &PlanProgress, section: usize) -> String {
    let section = &progress.plan.sections[section];
    match &section.reference {
        Some(reference) => format!("{}. {}", reference.trim_end_matches('.'), section.title.value),
        None => section.title.value.clone(),
    }
}

/// An objective's name with its number; none where the section has no objectives.
pub(crate) fn objective(progress: &PlanProgress, section: usize, group: usize) -> Option<String> {
    let group = &progress.plan.sections[section].groups[group];
    let title = group.title.as_ref()?;
    Some(match &group.reference {
        Some(reference) => format!("{} {}", reference.value, title.value),
        None => title.value.clone(),
    })
}

/// An action's number and name.
pub(crate) fn action(progress: &PlanProgress, number: usize) -> String {
    let written = progress.written(&progress.actions[number]);
    format!("{} {}", written.reference.value, written.title.value)
}

//! A report as text, to be read on a terminal or pasted into a paper.

use std::fmt::Write as _;

use super::Report;
use super::parts::{ActionReport, ChangeReport, Counts, ExceptionReport, LeadReport, PlanReport, UpdateReport};
use crate::model::day;
use crate::render::report::{UNFAILING, heading, title};

pub(super) fn text(report: &Report<'_>) -> String {
    let mut out = String::new();
    for plan in &report.plans {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        let day = day::long(report.as_it_stood_on);
        title(&mut out, plan.title);
        if let Some(part) = &plan.part {
            writeln!(out, "Only {part}.\n").expect(UNFAILING);
        }
        writeln!(out, "As it stood on {day}.\n\n{}", plan.headline).expect(UNFAILING);
        plan_text(&mut out, plan);
    }
    out
}

fn plan_text(out: &mut String, plan: &PlanReport<'_>) {
    heading(out, &format!("Changes since {}", day::long(plan.since)));
    changes(out, &plan.changes);
    heading(out, "Exceptions");
    if plan.exceptions.is_empty() {
        out.push_str("No action is late, in doubt or silent.\n");
    }
    for one in &plan.exceptions {
        exception(out, one);
    }
    heading(out, "By lead");
    for one in &plan.leads {
        lead(out, one);
    }
    if !plan.figures.is_empty() {
        heading(out, "Figures");
    }
    for one in &plan.figures {
        let of = one.objective.as_ref().unwrap_or(&one.section);
        writeln!(out, "  {} ({of})\n    {}.", one.figure.title, one.figure.words()).expect(UNFAILING);
    }
    heading(out, "What is missing");
    let missing = &plan.missing;
    let lists =
        [("No update yet", &missing.update), ("No date", &missing.date), ("Nobody leads it yet", &missing.lead)];
    for (title, actions) in lists.into_iter().filter(|(_, actions)| !actions.is_empty()) {
        writeln!(out, "{title}:").expect(UNFAILING);
        for action in actions {
            writeln!(out, "  {}", name(action)).expect(UNFAILING);
        }
    }
    if lists.iter().all(|(_, actions)| actions.is_empty()) {
        out.push_str("Nothing.\n");
    }
}

fn name(action: &ActionReport<'_>) -> String {
    format!("{} {}", action.reference, action.title)
}

/// "At risk, red": the status, and the rating where there is one.
fn standing(action: &ActionReport<'_>) -> String {
    let status = action.status.replace('-', " ");
    if action.rating == "none" { status } else { format!("{status}, {}", action.rating) }
}

fn changes(out: &mut String, changes: &[ChangeReport<'_>]) {
    if changes.is_empty() {
        out.push_str("Nothing changed.\n");
    }
    for group in changes.chunk_by(|one, other| one.kind == other.kind) {
        writeln!(out, "{} ({}):", group[0].heading, group.len()).expect(UNFAILING);
        for change in group {
            writeln!(out, "  {} ({})", name(&change.action), standing(&change.action)).expect(UNFAILING);
            for words in &change.words {
                writeln!(out, "    {words}").expect(UNFAILING);
            }
            for one in &change.updates {
                update(out, one);
            }
        }
    }
}

fn update(out: &mut String, update: &UpdateReport<'_>) {
    if let Some(text) = update.text {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(out, "    {}: {text}", day::long(update.date)).expect(UNFAILING);
    }
}

fn exception(out: &mut String, exception: &ExceptionReport<'_>) {
    let action = &exception.action;
    writeln!(out, "  {} ({})", name(action), standing(action)).expect(UNFAILING);
    let why: Vec<&str> = exception.concerns.iter().map(|concern| concern.words.as_str()).collect();
    writeln!(out, "    {}.", why.join(". ")).expect(UNFAILING);
    if !action.leads.is_empty() {
        writeln!(out, "    Led by {}.", action.leads.join("; ")).expect(UNFAILING);
    }
    if let Some(latest) = &exception.latest {
        update(out, latest);
    }
}

fn lead(out: &mut String, lead: &LeadReport<'_>) {
    let steps = match lead.steps {
        0 => String::new(),
        1 => ", 1 step".to_owned(),
        more => format!(", {more} steps"),
    };
    writeln!(out, "  {}: {}{steps}", lead.name, ratings(&lead.counts)).expect(UNFAILING);
}

/// "3 actions: 1 green, 2 red".
fn ratings(counts: &Counts) -> String {
    let actions = if counts.actions == 1 { "1 action".to_owned() } else { format!("{} actions", counts.actions) };
    let ratings = counts.by_rating.iter();
    let words = ratings.map(|(id, count)| format!("{count} {}", if *id == "none" { "without a rating" } else { id }));
    let words: Vec<String> = words.collect();
    if words.is_empty() { actions } else { format!("{actions}: {}", words.join(", ")) }
}

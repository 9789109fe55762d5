//! The report on who is served as text, to be read on a terminal or pasted into a paper.

use std::fmt::Write as _;

use super::parts::{Report, Subject, Word};
use crate::model::day;
use crate::render::report::{UNFAILING, heading, title};
use crate::render::wording::services::lower_first;

pub(super) fn text(report: &Report<'_>) -> String {
    let day = day::long(report.as_it_stood_on);
    let mut out = String::new();
    title(&mut out, "Who is served, and where the gaps are");
    writeln!(out, "As it stood on {day}.\n\n{}", report.headline).expect(UNFAILING);
    words(&mut out, "No service helps with", &report.unmet_needs);
    words(&mut out, "No service names these groups", &report.unnamed_groups);
    let parts = [("group", &report.groups), ("area", &report.areas), ("level of risk", &report.levels)];
    for (thing, subjects) in parts {
        heading(&mut out, &format!("Gaps by {thing}"));
        gaps(&mut out, subjects);
    }
    for (thing, subjects) in parts {
        heading(&mut out, &format!("Services by {thing}"));
        for subject in subjects {
            counts(&mut out, subject);
        }
    }
    out
}

fn words(out: &mut String, start: &str, words: &[Word<'_>]) {
    if !words.is_empty() {
        let names: Vec<String> = words.iter().map(|word| lower_first(word.name)).collect();
        writeln!(out, "{start}: {}.", names.join("; ")).expect(UNFAILING);
    }
}

fn gaps(out: &mut String, subjects: &[Subject<'_>]) {
    let mut any = false;
    for subject in subjects {
        let names: Vec<String> = subject.gaps().map(lower_first).collect();
        match names.as_slice() {
            [] => continue,
            [only] => writeln!(out, "{} helps with {only}.", subject.no_service),
            several => writeln!(out, "{} helps with: {}.", subject.no_service, several.join("; ")),
        }
        .expect(UNFAILING);
        any = true;
    }
    if !any {
        out.push_str("None.\n");
    }
}

/// "Older people: 12 services, 2 of them run by and for the group; and 3 for all."
fn counts(out: &mut String, subject: &Subject<'_>) {
    let counts = &subject.counts;
    let services = if counts.services == 1 { "1 service".to_owned() } else { format!("{} services", counts.services) };
    let own = match counts.by_and_for {
        0 => String::new(),
        own => format!(", {own} of them run by and for the group"),
    };
    let general = match counts.for_all {
        0 => String::new(),
        general => format!("; and {general} for all"),
    };
    writeln!(out, "{}: {services}{own}{general}.", subject.name).expect(UNFAILING);
}

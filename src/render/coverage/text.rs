//! The report on who is served as text, to be read on a terminal or pasted into a paper.

use std::fmt::Write as _;

use super::parts::{Report, Subject, Word};
use crate::model::day;
use crate::render::report::{UNFAILING, heading, title};
use crate::render::wording::services::lower_first;

pub(super) fn text(report: &Report<'_>) -> String {
    let day = day::long(report.as_it_stood_on);
    let mut out = String::new();
    title(&mut out, "Services by group, area and need");
    writeln!(out, "As it stood on {day}.\n\n{}", report.headline).expect(UNFAILING);
    let parts = [("group", &report.groups), ("area", &report.areas), (report.level, &report.levels)];
    let parts = parts.into_iter().filter(|(_, subjects)| !subjects.is_empty());
    for (thing, subjects) in parts.clone() {
        heading(&mut out, &format!("Services by {thing}"));
        for subject in subjects {
            counts(&mut out, subject);
        }
    }
    heading(&mut out, "What no service names");
    words(&mut out, "No open service names these kinds of help", &report.unmet_needs);
    words(&mut out, "No open service names these groups among the people it is for", &report.unnamed_groups);
    for (_, subjects) in parts {
        unnamed(&mut out, subjects);
    }
    out
}

fn words(out: &mut String, start: &str, words: &[Word<'_>]) {
    if !words.is_empty() {
        let names: Vec<String> = words.iter().map(|word| lower_first(word.name)).collect();
        writeln!(out, "{start}: {}.", names.join("; ")).expect(UNFAILING);
    }
}

fn unnamed(out: &mut String, subjects: &[Subject<'_>]) {
    for subject in subjects {
        let names: Vec<String> = subject.unnamed().map(lower_first).collect();
        match names.as_slice() {
            [] => continue,
            [only] => writeln!(out, "{} and helps with {only}.", subject.no_service),
            several => writeln!(out, "{} and helps with: {}.", subject.no_service, several.join("; ")),
        }
        .expect(UNFAILING);
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

//! What is due as text, to be read on a terminal or pasted into a message.

use std::fmt::Write as _;

use super::parts::{ItemReport, Report};
use crate::model::day;
use crate::render::report::{UNFAILING, heading, title};

pub(super) fn text(report: &Report) -> String {
    let mut out = String::new();
    title(&mut out, "What is due");
    let day = day::long(report.as_it_stood_on);
    writeln!(out, "As it stood on {day}.\n\n{}", headline(report)).expect(UNFAILING);
    let (overdue, soon): (Vec<_>, Vec<_>) = report.items.iter().partition(|item| item.overdue);
    for (words, items) in [("Late", overdue), ("Due soon", soon)] {
        if !items.is_empty() {
            heading(&mut out, words);
        }
        for one in items {
            item(&mut out, one);
        }
    }
    out
}

fn headline(report: &Report) -> String {
    match (report.overdue, report.due_soon) {
        (0, 0) => "Nothing is due.".to_owned(),
        (late, 0) => format!("{late} late."),
        (0, soon) => format!("Nothing is late; {soon} due soon."),
        (late, soon) => format!("{late} late, {soon} due soon."),
    }
}

fn item(out: &mut String, item: &ItemReport) {
    let who = if item.who.is_empty() { String::new() } else { format!(" ({})", item.who.join("; ")) };
    writeln!(out, "  {}: {}{who}\n    {}\n    {}", item.thing, item.title, item.words, item.file).expect(UNFAILING);
}

//! The place and its partners: what the records of a site name by id.

use std::fmt::Write;
use std::io;

use super::Folder;
use super::prose::{capitalised, word};
use super::random::Random;

pub(super) const AREAS: [&str; 6] = ["harbour", "northside", "saltings", "bridge", "vale", "east"];

pub(super) const AUDIENCES: [&str; 10] = [
    "women",
    "men",
    "lgbt",
    "children",
    "young-people",
    "parents",
    "older-people",
    "disabled-people",
    "minoritised",
    "professionals",
];

/// Each need with the word for a service that meets it.
pub(super) const NEEDS: [(&str, &str); 12] = [
    ("refuge", "Refuge"),
    ("talk", "Helpline"),
    ("safety-planning", "Advocates"),
    ("housing", "Housing Service"),
    ("money", "Money Advice"),
    ("legal", "Law Clinic"),
    ("counselling", "Counselling"),
    ("peer-support", "Support Group"),
    ("children-support", "Family Project"),
    ("health", "Health Clinic"),
    ("stalking", "Stalking Service"),
    ("immigration", "Migrant Advice"),
];

pub(super) const LEVELS: [&str; 4] = ["awareness", "foundation", "specialist", "refresher"];

pub(super) const ORGANISATIONS: usize = 40;

pub(super) fn organisation(number: usize) -> String {
    format!("{}-trust", word(number * 7))
}

impl Random {
    pub(super) fn organisation(&mut self) -> String {
        organisation(self.below(ORGANISATIONS))
    }
}

pub(super) fn write(content: &Folder) -> io::Result<()> {
    content.write("site.yaml", &site())?;
    content.write("vocabulary.yaml", &vocabulary())?;
    content.write("organisations.yaml", &organisations())?;
    content.write("glossary.yaml", &glossary())?;
    content.write("governance.yaml", &governance())
}

fn site() -> String {
    let mut text = String::from(
        "name: Wendshire Domestic Abuse Partnership
short_name: Wendshire Partnership
base_url: https://www.example.org/
description: Find help with domestic abuse in Wendshire, and see what the partnership does.
contact:
",
    );
    let _ = write!(
        text,
        "  organisation: {}
  email: partnership@wendshire.example.org
  phone: 01632 960100
brand:
  colour: \"#1d5c63\"
navigation:
  - {{title: Get help, link: pages/get-help.md}}
  - {{title: Services, link: /services/}}
  - {{title: Training, link: /training/}}
  - {{title: Strategy, link: /strategy/}}
  - {{title: Updates, link: /updates/}}
  - {{title: About, link: pages/about.md}}
hosting: [netlify]
accessibility:
  standard: WCAG 2.2 AA
  status: fully
  prepared: 2026-09-14
  tested: 2026-11-02
  tested_by: the partnership team
helplines:
",
        organisation(0)
    );
    for number in 0..3 {
        let _ = writeln!(text, "  - {}", super::services::id(number));
    }
    text
}

fn vocabulary() -> String {
    let mut text = String::new();
    list(&mut text, "areas", &AREAS);
    list(&mut text, "audiences", &AUDIENCES);
    list(&mut text, "needs", &NEEDS.map(|(id, _)| id));
    list(&mut text, "levels", &LEVELS);
    text
}

fn list(text: &mut String, name: &str, ids: &[&str]) {
    let _ = writeln!(text, "{name}:");
    for (number, id) in ids.iter().enumerate() {
        let _ = writeln!(
            text,
            "  - id: {id}\n    name: {}\n    description: {}\n    also: [{}]",
            capitalised(&id.replace('-', " ")),
            Random::new(1, number).sentence(),
            word(900 + number * 13 + ids.len()),
        );
    }
}

fn organisations() -> String {
    let kinds = ["statutory", "voluntary", "health", "police", "education"];
    let mut text = String::new();
    for number in 0..ORGANISATIONS {
        let name = capitalised(&word(number * 7));
        let _ = writeln!(
            text,
            "- {{id: {id}, name: {name} Trust, short: {name}, kind: {kind}, website: \"https://{id}.example.org\", description: \"{description}\"}}",
            id = organisation(number),
            kind = kinds[number % kinds.len()],
            description = Random::new(2, number).sentence(),
        );
    }
    text
}

fn glossary() -> String {
    let mut text = String::new();
    for number in 0..30 {
        let term = capitalised(&word(number * 31 + 5));
        let _ = writeln!(
            text,
            "- term: {term}\n  meaning: {}\n  also: [{}]",
            Random::new(3, number).paragraph(2),
            word(number * 31 + 6),
        );
    }
    text
}

fn governance() -> String {
    let mut text = String::new();
    for number in 0..8 {
        let (kind, reports) = match number {
            0 => ("board", String::new()),
            1..=3 => ("group", "  reports_to: group-0\n".to_owned()),
            _ => ("task-and-finish", format!("  reports_to: group-{}\n", 1 + number % 3)),
        };
        let _ = writeln!(
            text,
            "- id: group-{number}\n  title: {name} {kind_name}\n  kind: {kind}\n{reports}  remit: {remit}\n  chair: {chair}\n  members: [{first}, {second}]\n  meets: Every three months",
            name = capitalised(&word(number * 11)),
            kind_name = if number == 0 { "Board" } else { "Group" },
            remit = Random::new(4, number).paragraph(2),
            chair = organisation(number),
            first = organisation(number),
            second = organisation(number + 9),
        );
    }
    text
}

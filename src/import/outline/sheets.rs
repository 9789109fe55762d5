//! A workbook with a sheet for each section: what its sheets are called, and what the headings on them then are.

use std::collections::BTreeSet;

use super::{Builder, Group};
use crate::import::block::words;

impl Builder<'_> {
    /// Names the sections that have no heading but their sheet's name, and puts several headings of a sheet below it.
    pub(super) fn nest_sheets(&mut self) {
        let sections = &self.outline.sections;
        let names: BTreeSet<String> = sections.iter().filter_map(|section| section.sheet.clone()).collect();
        let telling = names.len() > 1 && !names.iter().all(|name| is_plain(name));
        let crowded = sections.windows(2).any(|pair| pair[0].sheet == pair[1].sheet);
        if crowded && telling && sections.iter().any(|section| section.is_named) {
            self.nest_headings();
            return;
        }
        for at in 0..self.outline.sections.len() {
            let Some(sheet) = self.outline.sections[at].sheet.clone() else { continue };
            if !self.outline.sections[at].is_named {
                if telling {
                    let (number, title) = self.number_and_title(&sheet, "section");
                    let section = &mut self.outline.sections[at];
                    (section.number, section.title, section.is_named) = (number, title, true);
                } else {
                    let section = &mut self.outline.sections[at];
                    section.title = String::new();
                    let origin = section.origin.clone();
                    self.notes.did(&origin, format!("the sheet's name is not used: `{sheet}`"));
                }
            } else if telling {
                self.one_heading(at, &sheet);
            }
        }
    }

    /// A section with one heading on a sheet of its own: which of the two names it, and what becomes of the other.
    fn one_heading(&mut self, at: usize, sheet: &str) {
        let (number, name) = self.number_and_title(sheet, "section");
        let section = &mut self.outline.sections[at];
        let (short, long) = (words(&name), words(&section.title));
        let begins = long.len() > short.len() && long[..short.len()] == short[..];
        let marked =
            section.title.get(name.len()..).is_some_and(|rest| rest.trim_start().starts_with(['–', '—', '-', ':']));
        if section.number.is_empty() && (begins && marked || long.len() > 8 && !is_plain(sheet)) {
            section.aim.insert(0, std::mem::replace(&mut section.title, name));
            section.number = number;
            let message = format!("the sheet's name is the section's, and its heading the aim: `{sheet}`");
            self.notes.did(&section.origin.clone(), message);
            return;
        }
        let agrees = begins || short == long;
        if section.number.is_empty() && agrees {
            section.number = number;
        }
        if short != long {
            let message = format!("the sheet's name is not used, since a heading stands on it: `{sheet}`");
            self.notes.did(&section.origin.clone(), message);
        }
    }

    /// Makes each sheet a section and the headings on it its objectives, unless they are sections by what they say.
    fn nest_headings(&mut self) {
        let sections = &self.outline.sections;
        let fits = |section: &Group| section.objectives.is_empty() && section.aim.is_empty();
        if !sections.iter().all(fits) {
            let names: BTreeSet<String> =
                sections.iter().filter_map(|section| section.sheet.as_ref().map(|name| format!("`{name}`"))).collect();
            let names = names.into_iter().collect::<Vec<_>>().join(", ");
            let message = format!("the sheets' names are not used, since headings stand on the sheets: {names}");
            self.notes.look(&sections[0].origin.clone(), message);
            return;
        }
        let mut nested: Vec<Group> = Vec::new();
        for section in std::mem::take(&mut self.outline.sections) {
            if nested.last().is_none_or(|last| last.sheet != section.sheet) {
                let (origin, sheet) = (section.origin.clone(), section.sheet.clone());
                let (number, title) = self.number_and_title(sheet.as_deref().unwrap_or_default(), "section");
                nested.push(Group { origin, sheet, number, title, is_named: true, ..Group::default() });
            }
            let last = nested.last_mut().expect("one was put there");
            if section.is_named && section.title != last.title {
                last.objectives.push(section);
            } else {
                last.actions.extend(section.actions);
            }
        }
        self.outline.sections = nested;
    }
}

/// Whether a sheet's name tells nothing of what is on it: `Sheet1`, `Action plan`.
fn is_plain(name: &str) -> bool {
    let plain =
        ["sheet", "table", "action", "actions", "plan", "tracker", "master", "data", "the", "log", "tab", "page"];
    let word = |word: &String| plain.contains(&word.trim_end_matches(|letter: char| letter.is_ascii_digit()));
    words(name).iter().all(|spoken| word(spoken) || spoken.bytes().all(|byte| byte.is_ascii_digit()))
}

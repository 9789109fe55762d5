//! Headings, banners and the texts below them, until an action shows what they were for.

use super::{Builder, Gathered, Group, guide};
use crate::import::block::{Line, words};
use crate::import::field::Field;
use crate::import::label::{self, Kind};
use crate::import::lead::names_in;
use crate::import::marked_list::MarkedList;
use crate::import::table::is_short;
use crate::import::{confidential, title};
use crate::model::year_start::YearStart;

/// A heading that waits for its actions.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) line: Line,
    pub(super) texts: Vec<Line>,
}

/// Words in the titles of documents.
const TITLES: &[&str] = &["plan", "strategy", "framework", "programme", "roadmap", "tracker"];

impl Builder<'_> {
    pub(super) fn heading(&mut self, level: u8, line: &Line) {
        if self.is_title_again(line) || self.of_document(line) || self.goes_on_with_name(line) {
            return;
        }
        if let Some(entries) = guide::of_text(&line.text) {
            self.guide(&line.origin, entries);
            return;
        }
        if self.labelled(line) {
            return;
        }
        self.in_outcomes = false;
        self.waiting.push(Heading { level, line: line.clone(), texts: Vec::new() });
    }

    /// Whether a line is the plan's title, which documents print on each page and sheet.
    fn is_title_again(&mut self, line: &Line) -> bool {
        let again = self.outline.title.as_ref().is_some_and(|title| words(&title.text) == words(&line.text));
        if again {
            self.notes.did(&line.origin, format!("the plan's title is printed again: `{}`", line.text));
        }
        again
    }

    /// Whether a line tells of the document and not of the plan, so that nobody publishes who owns it or that it is a
    /// draft. Above the plan, so does a short line that names someone.
    fn of_document(&mut self, line: &Line) -> bool {
        let is_sure = confidential::is_surely_about_document(&line.text);
        let tells = is_sure || confidential::is_about_document(&line.text) && !is_title(&line.text);
        let above = self.outline.sections.is_empty();
        let names = above && words(&line.text).len() <= 16 && !names_in(&line.text).is_empty();
        if !(is_sure || above && tells || names) || label::of(&line.text).is_some_and(|label| label.opens_group()) {
            return false;
        }
        let what = if names && !tells { "names a person" } else { "about the document, not the plan" };
        self.notes.look(&line.origin, format!("{what}, so it is not published: `{}`", line.text));
        self.outline.document.push(line.clone());
        true
    }

    /// Whether a heading is the name whose number stands in the line above: `Strategic Priority 3:` and then `Support`.
    fn goes_on_with_name(&mut self, line: &Line) -> bool {
        let Some(above) = self.waiting.last_mut().filter(|above| above.texts.is_empty()) else { return false };
        let opens = label::of(&above.line.text)
            .is_some_and(|label| label.opens_group() && label.rest.is_empty() && !label.number.is_empty());
        let is_name = label::of(&line.text).is_none() && label::numbered(&line.text).is_none();
        if !opens || !is_name {
            return false;
        }
        let mark = if above.line.text.trim_end().ends_with([':', '-', '–', '—']) { " " } else { ": " };
        above.line.text = format!("{}{mark}{}", above.line.text.trim_end(), line.text);
        true
    }

    pub(super) fn text(&mut self, line: &Line) {
        if self.is_title_again(line) || self.of_document(line) {
            return;
        }
        if let Some(entries) = guide::of_text(&line.text) {
            self.guide(&line.origin, entries);
        } else if self.labelled(line) {
        } else if self.in_outcomes {
            self.outcome(&line.text);
        } else if let Some(heading) = self.waiting.last_mut() {
            heading.texts.push(line.clone());
        } else if self.outline.sections.is_empty() {
            let is_title = self.outline.title.is_none() && is_short(&line.text) && is_title(&line.text);
            if is_title {
                self.outline.title = Some(line.clone());
            } else {
                self.outline.opening.push(line.clone());
            }
        } else {
            self.notes
                .look(&line.origin, format!("stands by itself between the tables, and is left out: `{}`", line.text));
        }
    }

    /// A line that says that it is an aim, a lead or an outcome of the group that is open.
    fn labelled(&mut self, line: &Line) -> bool {
        let Some(label) = label::of(&line.text).filter(|label| !label.opens_group()) else { return false };
        match label.kind {
            Kind::Outcomes => {
                self.open_waiting();
                self.in_outcomes = true;
                if !label.rest.is_empty() {
                    self.outcome(label.rest);
                }
                self.outline.words.entry("expected_outcomes").or_insert_with(|| sentence_case(label.word));
                self.notes.did(&line.origin, format!("taken as expected outcomes: `{}`", line.text));
            }
            _ if label.rest.is_empty() => return false,
            // Before any section the whole plan is meant.
            _ if self.waiting.is_empty() && self.outline.sections.is_empty() => return false,
            Kind::Lead => {
                self.open_waiting();
                let rest = label.rest.to_owned();
                self.notes.did(&line.origin, format!("taken as who leads the section or objective: `{}`", line.text));
                self.with_open_group(|group| group.lead.push(rest));
            }
            Kind::Aim => {
                self.open_waiting();
                let rest = label.rest.to_owned();
                self.notes.did(&line.origin, format!("taken as the section's aim: `{}`", line.text));
                self.with_section(|section| section.aim.push(rest));
            }
            Kind::Section | Kind::Objective | Kind::Period => return false,
        }
        true
    }

    pub(super) fn outcome(&mut self, text: &str) {
        let list = MarkedList::of(text);
        let intro = (!list.intro.is_empty()).then_some(list.intro);
        let items: Vec<String> = intro.into_iter().chain(list.items).filter(|item| !item.is_empty()).collect();
        self.with_open_group(|group| group.outcomes.extend(items));
    }

    fn with_open_group(&mut self, change: impl FnOnce(&mut Group)) {
        let Some(section) = self.outline.sections.last_mut() else { return };
        match section.objectives.last_mut() {
            Some(objective) => change(objective),
            None => change(section),
        }
    }

    pub(super) fn with_section(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(section) = self.outline.sections.last_mut() {
            change(section);
        }
    }

    /// A heading that no action followed.
    pub(super) fn leave(&mut self, heading: &Heading) {
        let lines = std::iter::once(&heading.line).chain(&heading.texts);
        if self.outline.sections.is_empty() {
            self.outline.opening.extend(lines.cloned());
            return;
        }
        for line in lines {
            self.notes.look(&line.origin, format!("no action follows it, and it is left out: `{}`", line.text));
        }
    }

    /// The line that names the plan with its years is its title, whatever stands above it.
    pub(super) fn settle_title(&mut self) {
        let tells = |line: &Line| {
            is_title(&line.text) && is_short(&line.text) && title::printed(&line.text, YearStart::default()).is_some()
        };
        if self.outline.title.as_ref().is_some_and(tells) {
            return;
        }
        if let Some(at) = self.outline.opening.iter().position(tells) {
            let line = self.outline.opening.remove(at);
            let above = self.outline.title.replace(line);
            self.outline.opening.splice(0..0, above);
        }
    }

    pub(super) fn leave_waiting(&mut self) {
        for heading in std::mem::take(&mut self.waiting) {
            if self.outline.title.is_none() && self.outline.sections.is_empty() && is_title(&heading.line.text) {
                self.outline.title = Some(heading.line);
                self.outline.opening.extend(heading.texts);
            } else {
                self.leave(&heading);
            }
        }
    }

    /// Puts an action into the group that is open, and opens one where there is none.
    pub(super) fn add(&mut self, action: Gathered) {
        self.open_waiting();
        self.in_outcomes = false;
        let new_sheet =
            self.sheet.is_some() && self.outline.sections.last().is_some_and(|last| last.sheet != self.sheet);
        if self.outline.sections.is_empty() || new_sheet {
            let (origin, sheet) = (action.origin.clone(), self.sheet.clone());
            let title = self.sheet.clone().unwrap_or_default();
            self.outline.sections.push(Group { origin, sheet, title, ..Group::default() });
        }
        for text in action.texts(Field::ExpectedOutcomes) {
            self.outcome(&text);
        }
        self.with_open_group(|group| group.actions.push(action));
    }

    /// The action that the last row was about.
    pub(super) fn last_action(&mut self) -> Option<&mut Gathered> {
        if !self.waiting.is_empty() {
            return None;
        }
        let section = self.outline.sections.last_mut()?;
        match section.objectives.last_mut() {
            Some(objective) => objective.actions.last_mut(),
            None => section.actions.last_mut(),
        }
    }
}

/// Whether a heading says only that actions follow.
pub(super) fn is_plain_name(text: &str) -> bool {
    matches!(words(text).join(" ").as_str(), "actions" | "action" | "our actions" | "what we will do" | "delivery")
}

/// Whether a heading names the whole document.
pub(super) fn is_title(text: &str) -> bool {
    label::of(text).is_none() && words(text).iter().any(|word| TITLES.contains(&word.as_str()))
}

/// `OUTCOME` as a label: `Outcome`.
pub(super) fn sentence_case(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

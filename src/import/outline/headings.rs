//! Headings, banners and the texts below them, until an action shows what they were for.

use super::guide;
use super::{Builder, Gathered, Group};
use crate::import::block::{Line, words};
use crate::import::confidential;
use crate::import::field::Field;
use crate::import::label::{self, Kind};
use crate::import::lead::names_in;
use crate::import::marked_list::MarkedList;
use crate::import::table::is_short;
use crate::import::title;
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
        let word = confidential::in_text(&line.text);
        let tells = confidential::is_about_document(&line.text) && (word.is_some() || !is_title(&line.text));
        let above = self.outline.sections.is_empty();
        let names = above && words(&line.text).len() <= 16 && !names_in(&line.text).is_empty();
        if !(word.is_some() || above && tells || names)
            || label::of(&line.text).is_some_and(|label| label.opens_group())
        {
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

    fn with_section(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(section) = self.outline.sections.last_mut() {
            change(section);
        }
    }

    /// Makes groups of the headings that wait, now that something belongs to them.
    pub(super) fn open_waiting(&mut self) {
        let mut waiting = std::mem::take(&mut self.waiting);
        let was_first = std::mem::replace(&mut self.is_first, false);
        if was_first && self.outline.title.is_none() {
            let titled = waiting.first().is_some_and(|heading| is_title(&heading.line.text));
            let announced = waiting.first().is_some_and(|heading| label::of(&heading.line.text).is_none());
            let alone = waiting.first().is_some_and(|heading| heading.texts.is_empty());
            let above = waiting.len() > 1 && (alone || waiting[0].level < waiting[waiting.len() - 1].level);
            // The name of the partnership may stand above that of its plan.
            let second = waiting.get(1).is_some_and(|heading| is_title(&heading.line.text));
            if alone && !titled && second {
                let first = waiting.remove(0);
                self.outline.opening.push(first.line);
            }
            if titled || above && announced || alone && second {
                let first = waiting.remove(0);
                self.outline.title = Some(first.line);
                self.outline.opening.extend(first.texts);
            }
        }
        let Some(last) = waiting.pop() else { return };
        if self.reopen(&last) {
            for heading in &waiting {
                self.leave(heading);
            }
            return;
        }
        let parent = waiting.iter().rposition(|heading| is_above(heading, &last));
        for (at, heading) in waiting.iter().enumerate() {
            if Some(at) != parent {
                self.leave(heading);
            }
        }
        if let Some(parent) = parent {
            self.section(&waiting[parent]);
            self.objective(&last);
        } else if self.is_objective(&last) {
            self.objective(&last);
        } else {
            self.section(&last);
        }
    }

    /// Whether a heading names an objective of the section that is open.
    fn is_objective(&self, heading: &Heading) -> bool {
        let Some(section) = self.outline.sections.last() else { return false };
        let label = label::of(&heading.line.text);
        match label.map(|label| label.kind) {
            Some(Kind::Objective) => section.actions.is_empty(),
            Some(Kind::Section) => false,
            _ => self.objective_level == Some(heading.level) && !section.objectives.is_empty(),
        }
    }

    /// Whether a heading is that of the open section again: `Prevention (continued)`.
    fn reopen(&mut self, heading: &Heading) -> bool {
        let plain = |text: &str| {
            let spoken = words(text);
            let more = |word: &&String| !matches!(word.as_str(), "continued" | "cont" | "cont'd" | "contd");
            spoken.iter().filter(more).cloned().collect::<Vec<_>>()
        };
        let (_, _, title) = taken_apart(&heading.line.text);
        let same = self.outline.sections.last().is_some_and(|section| {
            section.objectives.is_empty() && section.is_named && plain(&section.title) == plain(&title)
        });
        if same {
            let message = format!("goes on with the section above: `{}`", heading.line.text);
            self.notes.did(&heading.line.origin, message);
            let texts: Vec<String> = heading.texts.iter().map(|line| line.text.clone()).collect();
            self.with_section(|section| section.aim.extend(texts));
        }
        same
    }

    fn section(&mut self, heading: &Heading) {
        let group = self.group(heading, "section");
        self.objective_level = None;
        self.column_groups.clear();
        self.outline.sections.push(group);
    }

    pub(super) fn objective(&mut self, heading: &Heading) {
        let mut group = self.group(heading, "objective");
        self.objective_level = Some(heading.level);
        let aim = std::mem::take(&mut group.aim);
        if !aim.is_empty() {
            let message = format!("the text under the objective `{}` went to its section's aim", group.title);
            self.notes.look(&heading.line.origin, message);
        }
        self.with_section(|section| {
            section.aim.extend(aim);
            section.objectives.push(group);
        });
    }

    fn group(&mut self, heading: &Heading, level: &'static str) -> Group {
        let origin = heading.line.origin.clone();
        let (number, title) = self.number_and_title(&heading.line.text, level);
        let mut texts: Vec<String> = heading.texts.iter().map(|line| line.text.clone()).collect();
        // `Strategic Priority 1:` alone has its name in the line below.
        let is_number = label::of(&heading.line.text).is_some_and(|label| label.rest.is_empty());
        let title = if is_number && texts.first().is_some_and(|text| is_short(text)) { texts.remove(0) } else { title };
        let sheet = self.sheet.clone();
        Group { origin, sheet, number, title, is_named: true, aim: texts, ..Group::default() }
    }

    /// A heading's number and title, without the word for what it is, which becomes the plan's label.
    pub(super) fn number_and_title(&mut self, text: &str, level: &'static str) -> (String, String) {
        let (word, number, title) = taken_apart(text);
        if let Some(word) = word {
            self.outline.words.entry(level).or_insert(word);
        }
        (number, title)
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

/// A heading's word for what it is, its number and its title: `Outcome`, `1`, `People are safe`.
fn taken_apart(text: &str) -> (Option<String>, String, String) {
    let text = text.trim_end_matches(|letter: char| letter.is_whitespace() || ":–—-".contains(letter));
    let text = text.replace('\n', " ");
    let label = label::of(&text).filter(label::Label::opens_group);
    // A number alone is all the name that there is.
    if let Some(label) = label.as_ref().filter(|label| label.rest.is_empty() && !label.number.is_empty()) {
        return (Some(sentence_case(label.word)), label.number.to_owned(), text.trim().to_owned());
    }
    if let Some(label) = label.filter(|label| !label.rest.is_empty()) {
        return (Some(sentence_case(label.word)), label.number.to_owned(), label.rest.to_owned());
    }
    match label::numbered(&text) {
        Some((number, title)) => (None, number.to_owned(), title.to_owned()),
        None => (None, String::new(), text.trim().to_owned()),
    }
}

/// Whether a heading stands above another: by its level, or by what the two say they are.
fn is_above(heading: &Heading, last: &Heading) -> bool {
    let kind = |heading: &Heading| label::of(&heading.line.text).map(|label| label.kind);
    match (kind(heading), kind(last)) {
        (Some(Kind::Section), Some(Kind::Objective)) => true,
        (_, Some(Kind::Section)) | (Some(Kind::Objective), _) => false,
        _ if is_title(&heading.line.text) || is_plain_name(&heading.line.text) => false,
        _ => heading.level < last.level || heading.level >= 20 && heading.texts.is_empty(),
    }
}

/// Whether a heading says only that actions follow.
fn is_plain_name(text: &str) -> bool {
    matches!(words(text).join(" ").as_str(), "actions" | "action" | "our actions" | "what we will do" | "delivery")
}

/// Whether a heading names the whole document.
pub(super) fn is_title(text: &str) -> bool {
    label::of(text).is_none() && words(text).iter().any(|word| TITLES.contains(&word.as_str()))
}

/// `OUTCOME` as a label: `Outcome`.
fn sentence_case(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

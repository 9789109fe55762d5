//! Sections and objectives, made of the headings that something belongs to.

use super::headings::{Heading, is_plain_name, is_title, sentence_case};
use super::{Builder, Group};
use crate::import::block::words;
use crate::import::label::{self, Kind};
use crate::import::table::is_short;

impl Builder<'_> {
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

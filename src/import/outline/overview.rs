//! A table that lists the plan's outcomes, its objectives and who leads them, and no actions: it names what the tables
//! of actions then hold, so what it adds is given to their sections and objectives.

use super::headings::is_title;
use super::{Builder, Group, guide};
use crate::import::block::words;
use crate::import::field::Field;
use crate::import::heading::{self, CLEAR};
use crate::import::label::{self, Label};
use crate::import::marked_list::MarkedList;
use crate::import::origin::Origin;
use crate::import::table::Table;

/// A row: what it names, and who leads that.
#[derive(Debug, Default)]
pub(crate) struct OverviewRow {
    origin: Origin,
    number: String,
    /// The outcomes or priorities that the row itself names.
    sections: Vec<Named>,
    objectives: Vec<Named>,
    leads: Vec<String>,
}

/// An outcome or objective as an overview names it.
#[derive(Debug, Clone)]
struct Named {
    number: String,
    title: String,
}

/// What the first words of a column's heading call a level of the plan.
const LEVELS: &[&str] =
    &["outcome", "priority", "theme", "objective", "pillar", "strand", "aim", "goal", "ambition", "workstream"];

/// Whether headings are those of an overview: levels of the plan, perhaps who leads them, and nothing of an action.
pub(crate) fn is_one(headings: &[String]) -> bool {
    let named: Vec<&String> = headings.iter().filter(|heading| !heading.is_empty()).collect();
    let has_level = named.iter().any(|heading| is_level(heading));
    let fits = |heading: &&&String| is_level(heading) || is_lead(heading) || best(heading) == Some(Field::Ref);
    has_level && (2..=5).contains(&named.len()) && named.iter().filter(fits).count() == named.len()
}

fn best(heading: &str) -> Option<Field> {
    heading::scores(heading).first().filter(|(_, score)| *score >= CLEAR).map(|(field, _)| *field)
}

/// Whether a heading is over those who lead, in however many words: `Principal lead from the executive group`.
fn is_lead(heading: &str) -> bool {
    matches!(heading::scores(heading).first(), Some((Field::Leads | Field::Officer | Field::Partners, _)))
}

fn is_level(heading: &str) -> bool {
    let plain = |word: &String| word.strip_suffix("ies").map_or(word.clone(), |stem| format!("{stem}y"));
    let level = words(heading).iter().any(|word| LEVELS.contains(&plain(word).trim_end_matches('s')));
    level && !is_lead(heading) && !matches!(best(heading), Some(Field::Title | Field::Success | Field::Measures))
}

impl OverviewRow {
    fn of(entry: &crate::import::block::Row, headings: &[String]) -> Self {
        let mut row = Self { origin: entry.origin.clone(), ..Self::default() };
        let first = headings.iter().position(|heading| is_level(heading));
        for (column, cell) in entry.filled() {
            let heading = headings.get(column).map_or("", String::as_str);
            if label::number_end(&cell.text) == cell.text.len() {
                row.number.clone_from(&cell.text);
                continue;
            }
            let list = MarkedList::of(&cell.text);
            let intro = (!list.intro.is_empty()).then_some(list.intro);
            let items: Vec<String> = intro.into_iter().chain(list.items).filter(|item| !item.is_empty()).collect();
            if is_lead(heading) {
                row.leads.extend(items);
            } else if Some(column) == first {
                row.sections.extend(items.iter().map(|item| Named::of(item)));
            } else if is_level(heading) {
                row.objectives.extend(items.iter().map(|item| Named::of(item)));
            }
        }
        // A number in a cell of its own is that of the outcome beside it.
        if let [named] = row.sections.as_mut_slice()
            && named.number.is_empty()
        {
            named.number = std::mem::take(&mut row.number);
        }
        row
    }
}

impl Named {
    fn of(text: &str) -> Self {
        let (number, title) = match label::of(text).filter(Label::opens_group) {
            Some(label) => (label.number, label.rest),
            None => label::numbered(text).unwrap_or(("", text)),
        };
        Self { number: number.to_owned(), title: title.replace('\n', " ") }
    }

    /// Whether a group is the one that is named: its words agree, or its number does and some of its words.
    fn is(&self, group: &Group) -> bool {
        let (mine, other) = (telling(&self.title), telling(&group.title));
        let shared = mine.iter().filter(|word| other.contains(word)).count();
        let fewer = mine.len().min(other.len());
        let numbers = !self.number.is_empty() && plain_number(&self.number) == plain_number(&group.number);
        let clash = !self.number.is_empty() && !group.number.is_empty() && !numbers;
        let agree = fewer > 0 && shared * 3 >= fewer * 2;
        !clash && agree || numbers && (fewer == 0 || shared * 4 >= fewer)
    }

    fn written(&self) -> String {
        [self.number.as_str(), self.title.as_str()].join(" ").trim().to_owned()
    }
}

fn telling(text: &str) -> Vec<String> {
    words(text).into_iter().filter(|word| word.len() > 3).collect()
}

/// `One`, `1.` and `1` are one number.
fn plain_number(number: &str) -> String {
    let lower = number.trim_end_matches(['.', ')', ':']).to_lowercase();
    let spelt = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    spelt.iter().position(|word| *word == lower).map_or(lower, |at| (at + 1).to_string())
}

impl Builder<'_> {
    /// Takes an overview.
    pub(crate) fn overview(&mut self, table: &Table) {
        let is_guide = table.rows.first().is_some_and(|entry| guide::of_row(&entry.row).is_some());
        if !is_guide
            && let Some(heading) =
                self.waiting.pop_if(|heading| !is_title(&heading.line.text) || self.outline.title.is_some())
        {
            self.notes.did(
                &heading.line.origin,
                format!("left out, since it is the heading of the overview: `{}`", heading.line.text),
            );
            self.outline.opening.extend(heading.texts);
        }
        let headings =
            table.headings.iter().filter(|heading| !heading.is_empty()).cloned().collect::<Vec<_>>().join(" | ");
        self.notes.did(&table.origin, format!("read as the plan's overview, which has no actions: `{headings}`"));
        for entry in &table.rows {
            if self.is_struck_out(&entry.row) {
                continue;
            }
            // The rating guide often comes next, without a header of its own.
            if let Some(entries) = guide::of_row(&entry.row) {
                self.guide(&entry.row.origin, entries);
                continue;
            }
            let row = OverviewRow::of(&entry.row, &table.headings);
            self.notes.did(&row.origin, format!("read as a row of the overview: `{}`", entry.row.words()));
            self.outline.overview.push(row);
        }
    }

    /// Gives what the overview says to the sections and objectives that it names.
    pub(super) fn place_overview(&mut self) {
        let rows = std::mem::take(&mut self.outline.overview);
        self.nest_under(&rows);
        let starts: Vec<usize> = (0..rows.len()).filter(|at| *at == 0 || !rows[*at].sections.is_empty()).collect();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(rows.len());
            let block = &rows[*start..end];
            // Each row's lead is its objective's where the rows of one outcome have a lead each.
            let by_row = block.iter().filter(|row| !row.leads.is_empty() && row.objectives.len() == 1).count() > 1;
            for row in block {
                let by_place = row.objectives.len() > 1 && row.leads.len() == row.objectives.len();
                for (at, named) in row.sections.iter().chain(&row.objectives).enumerate() {
                    let objective = at.checked_sub(row.sections.len());
                    let leads = match objective {
                        Some(at) if by_place => std::slice::from_ref(&row.leads[at]),
                        Some(_) if by_row => row.leads.as_slice(),
                        None if !by_place && !by_row => row.leads.as_slice(),
                        Some(0) if block[0].sections.is_empty() => row.leads.as_slice(),
                        _ => &[],
                    };
                    self.place(named, leads, &row.origin);
                }
            }
        }
    }

    fn place(&mut self, named: &Named, leads: &[String], origin: &Origin) {
        let sections = &mut self.outline.sections;
        let section = sections.iter().position(|section| named.is(section));
        let group = match section {
            Some(at) => Some(&mut sections[at]),
            None => sections.iter_mut().flat_map(|section| &mut section.objectives).find(|group| named.is(group)),
        };
        if let Some(group) = group {
            for lead in leads.iter().filter(|lead| !group.lead.contains(lead)).cloned().collect::<Vec<_>>() {
                self.notes.did(origin, format!("the overview's lead of `{}`: `{lead}`", group.title));
                group.lead.push(lead);
            }
            if words(&named.title) != words(&group.title) && !named.title.is_empty() {
                let message = format!("the overview calls `{}` here `{}`", group.title, named.title);
                self.notes.did(origin, message);
            }
            return;
        }
        let led = if leads.is_empty() { String::new() } else { format!(", led by {}", leads.join("; ")) };
        let words = format!("`{}`{led}", named.written());
        self.notes.look(origin, format!("the overview names what has no heading further down: {words}"));
        self.outline.unplaced.push(words.replace('\n', " "));
    }

    /// Where the tables have headings for objectives alone, the overview says which outcome each belongs to.
    fn nest_under(&mut self, rows: &[OverviewRow]) {
        let sections = &self.outline.sections;
        let is_flat = sections.iter().all(|section| section.objectives.is_empty());
        let outcomes = || rows.iter().flat_map(|row| &row.sections);
        let has_outcomes = outcomes().any(|named| sections.iter().any(|section| named.is(section)));
        let mut parent: Option<&Named> = None;
        let mut homes: Vec<Option<&Named>> = vec![None; sections.len()];
        for row in rows {
            parent = row.sections.first().or(parent);
            for (section, home) in sections.iter().zip(&mut homes) {
                if row.objectives.iter().any(|named| named.is(section)) && home.is_none() {
                    *home = parent;
                }
            }
        }
        let placed = homes.iter().flatten().count();
        if !is_flat || has_outcomes || placed == 0 || placed * 2 < sections.len() {
            return;
        }
        let homes: Vec<Option<Named>> = homes.into_iter().map(Option::<&Named>::cloned).collect();
        let mut nested: Vec<Group> = Vec::new();
        for (section, home) in std::mem::take(&mut self.outline.sections).into_iter().zip(homes) {
            let Some(home) = home else {
                nested.push(section);
                continue;
            };
            let at = nested.iter().position(|group| group.title == home.title && group.number == home.number);
            let at = at.unwrap_or_else(|| {
                let (origin, sheet) = (section.origin.clone(), section.sheet.clone());
                let Named { number, title } = home;
                nested.push(Group { origin, sheet, number, title, is_named: true, ..Group::default() });
                nested.len() - 1
            });
            nested[at].aim.extend(section.aim.iter().cloned());
            nested[at].objectives.push(Group { aim: Vec::new(), ..section });
        }
        self.notes.did(&rows[0].origin, "the overview's outcomes are the sections, and its objectives stand in them");
        if let Some(word) = self.outline.words.remove("section") {
            self.outline.words.entry("objective").or_insert(word);
        }
        self.outline.sections = nested;
    }
}

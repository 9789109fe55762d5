//! The steps of an action, and the lists beside them that belong to them by position.

use super::Writer;
use crate::import::field::Field;
use crate::import::marked_list::MarkedList;
use crate::import::outline::Gathered;
use crate::import::when;

/// A step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) title: String,
    pub(super) leads: Vec<String>,
    pub(super) target: String,
    pub(super) timescale: String,
}

impl Step {
    /// Whether nothing but its words is known.
    pub(super) fn is_text(&self) -> bool {
        self.leads.is_empty() && self.target.is_empty() && self.timescale.is_empty()
    }
}

/// How an action is carried out, and which columns went into its steps.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// The whole, where there are no steps.
    pub(super) text: String,
    pub(super) list: Vec<Step>,
    pub(super) has_leads: bool,
    pub(super) has_timescales: bool,
    pub(super) has_targets: bool,
    /// The field whose rows became the steps, where it is not that of the steps.
    pub(super) made_of: Option<Field>,
}

impl Steps {
    pub(super) fn of(action: &Gathered, writer: &mut Writer<'_>) -> Self {
        let step_rows = own_rows(action, Field::How);
        if step_rows.len() > 1 {
            return Self::by_row(action, &step_rows, writer);
        }
        for field in [Field::Target, Field::Milestones] {
            if let Some(steps) = Self::by_rows_of(field, action, writer) {
                return steps;
            }
        }
        let text = action.text(Field::How);
        let list = MarkedList::of(&text).with_semicolons_where_marked(&text);
        if !list.is_list() {
            let text = if text.contains('\n') { text } else { MarkedList::unmarked(&text).to_owned() };
            return Self { text, ..Self::default() };
        }
        let titles: Vec<String> = with_intro(list);
        let list = titles.into_iter().map(|title| Step { title, ..Step::default() }).collect();
        let mut steps = Self { list, ..Self::default() };
        steps.pair(action, writer);
        steps
    }

    /// Each row is a step, with what stands beside it.
    fn by_row(action: &Gathered, rows: &[usize], writer: &mut Writer<'_>) -> Self {
        let several = |field| own_rows(action, field).iter().filter(|row| rows.contains(row)).count() > 1;
        let mut steps = Self {
            has_leads: several(Field::Leads),
            has_timescales: several(Field::Timescale),
            has_targets: several(Field::Target),
            ..Self::default()
        };
        for row in rows {
            let cell = |field: Field, wanted: bool| {
                let column = action.columns_of(field).next().filter(|_| wanted)?;
                Some(action.rows[*row].get(column)?.text.clone())
            };
            let title = cell(Field::How, true).unwrap_or_default();
            let leads = cell(Field::Leads, steps.has_leads).map(|text| people(&text)).unwrap_or_default();
            let target = cell(Field::Target, steps.has_targets).unwrap_or_default();
            let timescale = cell(Field::Timescale, steps.has_timescales).unwrap_or_default();
            let title = MarkedList::of(MarkedList::unmarked(&title));
            let title = with_intro(title).join("; ");
            let timescale = or_inside(timescale, &target, writer);
            steps.list.push(Step { title, leads, target, timescale });
        }
        writer.notes.did(&action.origin, format!("{} rows became the steps of one action", rows.len()));
        steps
    }

    /// Puts the steps that the action's own cell lists before the others, and what stands beside them at each.
    pub(super) fn with_those_of_the_title(
        mut self,
        titles: Vec<String>,
        action: &Gathered,
        writer: &mut Writer<'_>,
    ) -> Self {
        if titles.is_empty() {
            return self;
        }
        let steps: Vec<Step> = titles.into_iter().map(|title| Step { title, ..Step::default() }).collect();
        let is_all = self.list.is_empty();
        self.list.splice(0..0, steps);
        if is_all && self.is_told_beside(action) {
            self.pair(action, writer);
        }
        self
    }

    /// Whether the lists beside the steps are theirs: two steps and two leads alone may as well be led by both.
    fn is_told_beside(&self, action: &Gathered) -> bool {
        let lists = [Field::Leads, Field::Timescale, Field::Target].map(|field| MarkedList::of(&action.text(field)));
        let matching = lists.iter().filter(|list| list.items.len() == self.list.len());
        self.list.len() > 2 || matching.clone().count() > 1 || matching.clone().any(|list| list.marked)
    }

    /// Rows with a lead, a target or deliverable and a date each, and no words for what is done: each is a step.
    fn by_rows_of(field: Field, action: &Gathered, writer: &mut Writer<'_>) -> Option<Self> {
        let rows = own_rows(action, field);
        let several = |field| own_rows(action, field).iter().filter(|row| rows.contains(row)).count() > 1;
        if rows.len() < 2 || !several(Field::Leads) && !several(Field::Timescale) {
            return None;
        }
        let shared = |field| !own_rows(action, field).iter().all(|row| rows.contains(row));
        if shared(Field::Leads) || shared(Field::Timescale) || !action.text(Field::How).is_empty() {
            return None;
        }
        let cell = |row: usize, field: Field| {
            let column = action.columns_of(field).next()?;
            action.rows[row].get(column).filter(|cell| row == 0 || !cell.from_above).map(|cell| cell.text.clone())
        };
        let is_target = field == Field::Target;
        let mut steps = Self { has_targets: is_target, made_of: Some(field), ..Self::default() };
        (steps.has_leads, steps.has_timescales) = (several(Field::Leads), several(Field::Timescale));
        for row in rows {
            let text = |field: Field, wanted: bool| cell(row, field).filter(|_| wanted).unwrap_or_default();
            let leads = people(&text(Field::Leads, steps.has_leads));
            let timescale = text(Field::Timescale, steps.has_timescales);
            let title = with_intro(MarkedList::of(&text(field, true))).join("; ");
            steps.list.push(Step { timescale: or_inside(timescale, &title, writer), title, leads, ..Step::default() });
        }
        let message = format!("{} rows have a lead or a date each: they became the action's steps", steps.list.len());
        writer.notes.did(&action.origin, message);
        Some(steps)
    }

    /// Gives each step the lead, date and target that stand at its place in lists of the same length.
    fn pair(&mut self, action: &Gathered, writer: &mut Writer<'_>) {
        let count = self.list.len();
        for field in [Field::Leads, Field::Timescale, Field::Target] {
            let text = action.text(field);
            let items = if field == Field::Leads { people(&text) } else { MarkedList::of(&text).items };
            let heading = action.columns_of(field).next().map(|column| action.columns[column].heading.clone());
            let heading = heading.unwrap_or_default();
            if items.len() != count {
                if items.len() > 1 {
                    let message = format!("{count} steps and {} entries in `{heading}` cannot be paired", items.len());
                    writer.notes.look(&action.origin, format!("{message}; they stand side by side"));
                }
                continue;
            }
            writer.notes.did(
                &action.origin,
                format!("`{heading}` has an entry for each of {count} steps, paired by place: `{text}`"),
            );
            for (step, item) in self.list.iter_mut().zip(items) {
                match field {
                    Field::Leads => step.leads = vec![item],
                    Field::Timescale => step.timescale = item,
                    _ => step.target = item,
                }
            }
            match field {
                Field::Leads => self.has_leads = true,
                Field::Timescale => self.has_timescales = true,
                _ => self.has_targets = true,
            }
        }
        for step in &mut self.list {
            step.timescale = or_inside(std::mem::take(&mut step.timescale), &step.target, writer);
        }
    }
}

/// The date of a step; where it has none, the one that its target names beyond doubt.
fn or_inside(timescale: String, target: &str, writer: &Writer<'_>) -> String {
    if !timescale.is_empty() {
        return timescale;
    }
    when::inside(target, &writer.calendar).unwrap_or_default()
}

/// The rows in which a field has words of their own.
fn own_rows(action: &Gathered, field: Field) -> Vec<usize> {
    let Some(column) = action.columns_of(field).next() else { return Vec::new() };
    let own = |row: &usize| {
        action.rows[*row].get(column).is_some_and(|cell| !cell.is_empty() && (*row == 0 || !cell.from_above))
    };
    (0..action.rows.len()).filter(own).collect()
}

/// The items of a list of leads.
pub(super) fn people(text: &str) -> Vec<String> {
    let items = with_intro(MarkedList::of(text).with_semicolons()).into_iter();
    // `Jo Bell (Housing) & Police`: what follows the brackets is someone else.
    let parts = items.flat_map(|item| {
        let marks = [") & ", ") and ", "), ", ") / "];
        let apart = marks.iter().fold(item, |item, mark| item.replace(mark, ")\n"));
        apart.lines().map(|part| part.trim().to_owned()).collect::<Vec<_>>()
    });
    parts.filter(|item| !item.is_empty()).collect()
}

fn with_intro(list: MarkedList) -> Vec<String> {
    let intro = (!list.intro.is_empty()).then_some(list.intro);
    intro.into_iter().chain(list.items).collect()
}

impl MarkedList {
    /// Also cut at semicolons, where there are at least two of them.
    fn with_semicolons_where_marked(self, text: &str) -> Self {
        if text.matches(';').count() > 1 { self.with_semicolons() } else { self }
    }
}

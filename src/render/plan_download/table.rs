//! The flat table of a plan.

use super::WriteDay;
use super::action_cells::ActionCells;
use crate::format::table::{Cell, Column, Purpose, Table};
use crate::kinds::plan::record::Action;
use crate::kinds::plan::render::labels::Labels;
use crate::kinds::plan::site::progress::PlanProgress;
use crate::model::day;
use crate::model::exported_row::{self, ExportedRow};
use crate::model::status::Status;
use crate::site::{Route, Site};

pub(super) fn table(site: &Site, number: usize, actions: &[usize], day: WriteDay) -> Table {
    let progress = &site.plans[number];
    let mut fields = Field::all(&Labels::of(&progress.plan));
    // Few plans have them, and an empty column would be in the way of the others.
    let has = |key: &str| match key {
        "themes" => any(progress, |action| !action.themes.is_empty()),
        "progress" => any(progress, |action| action.progress.is_some()),
        "details" => any(progress, |action| !action.details.0.is_empty()),
        _ => true,
    };
    fields.retain(|field| has(field.column.key));
    let rows = actions.iter().map(|&action| {
        let of_action = ActionCells::of(site, number, action, day);
        let mut cells: Vec<Cell> = fields.iter().map(|field| (field.cell)(&of_action)).collect();
        let words: Vec<String> = cells.iter().map(Cell::words).collect();
        let keys = fields.iter().map(|field| field.column.key);
        let as_exported = ExportedRow::of(keys.zip(words.iter().map(String::as_str)));
        cells.push(Cell::text(as_exported.to_string()));
        cells
    });
    let mut columns: Vec<Column> = fields.iter().map(|field| field.column.clone()).collect();
    columns.push(Column { purpose: Purpose::Hidden, ..Column::new(exported_row::KEY, exported_row::HEADING, 20) });
    Table {
        title: progress.plan.title.value.clone(),
        date: site.today,
        about: about(site, number, progress, &fields),
        rows: rows.collect(),
        columns,
    }
}

fn any(progress: &PlanProgress, has: impl Fn(&Action) -> bool) -> bool {
    progress.actions.iter().any(|action| has(progress.written(action)))
}

/// A column and how its cells are made.
struct Field {
    column: Column,
    about: &'static str,
    cell: fn(&ActionCells<'_>) -> Cell,
}

impl Field {
    fn new(
        (key, heading, width): (&'static str, String, u16),
        about: &'static str,
        cell: fn(&ActionCells<'_>) -> Cell,
    ) -> Self {
        Self { column: Column::new(key, heading, width), about, cell }
    }

    /// A column that the program works out.
    fn worked_out(mut self) -> Self {
        self.column.purpose = Purpose::WorkedOut;
        self
    }

    /// A column whose cells have a status.
    fn of_status(mut self) -> Self {
        self.column.purpose = Purpose::Choice(Status::ALL.map(Status::words).into());
        self
    }

    /// All columns, in order.
    fn all(labels: &Labels) -> Vec<Self> {
        let parts = Self::place(labels).into_iter().chain(Self::promise(labels)).chain(Self::standing(labels));
        let mut fields: Vec<Self> = parts.collect();
        tell_apart(&mut fields);
        fields
    }

    /// Where an action is in the plan.
    fn place(labels: &Labels) -> [Self; 5] {
        let numbered = |label: &str| format!("{label} {}", labels.reference.to_lowercase());
        [
            Self::new(("section_ref", numbered(&labels.section), 12), "The section's number, as printed.", |action| {
                Cell::text(action.section_reference())
            }),
            Self::new(("section", labels.section.clone(), 28), "The section.", |action| Cell::text(action.section())),
            Self::new(("objective_ref", numbered(&labels.objective), 12), "The objective's number.", |action| {
                Cell::text(action.objective_reference())
            }),
            Self::new(
                ("objective", labels.objective.clone(), 28),
                "The objective, where a section has some.",
                |action| Cell::text(action.objective()),
            ),
            Self::new(("ref", labels.reference.clone(), 10), "The action's number, as printed.", |action| {
                Cell::text(action.written.reference.value.as_str())
            }),
        ]
    }

    /// What was promised.
    fn promise(labels: &Labels) -> [Self; 15] {
        let read = |what: &str| format!("{}: {what}", labels.timescale);
        [
            Self::new(("title", labels.title.clone(), 45), "What will be done.", |action| {
                Cell::text(action.written.title.value.as_str())
            }),
            Self::new(("why", labels.why.clone(), 40), "Why.", |action| Cell::text(action.why())),
            Self::new(("aim", labels.aim.clone(), 40), "What it is to achieve.", |action| Cell::text(action.aim())),
            Self::new(
                ("how", labels.how.clone(), 50),
                "How: words, or steps, each with its leads, its target, its date and when it was done.",
                |action| Cell::text(action.how()),
            ),
            Self::new(("leads", labels.leads.clone(), 30), "Who is responsible.", |action| Cell::text(action.leads())),
            Self::new(("timescale", labels.timescale.clone(), 20), "By when, as the plan has it.", |action| {
                Cell::text(action.timescale())
            }),
            Self::new(("from", read("from"), 13), "The first day that was read in it.", |action| {
                Cell::date(action.from())
            })
            .worked_out(),
            Self::new(("by", read("last day"), 13), "The last day that was read in it.", |action| {
                Cell::date(action.by())
            })
            .worked_out(),
            Self::new(("ongoing", read("ongoing"), 10), "Whether it goes on after that.", |action| {
                Cell::yes(action.ongoing())
            })
            .worked_out(),
            Self::new(("milestones", labels.milestones.clone(), 40), "Each with its date.", |action| {
                Cell::text(action.milestones())
            }),
            Self::new(("measures", labels.measures.clone(), 40), "Each with its baseline and target.", |action| {
                Cell::text(action.measures())
            }),
            Self::new(("success", labels.success.clone(), 40), "How anyone will know that it worked.", |action| {
                Cell::text(action.success())
            }),
            Self::new(("related", labels.related.clone(), 30), "What belongs with it.", |action| {
                Cell::text(action.related())
            })
            .worked_out(),
            Self::new(("themes", "Themes".to_owned(), 24), "Tags that go across sections.", |action| {
                Cell::text(action.themes())
            }),
            Self::new(("details", "Details".to_owned(), 40), "Further facts, each under its heading.", |action| {
                Cell::text(action.details())
            }),
        ]
    }

    /// How it stands.
    fn standing(labels: &Labels) -> [Self; 11] {
        let update = |what: &str| format!("{}: {what}", labels.updates);
        [
            Self::new(("status", labels.status.clone(), 13), "What was last reported.", |action| {
                Cell::text(action.status())
            })
            .of_status(),
            Self::new(("progress", "Per cent done".to_owned(), 8), "As it was reported.", |action| {
                Cell::text(action.percent())
            }),
            Self::new(("rating", labels.rating.clone(), 10), "What follows from it, or was set by hand.", |action| {
                Cell::text(action.rating())
            })
            .worked_out(),
            Self::new(
                ("rating_reason", format!("{}: set by hand, because", labels.rating), 30),
                "Why the board set the rating by hand, where it did.",
                |action| Cell::text(action.rating_reason()),
            ),
            Self::new(("overdue", "Past its date".to_owned(), 10), "Whether it is late.", |action| {
                Cell::yes(action.progress.standing.overdue)
            })
            .worked_out(),
            Self::new(("last_update", update("latest"), 13), "The day of the latest update.", |action| {
                Cell::date(action.last_update().map(|update| update.date.value))
            }),
            Self::new(("last_update_status", update("latest status"), 13), "How it stood then.", |action| {
                Cell::text(action.last_update_status())
            })
            .of_status(),
            Self::new(("last_update_text", update("latest words"), 50), "What it says.", |action| {
                Cell::text(action.last_update_text())
            }),
            Self::new(("last_update_by", update("latest by"), 20), "Who said it.", |action| {
                Cell::text(action.last_update().and_then(|update| update.by.clone()).unwrap_or_default())
            }),
            Self::new(("updates", update("all"), 60), "All updates, newest first.", |action| {
                Cell::text(action.updates())
            }),
            Self::new(("address", "Web page".to_owned(), 40), "The action's own page.", |action| {
                Cell::text(action.address())
            })
            .worked_out(),
        ]
    }
}

/// Two fields may have one name in a plan; the later one then says which it is.
fn tell_apart(fields: &mut [Field]) {
    for at in 1..fields.len() {
        let (before, rest) = fields.split_at_mut(at);
        let column = &mut rest[0].column;
        if before.iter().any(|other| other.column.heading == column.heading) {
            column.heading = format!("{} ({})", column.heading, column.key.replace('_', " "));
        }
    }
}

/// What to know about the table, for its second sheet: the plan, the day, and each column with its unchanging name.
fn about(site: &Site, number: usize, progress: &PlanProgress, fields: &[Field]) -> Vec<(String, String)> {
    let line = |term: &str, words: String| (term.to_owned(), words);
    let mut about = vec![
        line("Plan", progress.plan.title.value.clone()),
        line("Published by", site.settings.name.clone()),
        line("As it stood on", day::long(site.today)),
        line("On the web", site.full_address(Route::Plan(number))),
        line("", String::new()),
        line("Column", "What it holds, and its name for programs".to_owned()),
    ];
    about.extend(fields.iter().map(|Field { column, about, .. }| {
        let edits = match column.purpose {
            Purpose::WorkedOut => " Worked out: an edit here is not carried back.",
            _ => "",
        };
        (column.heading.clone(), format!("{about}{edits} [{}]", column.key))
    }));
    let as_exported = "What the row said when it was exported, by which an import sees what was edited since";
    about.push(line(exported_row::HEADING, format!("{as_exported}. [{}]", exported_row::KEY)));
    about
}

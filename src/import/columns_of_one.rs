//! Several columns that say one thing: a column for each status, of which one is ticked; milestones with a column for the
//! date of each; a column for each body with a mark for what it does. They become one column before anything looks at what the columns are about.

use super::block::{Cell, words};
use super::note::Notes;
use super::standing;
use super::table::{Piece, Table};

/// What one column becomes that stands for several.
struct Joined {
    /// The columns, left to right.
    columns: Vec<usize>,
    heading: &'static str,
    /// A row's cell, from those of the columns.
    cell: fn(&[(&str, &Cell)]) -> Cell,
    told: &'static str,
}

/// Joins such columns in every table.
pub(crate) fn join(pieces: &mut [Piece], notes: &mut Notes) {
    for piece in pieces {
        let Piece::Table(table) = piece else { continue };
        // One after the other: each looks at the columns that the one before has left.
        for find in [ticked_statuses, dated_milestones, marked_bodies] {
            let Some(joined) = find(table) else { continue };
            let names: Vec<&str> = joined.columns.iter().map(|at| table.headings[*at].as_str()).collect();
            notes.did(&table.origin, format!("{}: `{}`", joined.told, names.join(" | ")));
            apply(table, &joined);
        }
    }
}

fn apply(table: &mut Table, joined: &Joined) {
    let headings = std::mem::take(&mut table.headings);
    let (first, others) = joined.columns.split_first().expect("there are several");
    for entry in &mut table.rows {
        let none = Cell::default();
        let own = |at: &usize| (headings[*at].as_str(), entry.row.cells.get(*at).unwrap_or(&none));
        let cell = (joined.cell)(&joined.columns.iter().map(own).collect::<Vec<_>>());
        let width = entry.row.cells.len().max(first + 1);
        entry.row.cells.resize(width, Cell::default());
        entry.row.cells[*first] = cell;
        let cells = std::mem::take(&mut entry.row.cells).into_iter().enumerate();
        entry.row.cells = cells.filter(|(at, _)| !others.contains(at)).map(|(_, cell)| cell).collect();
    }
    let named = headings.into_iter().enumerate().filter(|(at, _)| !others.contains(at));
    table.headings =
        named.map(|(at, heading)| if at == *first { joined.heading.to_owned() } else { heading }).collect();
}

/// `Not started | In progress | Complete`, with a tick under one of them.
fn ticked_statuses(table: &Table) -> Option<Joined> {
    let columns: Vec<usize> = (0..table.headings.len()).filter(|at| standing::is_bare(&table.headings[*at])).collect();
    let cells = || columns.iter().flat_map(|at| table.rows.iter().filter_map(move |entry| entry.row.cells.get(*at)));
    let are_ticks = cells().all(|cell| cell.is_empty() || is_tick(&cell.text)) && cells().any(|cell| !cell.is_empty());
    let cell = |cells: &[(&str, &Cell)]| {
        let ticked = cells.iter().rev().find(|(_, cell)| !cell.is_empty());
        ticked.map(|(heading, cell)| Cell { text: (*heading).to_owned(), ..(*cell).clone() }).unwrap_or_default()
    };
    let told = "columns with a tick under one of them were read as one column of statuses";
    (columns.len() > 1 && are_ticks).then_some(Joined { columns, heading: "Status", cell, told })
}

fn is_tick(text: &str) -> bool {
    matches!(words(text).join(" ").as_str(), "yes" | "y" | "x" | "1" | "true")
}

/// `Milestone 1 | Date 1 | Milestone 2 | Date 2`, or `Key milestone | Milestone date`.
fn dated_milestones(table: &Table) -> Option<Joined> {
    let spoken: Vec<Vec<String>> = table.headings.iter().map(|heading| words(heading)).collect();
    let number = |at: usize| spoken[at].last().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let has = |at: usize, names: &[&str]| spoken[at].iter().any(|word| names.contains(&word.as_str()));
    let is_milestone = |at: usize| has(at, &["milestone", "step", "deliverable"]) && !is_date(&spoken[at]);
    let is_pair = |at: usize| {
        let other = at + 1;
        let belongs = has(other, &["milestone", "step", "deliverable"]) || number(at).is_some();
        is_milestone(at) && is_date(&spoken[other]) && number(at) == number(other) && belongs
    };
    let columns: Vec<usize> =
        (0..spoken.len().saturating_sub(1)).filter(|at| is_pair(*at)).flat_map(|at| [at, at + 1]).collect();
    let cell = |cells: &[(&str, &Cell)]| {
        let items = cells.chunks_exact(2).filter(|pair| !pair[0].1.is_empty()).map(|pair| {
            let (title, date) = (pair[0].1.text.replace('\n', " "), pair[1].1.text.replace('\n', " "));
            if date.is_empty() { format!("• {title}") } else { format!("• {title} ({date})") }
        });
        let text = items.collect::<Vec<_>>().join("\n");
        Cell { text, ..cells[0].1.clone() }
    };
    let told = "milestones and their dates were read as one column";
    (!columns.is_empty()).then_some(Joined { columns, heading: "Milestones", cell, told })
}

/// `Council | Police | Fire Service`, with an `L` under who leads and an `S` or a `P` under who supports.
fn marked_bodies(table: &Table) -> Option<Joined> {
    let cells = |at: usize| {
        let all = table.rows.iter().filter_map(move |entry| entry.row.cells.get(at));
        all.filter(|cell| !cell.is_empty())
    };
    let is_marked = |at: &usize| {
        !table.headings[*at].is_empty() && cells(*at).next().is_some() && cells(*at).all(|cell| leads(cell).is_some())
    };
    let columns: Vec<usize> = (0..table.headings.len()).filter(is_marked).collect();
    let has_lead = columns.iter().any(|at| cells(*at).any(|cell| leads(cell) == Some(true)));
    let cell = |cells: &[(&str, &Cell)]| {
        let mut named: Vec<(bool, &str)> =
            cells.iter().filter_map(|(heading, cell)| Some((!leads(cell)?, *heading))).collect();
        named.sort_by_key(|(supports, _)| *supports);
        let lines =
            named.iter().map(|(supports, name)| format!("{name} ({})", if *supports { "support" } else { "lead" }));
        Cell { text: lines.collect::<Vec<_>>().join("\n"), ..Cell::default() }
    };
    let told = "columns with a letter for who leads and who supports were read as one column of leads";
    (columns.len() > 1 && has_lead).then_some(Joined { columns, heading: "Leads", cell, told })
}

/// Whether a mark says that a body leads, or that it supports.
fn leads(cell: &Cell) -> Option<bool> {
    match cell.text.trim().to_ascii_lowercase().as_str() {
        "l" | "lead" => Some(true),
        "s" | "p" | "support" | "partner" => Some(false),
        _ => None,
    }
}

fn is_date(spoken: &[String]) -> bool {
    spoken.iter().any(|word| matches!(word.as_str(), "date" | "due" | "deadline" | "when" | "by"))
}

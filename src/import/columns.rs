//! Which column is about what: by its heading, by what its cells hold, and by what the other columns are about.

mod contents;

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::column_choices::ColumnChoices;

use super::field::Field;
use super::table::Table;
use super::{confidential, heading, reported};
use crate::model::timescale::PlanCalendar;
use contents::Contents;

/// A score below this says nothing.
const LEAST: f32 = 0.42;

/// Why a column is what it is where someone said so.
const CHOSEN: &str = "as you chose";

/// One column of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    /// The plan's own heading; empty where it has none.
    pub(crate) heading: String,
    /// Its place in the table, from 1.
    pub(crate) place: usize,
    pub(crate) field: Field,
    /// Why, for the report.
    pub(crate) reason: &'static str,
    /// The word by which its heading says that it is not for the public.
    pub(crate) says_private: Option<&'static str>,
    /// Whether its numbers are parts of one, as a spreadsheet keeps per cent.
    pub(crate) is_part_of_one: bool,
}

impl Column {
    /// What it is called: by its heading, else by its place.
    pub(crate) fn name(&self) -> String {
        if self.heading.is_empty() { format!("column {}", self.place) } else { self.heading.clone() }
    }

    /// Whether its words are further facts of an action, for the public. A column is kept from it where its heading says
    /// so, where someone chose that, and where nothing says what its cells are.
    pub(crate) fn is_detail(&self) -> bool {
        self.field == Field::Keep && self.says_private.is_none() && !self.is_chosen() && !self.heading.is_empty()
    }

    /// Whether someone said what it is about.
    pub(crate) fn is_chosen(&self) -> bool {
        self.reason == CHOSEN
    }

    /// Whether its words are kept and not published.
    pub(crate) fn is_private(&self) -> bool {
        self.says_private.is_some() && self.field == Field::Keep
    }
}

/// The columns of tables with these headings, from what all of them hold.
pub(crate) fn map(headings: &[String], tables: &[&Table], choices: &ColumnChoices) -> Vec<Column> {
    let width = width(headings, tables);
    let contents: Vec<Contents> =
        (0..width).into_par_iter().map(|column| Contents::of(tables, column, width)).collect();
    let heading = |column: usize| headings.get(column).cloned().unwrap_or_default();
    let private = private_words(headings, width);
    let column_of = |column: usize, field: Field, reason: &'static str| {
        let says_private = private[column];
        let is_part_of_one = contents[column].are_parts_of_one();
        Column { heading: heading(column), place: column + 1, field, reason, says_private, is_part_of_one }
    };
    let mut columns: Vec<Option<Column>> = vec![None; width];
    let mut wishes = Vec::new();
    for column in 0..width {
        let name = heading(column);
        if let Some(field) = choices.get(&name, column) {
            columns[column] = Some(column_of(column, field, CHOSEN));
            continue;
        }
        if private[column].is_some() {
            columns[column] = Some(column_of(column, Field::Keep, "its heading says that it is not for the public"));
            continue;
        }
        for (field, score) in wished(&name, &contents[column], column) {
            wishes.push((score, column, field));
        }
    }
    wishes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (score, column, field) in wishes {
        let taken = columns.iter().flatten().any(|known| known.field == field) && !field.may_repeat();
        if columns[column].is_none() && !taken && score >= LEAST {
            let reason = if heading(column).is_empty() { "by what it holds" } else { "by its heading" };
            columns[column] = Some(column_of(column, field, reason));
        }
    }
    let columns = columns.into_iter().enumerate();
    let mut columns: Vec<Column> =
        columns.map(|(at, known)| known.unwrap_or_else(|| column_of(at, Field::Keep, "it fits no field"))).collect();
    previous_states(&mut columns, choices);
    further_colours(&mut columns, choices);
    further_statuses(&mut columns, &contents, choices);
    bars(&mut columns, &contents, choices);
    second_leads(&mut columns);
    settle_title(&mut columns, &contents, choices);
    settle_leads(&mut columns, &contents, choices);
    settle_groups(&mut columns, &contents, choices);
    columns
}

/// For each column the word by which its heading says that it is not for the public. One without a heading belongs to
/// the one on its left.
fn private_words(headings: &[String], width: usize) -> Vec<Option<&'static str>> {
    let mut last = None;
    let word = |column: usize| {
        if let Some(heading) = headings.get(column).filter(|heading| !heading.is_empty()) {
            last = confidential::in_heading(heading);
        }
        last
    };
    (0..width).map(word).collect()
}

/// How many columns there are: as many as have headings, and those beside them in which many rows say something.
fn width(headings: &[String], tables: &[&Table]) -> usize {
    let named = headings.iter().rposition(|heading| !heading.is_empty()).map_or(0, |last| last + 1);
    let rows = || tables.iter().flat_map(|table| &table.rows).map(|row| &row.row);
    let widest = rows().map(|row| row.cells.len()).max().unwrap_or(0);
    let used = |column: usize| rows().filter(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty())).count();
    let all = rows().count();
    (named..widest)
        .filter(|column| named == 0 || used(*column) * 5 > all)
        .map(|column| column + 1)
        .max()
        .unwrap_or(named)
}

/// What a column may be about, with how much speaks for it.
fn wished(heading: &str, contents: &Contents, column: usize) -> Vec<(Field, f32)> {
    let mut scores = heading::scores(heading);
    let tells_when = !heading.is_empty() && reported::is_only_when(heading, &PlanCalendar::default());
    if scores.is_empty() && tells_when && contents.filled > 0 && !contents.is_dates() && contents.length > 3 {
        scores.push((Field::Updates, 0.6));
    }
    if scores.is_empty() {
        scores = contents.alone(column);
    }
    let says_how = scores.first().is_some_and(|(field, _)| matches!(field, Field::Updates | Field::Status));
    if says_how && contents.is_percents() {
        scores.insert(0, (Field::Progress, 1.0));
    }
    // What is planned for each year is no report: `Design`, `Build`, `Open`.
    let is_year = super::block::words(heading).iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    if tells_when && (contents.are_stages() || is_year && contents.are_plans()) {
        scores = vec![(Field::Keep, 0.6)];
    }
    // A quarter's column may hold nothing but colours.
    let reports = scores.first().is_some_and(|(field, _)| *field == Field::Updates);
    if reports && contents.is_colours() {
        scores.insert(0, (Field::Rating, 0.8));
    }
    for (field, score) in &mut scores {
        *score += contents.agrees(*field);
    }
    scores
}

/// A column for how an action was going before is no more than a fact.
fn previous_states(columns: &mut [Column], choices: &ColumnChoices) {
    let is_before = |column: &Column| {
        let spoken = super::block::words(&column.heading);
        spoken.iter().any(|word| matches!(word.as_str(), "previous" | "prior" | "former" | "last"))
    };
    for field in [Field::Status, Field::Rating] {
        for (at, column) in columns.iter_mut().enumerate() {
            if column.field == field && is_before(column) && choices.get(&column.heading, at).is_none() {
                column.field = Field::Keep;
                column.reason = "it says how the action was going before";
            }
        }
    }
}

/// Of several colours for the same time, the one with the plainest heading says how the action is going: `Overall RAG`
/// beside `Budget RAG`.
fn further_colours(columns: &mut [Column], choices: &ColumnChoices) {
    let is_of_time = |column: &Column| reported::is_dated(&column.heading, &PlanCalendar::default());
    let colours: Vec<usize> =
        (0..columns.len()).filter(|at| columns[*at].field == Field::Rating && !is_of_time(&columns[*at])).collect();
    let plainness = |at: &&usize| {
        let spoken = super::block::words(&columns[**at].heading);
        let is_whole =
            spoken.iter().any(|word| matches!(word.as_str(), "overall" | "current" | "delivery" | "progress"));
        (is_whole, heading::clarity(&columns[**at].heading))
    };
    let best = colours.iter().rev().max_by(|one, other| {
        plainness(one).0.cmp(&plainness(other).0).then(plainness(one).1.total_cmp(&plainness(other).1))
    });
    let Some(best) = best.copied() else { return };
    for at in colours.into_iter().filter(|at| *at != best) {
        if choices.get(&columns[at].heading, at).is_none() && !columns[at].heading.is_empty() {
            columns[at].field = Field::Keep;
            columns[at].reason = "another column says in colours how the action is going";
        }
    }
}

/// Words of a heading over people or their posts, and not over the bodies that they work for.
const OFFICER: [&str; 9] =
    ["officer", "officers", "person", "post", "role", "name", "contact", "manager", "individual"];

/// Beside a column of statuses, one whose words are none is a fact: `Stage` over `Phase 1`.
fn further_statuses(columns: &mut [Column], contents: &[Contents], choices: &ColumnChoices) {
    let statuses: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].field == Field::Status).collect();
    if !statuses.iter().any(|at| contents[*at].are_statuses()) {
        return;
    }
    for at in statuses.into_iter().filter(|at| contents[*at].says_no_status()) {
        if choices.get(&columns[at].heading, at).is_none() {
            columns[at].field = Field::Keep;
            columns[at].reason = "another column says how the action is going";
        }
    }
}

/// Columns for times that are filled in one colour and have no words are bars of a timetable, and no ratings.
fn bars(columns: &mut [Column], contents: &[Contents], choices: &ColumnChoices) {
    let is_bar = |at: &usize| {
        columns[*at].field == Field::Rating
            && contents[*at].filled == 0
            && reported::is_only_when(&columns[*at].heading, &PlanCalendar::default())
    };
    let bars: Vec<usize> = (0..columns.len()).filter(is_bar).collect();
    let colours: BTreeSet<&str> = bars.iter().flat_map(|at| &contents[*at].fill_colours).copied().collect();
    if bars.len() < 2 || colours.len() != 1 {
        return;
    }
    for at in bars {
        if choices.get(&columns[at].heading, at).is_none() {
            columns[at].field = Field::Keep;
            columns[at].reason = "filled in one colour like the others, as in a timetable";
        }
    }
}

/// A second column of leads holds the officer of the agency that leads, or those who lead with it; a third partners.
fn second_leads(columns: &mut [Column]) {
    let has_leads = columns.iter().any(|column| column.field == Field::Leads);
    let mut has_second = false;
    for column in columns.iter_mut().filter(|column| column.field == Field::Keep && has_leads && !column.is_private()) {
        let scores = heading::scores(&column.heading);
        if scores.first().is_some_and(|(field, score)| *field == Field::Leads && *score >= LEAST) {
            let is_officer = super::block::words(&column.heading).iter().any(|word| OFFICER.contains(&word.as_str()));
            column.field = match (has_second, is_officer) {
                (true, _) => Field::Partners,
                (false, true) => Field::Officer,
                (false, false) => Field::Leads,
            };
            column.reason = "a second column of leads";
            has_second = true;
        }
    }
}

/// Every plan has actions: where no column is named for them, the one that is most like them takes their place.
fn settle_title(columns: &mut [Column], contents: &[Contents], choices: &ColumnChoices) {
    if columns.iter().any(|column| column.field == Field::Title) {
        return;
    }
    let free = |column: usize, columns: &[Column]| choices.get(&columns[column].heading, column).is_none();
    let of = |field: Field, columns: &[Column]| {
        columns.iter().position(|column| column.field == field).filter(|column| free(*column, columns))
    };
    let single = |field: Field| of(field, columns).filter(|column| !contents[*column].is_group());
    let wanted = [Field::Objective, Field::Section].into_iter().find_map(single);
    let wanted = wanted.or_else(|| {
        [Field::How, Field::Aim, Field::Objective, Field::Measures].into_iter().find_map(|field| of(field, columns))
    });
    // An action is like no other: what no other row says, a milestone before all else, and the longest of that.
    let likest = || {
        let may = |column: &Column| matches!(column.field, Field::Keep | Field::Milestones) && !column.is_private();
        let kept = (0..columns.len()).filter(|column| may(&columns[*column]) && free(*column, columns));
        kept.max_by_key(|column| {
            let cells = &contents[*column];
            (cells.is_distinct(), columns[*column].field == Field::Milestones, cells.length)
        })
    };
    if let Some(column) = wanted.or_else(likest).filter(|column| contents[*column].filled > 0) {
        columns[column].field = Field::Title;
        columns[column].reason = "no column is named for the actions, and this one is most like them";
    }
}

/// In a table without any header a column of short texts beside the actions names who leads.
fn settle_leads(columns: &mut [Column], contents: &[Contents], choices: &ColumnChoices) {
    let has_heading = columns.iter().any(|column| !column.heading.is_empty());
    let has = |field: Field, columns: &[Column]| columns.iter().any(|column| column.field == field);
    if has_heading || has(Field::Leads, columns) || !has(Field::Title, columns) {
        return;
    }
    let fits = |column: &usize| {
        let cells = &contents[*column];
        let is_free = columns[*column].field == Field::Keep && choices.get("", *column).is_none();
        is_free && (3..=40).contains(&cells.length) && cells.filled * 2 > cells.rows
    };
    if let Some(column) = (0..columns.len()).find(fits) {
        columns[column].field = Field::Leads;
        columns[column].reason = "short texts beside the actions, in a table without headings";
    }
}

/// A column of sections or objectives whose every row says something else is no group of actions.
fn settle_groups(columns: &mut [Column], contents: &[Contents], choices: &ColumnChoices) {
    for at in 0..columns.len() {
        // Outcomes that stand left of the actions, for several each, group them.
        let title = columns.iter().position(|column| column.field == Field::Title).unwrap_or(0);
        let free = !columns.iter().any(|column| matches!(column.field, Field::Section | Field::Objective));
        let wanted = heading::scores(&columns[at].heading).iter().any(|(field, _)| *field == Field::Section);
        let several = contents[at].rows > 2 && contents[at].is_group() && contents[at].filled > 1;
        if columns[at].field == Field::Aim && at < title && free && wanted && several {
            columns[at].field = Field::Section;
        }
        // What some rows say and others share is what is expected of them together.
        let outcomes = columns[at].field == Field::Aim && contents[at].rows > 2 && contents[at].is_group();
        let speaks = heading::scores(&columns[at].heading).iter().any(|(field, _)| *field == Field::ExpectedOutcomes);
        if outcomes && speaks && choices.get(&columns[at].heading, at).is_none() {
            columns[at].field = Field::ExpectedOutcomes;
        }
        let is_group = matches!(columns[at].field, Field::Section | Field::Objective);
        let chosen = choices.get(&columns[at].heading, at).is_some();
        if !is_group || chosen || contents[at].is_group() {
            continue;
        }
        let free = |field: Field| columns.iter().all(|column| column.field != field);
        let scores = heading::scores(&columns[at].heading);
        let speaks = |field: Field| scores.iter().any(|(known, score)| *known == field && *score >= LEAST);
        // A theme, a pillar or a goal of each action is a tag of it.
        let is_tag = scores.iter().any(|(known, _)| *known == Field::Themes);
        if is_tag && !contents[at].is_rank() {
            columns[at].field = Field::Themes;
            columns[at].reason = "each row says something else, so it is a tag of its action";
            continue;
        }
        let other = [Field::Aim, Field::Why, Field::Success].into_iter().find(|field| free(*field) && speaks(*field));
        columns[at].field = if contents[at].is_rank() { Field::Keep } else { other.unwrap_or(Field::Keep) };
        columns[at].reason = "each row says something else, so it groups no actions";
    }
}

//! What the cells of a column hold, taken together.

use std::collections::BTreeSet;

use crate::import::field::Field;
use crate::import::percent::percent;
use crate::import::table::Table;
use crate::import::{label, standing, when};
use crate::model::timescale::PlanCalendar;

/// What the cells of a column hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Contents {
    /// How many rows there are.
    pub(super) rows: usize,
    /// How many cells have something in them.
    pub(super) filled: usize,
    /// How many of those are merged with the one above.
    merged: usize,
    /// How many different texts there are.
    different: usize,
    /// The letters of the average text.
    pub(super) length: usize,
    dates: usize,
    /// How many of those say nothing else.
    bare_dates: usize,
    colours: usize,
    fills: usize,
    /// The colours of fills.
    pub(super) fill_colours: BTreeSet<&'static str>,
    standings: usize,
    numbers: usize,
    ranks: usize,
    /// How many say yes or no.
    answers: usize,
    /// How many are one word.
    single: usize,
    /// How many are a part of one, as a spreadsheet keeps per cent: `0.4`.
    parts_of_one: usize,
    /// How many are numbers over one.
    over_one: usize,
    /// How many are written with the sign: `40%`.
    percents: usize,
}

impl Contents {
    pub(super) fn of(tables: &[&Table], column: usize, width: usize) -> Self {
        let calendar = PlanCalendar::default();
        let mut known = BTreeSet::new();
        let mut contents = Self::default();
        let mut letters = 0;
        for row in tables.iter().flat_map(|table| &table.rows) {
            // A row with one cell is a heading between the actions.
            if row.row.filled().nth(1).is_none() || !row.row.fits(width) {
                continue;
            }
            contents.rows += 1;
            let Some(cell) = row.row.cells.get(column) else { continue };
            contents.fills += usize::from(cell.colour.is_some());
            contents.fill_colours.extend(cell.colour);
            if cell.is_empty() {
                continue;
            }
            let text = cell.text.as_str();
            contents.filled += 1;
            contents.merged += usize::from(cell.from_above);
            letters += text.chars().count();
            known.insert(text.to_lowercase());
            contents.dates += usize::from(text.lines().all(|line| when::is_date(line, &calendar)));
            contents.bare_dates += usize::from(when::has_only_date_words(text));
            contents.colours += usize::from(standing::colour(text).is_some_and(|(_, rest)| rest.is_empty()));
            contents.standings += usize::from(standing::read(text).is_some());
            contents.numbers += usize::from(is_number(text));
            contents.ranks += usize::from(is_rank(text));
            contents.answers += usize::from(is_answer(text));
            contents.single += usize::from(text.split_whitespace().nth(1).is_none());
            let number: Option<f64> = text.parse().ok();
            contents.parts_of_one += usize::from(number.is_some_and(|number| number > 0.0 && number < 1.0));
            contents.over_one += usize::from(number.is_some_and(|number| number > 1.0));
            contents.percents += usize::from(is_percent(text));
        }
        contents.different = known.len();
        contents.length = letters / contents.filled.max(1);
        contents
    }

    /// How far the cells speak for or against a field that the heading names.
    pub(super) fn agrees(&self, field: Field) -> f32 {
        if self.filled == 0 {
            return 0.0;
        }
        let most = |count: usize| count * 3 >= self.filled * 2;
        match field {
            Field::Timescale if most(self.dates) => 0.3,
            Field::Timescale if self.dates == 0 && self.length > 60 => -0.35,
            Field::Reported => {
                if most(self.dates) {
                    0.3
                } else {
                    -0.6
                }
            }
            Field::Ref if most(self.numbers) => 0.2,
            Field::Ref if self.length > 20 => -0.6,
            Field::Rating if most(self.colours) => 0.3,
            Field::Status | Field::Updates if most(self.bare_dates) => -0.3,
            Field::Success | Field::Aim | Field::Why | Field::How | Field::Measures | Field::Target
                if most(self.ranks) =>
            {
                -0.8
            }
            Field::Target | Field::Measures | Field::Milestones if most(self.dates) => -0.2,
            Field::Leads | Field::Partners if most(self.dates) || self.length > 160 => -0.4,
            Field::Title | Field::How | Field::Aim if self.length < 5 || most(self.dates) => -0.5,
            Field::Section | Field::Objective | Field::Title if most(self.ranks) => -0.8,
            // A column of groups says the same for many rows.
            Field::Section if self.merged > 0 || self.different * 2 <= self.filled || self.filled * 2 <= self.rows => {
                0.1
            }
            _ => 0.0,
        }
    }

    /// What a column without a known heading is about.
    pub(super) fn alone(&self, column: usize) -> Vec<(Field, f32)> {
        let most = |count: usize| self.filled > 0 && count * 3 >= self.filled * 2;
        if most(self.colours) {
            return vec![(Field::Rating, 0.6)];
        }
        if most(self.dates) {
            return vec![(Field::Timescale, 0.5)];
        }
        if column == 0 && most(self.numbers) && self.filled * 2 > self.rows {
            return vec![(Field::Ref, 0.6)];
        }
        if self.filled == 0 && self.fills * 2 > self.rows {
            return vec![(Field::Rating, 0.45)];
        }
        if column == 0 && self.filled > 1 && self.is_group() && self.length > 3 {
            return vec![(Field::Section, 0.45)];
        }
        Vec::new()
    }

    /// Whether the texts stand for more rows than one each: they repeat, are merged downwards, or have gaps.
    pub(super) fn is_group(&self) -> bool {
        self.filled <= 1 || self.different < self.filled || self.merged > 0 || self.filled < self.rows
    }

    /// Whether its numbers are parts of one, so that `1` is all of it.
    pub(super) fn are_parts_of_one(&self) -> bool {
        self.parts_of_one > 0 && self.over_one == 0
    }

    /// Whether nearly every cell is so many per cent.
    pub(super) fn is_percents(&self) -> bool {
        self.filled > 0 && self.percents * 3 >= self.filled * 2
    }

    /// Whether nearly every row says something, and something else than the others.
    pub(super) fn is_distinct(&self) -> bool {
        self.filled > 0 && self.different * 10 >= self.rows * 8
    }

    /// Whether the column says nothing but colours, in words or by filling its cells.
    pub(super) fn is_colours(&self) -> bool {
        self.filled > 0 && self.colours * 3 >= self.filled * 2 || self.filled == 0 && self.fills > 0
    }

    /// Whether the cells name what comes when, in a word, and do not say how it is going.
    pub(super) fn are_stages(&self) -> bool {
        self.filled > 0 && self.single == self.filled && self.standings < self.filled && self.colours == 0
    }

    /// Whether most cells say how an action is going.
    pub(super) fn are_statuses(&self) -> bool {
        self.filled > 0 && self.standings * 2 > self.filled
    }

    /// Whether no cell says how an action is going, nor when or how much of it was done.
    pub(super) fn says_no_status(&self) -> bool {
        self.filled > 0
            && self.standings + self.dates + self.percents + self.colours == 0
            && self.fills == 0
            && !self.is_answers()
    }

    /// Whether the cells answer yes or no.
    fn is_answers(&self) -> bool {
        self.answers > 0
    }

    /// Whether the cells are a few words each, as what is planned for a year is, and no states or colours.
    pub(super) fn are_plans(&self) -> bool {
        self.filled > 0 && self.length <= 60 && self.standings == 0 && self.colours == 0 && self.fills == 0
    }

    pub(super) fn is_dates(&self) -> bool {
        self.dates * 3 >= self.filled * 2
    }

    pub(super) fn is_rank(&self) -> bool {
        self.filled > 0 && self.ranks * 3 >= self.filled * 2
    }
}

fn is_answer(text: &str) -> bool {
    ["yes", "no", "y", "n", "x"].iter().any(|answer| text.trim().eq_ignore_ascii_case(answer))
}

/// `40%`, `40% complete`.
fn is_percent(text: &str) -> bool {
    text.contains('%') && percent(text, false).is_some()
}

fn is_number(text: &str) -> bool {
    text.len() <= 8 && text.trim_end_matches(['.', ')']).len() == label::number_end(text).max(1)
}

/// `High`, `M`, `low`: how urgent an action is, and no group of actions.
fn is_rank(text: &str) -> bool {
    let ranks = ["high", "medium", "low", "h", "m", "l", "med", "urgent", "critical", "essential", "desirable"];
    ranks.iter().any(|rank| text.trim().eq_ignore_ascii_case(rank))
}

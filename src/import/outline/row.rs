//! What a row of a table is: an action, more of the action above, the rest of a row that a page's end cut in two, a
//! heading, a line of the rating guide, or a repeat of what was there.

use std::rc::Rc;

use super::headings::Heading;
use super::{Builder, Gathered, align, guide};
use crate::import::block::{Cell, Line, Origin, Row, is_ditto_mark, words};
use crate::import::columns::Column;
use crate::import::field::Field;
use crate::import::label::{self, Kind};
use crate::import::marked_list::{MarkedList, goes_on};
use crate::import::table::{Table, TableRow, is_short, is_statement};

/// The level of a heading that stands in a row.
const BANNER: u8 = 20;

/// How the cells of a table usually begin, for telling what is unusual.
pub(super) struct Usual {
    /// By column: whether many cells begin with a small letter.
    small: Vec<bool>,
}

impl Usual {
    pub(super) fn of(table: &Table, columns: &[Column]) -> Self {
        let small = (0..columns.len()).map(|column| {
            let cells = table.rows.iter().filter_map(|row| row.row.cells.get(column)).filter(|cell| cell.is_own());
            let texts: Vec<&Cell> = cells.collect();
            let small = texts.iter().filter(|cell| begins_small(&cell.text)).count();
            texts.len() > 3 && small * 10 > texts.len() * 3
        });
        Self { small: small.collect() }
    }
}

fn begins_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

impl Builder<'_> {
    pub(super) fn row(&mut self, entry: &TableRow, columns: &Rc<[Column]>, usual: &Usual) {
        let origin = &entry.row.origin;
        if let Some(entries) = guide::of_row(&entry.row) {
            self.guide(origin, entries);
            return;
        }
        if self.is_repeat(&entry.row) {
            let words = entry.row.words();
            self.notes.look(origin, format!("repeats words of the rows above, and is left out: `{words}`"));
            return;
        }
        if self.outcome_row(&entry.row) || self.banner(&entry.row, columns, usual) {
            return;
        }
        let aligned = align::align(&entry.row, columns);
        if let Some(doubt) = aligned.doubt {
            self.notes.look(origin, doubt);
        }
        let cells = self.with_groups(aligned.cells, columns);
        let row = Sorted { cells, columns, origin };
        self.remember(&row.cells);
        if self.goes_on_from_above(&row, usual) {
            self.join(&row);
        } else if self.is_more_of_above(&row) {
            self.notes.did(origin, format!("more of the action above: `{}`", words_of(&row.cells)));
            self.last_action().expect("it was looked at").rows.push(row.cells);
        } else if row.says_nothing() {
            let words = words_of(&row.cells);
            self.notes
                .look(origin, format!("says nothing under a heading that is known, so it is left out: `{words}`"));
        } else {
            self.open_columns(&row);
            let cells = self.above_repeated(&row);
            for cells in self.one_for_each_number(cells, &row) {
                self.add(Gathered { origin: origin.clone(), columns: Rc::clone(columns), rows: vec![cells] });
            }
        }
    }

    /// A row with nothing but a number and a text, under whose number the next row's stands: `1 | Prevention`, and then
    /// `1.1 | Open a helpline`.
    pub(super) fn numbered_heading(&mut self, row: &Row, next: Option<&Row>, columns: &[Column]) -> bool {
        let Some(at) = columns.iter().position(|column| column.field == Field::Ref) else { return false };
        let filled: Vec<(usize, &Cell)> = row.filled().collect();
        let [(first, number), (_, title)] = filled.as_slice() else { return false };
        let below = next.and_then(|next| next.cells.get(at)).map_or("", |cell| cell.text.as_str());
        let number = number.text.trim_end_matches(['.', ')', ':']);
        let is_above = below.strip_prefix(number).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1);
        if *first != at || !is_above {
            return false;
        }
        let text = format!("{number} {}", title.text);
        self.notes.did(&row.origin, format!("a row with a number and one text is taken as a heading: `{text}`"));
        let level = BANNER + depth(&text);
        self.heading(level, &Line { text, origin: row.origin.clone() });
        true
    }

    /// Whether a row that begins in the middle of a sentence says nothing that was not said above.
    fn is_repeat(&self, row: &Row) -> bool {
        let texts: Vec<&str> = row.filled().map(|(_, cell)| cell.text.as_str()).collect();
        if !texts.first().is_some_and(|text| begins_small(text)) {
            return false;
        }
        let known = format!(" {} ", self.recent.join(" "));
        let spoken: Vec<String> = texts.iter().flat_map(|text| words(text)).collect();
        let threes: Vec<String> = spoken.windows(3).map(|window| format!(" {} ", window.join(" "))).collect();
        let repeated = threes.iter().filter(|three| known.contains(three.as_str())).count();
        threes.len() > 1 && repeated * 10 >= threes.len() * 7
    }

    fn remember(&mut self, cells: &[Cell]) {
        self.recent.extend(cells.iter().flat_map(|cell| words(&cell.text)));
        let most = 1500;
        if self.recent.len() > most {
            self.recent.drain(..self.recent.len() - most);
        }
    }

    /// `Expected outcomes | …`, and the rows below it.
    fn outcome_row(&mut self, row: &Row) -> bool {
        let cells: Vec<&Cell> = row.filled().map(|(_, cell)| cell).collect();
        let Some(first) = cells.first() else { return true };
        let kind = label::of(&first.text).map(|label| label.kind);
        if kind == Some(Kind::Outcomes) && cells.len() <= 2 {
            let text = cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(": ");
            self.heading(BANNER, &Line { text, origin: row.origin.clone() });
            return true;
        }
        if self.in_outcomes && cells.len() == 1 && label::of(&first.text).is_none() {
            self.notes.did(&row.origin, format!("taken as expected outcomes: `{}`", first.text));
            self.outcome(&first.text);
            return true;
        }
        false
    }

    /// A row with one cell: a heading, or the text below one.
    fn banner(&mut self, row: &Row, columns: &[Column], usual: &Usual) -> bool {
        let cells: Vec<(usize, &Cell)> = row.filled().collect();
        let labelled =
            |cell: &Cell| label::of(&cell.text).is_some_and(|label| label.opens_group() || !label.rest.is_empty());
        let (column, cell) = match cells.as_slice() {
            [(column, cell)] => (*column, (*cell).clone()),
            // `Outcome 1 | People are safe` in two cells.
            [(column, first), (_, second)] if label::of(&first.text).is_some_and(|label| label.rest.is_empty()) => {
                (*column, Cell { text: format!("{}: {}", first.text, second.text), ..Cell::default() })
            }
            _ => return false,
        };
        let field = columns.get(column).map_or(Field::Keep, |column| column.field);
        let wide = cell.covers > 0 && cell.covers + 1 >= columns.len() / 2;
        let goes_on = begins_small(&cell.text) && !usual.small.get(column).copied().unwrap_or(false);
        let first = columns.iter().position(|column| !column.heading.is_empty()).unwrap_or(0);
        let in_front = column <= first || matches!(field, Field::Ref | Field::Title | Field::Section);
        let is_banner = wide || labelled(&cell) || in_front && is_short(&cell.text);
        if goes_on || !is_banner {
            return false;
        }
        let line = Line { text: cell.text.clone(), origin: row.origin.clone() };
        let opens = label::of(&cell.text).is_some_and(|label| label.opens_group());
        if opens || is_short(&cell.text) {
            self.notes.did(&row.origin, format!("a row with one text is taken as a heading: `{}`", cell.text));
            let level = BANNER + depth(&cell.text);
            let stands_alone = self.waiting.last().is_none_or(|heading| heading.level < BANNER);
            let text_of_above = !stands_alone && !opens && is_statement(&cell.text);
            if text_of_above { self.text(&line) } else { self.heading(level, &line) }
        } else {
            self.notes
                .did(&row.origin, format!("a row with one long text is taken as the section's aim: `{}`", cell.text));
            self.banner_text(line);
        }
        true
    }

    /// A long text in a row of its own: the aim of what is open.
    fn banner_text(&mut self, line: Line) {
        match self.waiting.last_mut() {
            Some(heading) => heading.texts.push(line),
            None => match self.outline.sections.last_mut() {
                Some(section) => section.aim.push(line.text),
                None => self.outline.opening.push(line),
            },
        }
    }

    /// The row with the values of the columns that group actions, which stand in the first row of each group alone.
    fn with_groups(&mut self, mut cells: Vec<Cell>, columns: &[Column]) -> Vec<Cell> {
        for (cell, column) in cells.iter_mut().zip(columns) {
            let is_group = matches!(column.field, Field::Section | Field::Objective);
            if is_group
                && cell.is_empty()
                && let Some(text) = self.column_groups.get(&column.field)
            {
                cell.text.clone_from(text);
                cell.from_above = true;
            }
        }
        cells
    }

    /// Opens the section and objective that a row's columns name, where they are new.
    fn open_columns(&mut self, row: &Sorted<'_>) {
        for field in [Field::Section, Field::Objective] {
            let Some(text) = row.text(field).filter(|text| !text.is_empty()) else { continue };
            if self.column_groups.get(&field).is_some_and(|known| *known == text) {
                continue;
            }
            let line = Line { text: text.replace('\n', " "), origin: row.origin.clone() };
            if field == Field::Section && self.is_under_labelled(&line) {
                self.open_waiting();
                self.column_groups.remove(&Field::Objective);
                self.objective(&Heading { level: BANNER + 11, line, texts: Vec::new() });
                self.column_groups.insert(field, text);
                continue;
            }
            let level = if field == Field::Section { BANNER + 10 } else { BANNER + 11 };
            if field == Field::Section {
                self.column_groups.clear();
                self.objective_level = None;
                self.waiting.push(Heading { level, line, texts: Vec::new() });
                self.open_as_section();
            } else {
                self.open_waiting();
                self.waiting.push(Heading { level, line, texts: Vec::new() });
                self.open_as_objective(row);
            }
            self.column_groups.insert(field, text);
        }
    }

    /// Whether a heading such as `Priority 1: …` stands above the values of a column that groups actions.
    fn is_under_labelled(&mut self, line: &Line) -> bool {
        let opens = |text: &str| label::of(text).is_some_and(|label| label.kind == Kind::Section);
        let waits = self.waiting.last().is_some_and(|heading| opens(&heading.line.text));
        if opens(&line.text) {
            return false;
        }
        self.has_labelled_sections |= waits;
        self.has_labelled_sections && (waits || self.waiting.is_empty() && !self.outline.sections.is_empty())
    }

    fn open_as_section(&mut self) {
        let heading = self.waiting.pop().expect("it was put there");
        // What stands above the table is the document's title, or a heading with no actions of its own.
        self.leave_waiting();
        self.is_first = false;
        let (number, title) = self.number_and_title(&heading.line.text, "section");
        let (origin, sheet) = (heading.line.origin, self.sheet.clone());
        self.outline.sections.push(super::Group {
            origin,
            sheet,
            number,
            title,
            is_named: true,
            ..super::Group::default()
        });
    }

    fn open_as_objective(&mut self, row: &Sorted<'_>) {
        let heading = self.waiting.pop().expect("it was put there");
        let (number, title) = self.number_and_title(&heading.line.text, "objective");
        let origin = heading.line.origin;
        let sheet = self.sheet.clone();
        let other_sheet = sheet.is_some() && self.outline.sections.last().is_some_and(|last| last.sheet != sheet);
        let group = super::Group { origin, sheet, number, title, is_named: true, ..super::Group::default() };
        // Without a section above it, each objective is a section.
        let has_section = row.columns.iter().any(|column| column.field == Field::Section)
            || self.outline.sections.last().is_some_and(|section| section.is_named && !self.objectives_are_sections());
        if has_section && !other_sheet && !self.outline.sections.is_empty() {
            self.outline.sections.last_mut().expect("there is one").objectives.push(group);
        } else {
            self.outline.sections.push(super::Group { is_named: true, ..group });
            self.column_groups.insert(Field::Objective, String::new());
            self.objective_level = Some(BANNER + 11);
        }
    }

    /// Whether the sections so far were made of the column of objectives.
    fn objectives_are_sections(&self) -> bool {
        self.objective_level == Some(BANNER + 11)
            && self.outline.sections.last().is_some_and(|section| section.objectives.is_empty())
    }

    /// Whether a row is the rest of the one above, which a page's end cut in two.
    fn goes_on_from_above(&mut self, row: &Sorted<'_>, usual: &Usual) -> bool {
        let Some(above) = self.last_action() else { return false };
        let Some(last) = above.rows.last() else { return false };
        if !Rc::ptr_eq(&above.columns, row.columns) && *above.columns != **row.columns {
            return false;
        }
        let once = [Field::Ref, Field::Timescale, Field::Rating, Field::Status];
        let mut small = 0;
        let mut spoken = 0;
        for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.is_own()) {
            let over = last.get(at).map(|cell| cell.text.as_str()).unwrap_or_default();
            if once.contains(&row.columns[at].field) && !over.is_empty() {
                return false;
            }
            if !cell.text.chars().any(char::is_alphabetic) {
                continue;
            }
            spoken += 1;
            let usually = usual.small.get(at).copied().unwrap_or(false);
            let open = !over.is_empty() && !over.ends_with(['.', '!', '?']) && goes_on(over, &cell.text);
            small += usize::from(open && !usually);
        }
        spoken > 0 && small * 2 >= spoken
    }

    fn join(&mut self, row: &Sorted<'_>) {
        let message = format!("goes on from the row above, and was joined to it: `{}`", words_of(&row.cells));
        self.notes.look(row.origin, message);
        let above = self.last_action().expect("it was looked at");
        let last = above.rows.last_mut().expect("an action has a row");
        for (over, cell) in last.iter_mut().zip(&row.cells).filter(|(_, cell)| cell.is_own()) {
            if over.text.is_empty() {
                over.text.clone_from(&cell.text);
            } else {
                let mark = if goes_on(&over.text, &cell.text) { ' ' } else { '\n' };
                over.text.push(mark);
                over.text.push_str(&cell.text);
            }
        }
    }

    /// Whether a row names no action of its own and says more of the one above: a further step, lead or measure.
    fn is_more_of_above(&mut self, row: &Sorted<'_>) -> bool {
        let title = row.cell(Field::Title);
        let shared = title.is_some_and(|cell| cell.from_above);
        if title.is_some_and(Cell::is_own) || row.cell(Field::Ref).is_some_and(Cell::is_own) {
            return false;
        }
        let Some(above) = self.last_action() else { return false };
        let filled = row.cells.iter().filter(|cell| cell.is_own()).count();
        let above_filled = above.rows.first().map_or(0, |row| row.iter().filter(|cell| cell.is_own()).count());
        let own_reason = [Field::Why, Field::Aim].iter().any(|field| row.cell(*field).is_some_and(Cell::is_own));
        filled > 0 && (shared || !(own_reason && filled * 10 >= above_filled * 6))
    }

    /// A row whose cell for the action holds several with a number each, `1.1 …` and `1.2 …`, as a row for each.
    fn one_for_each_number(&mut self, cells: Vec<Cell>, row: &Sorted<'_>) -> Vec<Vec<Cell>> {
        let Some(title) = row.columns.iter().position(|column| column.field == Field::Title) else {
            return vec![cells];
        };
        let has_number = row.cell(Field::Ref).is_some_and(Cell::is_own);
        let lines: Vec<String> = cells[title].text.lines().map(str::to_owned).collect();
        let dotted = |line: &String| label::numbered(line).is_some_and(|(number, _)| number.contains('.'));
        if has_number || lines.len() < 2 || !lines.iter().all(dotted) {
            return vec![cells];
        }
        let message = format!("one row holds {} numbered actions; each became one, with what they share", lines.len());
        self.notes.look(row.origin, message);
        let count = lines.len();
        let part = |cell: &Cell, at: usize| {
            let items = MarkedList::of(&cell.text).items;
            let text = if items.len() == count { items[at].clone() } else { cell.text.clone() };
            Cell { text, ..cell.clone() }
        };
        let mut rows: Vec<Vec<Cell>> = (0..count).map(|at| cells.iter().map(|cell| part(cell, at)).collect()).collect();
        for (cells, line) in rows.iter_mut().zip(lines) {
            cells[title].text = line;
        }
        rows
    }

    /// The row with "as above" filled in from the action above.
    fn above_repeated(&mut self, row: &Sorted<'_>) -> Vec<Cell> {
        let mut cells = row.cells.clone();
        for (at, cell) in cells.iter_mut().enumerate() {
            if !is_ditto(&cell.text) {
                continue;
            }
            let above = self.last_action().and_then(|action| {
                let texts = action.column_texts(at);
                (!texts.is_empty()).then(|| texts.join("\n"))
            });
            let heading = row.columns[at].heading.clone();
            let written = cell.text.clone();
            match above {
                Some(text) => {
                    let message = format!("`{heading}`: `{written}` is written out: `{text}`");
                    self.notes.look(row.origin, message);
                    cell.text = text;
                }
                None => self.notes.look(row.origin, format!("`{heading}`: `{written}`, and there is nothing above")),
            }
        }
        cells
    }
}

/// A row under its columns.
struct Sorted<'r> {
    cells: Vec<Cell>,
    columns: &'r Rc<[Column]>,
    origin: &'r Origin,
}

impl Sorted<'_> {
    fn cell(&self, field: Field) -> Option<&Cell> {
        let at = self.columns.iter().position(|column| column.field == field)?;
        self.cells.get(at)
    }

    /// Whether all that the row says stands in columns that are about nothing.
    fn says_nothing(&self) -> bool {
        let told = |at: usize| !matches!(self.columns[at].field, Field::Keep | Field::Ref);
        !self.cells.iter().enumerate().any(|(at, cell)| cell.is_own() && told(at))
    }

    fn text(&self, field: Field) -> Option<String> {
        self.cell(field).map(|cell| cell.text.clone())
    }
}

fn words_of(cells: &[Cell]) -> String {
    Row { cells: cells.to_vec(), origin: Origin::default() }.words()
}

/// Whether a cell says that it is the same as the one above.
fn is_ditto(text: &str) -> bool {
    let spoken = words(text).join(" ");
    let phrases = ["as above", "ditto", "same as above", "see above", "as previous", "as per above", "as before", "do"];
    is_ditto_mark(text) || phrases.contains(&spoken.as_str())
}

/// How deep a heading's number says that it stands: `1.2` is below `1`.
fn depth(text: &str) -> u8 {
    match label::of(text) {
        Some(label) if label.kind == Kind::Objective => 1,
        Some(_) => 0,
        None => label::numbered(text).map_or(0, |(number, _)| {
            u8::try_from(number.trim_end_matches('.').matches('.').count()).unwrap_or(0).min(3)
        }),
    }
}

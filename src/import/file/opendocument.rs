//! `OpenDocument` spreadsheets and texts, with each cell as it is shown.

mod styles;
mod words;

use std::collections::{BTreeSet, HashMap};

use super::package;
use super::xml::Element;
use crate::import::block::{Block, Cell, Line, Row};
use crate::import::error::ImportError;
use crate::import::note::Notes;
use crate::import::origin::{Origin, Unit};
use styles::{Says, Styles};
use words::is_hidden;

/// The most columns and rows of a plan's table. Sheets end in a row that is repeated a million times.
const MOST_COLUMNS: usize = 200;
const MOST_ROWS: usize = 20_000;

pub(super) fn read(bytes: &[u8], notes: &mut Notes) -> Result<Vec<Block>, ImportError> {
    let broken = || package::broken("its content");
    let mut package = package::open(bytes)?;
    let mut reader = Reader::default();
    if package.index_for_name("styles.xml").is_some() {
        let root = Element::read(&package::part(&mut package, "styles.xml")?).ok_or_else(broken)?;
        root.child("document-styles").into_iter().for_each(|part| reader.styles.take(part));
    }
    let xml = package::part(&mut package, "content.xml")?;
    let root = Element::read(&xml).ok_or_else(broken)?;
    let content = root.child("document-content").ok_or_else(broken)?;
    reader.styles.take(content);
    match (content.at(&["body", "spreadsheet"]), content.at(&["body", "text"])) {
        (Some(book), _) => {
            for table in book.elements().filter(|element| element.name == "table") {
                reader.sheet(table);
            }
        }
        (None, Some(text)) => reader.flow(text, &Says::default()),
        (None, None) => return Err(broken()),
    }
    if reader.cells > package::MOST_CELLS {
        let message = format!("its tables have more than {} cells, too many for a plan", package::MOST_CELLS);
        let help = "something is repeated below or beside the table: copy the table into a new file, and import that";
        return Err(ImportError::new(message, help));
    }
    let (mut comments, mut changes) = (0, 0);
    let counted = |name: &str| matches!(name, "annotation" | "changed-region" | "cell-content-change");
    let _ = Element::each(&xml, counted, |element| match element.name.as_str() {
        "annotation" => comments += 1,
        _ => changes += 1,
    });
    super::report_comments(comments, notes);
    if changes > 0 {
        let message = format!(
            "this document has tracked changes ({changes}); it is read as if all were accepted; accept or reject them \
             first if that is wrong"
        );
        notes.look(&Origin::whole(None), message);
    }
    Ok(reader.blocks)
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    styles: Styles,
    paragraphs: usize,
    tables: usize,
    /// How many cells its rows have.
    cells: u64,
}

/// A cell that goes on in the rows below.
struct Span {
    left: usize,
    text: String,
    /// Whether a row that is not hidden had it.
    is_shown: bool,
}

/// The columns of a table.
#[derive(Default)]
struct Columns {
    hidden: BTreeSet<usize>,
    /// The style of the cells that name none.
    cells: Vec<Option<String>>,
    /// Whether the sheet is protected, so that cells may be hidden by that.
    is_protected: bool,
}

impl Reader {
    fn sheet(&mut self, table: &Element) {
        let name = table.attribute("name").unwrap_or_default().to_owned();
        let is_gone = is_hidden(table) || self.styles.get("table", table.attribute("style-name")).is_gone();
        self.blocks.push(if is_gone { Block::HiddenSheet(name.clone()) } else { Block::Sheet(name.clone()) });
        self.blocks.push(Block::Table);
        self.rows(table, |number| Origin { sheet: Some(name.clone()), unit: Unit::Row, number });
    }

    fn flow(&mut self, parent: &Element, inside: &Says) {
        for element in parent.elements() {
            match element.name.as_str() {
                "h" | "p" => self.line(element, inside),
                "table" => {
                    self.tables += 1;
                    let table = self.tables;
                    self.blocks.push(Block::Table);
                    self.rows(element, |number| Origin { sheet: None, unit: Unit::TableRow(table), number });
                    self.blocks.push(Block::Gap);
                }
                "section" if is_hidden(element) => {
                    let mut gone = inside.clone();
                    gone.hide();
                    self.hidden_flow(element, &gone);
                }
                "section" | "list" | "list-item" | "list-header" => self.flow(element, inside),
                _ => {}
            }
        }
    }

    /// A section that is hidden: all its words, be they in tables or not.
    fn hidden_flow(&mut self, section: &Element, gone: &Says) {
        self.paragraphs += 1;
        let origin = Origin { sheet: None, unit: Unit::Paragraph, number: self.paragraphs };
        self.blocks.push(Block::Aside(words::of(section, &self.styles, gone), origin));
    }

    fn line(&mut self, element: &Element, inside: &Says) {
        self.paragraphs += 1;
        let words = words::of(element, &self.styles, inside);
        let text = words.text();
        let level = element.number("outline-level", 8).and_then(|level| u8::try_from(level).ok()).unwrap_or(1);
        let origin = Origin { sheet: None, unit: Unit::Paragraph, number: self.paragraphs };
        if words.has_aside() {
            self.blocks.push(Block::Aside(words, origin.clone()));
        }
        self.blocks.push(match (text.is_empty(), element.name.as_str()) {
            (true, _) => Block::Gap,
            (false, "h") => Block::Heading(level, Line { text, origin }),
            (false, _) => Block::Text(Line { text, origin }),
        });
    }

    fn rows(&mut self, table: &Element, origin: impl Fn(usize) -> Origin) {
        let mut columns = Columns { is_protected: table.is_on("protected"), ..Columns::default() };
        self.gather_columns(table, false, &mut columns);
        self.blocks.push(Block::HiddenColumns(columns.hidden.iter().copied().collect()));
        let mut elements = Vec::new();
        gather_rows(table, false, &mut elements);
        let mut spans: HashMap<usize, Span> = HashMap::new();
        let mut number = 0;
        for (element, in_hidden) in elements {
            let style = self.styles.get("table-row", element.attribute("style-name"));
            let is_hidden = in_hidden || is_hidden(element) || style.is_gone();
            let cells = self.cells(element, &columns, &mut spans, is_hidden);
            let repeats = element.number("number-rows-repeated", MOST_ROWS).unwrap_or(1).max(1);
            let row = Row { cells, is_hidden, ..Row::default() };
            self.cells += repeats as u64 * row.cells.len() as u64;
            if self.cells > package::MOST_CELLS {
                return;
            }
            if row.is_blank() {
                number += repeats;
                self.blocks.push(Block::Gap);
                continue;
            }
            for _ in 0..repeats {
                number += 1;
                self.blocks.push(Block::Row(Row { origin: origin(number), ..row.clone() }));
            }
        }
    }

    fn cells(&self, row: &Element, columns: &Columns, spans: &mut HashMap<usize, Span>, in_hidden: bool) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        for element in row.elements().filter(|element| element.name.ends_with("table-cell")) {
            let repeats = element.number("number-columns-repeated", MOST_COLUMNS).unwrap_or(1).max(1);
            let style = element.attribute("style-name").or_else(|| row.attribute("default-cell-style-name"));
            let usual = columns.cells.get(cells.len()).and_then(Option::as_deref);
            let mut says = self.styles.get("table-cell", style.or(usual));
            if columns.is_protected && says.is_protected() {
                says.hide();
            }
            let is_covered = element.name.starts_with("covered");
            if is_covered {
                // What another cell lies over is seen by nobody.
                says.hide();
            }
            let mut cell = Cell::from_words(&words::of(element, &self.styles, &says));
            cell.covers = element.number("number-columns-spanned", MOST_COLUMNS).unwrap_or(1).saturating_sub(1);
            (cell.colour, cell.is_oddly_filled) = says.rating();
            if let Some(rows) = element.number("number-rows-spanned", MOST_ROWS).filter(|rows| *rows > 1) {
                let span = Span { left: rows - 1, text: cell.text.clone(), is_shown: !in_hidden };
                spans.insert(cells.len(), span);
            } else if let Some(span) = spans.get_mut(&cells.len()).filter(|span| span.left > 0) {
                span.left -= 1;
                cell.text.clone_from(&span.text);
                cell.from_above = span.is_shown;
                span.is_shown |= !in_hidden;
            }
            let room = MOST_COLUMNS.saturating_sub(cells.len());
            cells.extend(std::iter::repeat_n(cell, repeats.min(room)));
        }
        show_spanned(&mut cells, &columns.hidden);
        let is_used = |cell: &Cell| *cell != Cell::default();
        cells.truncate(cells.iter().rposition(is_used).map_or(0, |last| last + 1));
        cells
    }

    fn gather_columns(&self, parent: &Element, in_hidden: bool, columns: &mut Columns) {
        for element in parent.elements() {
            let gone = in_hidden || is_hidden(element);
            match element.name.as_str() {
                "table-column" => {
                    let gone = gone || self.styles.get("table-column", element.attribute("style-name")).is_gone();
                    let repeats = element.number("number-columns-repeated", MOST_COLUMNS).unwrap_or(1).max(1);
                    for _ in 0..repeats.min(MOST_COLUMNS.saturating_sub(columns.cells.len())) {
                        if gone {
                            columns.hidden.insert(columns.cells.len());
                        }
                        columns.cells.push(element.attribute("default-cell-style-name").map(str::to_owned));
                    }
                }
                "table-columns" | "table-header-columns" | "table-column-group" => {
                    self.gather_columns(element, gone, columns);
                }
                _ => {}
            }
        }
    }
}

/// A cell that spans columns is seen where the first of them is that is not hidden.
fn show_spanned(cells: &mut [Cell], hidden: &BTreeSet<usize>) {
    for at in 0..cells.len() {
        let last = (at + cells[at].covers).min(cells.len() - 1);
        let Some(shown) = (at..=last).find(|column| !hidden.contains(column)).filter(|shown| *shown > at) else {
            continue;
        };
        let cell = std::mem::take(&mut cells[at]);
        cells[shown] = Cell { covers: cell.covers - (shown - at), ..cell };
    }
}

/// The rows of a table, each with whether a group that is folded away holds it.
fn gather_rows<'e>(parent: &'e Element, in_hidden: bool, rows: &mut Vec<(&'e Element, bool)>) {
    for element in parent.elements() {
        match element.name.as_str() {
            "table-row" => rows.push((element, in_hidden)),
            "table-rows" | "table-header-rows" | "table-row-group" => {
                gather_rows(element, in_hidden || is_hidden(element), rows);
            }
            _ => {}
        }
    }
}

//! `OpenDocument` spreadsheets and texts, with each cell as it is shown.

use std::collections::HashMap;

use super::xml::{Element, Node};
use super::{colour, package};
use crate::import::block::{Block, Cell, Line, Origin, Row, Unit, tidy};
use crate::import::error::ImportError;

/// The most columns and rows of a plan's table. Sheets end in a row that is repeated a million times.
const MOST_COLUMNS: usize = 200;
const MOST_ROWS: usize = 20_000;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Block>, ImportError> {
    let mut package = package::open(bytes)?;
    let xml = package::part(&mut package, "content.xml")?;
    let root = Element::read(&xml).ok_or_else(|| package::broken("its content"))?;
    let content = root.child("document-content").ok_or_else(|| package::broken("its content"))?;
    let mut reader = Reader { colours: colours(content), ..Reader::default() };
    match (content.at(&["body", "spreadsheet"]), content.at(&["body", "text"])) {
        (Some(book), _) => {
            for table in book.elements().filter(|element| element.name == "table") {
                reader.sheet(table);
            }
        }
        (None, Some(text)) => reader.flow(text),
        (None, None) => return Err(package::broken("its content")),
    }
    Ok(reader.blocks)
}

/// The colours of the cells' styles.
fn colours(content: &Element) -> HashMap<String, &'static str> {
    let styles = content.child("automatic-styles").into_iter().flat_map(Element::elements);
    let colour = |style: &Element| {
        let fill = style.child("table-cell-properties")?.attribute("background-color")?;
        Some((style.attribute("name")?.to_owned(), colour::of_digits(fill)?))
    };
    styles.filter_map(colour).collect()
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    colours: HashMap<String, &'static str>,
    paragraphs: usize,
    tables: usize,
}

impl Reader {
    fn sheet(&mut self, table: &Element) {
        let name = table.attribute("name").unwrap_or_default().to_owned();
        self.blocks.push(Block::Sheet(name.clone()));
        self.blocks.push(Block::Table);
        self.rows(table, |number| Origin { sheet: Some(name.clone()), unit: Unit::Row, number });
    }

    fn flow(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "h" | "p" => {
                    self.paragraphs += 1;
                    let text = tidy(&text_of(element));
                    let level =
                        element.number("outline-level", 8).and_then(|level| u8::try_from(level).ok()).unwrap_or(1);
                    let origin = Origin { sheet: None, unit: Unit::Paragraph, number: self.paragraphs };
                    self.blocks.push(match (text.is_empty(), element.name.as_str()) {
                        (true, _) => Block::Gap,
                        (false, "h") => Block::Heading(level, Line { text, origin }),
                        (false, _) => Block::Text(Line { text, origin }),
                    });
                }
                "table" => {
                    self.tables += 1;
                    let table = self.tables;
                    self.blocks.push(Block::Table);
                    self.rows(element, |number| Origin { sheet: None, unit: Unit::TableRow(table), number });
                    self.blocks.push(Block::Gap);
                }
                "section" | "list" | "list-item" | "list-header" => self.flow(element),
                _ => {}
            }
        }
    }

    fn rows(&mut self, table: &Element, origin: impl Fn(usize) -> Origin) {
        let mut elements = Vec::new();
        gather_rows(table, &mut elements);
        let mut spans: HashMap<usize, (usize, String)> = HashMap::new();
        let mut number = 0;
        for row in elements {
            let cells = self.cells(row, &mut spans);
            let repeats = row.number("number-rows-repeated", MOST_ROWS).unwrap_or(1).max(1);
            if cells.iter().all(Cell::is_empty) {
                number += repeats;
                self.blocks.push(Block::Gap);
                continue;
            }
            for _ in 0..repeats {
                number += 1;
                self.blocks.push(Block::Row(Row { cells: cells.clone(), origin: origin(number) }));
            }
        }
    }

    fn cells(&self, row: &Element, spans: &mut HashMap<usize, (usize, String)>) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        for element in row.elements().filter(|element| element.name.ends_with("table-cell")) {
            let repeats = element.number("number-columns-repeated", MOST_COLUMNS).unwrap_or(1).max(1);
            let mut cell = Cell::of(&text_of(element));
            cell.covers = element.number("number-columns-spanned", MOST_COLUMNS).unwrap_or(1).saturating_sub(1);
            cell.colour = element.attribute("style-name").and_then(|style| self.colours.get(style).copied());
            if let Some(rows) = element.number("number-rows-spanned", MOST_ROWS).filter(|rows| *rows > 1) {
                spans.insert(cells.len(), (rows - 1, cell.text.clone()));
            } else if let Some((left, text)) = spans.get_mut(&cells.len()).filter(|(left, _)| *left > 0) {
                *left -= 1;
                cell.text.clone_from(text);
                cell.from_above = true;
            }
            let room = MOST_COLUMNS.saturating_sub(cells.len());
            cells.extend(std::iter::repeat_n(cell, repeats.min(room)));
        }
        let used = cells.iter().rposition(|cell| !cell.is_empty() || cell.colour.is_some()).map_or(0, |last| last + 1);
        cells.truncate(used);
        cells
    }
}

fn gather_rows<'e>(parent: &'e Element, rows: &mut Vec<&'e Element>) {
    for element in parent.elements() {
        match element.name.as_str() {
            "table-row" => rows.push(element),
            "table-rows" | "table-header-rows" | "table-row-group" => gather_rows(element, rows),
            _ => {}
        }
    }
}

/// The words of a paragraph or a cell, its paragraphs on lines of their own.
fn text_of(element: &Element) -> String {
    let mut text = String::new();
    gather_text(element, &mut text);
    text
}

fn gather_text(parent: &Element, text: &mut String) {
    for node in &parent.children {
        let element = match node {
            Node::Text(words) if matches!(parent.name.as_str(), "p" | "h" | "span" | "a") => {
                text.push_str(words);
                continue;
            }
            Node::Text(_) => continue,
            Node::Element(element) => element,
        };
        match element.name.as_str() {
            "s" => text.extend(std::iter::repeat_n(' ', element.number("c", 100).unwrap_or(1))),
            "tab" => text.push(' '),
            "line-break" => text.push('\n'),
            "annotation" | "tracked-changes" | "note" => {}
            "list-item" => {
                new_line(text);
                text.push_str("• ");
                gather_text(element, text);
            }
            "p" | "h" => {
                if !text.ends_with("• ") {
                    new_line(text);
                }
                gather_text(element, text);
            }
            _ => gather_text(element, text),
        }
    }
}

fn new_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

//! Word documents: headings, paragraphs and tables.

use super::colour;
use super::package;
use super::xml::{Element, Node};
use crate::import::block::{Block, Cell, Line, Origin, Row, Unit, tidy};
use crate::import::error::ImportError;

/// The most columns that a cell may span; the format's own limit is 63.
const MOST_COLUMNS: usize = 100;

/// The level of a heading that is only set in bold.
const BOLD: u8 = 8;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Block>, ImportError> {
    let mut package = package::open(bytes)?;
    let xml = package::part(&mut package, "word/document.xml")?;
    let root = Element::read(&xml).ok_or_else(|| package::broken("its text"))?;
    let body = root.at(&["document", "body"]).ok_or_else(|| package::broken("its text"))?;
    let mut reader = Reader::default();
    reader.flow(body);
    if let Ok(xml) = package::part(&mut package, "word/footnotes.xml") {
        let notes = Element::read(&xml).unwrap_or_default();
        let notes = notes.child("footnotes").into_iter().flat_map(Element::elements);
        notes.for_each(|note| reader.flow(note));
    }
    Ok(reader.blocks)
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    paragraphs: usize,
    tables: usize,
}

impl Reader {
    /// Paragraphs and tables, also those inside content controls and tracked insertions.
    fn flow(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => self.flow(element),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, element: &Element) {
        self.paragraphs += 1;
        let style = element.at(&["pPr", "pStyle"]).and_then(|style| style.attribute("val")).unwrap_or_default();
        // A table of contents repeats the headings.
        if style.to_lowercase().starts_with("toc") {
            return;
        }
        let text = tidy(&paragraph_text(element));
        let origin = Origin { sheet: None, unit: Unit::Paragraph, number: self.paragraphs };
        if text.is_empty() {
            self.blocks.push(Block::Gap);
        } else if let Some(level) = heading_level(element, &text) {
            self.blocks.push(Block::Heading(level, Line { text, origin }));
        } else {
            self.blocks.push(Block::Text(Line { text, origin }));
        }
    }

    fn table(&mut self, table: &Element) {
        self.tables += 1;
        self.blocks.push(Block::Table);
        let mut above: Vec<Cell> = Vec::new();
        for (at, row) in rows(table).into_iter().enumerate() {
            let cells = row_cells(row, &above);
            above.clone_from(&cells);
            let origin = Origin { sheet: None, unit: Unit::TableRow(self.tables), number: at + 1 };
            if cells.iter().all(Cell::is_empty) {
                self.blocks.push(Block::Gap);
            } else {
                self.blocks.push(Block::Row(Row { cells, origin }));
            }
        }
        self.blocks.push(Block::Gap);
    }
}

fn rows(table: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    for element in table.elements() {
        match element.name.as_str() {
            "tr" => found.push(element),
            "sdt" | "sdtContent" | "ins" | "customXml" => found.extend(rows(element)),
            _ => {}
        }
    }
    found
}

fn cells_of(row: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    for element in row.elements() {
        match element.name.as_str() {
            "tc" => found.push(element),
            "sdt" | "sdtContent" | "customXml" => found.extend(cells_of(element)),
            _ => {}
        }
    }
    found
}

/// The cells of a row, one for each column of the table's grid.
fn row_cells(row: &Element, above: &[Cell]) -> Vec<Cell> {
    let before = row.at(&["trPr", "gridBefore"]).and_then(|skip| skip.number("val", MOST_COLUMNS)).unwrap_or(0);
    let mut cells = vec![Cell::default(); before];
    for element in cells_of(row) {
        let properties = element.child("tcPr");
        let property = |name: &str| properties.and_then(|properties| properties.child(name));
        let span = property("gridSpan").and_then(|span| span.number("val", MOST_COLUMNS)).unwrap_or(1).max(1);
        let merged = property("vMerge").is_some_and(|merge| merge.attribute("val") != Some("restart"));
        let mut cell = Cell { covers: span - 1, ..Cell::of(&cell_text(element)) };
        cell.colour = property("shd").and_then(|shade| colour::of_digits(shade.attribute("fill")?));
        if merged && cell.is_empty() {
            cell.text = above.get(cells.len()).map(|cell| cell.text.clone()).unwrap_or_default();
            cell.from_above = true;
        }
        cells.push(cell);
        cells.extend(vec![Cell::default(); span - 1]);
    }
    cells
}

/// The paragraphs of a cell, one a line; those of a table inside it follow in their order.
fn cell_text(cell: &Element) -> String {
    let mut lines = Vec::new();
    gather(cell, &mut lines);
    lines.join("\n")
}

fn gather(parent: &Element, lines: &mut Vec<String>) {
    for element in parent.elements() {
        match element.name.as_str() {
            "p" => {
                let text = paragraph_text(element);
                let is_item = element.at(&["pPr", "numPr"]).is_some() && !text.trim().is_empty();
                lines.push(if is_item { format!("• {}", text.trim()) } else { text });
            }
            "tbl" | "tr" | "tc" | "sdt" | "sdtContent" | "ins" | "customXml" => gather(element, lines),
            _ => {}
        }
    }
}

/// The words of a paragraph, without those that a tracked change took out.
fn paragraph_text(paragraph: &Element) -> String {
    let mut text = String::new();
    runs(paragraph, &mut text);
    text
}

fn runs(parent: &Element, text: &mut String) {
    for element in parent.elements() {
        match element.name.as_str() {
            "t" => text.extend(element.children.iter().filter_map(|node| match node {
                Node::Text(words) => Some(words.as_str()),
                Node::Element(_) => None,
            })),
            "tab" => text.push(' '),
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            "pPr" | "rPr" | "del" | "moveFrom" | "instrText" | "Fallback" => {}
            _ => runs(element, text),
        }
    }
}

/// The level of a paragraph with a heading's style, or of a short one that is bold throughout.
fn heading_level(paragraph: &Element, text: &str) -> Option<u8> {
    let properties = paragraph.child("pPr");
    let style = properties.and_then(|properties| properties.child("pStyle")?.attribute("val"));
    let style = style.unwrap_or_default().to_lowercase();
    let outline = properties.and_then(|properties| properties.child("outlineLvl")?.number("val", 8));
    if style == "title" || style == "subtitle" {
        return Some(0);
    }
    if let Some(level) = style.strip_prefix("heading") {
        return Some(level.trim().parse().unwrap_or(1));
    }
    if let Some(level) = outline.filter(|level| *level < 8) {
        return u8::try_from(level + 1).ok();
    }
    let runs: Vec<&Element> = paragraph.elements().filter(|element| element.name == "r").collect();
    let is_bold = |run: &&&Element| {
        let bold = run.at(&["rPr", "b"]);
        bold.is_some_and(|bold| !matches!(bold.attribute("val"), Some("0" | "false" | "none")))
    };
    let has_words = |run: &&&Element| run.elements().any(|element| element.name == "t");
    let spoken = runs.iter().filter(has_words).count();
    let bold = runs.iter().filter(has_words).filter(is_bold).count();
    let is_short = text.chars().count() <= 120 && !text.ends_with(['.', ';', ',']);
    (spoken > 0 && bold == spoken && is_short).then_some(BOLD)
}

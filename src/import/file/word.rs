//! Word documents: headings, paragraphs and tables.

mod looks;
mod runs;

use super::xml::Element;
use super::{colour, package};
use crate::import::block::{Block, Cell, Line, Row};
use crate::import::error::ImportError;
use crate::import::note::Notes;
use crate::import::origin::{Origin, Unit};
use looks::{Around, Looks, is_on};

/// The most columns that a cell may span; the format's own limit is 63.
const MOST_COLUMNS: usize = 100;

/// The level of a heading that is only set in bold.
const BOLD: u8 = 8;

/// A row lower than this, in twentieths of a point, shows nothing.
const LOWEST: f64 = 40.0;

pub(super) fn read(bytes: &[u8], notes: &mut Notes) -> Result<Vec<Block>, ImportError> {
    let mut package = package::open(bytes)?;
    let xml = package::part(&mut package, "word/document.xml")?;
    let root = Element::read(&xml).ok_or_else(|| package::broken("its text"))?;
    let body = root.at(&["document", "body"]).ok_or_else(|| package::broken("its text"))?;
    let styles = match package.index_for_name("word/styles.xml") {
        Some(_) => package::part(&mut package, "word/styles.xml")?,
        None => String::new(),
    };
    let styles = Element::read(&styles).ok_or_else(|| package::broken("its styles"))?;
    let mut reader = Reader { looks: Looks::read(&styles), ..Reader::default() };
    reader.flow(body);
    if let Ok(xml) = package::part(&mut package, "word/footnotes.xml") {
        let notes = Element::read(&xml).unwrap_or_default();
        let notes = notes.child("footnotes").into_iter().flat_map(Element::elements);
        notes.for_each(|note| reader.flow(note));
    }
    let mut comments = 0;
    if let Ok(xml) = package::part(&mut package, "word/comments.xml") {
        let _ = Element::each(&xml, |name| name == "comment", |_| comments += 1);
    }
    super::report_comments(comments, notes);
    report_changes(&xml, notes);
    Ok(reader.blocks)
}

/// Says that a document has tracked changes, and how they were read.
fn report_changes(xml: &str, notes: &mut Notes) {
    let (mut added, mut removed) = (0, 0);
    let is_change = |name: &str| matches!(name, "ins" | "moveTo" | "del" | "moveFrom");
    let _ = Element::each(xml, is_change, |element| match element.name.as_str() {
        "ins" | "moveTo" => added += 1,
        _ => removed += 1,
    });
    if added + removed > 0 {
        let message = format!(
            "this document has tracked changes: {added} added and {removed} removed; what was added is read as part of \
             the plan, what was removed is left out; accept or reject the changes in Word first if that is wrong"
        );
        notes.look(&Origin::whole(None), message);
    }
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    looks: Looks,
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
        let words = runs::of_paragraph(element, &self.looks, &Around::default());
        let text = words.text();
        let origin = Origin { sheet: None, unit: Unit::Paragraph, number: self.paragraphs };
        if words.has_aside() {
            self.blocks.push(Block::Aside(words, origin.clone()));
        }
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
        let style = table.at(&["tblPr", "tblStyle"]).and_then(|style| style.attribute("val"));
        let mut above: Vec<Cell> = Vec::new();
        for (at, row) in rows(table).into_iter().enumerate() {
            let around = Around { table: style.map(str::to_owned), is_header: at == 0, ..Around::default() };
            let cells = self.row_cells(row, &above, &around);
            let origin = Origin { sheet: None, unit: Unit::TableRow(self.tables), number: at + 1 };
            let row = Row { cells, origin, is_hidden: is_hidden_row(row), ..Row::default() };
            // What a hidden row holds must not come back in the row below that shares a cell with it.
            let lasting = |cell: &Cell| if row.is_hidden && !cell.from_above { Cell::default() } else { cell.clone() };
            above = row.cells.iter().map(lasting).collect();
            self.blocks.push(if row.is_blank() { Block::Gap } else { Block::Row(row) });
        }
        self.blocks.push(Block::Gap);
    }

    /// The cells of a row, one for each column of the table's grid.
    fn row_cells(&self, row: &Element, above: &[Cell], around: &Around) -> Vec<Cell> {
        let before = row.at(&["trPr", "gridBefore"]).and_then(|skip| skip.number("val", MOST_COLUMNS)).unwrap_or(0);
        let mut cells = vec![Cell::default(); before];
        if row.at(&["trPr", "del"]).is_some() {
            return cells;
        }
        for element in cells_of(row) {
            let properties = element.child("tcPr");
            let property = |name: &str| properties.and_then(|properties| properties.child(name));
            let span = property("gridSpan").and_then(|span| span.number("val", MOST_COLUMNS)).unwrap_or(1).max(1);
            let merged = property("vMerge").is_some_and(|merge| merge.attribute("val") != Some("restart"));
            let ground = properties.and_then(looks::ground);
            let words = runs::of_cell(element, &self.looks, &Around { ground, ..around.clone() });
            let mut cell = Cell { covers: span - 1, ..Cell::from_words(&words) };
            let fill = property("shd").and_then(|shade| shade.attribute("fill"));
            (cell.colour, cell.is_oddly_filled) = fill.map(colour::of_digits).unwrap_or_default();
            if merged && cell.is_empty() {
                cell.text = above.get(cells.len()).map(|cell| cell.text.clone()).unwrap_or_default();
                cell.from_above = true;
            }
            cells.push(cell);
            cells.extend(vec![Cell::default(); span - 1]);
        }
        cells
    }
}

/// Whether a row of a table is hidden, or too low to show anything.
fn is_hidden_row(row: &Element) -> bool {
    let Some(properties) = row.child("trPr") else { return false };
    let is_low = |height: &Element| {
        height.attribute("hRule") == Some("exact") && height.size("val").is_some_and(|height| height <= LOWEST)
    };
    properties.child("hidden").is_some_and(is_on) || properties.child("trHeight").is_some_and(is_low)
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

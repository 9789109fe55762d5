//! What a sheet's XML says and the library does not: which rows and columns are hidden, which words of a cell are struck
//! through or cannot be seen, and which formulas have no value.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::reference::{Area, Position, area, position};
use super::rule::{self, Formats, Rule, colour};
use crate::import::file::xml::Element;

/// A row lower than this, in points, shows nothing.
const LOWEST: f64 = 2.0;

/// A column narrower than this, in letters, shows nothing.
const NARROWEST: f64 = 0.3;

/// Words of a cell with a look of their own.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) text: String,
    /// None where the run looks as the cell does.
    pub(super) font: Option<RunFont>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct RunFont {
    pub(super) is_struck: bool,
    pub(super) size: Option<f64>,
    pub(super) colour: Option<[u8; 3]>,
}

/// The texts that cells share and that have runs, by their number.
pub(super) type Strings = BTreeMap<usize, Rc<[Run]>>;

#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) rows: BTreeSet<u32>,
    columns: Vec<(u32, u32)>,
    /// Columns that have a width of their own, where all others have none.
    shown: Option<Vec<(u32, u32)>>,
    pub(super) runs: BTreeMap<Position, Rc<[Run]>>,
    /// Formulas whose value was not saved.
    pub(super) unsaved: BTreeSet<Position>,
    /// What a rule may colour, so that white on white may be seen after all.
    ruled: Vec<Area>,
    /// Rules that hide cells.
    pub(super) hiding: Vec<Rule>,
    /// Whether the sheet has a table whose style may colour its header.
    pub(super) has_tables: bool,
}

impl Marks {
    pub(super) fn read(xml: &str, strings: &Strings, formats: &Formats) -> Option<Self> {
        let mut marks = Self::default();
        let mut next = 0;
        let wanted =
            |name: &str| matches!(name, "sheetFormatPr" | "col" | "row" | "conditionalFormatting" | "tableParts");
        Element::each(xml, wanted, |element| match element.name.as_str() {
            "sheetFormatPr" if element.size("defaultColWidth") == Some(0.0) => marks.shown = Some(Vec::new()),
            "col" => marks.column(&element),
            "row" => marks.row(&element, &mut next, strings),
            "conditionalFormatting" => {
                let areas = element.attribute("sqref").unwrap_or_default().split_whitespace().filter_map(area);
                marks.ruled.extend(areas);
                marks.hiding.extend(rule::rules(&element, formats));
            }
            "tableParts" => marks.has_tables = element.elements().next().is_some(),
            _ => {}
        })?;
        Some(marks)
    }

    fn column(&mut self, element: &Element) {
        let number = |name: &str| element.attribute(name)?.parse::<u32>().ok()?.checked_sub(1);
        let (Some(from), Some(to)) = (number("min"), number("max")) else { return };
        let width = element.size("width");
        if element.is_on("hidden") || width.is_some_and(|width| width < NARROWEST) {
            self.columns.push((from, to));
        } else if let Some(shown) = self.shown.as_mut().filter(|_| width.is_some()) {
            shown.push((from, to));
        }
    }

    fn row(&mut self, element: &Element, next: &mut u32, strings: &Strings) {
        let number = element.attribute("r").and_then(|number| number.parse::<u32>().ok()?.checked_sub(1));
        let row = number.unwrap_or(*next);
        *next = row.saturating_add(1);
        if element.is_on("hidden") || element.size("ht").is_some_and(|height| height < LOWEST) {
            self.rows.insert(row);
        }
        let mut column = 0;
        for cell in element.elements().filter(|cell| cell.name == "c") {
            let at = cell.attribute("r").and_then(position).unwrap_or((row, column));
            column = at.1.saturating_add(1);
            self.cell(cell, at, strings);
        }
    }

    fn cell(&mut self, cell: &Element, at: Position, strings: &Strings) {
        let value = cell.child("v").map(Element::words).unwrap_or_default();
        let kind = cell.attribute("t").unwrap_or_default();
        if cell.child("f").is_some() && value.is_empty() && kind != "str" {
            self.unsaved.insert(at);
        }
        let runs = match kind {
            "s" => value.trim().parse().ok().and_then(|number: usize| strings.get(&number).cloned()),
            "inlineStr" => cell.child("is").and_then(runs),
            _ => None,
        };
        if let Some(runs) = runs {
            self.runs.insert(at, runs);
        }
    }

    pub(super) fn hides_column(&self, column: u32) -> bool {
        let within = |areas: &[(u32, u32)]| areas.iter().any(|(from, to)| (*from..=*to).contains(&column));
        within(&self.columns) || self.shown.as_ref().is_some_and(|shown| !within(shown))
    }

    pub(super) fn is_ruled(&self, (row, column): Position) -> bool {
        self.ruled
            .iter()
            .any(|((top, left), (bottom, right))| (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column))
    }
}

/// Whether the shared texts claim to be more than there can be: the library makes room for as many as they say.
pub(super) fn claims_too_many(xml: &str) -> bool {
    // The shortest text, `<si/>`, has five letters.
    let most = xml.len() / 5;
    let head = xml.find("<sst").map_or("", |at| &xml[at..xml[at..].find('>').map_or(xml.len(), |end| at + end)]);
    let claimed = head.split_once(" uniqueCount=\"").and_then(|(_, rest)| rest.split('"').next());
    // What is no number is none to the library.
    claimed.is_some_and(|claimed| claimed.parse::<usize>().is_ok_and(|claimed| claimed > 10_000 && claimed > most))
}

/// The shared texts that have runs.
pub(super) fn strings(xml: &str) -> Option<Strings> {
    let mut strings = Strings::new();
    let mut number = 0;
    Element::each(
        xml,
        |name| name == "si",
        |text| {
            if let Some(runs) = runs(&text) {
                strings.insert(number, runs);
            }
            number += 1;
        },
    )?;
    Some(strings)
}

fn runs(text: &Element) -> Option<Rc<[Run]>> {
    let runs: Vec<Run> = text.elements().filter(|element| element.name == "r").map(run).collect();
    runs.iter().any(|run| run.font.is_some()).then(|| runs.into())
}

fn run(element: &Element) -> Run {
    let text = element.child("t").map(Element::words).unwrap_or_default();
    let font = element.child("rPr").map(|look| RunFont {
        is_struck: look.child("strike").is_some_and(|strike| !matches!(strike.attribute("val"), Some("0" | "false"))),
        size: look.child("sz").and_then(|size| size.size("val")),
        colour: look.child("color").and_then(colour),
    });
    Run { text, font }
}

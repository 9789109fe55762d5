//! The words of paragraphs and cells, and how each looks.

use super::looks::{Around, Looks, ground};
use crate::import::block::{Look, Words};
use crate::import::file::xml::{Element, Node};

/// The words of a cell, its paragraphs one a line; those of a table inside it follow in their order.
pub(super) fn of_cell(cell: &Element, looks: &Looks, around: &Around) -> Words {
    let mut words = Words::default();
    gather(cell, looks, around, &mut words);
    words
}

fn gather(parent: &Element, looks: &Looks, around: &Around, words: &mut Words) {
    for element in parent.elements() {
        match element.name.as_str() {
            "p" => {
                let mut line = of_paragraph(element, looks, around);
                if element.at(&["pPr", "numPr"]).is_some() && !line.shown.trim().is_empty() {
                    line.shown = format!("• {}", line.shown.trim());
                }
                words.add_line(&line);
            }
            "tr" if super::is_hidden_row(element) => {
                let mut line = Words::default();
                gather_inside(element, looks, around, &mut line);
                words.add_line(&as_hidden(line));
            }
            _ => gather_inside(element, looks, around, words),
        }
    }
}

fn gather_inside(element: &Element, looks: &Looks, around: &Around, words: &mut Words) {
    if matches!(element.name.as_str(), "tbl" | "tr" | "tc" | "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml") {
        gather(element, looks, around, words);
    }
}

/// The words of a paragraph, without those that a tracked change took out.
pub(super) fn of_paragraph(paragraph: &Element, looks: &Looks, around: &Around) -> Words {
    let mut words = Words::default();
    runs(paragraph, looks, &of(paragraph, around), Look::Shown, &mut words);
    words
}

/// What stands around the runs of a paragraph.
fn of(paragraph: &Element, around: &Around) -> Around {
    let properties = paragraph.child("pPr");
    let style = properties.and_then(|properties| properties.child("pStyle")?.attribute("val"));
    let ground = properties.and_then(ground).or(around.ground);
    Around { paragraph: style.map(str::to_owned), ground, ..around.clone() }
}

fn runs(parent: &Element, looks: &Looks, around: &Around, look: Look, words: &mut Words) {
    for element in parent.elements() {
        match element.name.as_str() {
            "t" => element.children.iter().for_each(|node| {
                if let Node::Text(text) = node {
                    words.push(look, text);
                }
            }),
            "tab" => words.push(look, " "),
            "br" | "cr" => words.push(look, "\n"),
            "noBreakHyphen" => words.push(look, "-"),
            "pPr" | "rPr" | "del" | "moveFrom" | "instrText" | "Fallback" => {}
            "r" if look != Look::Hidden => runs(element, looks, around, looks.of(element, around), words),
            "p" => runs(element, looks, &of(element, around), look, words),
            _ if is_hidden_shape(element) => runs(element, looks, around, Look::Hidden, words),
            _ => runs(element, looks, around, look, words),
        }
    }
}

/// Whether a drawing or shape, in which there may be a box of text, is hidden.
fn is_hidden_shape(element: &Element) -> bool {
    let style = element.attribute("style").unwrap_or_default().replace(' ', "");
    element.child("docPr").is_some_and(|drawing| drawing.is_on("hidden")) || style.contains("visibility:hidden")
}

/// All words as ones that nobody sees.
pub(super) fn as_hidden(words: Words) -> Words {
    let all = [words.shown, words.hidden, words.struck];
    let all = all.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    Words { hidden: all, ..Words::default() }
}

//! The words of paragraphs and cells of an `OpenDocument`, and how each looks.

use super::styles::{Says, Styles};
use crate::import::block::{Look, Words};
use crate::import::file::xml::{Element, Node};

/// The words of a paragraph or a cell, its paragraphs on lines of their own.
pub(super) fn of(element: &Element, styles: &Styles, inside: &Says) -> Words {
    let mut words = Words::default();
    let mut gatherer = Gatherer { styles, words: &mut words };
    if matches!(element.name.as_str(), "p" | "h") {
        gatherer.paragraph(element, inside);
    } else {
        gatherer.gather(element, inside);
    }
    words
}

struct Gatherer<'g> {
    styles: &'g Styles,
    words: &'g mut Words,
}

impl Gatherer<'_> {
    fn gather(&mut self, parent: &Element, inside: &Says) {
        let look = self.styles.look(&Says::default(), inside);
        for node in &parent.children {
            match node {
                Node::Text(text) if matches!(parent.name.as_str(), "p" | "h" | "span" | "a") => {
                    self.words.push(look, text);
                }
                Node::Text(_) => {}
                Node::Element(element) => self.element(element, inside, look),
            }
        }
    }

    fn element(&mut self, element: &Element, inside: &Says, look: Look) {
        match element.name.as_str() {
            "s" => self.words.push(look, &" ".repeat(element.number("c", 100).unwrap_or(1))),
            "tab" => self.words.push(look, " "),
            "line-break" => self.words.push(look, "\n"),
            "annotation" | "tracked-changes" | "note" => {}
            "hidden-text" if element.is_on("is-hidden") => {
                self.words.push(Look::Hidden, element.attribute("string-value").unwrap_or_default());
                let mut gone = inside.clone();
                gone.hide();
                self.gather(element, &gone);
            }
            "list-item" => {
                self.new_line();
                self.words.shown.push_str("• ");
                self.gather(element, inside);
            }
            "p" | "h" => {
                if !self.words.shown.ends_with("• ") {
                    self.new_line();
                }
                self.paragraph(element, inside);
            }
            "span" => self.gather(element, &self.within("text", element, inside)),
            "table-row" | "table-column" | "section" if is_hidden(element) => {
                let mut gone = inside.clone();
                gone.hide();
                self.gather(element, &gone);
            }
            _ => self.gather(element, inside),
        }
    }

    /// A paragraph, which a field in it may hide as a whole.
    fn paragraph(&mut self, element: &Element, inside: &Says) {
        let mut says = self.within("paragraph", element, inside);
        if hides_paragraph(element) {
            says.hide();
        }
        self.gather(element, &says);
    }

    fn within(&self, family: &str, element: &Element, inside: &Says) -> Says {
        let says = self.styles.get(family, element.attribute("style-name"));
        let is_hidden = self.styles.look(&Says::default(), inside) == Look::Hidden;
        let mut says = says.or(inside);
        if is_hidden {
            says.hide();
        }
        says
    }

    fn new_line(&mut self) {
        for text in [&mut self.words.shown, &mut self.words.hidden, &mut self.words.struck] {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
        }
    }
}

/// Whether a section, row or column says that it is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    matches!(element.attribute("display"), Some("none" | "false" | "condition") if element.attribute("is-hidden") != Some("false"))
        || matches!(element.attribute("visibility"), Some("collapse" | "filter"))
}

fn hides_paragraph(element: &Element) -> bool {
    element
        .elements()
        .any(|inner| inner.name == "hidden-paragraph" && inner.is_on("is-hidden") || hides_paragraph(inner))
}

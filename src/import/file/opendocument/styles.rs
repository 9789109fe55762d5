//! What the styles of an `OpenDocument` say of words, cells, rows, columns and sheets.

use std::collections::{HashMap, HashSet};

use crate::import::block::Look;
use crate::import::file::colour;
use crate::import::file::xml::Element;

/// Letters of this size, in points, or smaller are not seen; rows and columns of this size neither.
const SMALLEST: f64 = 2.0;

/// What a style says; what it says nothing of comes from the one that it is based on.
#[derive(Debug, Clone, Default)]
pub(super) struct Says {
    parent: Option<String>,
    /// Whether it shows what it is the style of.
    display: Option<bool>,
    struck: Option<bool>,
    colour: Option<[u8; 3]>,
    ground: Option<[u8; 3]>,
    /// The rating's colour that fills it, and whether another one does that is as strong.
    rating: Option<(Option<&'static str>, bool)>,
    size: Option<f64>,
    /// The height of a row, the width of a column, in points.
    extent: Option<f64>,
    /// Whether a protected sheet hides the cell.
    is_protected: Option<bool>,
    /// The format of its values.
    format: Option<String>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By family and name.
    styles: HashMap<(String, String), Says>,
    /// Formats that show nothing of a value.
    blank: HashSet<String>,
}

impl Styles {
    /// Takes the styles of a part in: those of `styles.xml` first, then those of the content.
    pub(super) fn take(&mut self, part: &Element) {
        let groups = ["styles", "automatic-styles"].iter().filter_map(|name| part.child(name));
        for style in groups.flat_map(Element::elements) {
            let Some(name) = style.attribute("name") else { continue };
            if style.name == "style" {
                let family = style.attribute("family").unwrap_or_default();
                self.styles.insert((family.to_owned(), name.to_owned()), Says::of(style));
            } else if is_blank(style) {
                self.blank.insert(name.to_owned());
            }
        }
    }

    /// A style with what it takes over from those that it is based on.
    pub(super) fn get(&self, family: &str, name: Option<&str>) -> Says {
        let mut says = Says::default();
        let mut next = name.map(str::to_owned);
        for _ in 0..=self.styles.len() {
            let Some(style) = next.take().and_then(|name| self.styles.get(&(family.to_owned(), name))) else { break };
            next.clone_from(&style.parent);
            says = says.or(style);
        }
        says
    }

    /// How the words of a style look inside others.
    pub(super) fn look(&self, says: &Says, inside: &Says) -> Look {
        let whole = says.clone().or(inside);
        let ground = says.ground.or(inside.ground).unwrap_or(colour::WHITE);
        let unseen = whole.colour.is_some_and(|words| colour::is_unseen(words, ground));
        let is_blank = whole.format.as_ref().is_some_and(|format| self.blank.contains(format));
        let is_small = whole.size.is_some_and(|size| size <= SMALLEST);
        if says.display == Some(false) || inside.display == Some(false) || unseen || is_blank || is_small {
            Look::Hidden
        } else if whole.struck == Some(true) {
            Look::Struck
        } else {
            Look::Shown
        }
    }
}

impl Says {
    fn of(style: &Element) -> Self {
        let child = |name: &str| style.child(name);
        let text = child("text-properties");
        let cell = child("table-cell-properties");
        let paragraph = child("paragraph-properties");
        let of = |element: Option<&Element>, name: &str| {
            element.and_then(|element| element.attribute(name)).map(str::to_owned)
        };
        let lines = ["text-line-through-style", "text-line-through-type"].map(|name| of(text, name));
        let lines: Vec<&String> = lines.iter().flatten().collect();
        let display = of(text, "display").or_else(|| of(child("table-properties"), "display"));
        let fill = of(cell, "background-color");
        let ground =
            fill.clone().or_else(|| of(text, "background-color")).or_else(|| of(paragraph, "background-color"));
        let extent = of(child("table-row-properties"), "row-height")
            .or_else(|| of(child("table-column-properties"), "column-width"));
        Self {
            parent: style.attribute("parent-style-name").map(str::to_owned),
            display: display.map(|display| !matches!(display.as_str(), "none" | "false")),
            struck: (!lines.is_empty()).then(|| lines.iter().any(|line| line.as_str() != "none")),
            colour: of(text, "color").and_then(|digits| colour::parts(&digits)),
            ground: ground.and_then(|digits| colour::parts(&digits)),
            rating: fill.map(|digits| colour::of_digits(&digits)),
            size: of(text, "font-size").and_then(|size| points(&size)),
            extent: extent.and_then(|size| points(&size)),
            is_protected: of(cell, "cell-protect").map(|protect| protect.contains("hidden-and-protected")),
            format: style.attribute("data-style-name").map(str::to_owned),
        }
    }

    /// What it says, and what another says where it says nothing.
    pub(super) fn or(self, base: &Self) -> Self {
        Self {
            parent: None,
            display: self.display.or(base.display),
            struck: self.struck.or(base.struck),
            colour: self.colour.or(base.colour),
            ground: self.ground.or(base.ground),
            rating: self.rating.or(base.rating),
            size: self.size.or(base.size),
            extent: self.extent.or(base.extent),
            is_protected: self.is_protected.or(base.is_protected),
            format: self.format.or_else(|| base.format.clone()),
        }
    }

    pub(super) fn hide(&mut self) {
        self.display = Some(false);
    }

    pub(super) fn rating(&self) -> (Option<&'static str>, bool) {
        self.rating.unwrap_or_default()
    }

    /// Whether it leaves nothing to be seen of a sheet, row or column.
    pub(super) fn is_gone(&self) -> bool {
        self.display == Some(false) || self.extent.is_some_and(|extent| extent < SMALLEST)
    }

    pub(super) fn is_protected(&self) -> bool {
        self.is_protected == Some(true)
    }
}

/// Whether a format shows nothing of a value: one for texts without a place for the text, or for numbers without digits.
fn is_blank(format: &Element) -> bool {
    let has = |names: &[&str]| format.elements().any(|element| names.contains(&element.name.as_str()));
    match format.name.as_str() {
        "text-style" => !has(&["text-content"]),
        "number-style" => !has(&["number", "scientific-number", "fraction", "map"]),
        _ => false,
    }
}

/// A length in points: `0.5cm`, `12pt`.
fn points(length: &str) -> Option<f64> {
    let unit = length.find(|letter: char| letter.is_ascii_alphabetic())?;
    let (number, unit) = length.split_at(unit);
    let factor = match unit {
        "pt" => 1.0,
        "cm" => 28.35,
        "mm" => 2.835,
        "in" => 72.0,
        "px" => 0.75,
        "pc" => 12.0,
        _ => return None,
    };
    Some(number.trim().parse::<f64>().ok()? * factor)
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn lengths_are_read_in_points() {
        assert_eq!(points("12pt"), Some(12.0));
        assert_eq!(points("0cm"), Some(0.0));
        assert_eq!(points("50%"), None);
    }
}

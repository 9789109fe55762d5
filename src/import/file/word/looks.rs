//! How words look, by what their run says and by their styles: hidden, struck through, white on white.

use std::collections::HashMap;

use crate::import::block::Look;
use crate::import::file::colour;
use crate::import::file::xml::Element;

/// Letters of this size, in half points, or smaller are not seen.
const SMALLEST: f64 = 4.0;

/// What a run or a style says of its words; what it says nothing of comes from elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Says {
    hidden: Option<bool>,
    struck: Option<bool>,
    colour: Option<[u8; 3]>,
    ground: Option<[u8; 3]>,
    size: Option<f64>,
}

/// What stands around a run.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    /// The style of its paragraph.
    pub(super) paragraph: Option<String>,
    /// What fills its cell or paragraph.
    pub(super) ground: Option<[u8; 3]>,
    /// The style of its table.
    pub(super) table: Option<String>,
    /// Whether it is in the first row of a table, which the table's style may fill.
    pub(super) is_header: bool,
}

/// The document's styles.
#[derive(Debug, Default)]
pub(super) struct Looks {
    styles: HashMap<String, Says>,
    /// The style of a paragraph that names none.
    usual: Option<String>,
    document: Says,
}

impl Looks {
    pub(super) fn read(root: &Element) -> Self {
        let Some(styles) = root.child("styles") else { return Self::default() };
        let all: HashMap<&str, &Element> = styles
            .elements()
            .filter(|element| element.name == "style")
            .filter_map(|style| Some((style.attribute("styleId")?, style)))
            .collect();
        let is_usual = |style: &&&Element| style.is_on("default") && style.attribute("type") == Some("paragraph");
        let usual = all.values().find(is_usual).and_then(|style| style.attribute("styleId")).map(str::to_owned);
        let document = styles.at(&["docDefaults", "rPrDefault", "rPr"]).map(Says::of).unwrap_or_default();
        let styles = all.keys().map(|id| ((*id).to_owned(), with_bases(id, &all))).collect();
        Self { styles, usual, document }
    }

    /// How the words of a run look.
    pub(super) fn of(&self, run: &Element, around: &Around) -> Look {
        let properties = run.child("rPr");
        let own = properties.map(Says::of).unwrap_or_default();
        let style = properties.and_then(|look| look.child("rStyle")?.attribute("val"));
        let named = |id: Option<&str>| id.and_then(|id| self.styles.get(id)).copied().unwrap_or_default();
        let layers = [
            named(style),
            named(around.paragraph.as_deref().or(self.usual.as_deref())),
            named(around.table.as_deref()),
            self.document,
        ];
        // Where one style hides words and another does not, they are taken as hidden.
        let any = |says: fn(&Says) -> Option<bool>| {
            says(&own).unwrap_or_else(|| layers.iter().any(|layer| says(layer) == Some(true)))
        };
        let first = |says: fn(&Says) -> Option<[u8; 3]>| says(&own).or_else(|| layers.iter().find_map(says));
        let size = own.size.or_else(|| layers.iter().find_map(|layer| layer.size));
        let ground = own.ground.or(layers[0].ground).or(around.ground).or(layers[1].ground);
        let unseen = first(|says| says.colour).is_some_and(|words| match ground {
            Some(ground) => colour::is_unseen(words, ground),
            None => colour::is_unseen(words, colour::WHITE) && !(around.is_header && around.table.is_some()),
        });
        if any(|says| says.hidden) || unseen || size.is_some_and(|size| size <= SMALLEST) {
            Look::Hidden
        } else if any(|says| says.struck) {
            Look::Struck
        } else {
            Look::Shown
        }
    }
}

impl Says {
    /// What the properties of a run say.
    fn of(properties: &Element) -> Self {
        let flag = |names: &[&str]| {
            let found: Vec<bool> = names.iter().filter_map(|name| properties.child(name)).map(is_on).collect();
            (!found.is_empty()).then(|| found.contains(&true))
        };
        let highlight = properties.child("highlight").and_then(|element| named_colour(element.attribute("val")?));
        Self {
            hidden: flag(&["vanish", "specVanish", "webHidden"]),
            struck: flag(&["strike", "dstrike"]),
            colour: properties.child("color").and_then(|element| colour::parts(element.attribute("val")?)),
            ground: highlight.or_else(|| ground(properties)),
            size: properties.child("sz").and_then(|element| element.size("val")),
        }
    }

    fn or(self, base: Self) -> Self {
        Self {
            hidden: self.hidden.or(base.hidden),
            struck: self.struck.or(base.struck),
            colour: self.colour.or(base.colour),
            ground: self.ground.or(base.ground),
            size: self.size.or(base.size),
        }
    }
}

/// What fills a paragraph, a cell or a run.
pub(super) fn ground(properties: &Element) -> Option<[u8; 3]> {
    colour::parts(properties.child("shd")?.attribute("fill")?)
}

/// Whether an element that switches something on does so: without a value, it does.
pub(super) fn is_on(element: &Element) -> bool {
    !matches!(element.attribute("val"), Some("0" | "false" | "off" | "none"))
}

/// A style with what it takes over from those that it is based on.
fn with_bases(id: &str, all: &HashMap<&str, &Element>) -> Says {
    let mut says = Says::default();
    let mut next = Some(id);
    // A style that is based on itself is broken, but must not stop anyone.
    for _ in 0..all.len() {
        let Some(style) = next.and_then(|id| all.get(id)) else { break };
        let ground = style.child("pPr").and_then(ground);
        let own = style.child("rPr").map(Says::of).unwrap_or_default();
        says = says.or(Says { ground: own.ground.or(ground), ..own });
        next = style.child("basedOn").and_then(|base| base.attribute("val"));
    }
    says
}

fn named_colour(name: &str) -> Option<[u8; 3]> {
    Some(match name {
        "black" => [0, 0, 0],
        "white" => [255, 255, 255],
        "red" => [255, 0, 0],
        "yellow" => [255, 255, 0],
        "green" => [0, 255, 0],
        "blue" => [0, 0, 255],
        "cyan" => [0, 255, 255],
        "magenta" => [255, 0, 255],
        _ => return None,
    })
}

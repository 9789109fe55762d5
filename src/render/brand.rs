//! The partnership's colours as a small stylesheet: shades worked out so that each can be read where it is used.

use std::fmt::Write as _;

use serde::Serialize;

use crate::model::colour::Colour;
use crate::record::settings::Brand;

/// What `style.css` paints by day or by night, which the shades must fit.
struct Light {
    name: &'static str,
    selector: &'static str,
    page: Colour,
    panel: Colour,
    /// How much of the partnership's colour is in the tint, in per cent; more of it where that is needed.
    share: u32,
    /// The least contrast of the tint with the page. A pale board is decoration: its words and its point say that it
    /// leads somewhere. In the dark its edge has to help, since a screen that is turned down swallows the rest.
    apart: f64,
}

/// By day and by night. The tests hold these to be readable with awkward colours.
const LIGHTS: [Light; 2] = [
    Light {
        name: "By day",
        selector: ":root",
        page: Colour::WHITE,
        panel: Colour::new(0xf6, 0xf2, 0xec),
        share: 12,
        apart: 1.03,
    },
    Light {
        name: "By night",
        selector: "@media (prefers-color-scheme:dark){:root",
        page: Colour::new(0x18, 0x16, 0x14),
        panel: Colour::new(0x24, 0x21, 0x1d),
        share: 18,
        apart: 1.25,
    },
];

impl Light {
    /// A pale board. A colour close to the page's own would leave none to be seen, so that its readable shade is mixed
    /// in instead.
    fn tint(&self, colour: Colour) -> Colour {
        let tint = mixed(colour, self.page, self.share);
        if tint.contrast(self.page) >= self.apart {
            return tint;
        }
        let shade = colour.shade_for(self.page);
        let mut tints = (self.share..100).map(|share| mixed(shade, self.page, share));
        tints.find(|tint| tint.contrast(self.page) >= self.apart).unwrap_or(shade)
    }

    /// The nearest shade that can be read on the page, on panels and on the tint.
    fn link(&self, colour: Colour) -> Colour {
        [self.tint(colour), self.panel, self.page].into_iter().fold(colour, Colour::shade_for)
    }
}

/// What is worked out from the partnership's colour for one light.
struct Shades {
    board: Colour,
    on_board: Colour,
    link: Colour,
    tint: Colour,
}

/// The shades by day and by night; none where the partnership has no colour and the theme's own is used.
fn shades(brand: &Brand) -> Option<[Shades; 2]> {
    let colour = brand.colour.as_ref()?.value;
    let text = brand.text.as_ref().map_or_else(|| colour.text_on(), |text| text.value);
    let [day, night] = LIGHTS.map(|light| (light.link(colour), light.tint(colour)));
    // By day the board has the partnership's own colour; by night a shade that does not glare or vanish.
    Some([
        Shades { board: colour, on_board: text, link: day.0, tint: day.1 },
        Shades { board: night.0, on_board: night.0.text_on(), link: night.0, tint: night.1 },
    ])
}

/// The stylesheet; empty without a colour.
pub(super) fn style(brand: &Brand) -> String {
    let mut css = String::new();
    for (light, shades) in LIGHTS.iter().zip(shades(brand).into_iter().flatten()) {
        let Shades { board, on_board, link, tint } = shades;
        let selector = light.selector;
        let close = "}".repeat(selector.matches('{').count() + 1);
        let _ = writeln!(
            css,
            "{selector}{{--brand:{board};--brand-text:{on_board};--link:{link};--mark:{link};--tint:{tint}{close}"
        );
    }
    css
}

/// A shade on what it is used on, with how well it can be told from it.
#[derive(Serialize)]
pub(super) struct Pair {
    /// What it is for.
    name: &'static str,
    colour: String,
    ground: String,
    /// As WCAG 2.2 works it out, to one place, never rounded up.
    contrast: String,
}

/// How well each shade can be read, by day and by night.
#[derive(Serialize)]
pub(super) struct PairsOf {
    light: &'static str,
    pairs: Vec<Pair>,
}

/// The shades of the partnership's colour on all that they are used on.
pub(super) fn pairs(brand: &Brand) -> Vec<PairsOf> {
    let pair = |name, colour: Colour, ground: Colour| Pair {
        name,
        colour: colour.to_string(),
        ground: ground.to_string(),
        contrast: format!("{:.1}", (colour.contrast(ground) * 10.0).floor() / 10.0),
    };
    let of = |(light, shades): (&Light, Shades)| PairsOf {
        light: light.name,
        pairs: vec![
            pair("Words on a board", shades.on_board, shades.board),
            pair("A link on the page", shades.link, light.page),
            pair("A link on a panel", shades.link, light.panel),
            pair("A link on the tint", shades.link, shades.tint),
        ],
    };
    LIGHTS.iter().zip(shades(brand).into_iter().flatten()).map(of).collect()
}

/// `share` per cent of one colour in another.
fn mixed(colour: Colour, ground: Colour, share: u32) -> Colour {
    let mix = |one: u8, other: u8| {
        let sum = u32::from(one) * share + u32::from(other) * (100 - share);
        u8::try_from(sum / 100).unwrap_or(u8::MAX)
    };
    Colour::new(mix(colour.red, ground.red), mix(colour.green, ground.green), mix(colour.blue, ground.blue))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Located, Span};

    const STYLE: &str = include_str!("../../templates/assets/style/tokens.css");

    /// The value that `style.css` gives a token by day or by night.
    fn token(name: &str, light: usize) -> Colour {
        let value = STYLE.split(&format!("  {name}: ")).nth(light + 1).and_then(|rest| rest.split(';').next());
        let value = value.unwrap_or_else(|| panic!("`{name}` is set"));
        let long = if value.len() == 4 {
            value.chars().skip(1).flat_map(|digit| [digit; 2]).collect()
        } else {
            value[1..].to_owned()
        };
        Colour::read(&format!("#{long}")).expect("it is a colour")
    }

    fn brand(colour: Colour) -> Brand {
        Brand { colour: Some(Located::new(colour, Span::default())), ..Brand::default() }
    }

    #[test]
    fn the_grounds_are_those_of_the_stylesheet() {
        for (number, light) in LIGHTS.iter().enumerate() {
            assert_eq!((light.page, light.panel), (token("--ground", number), token("--panel", number)));
        }
    }

    #[test]
    fn any_colour_reaches_what_the_stylesheet_promises_by_day_and_by_night() {
        let awkward =
            ["#ffd500", "#111111", "#39ff14", "#1d5c63", "#8b0000", "#7f7f7f"].map(|hex| Colour::read(hex).expect(hex));
        let steps = [0, 51, 102, 153, 204, 255];
        let cube = steps.into_iter().flat_map(|red| {
            steps.into_iter().flat_map(move |green| steps.into_iter().map(move |blue| Colour::new(red, green, blue)))
        });
        for colour in awkward.into_iter().chain(cube) {
            let both = shades(&brand(colour)).expect("there is a colour");
            for (number, (light, Shades { board, on_board, link, tint })) in LIGHTS.iter().zip(both).enumerate() {
                let promises = [
                    ("words on a board", on_board, board, 4.5),
                    ("a link on the page", link, light.page, 4.5),
                    ("a link on a panel", link, light.panel, 4.5),
                    ("a link on the tint", link, tint, 4.5),
                    ("text on the tint", token("--ink", number), tint, 7.0),
                    ("small words on the tint", token("--muted", number), tint, 4.5),
                ];
                let apart = tint.contrast(light.page);
                assert!(apart >= light.apart, "{colour}, {}: the tint, {tint}, on the page: {apart:.3}", light.name);
                for (what, text, ground, least) in promises {
                    let contrast = text.contrast(ground);
                    assert!(contrast >= least, "{colour}, {}: {what}, {text} on {ground}: {contrast:.2}", light.name);
                }
            }
        }
    }

    #[test]
    fn a_partnership_without_a_colour_has_that_of_the_theme() {
        assert_eq!(style(&Brand::default()), "");
        assert!(pairs(&Brand::default()).is_empty());
    }
}

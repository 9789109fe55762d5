//! The partnership's colours as a small stylesheet: shades worked out so that each can be read where it is used.

use std::fmt::Write as _;

use crate::model::colour::Colour;
use crate::model::settings::Brand;

/// What `style.css` paints by day or by night, which the shades must fit.
struct Light {
    selector: &'static str,
    page: Colour,
    panel: Colour,
    /// How much of the partnership's colour is in the tint, in per cent.
    share: u32,
}

/// By day and by night. The tests hold these to be readable with awkward colours.
const LIGHTS: [Light; 2] = [
    Light { selector: ":root", page: Colour::WHITE, panel: Colour::new(0xf6, 0xf2, 0xec), share: 12 },
    Light {
        selector: "@media (prefers-color-scheme:dark){:root",
        page: Colour::new(0x18, 0x16, 0x14),
        panel: Colour::new(0x24, 0x21, 0x1d),
        share: 18,
    },
];

impl Light {
    fn tint(&self, colour: Colour) -> Colour {
        mixed(colour, self.page, self.share)
    }

    /// The nearest shade that can be read on the page, on panels and on the tint.
    fn link(&self, colour: Colour) -> Colour {
        [self.tint(colour), self.panel, self.page].into_iter().fold(colour, Colour::shade_for)
    }
}

/// The stylesheet; empty where the partnership has no colour and the theme's own is used.
pub(super) fn style(brand: &Brand) -> String {
    let Some(colour) = &brand.colour else { return String::new() };
    let colour = colour.value;
    let text = brand.text.as_ref().map(|text| text.value);
    let mut css = String::new();
    for (number, light) in LIGHTS.iter().enumerate() {
        let (tint, link) = (light.tint(colour), light.link(colour));
        // By day the board has the partnership's own colour; by night a shade that does not glare or vanish.
        let (board, on_board, close) = match number {
            0 => (colour, text.unwrap_or_else(|| colour.text_on()), "}"),
            _ => (link, link.text_on(), "}}"),
        };
        let selector = light.selector;
        let _ = writeln!(
            css,
            "{selector}{{--brand:{board};--brand-text:{on_board};--link:{link};--mark:{link};--tint:{tint}{close}"
        );
    }
    css
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

    /// `--muted` of `style.css`, by day and by night.
    const MUTED: [Colour; 2] = [Colour::new(0x57, 0x50, 0x48), Colour::new(0xbd, 0xb5, 0xa9)];

    #[test]
    fn awkward_colours_can_be_read_by_day_and_by_night() {
        for hex in ["#ffff00", "#000000", "#0d0d0d", "#39ff14", "#1d5c63", "#ffffff", "#7f7f7f"] {
            let colour = Colour::read(hex).expect("the colour is well written");
            for (light, muted) in LIGHTS.iter().zip(MUTED) {
                let (tint, link) = (light.tint(colour), light.link(colour));
                for ground in [tint, light.panel, light.page] {
                    assert!(link.contrast(ground) >= 4.5, "{hex}: a link, {link}, on {ground}");
                }
                assert!(muted.contrast(tint) >= 4.5, "{hex}: small words, {muted}, on the tint, {tint}");
            }
            let brand = Brand { colour: Some(Located::new(colour, Span::default())), ..Brand::default() };
            assert!(style(&brand).contains("--brand-text:#"), "{hex}");
        }
    }
}

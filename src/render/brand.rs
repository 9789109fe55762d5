//! The partnership's colours as a small stylesheet: shades worked out so that each can be read where it is used.

use std::fmt::Write as _;

use crate::model::colour::Colour;
use crate::model::settings::Brand;

/// The grounds that `style.css` paints, light and dark: what the shades must be read on.
const GROUNDS: [(&str, Colour, u32); 2] = [
    (":root", Colour::new(0xff, 0xff, 0xff), 12),
    ("@media (prefers-color-scheme:dark){:root", Colour::new(0x18, 0x16, 0x14), 24),
];

/// The stylesheet; empty where the partnership has no colour and the theme's own is used.
pub(super) fn style(brand: &Brand) -> String {
    let Some(colour) = &brand.colour else { return String::new() };
    let text = brand.text.as_ref().map(|text| text.value);
    let mut css = String::new();
    for (number, (selector, ground, share)) in GROUNDS.into_iter().enumerate() {
        // The tint is the ground that differs most from the page, so what can be read on it can be read on all.
        let tint = mixed(colour.value, ground, share);
        let link = colour.value.shade_for(tint);
        // By day the board has the partnership's own colour; by night a shade that does not glare or vanish.
        let (board, on_board) = if number == 0 {
            (colour.value, text.unwrap_or_else(|| colour.value.text_on()))
        } else {
            (link, link.text_on())
        };
        let close = if number == 0 { "}" } else { "}}" };
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

    #[test]
    fn awkward_colours_can_be_read_by_day_and_by_night() {
        for hex in ["#ffff00", "#000000", "#0d0d0d", "#39ff14", "#1d5c63", "#ffffff", "#7f7f7f"] {
            let colour = Colour::read(hex).expect("the colour is well written");
            for (_, ground, share) in GROUNDS {
                let tint = mixed(colour, ground, share);
                let link = colour.shade_for(tint);
                assert!(link.contrast(tint) >= 4.5, "{hex} as a link on its tint: {link} on {tint}");
                assert!(link.contrast(ground) >= 4.5, "{hex} as a link on the page: {link} on {ground}");
            }
            let brand = Brand { colour: Some(Located::new(colour, Span::default())), ..Brand::default() };
            assert!(style(&brand).contains("--brand-text:#"), "{hex}");
        }
    }
}

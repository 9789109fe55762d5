//! Colours, and whether text can be read on them.

use std::error::Error;
use std::fmt;

/// A colour of the screen, in red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Colour {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

/// A text that is not a colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ColourError {
    text: String,
}

impl fmt::Display for ColourError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is not a colour in the form `#rrggbb`", self.text)
    }
}

impl Error for ColourError {}

impl Colour {
    /// Black.
    pub(crate) const BLACK: Self = Self::new(0, 0, 0);
    /// White.
    pub(crate) const WHITE: Self = Self::new(255, 255, 255);
    /// The contrast that WCAG 2.2 asks of text at level AA (1.4.3). It is more
    /// than it asks of marks and borders, 3 (1.4.11).
    pub(crate) const READABLE: f64 = 4.5;

    /// A colour from its three parts.
    #[must_use]
    pub(crate) const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads a colour in the form `#rrggbb`.
    ///
    /// # Errors
    /// Any other form, names and `#rgb` too.
    pub(crate) fn read(text: &str) -> Result<Self, ColourError> {
        let text = text.trim();
        let wrong = || ColourError { text: text.to_owned() };
        let digits = text.strip_prefix('#').ok_or_else(wrong)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let part = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).map_err(|_| wrong());
        Ok(Self::new(part(0)?, part(2)?, part(4)?))
    }

    /// The relative luminance, 0 for black to 1 for white, as WCAG 2.2
    /// defines it.
    #[must_use]
    pub(crate) fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast with another colour, 1 for none to 21 for black on white,
    /// as WCAG 2.2 defines it.
    #[must_use]
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Whether text in this colour can be read on a background.
    #[must_use]
    pub(crate) fn is_readable_on(self, background: Self) -> bool {
        self.contrast(background) >= Self::READABLE
    }

    /// Black or white, whichever reads better on this colour. One of them
    /// always reaches 4.5 to 1.
    #[must_use]
    pub(crate) fn text_on(self) -> Self {
        if Self::BLACK.contrast(self) >= Self::WHITE.contrast(self) { Self::BLACK } else { Self::WHITE }
    }

    /// The shade of this colour that is nearest to it and readable on a
    /// background: itself where it is, else darker on a light background and
    /// lighter on a dark one.
    #[must_use]
    pub(crate) fn shade_for(self, background: Self) -> Self {
        let towards = background.text_on();
        (0..=STEPS)
            .map(|step| self.mixed(towards, step))
            .find(|shade| shade.is_readable_on(background))
            .unwrap_or(towards)
    }

    /// This colour with so many parts of `STEPS` of another in it.
    fn mixed(self, other: Self, step: u16) -> Self {
        let mix = |from: u8, to: u8| {
            let sum = u32::from(from) * u32::from(STEPS - step) + u32::from(to) * u32::from(step);
            u8::try_from(sum / u32::from(STEPS)).unwrap_or(to)
        };
        Self::new(mix(self.red, other.red), mix(self.green, other.green), mix(self.blue, other.blue))
    }
}

/// In how many steps a shade is looked for.
const STEPS: u16 = 100;

/// As it is written in a style sheet: `#7c2d5e`.
impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, prop_compose, proptest};

    fn colour(text: &str) -> Colour {
        Colour::read(text).expect(text)
    }

    #[test]
    fn a_colour_is_six_hexadecimal_digits() {
        assert_eq!(colour("#7C2D5e"), Colour::new(0x7c, 0x2d, 0x5e));
        for text in ["", "#fff", "7c2d5e", "#7c2d5g", "purple", "#7c2d5e00", "#ééé"] {
            let error = Colour::read(text).expect_err(text);
            assert_eq!(error.to_string(), format!("`{text}` is not a colour in the form `#rrggbb`"));
        }
    }

    #[test]
    fn contrast_is_what_wcag_says_it_is() {
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        // The grey that WCAG's own examples give as the lightest on white.
        assert!(colour("#767676").is_readable_on(Colour::WHITE));
        assert!(!colour("#777777").is_readable_on(Colour::WHITE));
    }

    #[test]
    fn text_is_black_or_white_whichever_reads_better() {
        assert_eq!(colour("#ffdd00").text_on(), Colour::BLACK);
        assert_eq!(colour("#4b2e83").text_on(), Colour::WHITE);
    }

    #[test]
    fn a_shade_keeps_the_colour_where_it_can_be_read() {
        let purple = colour("#4b2e83");
        assert_eq!(purple.shade_for(Colour::WHITE), purple);
        let lighter = purple.shade_for(colour("#121212"));
        assert!(lighter.blue > lighter.red && lighter.red > lighter.green);
    }

    prop_compose! {
        fn colours()(red in any::<u8>(), green in any::<u8>(), blue in any::<u8>()) -> Colour {
            Colour::new(red, green, blue)
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = Colour::read(&text);
        }

        #[test]
        fn a_colour_reads_back_from_its_text(colour in colours()) {
            prop_assert_eq!(Colour::read(&colour.to_string()), Ok(colour));
        }

        #[test]
        fn text_and_shades_can_always_be_read(colour in colours(), background in colours()) {
            prop_assert!(colour.text_on().is_readable_on(colour));
            prop_assert!(colour.shade_for(background).is_readable_on(background));
        }

        #[test]
        fn contrast_is_the_same_both_ways(one in colours(), two in colours()) {
            let contrast = one.contrast(two);
            prop_assert!((1.0..=21.0).contains(&contrast));
            prop_assert!((contrast - two.contrast(one)).abs() < 1e-9);
        }
    }
}

//! The colours that cells are filled with, where a plan shows its ratings in nothing else.

/// The rating's colour that a fill comes nearest to; none for white, grey and pale shades of a header.
pub(super) fn of_fill(red: u8, green: u8, blue: u8) -> Option<&'static str> {
    // What Excel calls Good, Bad and Neutral is pale.
    match (red, green, blue) {
        (0xc6, 0xef, 0xce) => return Some("green"),
        (0xff, 0xc7, 0xce) => return Some("red"),
        (0xff, 0xeb, 0x9c) => return Some("amber"),
        _ => {}
    }
    let (red, green, blue) = (i32::from(red), i32::from(green), i32::from(blue));
    let most = red.max(green).max(blue);
    let least = red.min(green).min(blue);
    let spread = most - least;
    // Shades without much colour in them are decoration.
    if spread < 90 || most < 110 {
        return None;
    }
    let hue = if most == red {
        60 * (green - blue) / spread
    } else if most == green {
        120 + 60 * (blue - red) / spread
    } else {
        240 + 60 * (red - green) / spread
    };
    match hue.rem_euclid(360) {
        0..=19 | 340..=359 => Some("red"),
        20..=65 => Some("amber"),
        75..=165 => Some("green"),
        185..=260 => Some("blue"),
        _ => None,
    }
}

/// Whether a fill is as strong as those of ratings, and is none of them: teal, purple.
pub(super) fn is_unclear(red: u8, green: u8, blue: u8) -> bool {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    most - least >= 90 && most >= 110 && of_fill(red, green, blue).is_none()
}

/// A cell's fill as six hexadecimal digits, with or without a `#`: the rating's colour, and whether it is strong and no
/// rating's.
pub(super) fn of_digits(digits: &str) -> (Option<&'static str>, bool) {
    parts(digits).map_or((None, false), |[red, green, blue]| (of_fill(red, green, blue), is_unclear(red, green, blue)))
}

/// Red, green and blue from six hexadecimal digits, with or without a `#`.
pub(super) fn parts(digits: &str) -> Option<[u8; 3]> {
    let digits = digits.trim_start_matches('#');
    let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    (digits.len() == 6).then(|| Some([part(0)?, part(2)?, part(4)?]))?
}

/// White, on which a page's words stand where nothing fills it.
pub(super) const WHITE: [u8; 3] = [255; 3];

/// Whether words in one colour cannot be told from what fills the ground behind them.
pub(super) fn is_unseen(words: [u8; 3], ground: [u8; 3]) -> bool {
    words.iter().zip(ground).map(|(one, other)| u32::from(one.abs_diff(other))).sum::<u32>() < 48
}

#[cfg(test)]
mod tests {
    use super::of_digits;

    #[test]
    fn a_strong_colour_that_is_no_rating_is_odd() {
        for digits in ["008080", "7030A0", "FF00FF"] {
            assert_eq!(of_digits(digits), (None, true), "{digits}");
        }
    }

    #[test]
    fn fills_are_read_as_ratings_and_decoration_is_not() {
        for (digits, colour) in [
            ("FF0000", Some("red")),
            ("C00000", Some("red")),
            ("FFC000", Some("amber")),
            ("FFFF00", Some("amber")),
            ("ED7D31", Some("amber")),
            ("00B050", Some("green")),
            ("92D050", Some("green")),
            ("0070C0", Some("blue")),
            ("C6EFCE", Some("green")),
            ("FFC7CE", Some("red")),
            ("FFEB9C", Some("amber")),
            ("FFFFFF", None),
            ("D9D9D9", None),
            ("DCE6F1", None),
            ("1F3864", None),
            ("auto", None),
        ] {
            assert_eq!(of_digits(digits), (colour, false), "{digits}");
        }
    }
}

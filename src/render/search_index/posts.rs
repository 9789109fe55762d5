//! Lists of numbers as short texts.
//!
//! A number is written with 32 signs, the highest first; all but its last sign stand 32 further on in [`SIGNS`]. The
//! pages of a word are grouped by what the word counts for on them, highest first: the sign of that level, then the
//! pages as steps from the one before.

/// The signs of numbers.
const SIGNS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// The signs of the levels 1 to 15.
const LEVELS: &[u8; 15] = b"!#$%&()*+,./:;<";

/// Stands before each phrase.
pub(super) const PHRASE: char = '~';

/// A page and what a word counts for on it, as a level from 1 to 15.
pub(super) type Post = (u32, u8);

/// The level of a weight: each step of three is twice as much.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 1 and 15")]
pub(super) fn level(weight: f64) -> u8 {
    (3.0 * (1.0 + weight).log2()).round().clamp(1.0, 15.0) as u8
}

/// Writes the pages of a word, which are in order.
pub(super) fn write(posts: &[Post]) -> String {
    let mut text = String::new();
    for level in (1..=15).rev() {
        let pages = posts.iter().filter(|post| post.1 == level).map(|post| post.0);
        let mut previous = None;
        for page in pages {
            if previous.is_none() {
                text.push(char::from(LEVELS[usize::from(level) - 1]));
            }
            write_number(page - previous.unwrap_or(0), &mut text);
            previous = Some(page);
        }
    }
    text
}

/// Writes a number.
pub(super) fn write_number(number: u32, text: &mut String) {
    let sign = |part: u32, offset: usize| char::from(SIGNS[(part & 31) as usize + offset]);
    let mut places = 1;
    while u64::from(number) >> (5 * places) > 0 {
        places += 1;
    }
    for place in (1..places).rev() {
        text.push(sign(number >> (5 * place), 32));
    }
    text.push(sign(number, 0));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(number: u32) -> String {
        let mut text = String::new();
        write_number(number, &mut text);
        text
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([0, 9, 31, 32, 1000].map(number), ["0", "9", "v", "x0", "_8"]);
        assert_eq!(number(u32::MAX).len(), 7);
    }

    #[test]
    fn pages_stand_below_their_level_as_steps() {
        assert_eq!(write(&[(0, 3), (2, 15), (5, 3), (6, 15)]), "<24$05");
        assert_eq!(write(&[]), "");
    }

    #[test]
    fn a_weight_twice_as_high_is_three_levels_up() {
        assert_eq!([0.1, 1.0, 3.0, 7.0, 1000.0].map(level), [1, 3, 6, 9, 15]);
    }
}

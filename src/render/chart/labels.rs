//! Where the words in a drawing have room.

use super::drawing::{Anchor, Drawing, Em, Share};
use super::scale::number;

/// The narrowest that a drawing with free-standing words is, in the height of its letters: a phone 320 px wide.
pub(crate) const NARROWEST: f64 = 22.0;
/// The width of an average letter.
const LETTER: f64 = 0.6;
/// The height of a line of words.
const LINE: f64 = 1.1;

/// Words at a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spot {
    pub(crate) x: Share,
    pub(crate) y: Em,
    pub(crate) anchor: Anchor,
}

/// A rectangle, in the height of letters on the narrowest screen; on a wider one there is only more room across.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Room {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Room {
    fn of(words: &str, spot: Spot) -> Self {
        let width = width(words);
        let x = spot.x.0 * NARROWEST;
        let left = match spot.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Self { left, right: left + width, top: spot.y.0 - LINE / 2.0, bottom: spot.y.0 + LINE / 2.0 }
    }

    fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// How wide words are, in the height of their letters.
pub(crate) fn width(words: &str) -> f64 {
    number(words.chars().count()) * LETTER
}

/// The words of a drawing, none of which overlap.
#[derive(Default)]
pub(crate) struct Labels {
    taken: Vec<Room>,
}

impl Labels {
    /// Keeps words away from a small thing, such as a point.
    pub(crate) fn keep_clear(&mut self, x: Share, y: Em, half: f64) {
        let middle = x.0 * NARROWEST;
        let (left, right) = (middle - half, middle + half);
        self.taken.push(Room { left, right, top: y.0 - half, bottom: y.0 + half });
    }

    /// Writes words at the first of the spots that has room for them, if one has.
    pub(crate) fn write(&mut self, drawing: &mut Drawing, words: &str, spots: &[Spot]) -> bool {
        let free = spots.iter().find_map(|&spot| {
            let room = Room::of(words, spot);
            let inside = room.left >= -1e-9 && room.right <= NARROWEST + 1e-9;
            let free = inside && self.taken.iter().all(|&other| !room.overlaps(other));
            free.then_some((spot, room))
        });
        let Some((spot, room)) = free else { return false };
        self.taken.push(room);
        drawing.text((spot.x, spot.y), spot.anchor, words);
        true
    }
}

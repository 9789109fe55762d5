//! Who reports to whom: boxes under each other, those below moved in, with lines between them.

use std::fmt::Display;

use super::drawing::{Anchor, Drawing, Em};
use super::labels::width;
use super::scale::number;

/// A group and those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Its name.
    pub(crate) title: String,
    /// The groups that report to it.
    pub(crate) below: Vec<Node>,
}

/// The width of a box, which a phone has room for, how far one below another is moved in, and the space between two.
const BOX: f64 = 18.0;
const STEP: f64 = 1.2;
const GAP: f64 = 0.9;
/// The space around a box's words, and the height of a line of them.
const AROUND: f64 = 0.6;
const LINE: f64 = 1.3;

/// Draws the trees below each other; nothing without any. The nested list beside the drawing says the same.
pub(crate) fn tree(roots: &[Node]) -> String {
    if roots.is_empty() {
        return String::new();
    }
    let mut boxes = Vec::new();
    let mut top = 0.1;
    for root in roots {
        place(root, 0, &mut top, &mut boxes);
    }
    let right = boxes.iter().map(|one| one.left + BOX).fold(0.0, f64::max);
    let mut drawing = Drawing::fixed("diagram", (Em(right + 0.1), Em(top - GAP + 0.1)));
    for (at, one) in boxes.iter().enumerate() {
        let above = boxes[..at].iter().rev().find(|other| other.depth + 1 == one.depth);
        if let Some(above) = above.filter(|_| one.depth > 0) {
            let (x, middle) = (above.left + STEP / 2.0, one.top + one.height() / 2.0);
            line(&mut drawing, (x, above.top + above.height()), (x, middle));
            line(&mut drawing, (x, middle), (one.left, middle));
        }
    }
    for one in &boxes {
        one.draw(&mut drawing);
    }
    drawing.finish()
}

/// A box at its place.
struct Placed {
    left: f64,
    top: f64,
    depth: usize,
    lines: Vec<String>,
}

impl Placed {
    fn height(&self) -> f64 {
        LINE * number(self.lines.len()) + AROUND * 2.0
    }

    fn draw(&self, drawing: &mut Drawing) {
        let (x, y, height) = (Em(self.left), Em(self.top), Em(self.height()));
        drawing.element("rect", &[("x", &x), ("y", &y), ("width", &Em(BOX)), ("height", &height)]);
        let mut y = self.top + AROUND + LINE / 2.0;
        for words in &self.lines {
            drawing.text_at(&Em(self.left + BOX / 2.0), Em(y), Anchor::Middle, words);
            y += LINE;
        }
    }
}

fn place(node: &Node, depth: usize, top: &mut f64, boxes: &mut Vec<Placed>) {
    let placed = Placed { left: 0.1 + STEP * number(depth), top: *top, depth, lines: lines(&node.title) };
    *top += placed.height() + GAP;
    boxes.push(placed);
    for below in &node.below {
        place(below, depth + 1, top, boxes);
    }
}

/// A name in as many lines as it needs. A word that is too long for a line gets cut.
fn lines(title: &str) -> Vec<String> {
    let room = BOX - AROUND * 2.0;
    let mut lines = vec![String::new()];
    for word in title.split_whitespace() {
        let line = lines.last_mut().expect("there is a first line");
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined) <= room {
            *line = joined;
        } else if line.is_empty() {
            *line = shortened(word, room);
        } else {
            lines.push(shortened(word, room));
        }
    }
    lines
}

fn shortened(word: &str, room: f64) -> String {
    let mut short = word.to_owned();
    while width(&short) > room {
        short.pop();
        short.pop();
        short.push('…');
    }
    short
}

fn line(drawing: &mut Drawing, from: (f64, f64), to: (f64, f64)) {
    let (from, to) = ((Em(from.0), Em(from.1)), (Em(to.0), Em(to.1)));
    let ends: [(&str, &dyn Display); 4] = [("x1", &from.0), ("y1", &from.1), ("x2", &to.0), ("y2", &to.1)];
    drawing.element("line", &ends);
}

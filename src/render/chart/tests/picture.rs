//! A drawing read back from its SVG, as a browser would lay it out.

/// The widths of a phone, a table's cell and a desk, in the height of a letter.
pub(super) const WIDTHS: [f64; 3] = [22.0, 40.0, 81.0];

/// The width of an average letter or digit of the usual fonts, in its height.
const LETTER: f64 = 0.55;

/// A rectangle, in the height of a letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Room {
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.left + 1e-6 < other.right
            && other.left + 1e-6 < self.right
            && self.top + 1e-6 < other.bottom
            && other.top + 1e-6 < self.bottom
    }
}

/// What is drawn at a width.
pub(super) struct Picture {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) rects: Vec<Room>,
    pub(super) lines: Vec<(String, Room)>,
    pub(super) circles: Vec<(f64, f64)>,
    pub(super) words: Vec<(String, Room)>,
}

impl Picture {
    pub(super) fn at(svg: &str, width: f64) -> Self {
        let mut picture = Self { width, height: 0.0, rects: vec![], lines: vec![], circles: vec![], words: vec![] };
        for (at, _) in svg.match_indices('<').filter(|(at, _)| !svg[at + 1..].starts_with('/')) {
            let (tag, after) = svg[at + 1..].split_once('>').expect("each element is closed");
            picture.read(tag, after);
        }
        picture
    }

    fn read(&mut self, tag: &str, after: &str) {
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let value = |attribute: &str| attribute_of(tag, attribute).unwrap_or_default().to_owned();
        let across = |attribute: &str| length(&value(attribute), self.width);
        let down = |attribute: &str| length(&value(attribute), self.height);
        match name {
            "svg" if tag.contains("class=\"chart") || tag.contains("diagram") => {
                self.height = length(&value("height"), 0.0);
            }
            "rect" => {
                let (left, top) = (across("x"), down("y"));
                let (right, bottom) = (left + across("width"), top + down("height"));
                self.rects.push(Room { left, right, top, bottom });
            }
            "line" => {
                let room = Room { left: across("x1"), right: across("x2"), top: down("y1"), bottom: down("y2") };
                self.lines.push((value("class"), room));
            }
            "circle" => self.circles.push((across("cx"), down("cy"))),
            "text" => {
                let words = after.split('<').next().unwrap_or_default().trim().replace("&lt;", "<");
                let wide = f64::from(u32::try_from(words.chars().count()).expect("few")) * LETTER;
                let (x, y) = (across("x"), down("y"));
                let left = match value("text-anchor").as_str() {
                    "start" => x,
                    "middle" => x - wide / 2.0,
                    _ => x - wide,
                };
                let room = Room { left, right: left + wide, top: y - 0.5, bottom: y + 0.5 };
                self.words.push((words, room));
            }
            _ => {}
        }
    }

    /// Fails where anything reaches out of the drawing, or words lie on words.
    pub(super) fn is_sound(&self) {
        let within = |room: Room| {
            let (left, right) = (room.left.min(room.right), room.left.max(room.right));
            let (top, bottom) = (room.top.min(room.bottom), room.top.max(room.bottom));
            left > -0.05 && right < self.width + 0.05 && top > -0.05 && bottom < self.height + 0.05
        };
        for room in self.rects.iter().chain(self.lines.iter().map(|(_, room)| room)) {
            assert!(within(*room), "{room:?} is outside of {} x {}", self.width, self.height);
        }
        for (words, room) in &self.words {
            assert!(within(*room), "`{words}` {room:?} is outside of {} x {}", self.width, self.height);
        }
        for (x, y) in &self.circles {
            assert!((0.0..=self.width).contains(x) && (0.0..=self.height).contains(y), "{x}, {y}");
        }
        for (at, (words, room)) in self.words.iter().enumerate() {
            for (others, other) in &self.words[..at] {
                assert!(!room.overlaps(*other), "`{words}` lies on `{others}` at a width of {}", self.width);
            }
        }
    }
}

fn attribute_of<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// A length in the height of letters, where a share is one of `whole`.
fn length(text: &str, whole: f64) -> f64 {
    let (number, unit) = text.split_at(text.find(['e', '%']).unwrap_or(text.len()));
    let number: f64 = if number.is_empty() { 0.0 } else { number.parse().expect(text) };
    if unit == "%" { number / 100.0 * whole } else { number }
}

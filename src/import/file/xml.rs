//! XML as a small tree, with names that have lost their prefixes.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The deepest that elements may stand in each other. Documents of people are nested about ten deep.
const DEEPEST: usize = 200;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Reads a text; none where it is not XML or too deep.
    pub(super) fn read(xml: &str) -> Option<Self> {
        let mut root = Self::default();
        Self::each(xml, |_| true, |element| root.children.push(Node::Element(element)))?;
        Some(root)
    }

    /// Reads the elements whose names are wanted, one after the other, and keeps none of the rest in memory.
    pub(super) fn each(xml: &str, wanted: impl Fn(&str) -> bool, mut take: impl FnMut(Self)) -> Option<()> {
        let mut reader = Reader::from_str(xml);
        let mut open: Vec<Self> = Vec::new();
        let mut depth = 0_usize;
        loop {
            match reader.read_event().ok()? {
                Event::Start(_) if depth >= DEEPEST => return None,
                Event::Start(start) => {
                    depth += 1;
                    if !open.is_empty() || wanted(start.local_name().as_ref()) {
                        open.push(Self::of(&start));
                    }
                }
                Event::Empty(start) => match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(Self::of(&start))),
                    None if wanted(start.local_name().as_ref()) => take(Self::of(&start)),
                    None => {}
                },
                Event::End(_) => {
                    depth = depth.checked_sub(1)?;
                    let Some(done) = open.pop() else { continue };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(Node::Element(done)),
                        None => take(done),
                    }
                }
                Event::Text(text) => open.last_mut().into_iter().for_each(|open| open.text(&text.xml10_content())),
                Event::CData(text) => open.last_mut().into_iter().for_each(|open| open.text(&text.xml10_content())),
                Event::GeneralRef(reference) => {
                    let letter = reference.resolve_char_ref().ok().flatten();
                    let name = reference.xml10_content();
                    let letter = letter.map_or_else(|| entity(&name).to_owned(), String::from);
                    open.last_mut().into_iter().for_each(|open| open.text(&letter));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        (depth == 0).then_some(())
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().filter_map(Result::ok).map(|attribute| {
            let name = attribute.key.local_name().as_ref().to_owned();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default().into_owned();
            (name, value)
        });
        Self { name: start.local_name().as_ref().to_owned(), attributes: attributes.collect(), children: Vec::new() }
    }

    fn text(&mut self, text: &str) {
        match self.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => self.children.push(Node::Text(text.to_owned())),
        }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A whole number in an attribute, no larger than `most`.
    pub(super) fn number(&self, name: &str, most: usize) -> Option<usize> {
        Some(self.attribute(name)?.parse::<usize>().ok()?.min(most))
    }

    /// Whether an attribute says yes.
    pub(super) fn is_on(&self, name: &str) -> bool {
        matches!(self.attribute(name), Some("1" | "true" | "on"))
    }

    /// A number in an attribute.
    pub(super) fn size(&self, name: &str) -> Option<f64> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// The words in it, however deep.
    pub(super) fn words(&self) -> String {
        self.children
            .iter()
            .map(|node| match node {
                Node::Element(element) => element.words(),
                Node::Text(text) => text.clone(),
            })
            .collect()
    }

    /// The elements right below.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element right below with this name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element at the end of a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }
}

fn entity(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
}

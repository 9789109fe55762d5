//! SVG without comments, metadata and what drawing programs keep in it, such as the path on someone's computer.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer, XmlVersion};

/// Elements and attributes of drawing programs begin so.
const PROGRAMS: [&str; 9] = ["inkscape:", "sodipodi:", "rdf:", "dc:", "cc:", "sketch:", "figma:", "x:", "i:"];

/// The picture; `None` where it is not XML.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader::from_reader(bytes);
    let mut writer = Writer::new(Vec::with_capacity(bytes.len()));
    // How deep it is within what is left out.
    let mut left_out = 0_usize;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return Some(writer.into_inner()),
            Event::Start(start) if left_out > 0 || is_hidden(&start) => left_out += 1,
            Event::Empty(empty) if is_hidden(&empty) => {}
            Event::End(_) if left_out > 0 => left_out -= 1,
            Event::Comment(_) | Event::PI(_) => {}
            _ if left_out > 0 => {}
            Event::Start(start) => writer.write_event(Event::Start(own(&start)?)).ok()?,
            Event::Empty(empty) => writer.write_event(Event::Empty(own(&empty)?)).ok()?,
            other => writer.write_event(other).ok()?,
        }
    }
}

/// Its words, and the values that may show some; none where it is not XML. What is drawn in pieces stands there twice, in
/// one word and in words of their own.
pub(super) fn words(bytes: &[u8]) -> Option<String> {
    let mut reader = Reader::from_reader(bytes);
    let (mut joined, mut apart, mut values) = (String::new(), String::new(), String::new());
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return Some([joined, apart, values].join("\n")),
            Event::Start(start) | Event::Empty(start) => {
                for attribute in start.attributes().filter_map(Result::ok) {
                    values.push_str(&attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default());
                    values.push('\n');
                }
            }
            Event::Text(text) => {
                joined.push_str(text.xml10_content().trim());
                apart.push_str(&text.xml10_content());
                apart.push(' ');
            }
            Event::CData(text) => apart.push_str(&text.xml10_content()),
            Event::Comment(text) => {
                values.push_str(&text.xml10_content());
                values.push('\n');
            }
            _ => {}
        }
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    element.name().as_ref() == "metadata" || is_of_program(element.name().as_ref())
}

fn is_of_program(name: &str) -> bool {
    PROGRAMS.iter().any(|start| name.starts_with(start))
}

/// The element without the attributes of programs.
fn own<'e>(element: &BytesStart<'e>) -> Option<BytesStart<'e>> {
    let mut own = element.clone();
    own.clear_attributes();
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        if !is_of_program(attribute.key.as_ref()) {
            own.push_attribute(attribute);
        }
    }
    Some(own)
}

//! What documents of Office and `LibreOffice` hold beside what is seen at once.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The most that is read of a part, in bytes: what is larger hides nothing in the few words that are looked for.
const LARGEST_PART: u64 = 32 << 20;

/// How much of a picture is read: what a camera writes comes first.
const FIRST_BYTES: u64 = 65_536;

/// A part of a document, words in it, and what they mean.
type Sign = (&'static str, &'static [&'static str], &'static str);

/// A name in front of `*` is the beginning of the part's name.
const SIGNS: [Sign; 18] = [
    ("xl/pivotCache/*", &["<pivotCacheRecords"], "the rows behind a pivot table"),
    ("word/document.xml", &["<w:ins ", "<w:del ", "<w:moveFrom "], "tracked changes"),
    ("word/document.xml", &["<w:vanish/>", "<w:vanish "], "hidden text"),
    ("word/comments*", &["<w:comment "], "comments"),
    ("xl/comments*", &["<comment "], "comments"),
    ("xl/threadedComments*", &["<threadedComment "], "comments"),
    ("xl/workbook.xml", &["state=\"hidden\"", "state=\"veryHidden\""], "a hidden sheet"),
    ("xl/worksheets/*", &[" hidden=\"1\"", " hidden=\"true\""], "hidden rows or columns"),
    ("xl/externalLinks/*", &["<externalBook "], "links to other workbooks"),
    ("ppt/comments*", &["<p:cm ", "<p188:cm "], "comments"),
    ("ppt/notesSlides/*", &["<a:t>"], "a speaker's notes"),
    ("ppt/slides/*", &[" show=\"0\"", " show=\"false\""], "a hidden slide"),
    ("content.xml", &["<office:annotation"], "comments"),
    ("content.xml", &["<text:tracked-changes", "<table:tracked-changes"], "tracked changes"),
    ("content.xml", &["table:visibility=\"collapse\"", "table:visibility=\"filter\""], "hidden rows or columns"),
    ("content.xml", &["table:display=\"false\""], "a hidden sheet"),
    ("content.xml", &["text:display=\"none\"", "<text:hidden-"], "hidden text"),
    ("customXml/*", &["<b:Author>"], "the name of its author"),
];

/// The properties that name a person.
const NAMES: [(&str, &[&str]); 2] = [
    ("docProps/core.xml", &["dc:creator", "cp:lastModifiedBy"]),
    ("meta.xml", &["dc:creator", "meta:initial-creator", "meta:printed-by"]),
];

/// The words in all parts. One that is cut by a change of its look has a space there.
pub(super) fn words(bytes: &[u8]) -> String {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return String::new() };
    let mut words = String::new();
    for number in 0..archive.len() {
        let Ok(part) = archive.by_index(number) else { continue };
        if !part.name().is_ok_and(|name| name.ends_with(".xml")) {
            continue;
        }
        let mut text = String::new();
        if part.take(LARGEST_PART).read_to_string(&mut text).is_ok() {
            for between in text.split('<') {
                words.extend([between.split_once('>').map_or("", |(_, words)| words), " "]);
            }
        }
    }
    words
}

/// What there is, in words, each once.
pub(super) fn hidden(bytes: &[u8]) -> Vec<&'static str> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let mut found = Vec::new();
    for number in 0..archive.len() {
        let Ok(mut part) = archive.by_index(number) else { continue };
        let Ok(name) = part.name().map(Cow::into_owned) else { continue };
        if name.contains("media/") || name.starts_with("Pictures/") {
            let mut start = Vec::new();
            if part.by_ref().take(FIRST_BYTES).read_to_end(&mut start).is_ok() && has_exif(&start) {
                found.push("a photograph that may say where it was taken");
            }
            continue;
        }
        let signs: Vec<&Sign> = SIGNS.iter().filter(|(wanted, ..)| is_part(&name, wanted)).collect();
        let names = NAMES.iter().find(|(wanted, _)| name == *wanted).map_or(&[][..], |(_, names)| names);
        if signs.is_empty() && names.is_empty() {
            continue;
        }
        let mut text = String::new();
        if part.take(LARGEST_PART).read_to_string(&mut text).is_err() {
            continue;
        }
        let there = signs.into_iter().filter(|(_, words, _)| words.iter().any(|word| text.contains(word)));
        found.extend(there.map(|(_, _, what)| *what));
        if names.iter().any(|property| is_filled(&text, property)) {
            found.push("the name of its author");
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether the beginning of a picture has what a camera writes: Exif 2.32, section 4.5.
fn has_exif(start: &[u8]) -> bool {
    start.windows(6).any(|bytes| bytes == b"Exif\0\0")
}

fn is_part(name: &str, wanted: &str) -> bool {
    wanted.strip_suffix('*').map_or(name == wanted, |start| name.starts_with(start))
}

/// Whether an element has words in it.
fn is_filled(text: &str, element: &str) -> bool {
    text.match_indices(&format!("<{element}")).any(|(at, _)| {
        let rest = text[at..].split_once('>').map_or("", |(_, rest)| rest);
        !rest.split('<').next().unwrap_or_default().trim().is_empty()
    })
}

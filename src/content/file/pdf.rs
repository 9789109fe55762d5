//! What a PDF holds beside its pages: ISO 32000-1, sections 12.5 and 14.3.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// The most that is unpacked of a stream, in bytes.
const LARGEST_STREAM: u64 = 8 << 20;

/// Notes that people write on pages.
const NOTES: [&[u8]; 9] =
    [b"/Text", b"/FreeText", b"/Highlight", b"/StrikeOut", b"/Underline", b"/Squiggly", b"/Caret", b"/Ink", b"/Stamp"];

/// What there is, in words, each once.
pub(super) fn hidden(bytes: &[u8]) -> Vec<&'static str> {
    let mut found = Vec::new();
    look(bytes, &mut found);
    for packed in streams(bytes) {
        let mut unpacked = Vec::new();
        // What of a damaged stream could be unpacked is looked at, too.
        let _ = ZlibDecoder::new(packed).take(LARGEST_STREAM).read_to_end(&mut unpacked);
        look(&unpacked, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The streams that may hold objects: pages and pictures have no names in them.
fn streams(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    places(bytes, b"stream").filter_map(|at| {
        let before = &bytes[at.saturating_sub(400)..at];
        let is_object = places(before, b"/ObjStm").next().is_some() || places(before, b"/Metadata").next().is_some();
        let start = at + b"stream".len();
        let start = start + bytes[start..].iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        (is_object && !before.ends_with(b"end")).then(|| &bytes[start..])
    })
}

fn look(bytes: &[u8], found: &mut Vec<&'static str>) {
    if places(bytes, b"/Author").any(|at| is_filled(&bytes[at + b"/Author".len()..])) || names_creator(bytes) {
        found.push("the name of its author");
    }
    let is_note = |at: usize| {
        let kind = bytes[at + b"/Subtype".len()..].trim_ascii_start();
        NOTES
            .iter()
            .any(|note| kind.starts_with(note) && kind.get(note.len()).is_none_or(|next| !next.is_ascii_alphabetic()))
    };
    if places(bytes, b"/Subtype").any(is_note) {
        found.push("comments");
    }
    if places(bytes, b"/EmbeddedFile").next().is_some() {
        found.push("another file");
    }
}

/// Whether a text follows that is not empty: `(A name)` or `<FEFF0041>`.
fn is_filled(bytes: &[u8]) -> bool {
    match bytes.trim_ascii_start() {
        [b'(', rest @ ..] => {
            let text = rest.split(|byte| *byte == b')').next().unwrap_or_default();
            text.iter().any(|byte| byte.is_ascii_alphanumeric() || *byte > 0xfd || *byte == b'\\')
                && text.iter().any(u8::is_ascii_alphanumeric)
        }
        [b'<', rest @ ..] if rest.first() != Some(&b'<') => {
            let digits = rest.split(|byte| *byte == b'>').next().unwrap_or_default();
            digits.iter().filter(|byte| byte.is_ascii_hexdigit()).count() > 4
        }
        // A reference to a text elsewhere.
        [digit, ..] => digit.is_ascii_digit(),
        [] => false,
    }
}

/// Whether its XMP has a creator with words.
fn names_creator(bytes: &[u8]) -> bool {
    places(bytes, b"<dc:creator>").any(|at| {
        let end = places(&bytes[at..], b"</dc:creator>").next().unwrap_or(bytes.len() - at);
        let mut inside = false;
        bytes[at..at + end].iter().any(|byte| {
            match byte {
                b'<' => inside = true,
                b'>' => inside = false,
                _ => {}
            }
            !inside && byte.is_ascii_alphanumeric()
        })
    })
}

fn places<'b>(bytes: &'b [u8], word: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    bytes.windows(word.len()).enumerate().filter(move |(_, window)| *window == word).map(|(at, _)| at)
}

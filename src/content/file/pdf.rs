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
    // Pages and pictures have no names in them.
    let may_have_names =
        |before: &[u8]| [&b"/ObjStm"[..], b"/Metadata"].iter().any(|kind| places(before, kind).next().is_some());
    for (_, packed) in streams(bytes).filter(|(before, _)| may_have_names(before)) {
        look(&unpacked(packed), &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The words of its pages, where they are stored as letters: a font that has only some letters may number them in its own way.
pub(super) fn words(bytes: &[u8]) -> String {
    let mut words = Vec::new();
    for (before, packed) in streams(bytes).filter(|(before, _)| places(before, b"/Image").next().is_none()) {
        let unpacked = unpacked(packed);
        let stream = if places(before, b"/Filter").next().is_some() { &unpacked } else { packed };
        let mut depth = 0_usize;
        for byte in stream {
            match byte {
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                // A new line, or a new place on the page.
                b'\n' | b'T' if depth == 0 => words.push(b' '),
                byte if depth > 0 => words.push(*byte),
                _ => {}
            }
        }
    }
    String::from_utf8_lossy(&words).into_owned()
}

/// What can be unpacked of a stream, also of a damaged one.
fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let _ = ZlibDecoder::new(packed).take(LARGEST_STREAM).read_to_end(&mut unpacked);
    unpacked
}

/// The streams, each with what is written before it and all that is behind its start.
fn streams(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    places(bytes, b"stream").filter_map(|at| {
        let before = &bytes[at.saturating_sub(400)..at];
        let start = at + b"stream".len();
        let start = start + bytes[start..].iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let end = places(&bytes[start..], b"endstream").next()?;
        (!before.ends_with(b"end")).then(|| (before, &bytes[start..start + end]))
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

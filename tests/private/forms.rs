//! A file in every form in which something could stand in it: packed, within an archive, encoded.

use std::io::{Cursor, Read};

use flate2::read::{DeflateDecoder, GzDecoder, ZlibDecoder};

/// Packed within packed, and no further.
const DEEPEST: usize = 4;

/// What the bytes are once unpacked in every way that they can be, the bytes themselves first.
pub(crate) fn unpacked(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    let mut newest = 0;
    for _ in 0..DEEPEST {
        let found: Vec<Vec<u8>> = all[newest..].iter().flat_map(|bytes| within(bytes)).collect();
        newest = all.len();
        all.extend(found);
    }
    all
}

fn within(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = members(bytes);
    if bytes.starts_with(&[0x1f, 0x8b]) {
        found.extend(read_all(GzDecoder::new(bytes)));
    }
    if bytes.starts_with(b"%PDF") {
        // What stands between the words `stream` and `endstream`, most often packed.
        for at in matches(bytes, b"stream") {
            let start = at + if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
            let packed = bytes.get(start..).unwrap_or_default();
            found.extend(read_all(ZlibDecoder::new(packed)));
            found.extend(read_all(DeflateDecoder::new(packed)));
        }
        found.push(strings_of_hex(bytes));
    }
    found
}

/// The members of an archive: workbooks and documents of word processors are such.
fn members(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let comment = archive.comment().to_vec();
    let names: Vec<u8> = archive.file_names().flatten().flat_map(|name| name.as_bytes().to_vec()).collect();
    let mut found = vec![comment, names];
    for number in 0..archive.len() {
        found.extend(archive.by_index(number).ok().and_then(read_all));
    }
    found
}

fn read_all(mut reader: impl Read) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    // What follows the packed bytes may be anything; what came before it counts.
    let _ = reader.read_to_end(&mut out);
    (!out.is_empty()).then_some(out)
}

/// The ends of each mention.
fn matches<'b>(bytes: &'b [u8], word: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    bytes.windows(word.len()).enumerate().filter(move |(_, here)| *here == word).map(|(at, _)| at + word.len())
}

/// What a PDF writes as `<48656C6C6F>`.
fn strings_of_hex(bytes: &[u8]) -> Vec<u8> {
    let parts = bytes.split(|&byte| byte == b'<').filter_map(|part| part.split(|&byte| byte == b'>').next());
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    parts
        .filter_map(|part| part.iter().map(digit).collect::<Option<Vec<u8>>>())
        .flat_map(|digits| digits.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect::<Vec<_>>())
        .collect()
}

/// Every way in which a word may be written in bytes, in small letters where capitals make no difference.
pub(crate) struct Needles {
    in_any_letters: Vec<Vec<u8>>,
    exact: Vec<Vec<u8>>,
}

impl Needles {
    pub(crate) fn of(word: &str) -> Self {
        let small = word.to_lowercase();
        let mut in_any_letters = vec![
            small.clone().into_bytes(),
            small.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            small.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ];
        for word in [word, &small] {
            let each = |form: &dyn Fn(u8) -> String| word.bytes().map(form).collect::<String>().into_bytes();
            in_any_letters.extend([
                each(&|letter| format!("%{letter:02x}")),
                each(&|letter| format!("&#{letter};")),
                each(&|letter| format!("&#x{letter:x};")),
                each(&|letter| format!("\\u{letter:04x}")),
                each(&|letter| format!("{letter:02x}")),
            ]);
        }
        let exact =
            [word, &small].into_iter().flat_map(|word| (0..3).map(|shift| base64_inside(word, shift))).collect();
        Self { in_any_letters, exact }
    }

    pub(crate) fn are_in(&self, bytes: &[u8]) -> bool {
        let small = bytes.to_ascii_lowercase();
        let has = |bytes: &[u8], needle: &Vec<u8>| bytes.windows(needle.len()).any(|here| here == needle);
        self.in_any_letters.iter().any(|needle| has(&small, needle))
            || self.exact.iter().any(|needle| has(bytes, needle))
    }
}

/// The letters of base64 that a word surely gives when it begins so many bytes after a whole group.
fn base64_inside(word: &str, shift: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = std::iter::repeat_n(0, shift)
        .chain(word.bytes())
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .collect();
    let whole = |group: &[u8]| usize::from(group.iter().fold(0, |sum, bit| sum * 2 + bit));
    bits.chunks_exact(6).skip((shift * 8).div_ceil(6)).map(|group| LETTERS[whole(group)]).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{GzEncoder, ZlibEncoder};

    use super::{Needles, unpacked};

    fn is_found(bytes: &[u8]) -> bool {
        let needles = Needles::of("Zebrafinch");
        unpacked(bytes).iter().any(|bytes| needles.are_in(bytes))
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        for text in [
            "a zebraFINCH b",
            "%5a%65%62%72%61%66%69%6E%63%68",
            "&#122;&#101;&#98;&#114;&#97;&#102;&#105;&#110;&#99;&#104;",
            "IFplYnJhZmluY2gg",
            "WmVicmFmaW5jaA==",
            "ICBaZWJyYWZpbmNo",
            "5A6562726166696E6368",
        ] {
            assert!(is_found(text.as_bytes()), "{text}");
        }
        let wide: Vec<u8> = "the Zebrafinch".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(is_found(&wide));
        assert!(!is_found(b"a zebra and a finch"));
    }

    #[test]
    fn a_word_is_found_in_what_is_packed() {
        let mut zlib = ZlibEncoder::new(b"%PDF-1.7\nstream\n".to_vec(), Compression::default());
        zlib.write_all(b"BT (Zebrafinch) Tj ET").expect("memory can be written");
        let mut pdf = zlib.finish().expect("memory can be written");
        pdf.extend(b"\nendstream\n");
        assert!(!pdf.windows(10).any(|here| here == b"Zebrafinch") && is_found(&pdf));

        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("a.pdf.gz", zip::write::SimpleFileOptions::default()).expect("memory can be written");
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(&pdf).expect("memory can be written");
        archive.write_all(&gzip.finish().expect("memory can be written")).expect("memory can be written");
        assert!(is_found(&archive.finish().expect("memory can be written").into_inner()));
    }
}

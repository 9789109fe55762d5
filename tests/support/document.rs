//! Documents that are no text.

use std::io::{Cursor, Write};

/// A document of Office: its parts with their text.
pub(crate) fn document(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("it can be begun");
        archive.write_all(text.as_bytes()).expect("it can be written");
    }
    archive.finish().expect("it can be ended").into_inner()
}

/// A PDF of one page with these instructions, packed.
pub(crate) fn pdf(page: &str) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(page.as_bytes()).expect("it can be packed");
    let mut pdf = b"%PDF-1.7\n1 0 obj\n<</Length 1 /Filter /FlateDecode>>\nstream\r\n".to_vec();
    pdf.extend(packed.finish().expect("it can be ended"));
    pdf.extend(b"\r\nendstream\nendobj\n");
    pdf
}

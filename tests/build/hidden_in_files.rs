//! What a camera or a program wrote into a file is not published with it, or its author is warned.

use std::io::{Cursor, Write};

use image::{DynamicImage, ImageFormat, RgbImage};
use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::{Png, PngChunk};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF, ImageICC};

use crate::support::document::document;
use crate::support::site::TestSite;

const SECRET: &str = "Zebrafinch";

/// EXIF that says how the camera was held, in three ways of writing where that is, and the secret.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(SECRET.as_bytes());
    exif
}

/// A picture that is wider than high.
fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::new(4, 2)).write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

fn photograph(orientation: u8) -> Vec<u8> {
    let mut jpeg = Jpeg::from_bytes(picture(ImageFormat::Jpeg).into()).expect("it is one");
    jpeg.set_exif(Some(exif(orientation).into()));
    jpeg.set_icc_profile(Some(Bytes::from_static(b"a profile of colours")));
    let note = |marker, start: &str| JpegSegment::new_with_contents(marker, format!("{start}{SECRET}").into());
    let segments = jpeg.segments_mut();
    segments.insert(1, note(markers::APP1, "http://ns.adobe.com/xap/1.0/\0"));
    segments.insert(1, note(markers::APP13, "Photoshop 3.0\0"));
    segments.insert(1, note(markers::COM, ""));
    let mut bytes = jpeg.encoder().bytes().to_vec();
    // What phones put behind the picture.
    bytes.extend(SECRET.as_bytes());
    bytes
}

fn published(name: &str, bytes: &[u8]) -> Vec<u8> {
    let site = TestSite::new().with(&format!("content/files/{name}"), bytes).built();
    let bytes = site.files().remove(&format!("files/{name}")).expect("it is published");
    assert!(!String::from_utf8_lossy(&bytes).contains(SECRET), "{name}: {}", String::from_utf8_lossy(&bytes));
    bytes
}

fn size(bytes: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory(bytes).expect("it can be read");
    (picture.width(), picture.height())
}

#[test]
fn a_photograph_loses_where_it_was_taken_and_stands_upright() {
    for (orientation, wanted) in [(1, (4, 2)), (3, (4, 2)), (6, (2, 4)), (8, (2, 4))] {
        let bytes = published("photo.jpg", &photograph(orientation));
        assert_eq!(size(&bytes), wanted, "{orientation}");
        let jpeg = Jpeg::from_bytes(bytes.into()).expect("it is one");
        assert_eq!(jpeg.exif(), None);
        assert_eq!(jpeg.icc_profile().as_deref(), Some(&b"a profile of colours"[..]), "{orientation}");
    }
    // It is known by what it is, and not by its name.
    published("Photo.JPEG.bin", &photograph(6));
}

#[test]
fn other_pictures_lose_what_programs_wrote_into_them() {
    let mut png = Png::from_bytes(picture(ImageFormat::Png).into()).expect("it is one");
    png.set_exif(Some(exif(6).into()));
    for kind in [*b"tEXt", *b"iTXt", *b"tIME"] {
        png.chunks_mut().insert(1, PngChunk::new(kind, format!("Author\0{SECRET}").into()));
    }
    assert_eq!(size(&published("map.png", &png.encoder().bytes())), (2, 4));

    let mut webp = WebP::from_bytes(picture(ImageFormat::WebP).into()).expect("it is one");
    webp.set_exif(Some(exif(1).into()));
    assert_eq!(size(&published("map.webp", &webp.encoder().bytes())), (4, 2));

    let mut gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xfe\x0a".to_vec();
    gif.extend(SECRET.as_bytes());
    gif.extend(b"\0!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;");
    gif.extend(SECRET.as_bytes());
    let gif = published("dot.gif", &gif);
    assert!(gif.starts_with(b"GIF89a") && gif.ends_with(b"D\x01\0;") && gif.windows(8).any(|part| part == b"NETSCAPE"));

    let svg = format!(
        "<?xml version=\"1.0\"?>\n<!-- {SECRET} --><svg xmlns=\"http://www.w3.org/2000/svg\" \
         inkscape:export-filename=\"/home/{SECRET}/a.png\" viewBox=\"0 0 1 1\"><metadata><rdf:RDF>{SECRET}</rdf:RDF>\
         </metadata><sodipodi:namedview id=\"{SECRET}\"/><title>A map</title><path d=\"M0 0h1\"/></svg>"
    );
    let svg = String::from_utf8(published("map.svg", svg.as_bytes())).expect("it is text");
    assert!(svg.contains("viewBox=\"0 0 1 1\"><title>A map</title><path d=\"M0 0h1\"/></svg>"), "{svg}");
}

#[test]
fn a_picture_that_cannot_be_cleaned_is_told() {
    let broken = &photograph(6)[..80];
    let messages = TestSite::new().with("content/files/photo.jpg", broken).messages();
    assert!(messages.contains("error[file/picture]: `files/photo.jpg` cannot be read as a picture"), "{messages}");
    let messages = TestSite::new().with("content/files/photo.HEIC", "x").messages();
    assert!(messages.contains("warning[file/picture]: a `.heic` picture may say where it was taken"), "{messages}");
    let messages = TestSite::new().with("content/files/film.MOV", "x").messages();
    assert!(messages.contains("warning[file/recording]: a `.mov` recording may say where"), "{messages}");
    let messages = TestSite::new().with("content/files/pack.zip", document(&[("a.jpg", "x")])).messages();
    assert!(
        messages.contains("warning[file/document]: what the files in a `.zip` hide cannot be seen here"),
        "{messages}"
    );
}

#[test]
fn a_picture_of_the_theme_loses_the_same() {
    let site = TestSite::new().with("templates/assets/banner.jpg", photograph(6));
    assert_eq!(site.build().status, 0);
    let (_, banner) = site.files().into_iter().find(|(name, _)| name.contains("banner")).expect("it is published");
    assert!(!banner.windows(SECRET.len()).any(|bytes| bytes == SECRET.as_bytes()));
    assert_eq!(size(&banner), (2, 4), "it stands upright");
    let broken = &photograph(6)[..80];
    let messages = TestSite::new().with("templates/assets/banner.jpg", broken).messages();
    assert!(messages.contains("`templates/assets/banner.jpg` cannot be read as a picture"), "{messages}");
}

#[test]
fn a_document_that_names_its_author_or_holds_what_is_not_seen_is_warned_of() {
    let core = format!("<cp:coreProperties><dc:creator>{SECRET}</dc:creator></cp:coreProperties>");
    let pdf = |inner: &str| format!("%PDF-1.7\n1 0 obj\n<<{inner}>>\nendobj\n%%EOF").into_bytes();
    for (name, bytes, what) in [
        ("a.docx", document(&[("docProps/core.xml", &core)]), "the name of its author"),
        ("a.docx", document(&[("word/document.xml", "<w:p><w:ins w:id=\"1\"/></w:p>")]), "tracked changes"),
        ("a.docx", document(&[("word/comments.xml", "<w:comment w:id=\"0\"/>")]), "comments"),
        ("a.docx", document(&[("word/document.xml", "<w:rPr><w:vanish/></w:rPr>")]), "hidden text"),
        ("a.xlsx", document(&[("xl/workbook.xml", "<sheet name=\"x\" state=\"veryHidden\"/>")]), "a hidden sheet"),
        ("a.xlsx", document(&[("xl/worksheets/sheet1.xml", "<row r=\"2\" hidden=\"1\"/>")]), "hidden rows or columns"),
        (
            "a.xlsx",
            document(&[("xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords/>")]),
            "the rows behind a pivot table",
        ),
        (
            "a.docx",
            document(&[("word/media/image1.jpeg", "\u{1}Exif\0\0MM")]),
            "a photograph that may say where it was taken",
        ),
        ("a.pptx", document(&[("ppt/notesSlides/notesSlide1.xml", "<a:t>Say</a:t>")]), "a speaker's notes"),
        ("a.odt", document(&[("content.xml", "<text:tracked-changes/>")]), "tracked changes"),
        (
            "a.ods",
            document(&[("meta.xml", "<meta:initial-creator>Z</meta:initial-creator>")]),
            "the name of its author",
        ),
        ("a.pdf", pdf(&format!("/Author ({SECRET})")), "the name of its author"),
        ("a.pdf", pdf("/Author <FEFF005A0065>"), "the name of its author"),
        ("a.pdf", pdf("/Type /Annot /Subtype /Highlight"), "comments"),
    ] {
        let messages = TestSite::new().with(&format!("content/files/{name}"), bytes).messages();
        assert!(
            messages.contains(&format!(
                "warning[file/document]: this document has content that readers do not see at first: {what}"
            )),
            "{name}: {messages}"
        );
        assert!(!messages.contains(SECRET), "{messages}");
    }
}

#[test]
fn what_is_packed_in_a_pdf_is_looked_at_too() {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(b"<</Author (A name) /Title (A plan)>>").expect("it can be packed");
    let mut pdf = b"%PDF-1.7\n1 0 obj\n<</Type /ObjStm /Filter /FlateDecode>>\nstream\r\n".to_vec();
    pdf.extend(packed.finish().expect("it can be ended"));
    pdf.extend(b"\r\nendstream\nendobj\n");
    let messages = TestSite::new().with("content/files/a.pdf", pdf).messages();
    assert!(messages.contains("the name of its author"), "{messages}");
}

#[test]
fn a_clean_document_is_not_warned_of() {
    let empty = "<cp:coreProperties><dc:creator></dc:creator><cp:lastModifiedBy/></cp:coreProperties>";
    let site = TestSite::new()
        .with("content/files/a.docx", document(&[("docProps/core.xml", empty), ("word/document.xml", "<w:insideH/>")]))
        .with("content/files/a.pdf", b"%PDF-1.7\n<</Author () /Subtype /Link /Author <FEFF>>>\n%%EOF");
    assert!(!site.messages().contains("file/document"), "{}", site.messages());
}

//! JPEG, PNG and WebP without what a camera or a program wrote into them.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};
use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;

/// How good a picture is that had to be turned and written again, of 100.
const QUALITY: u8 = 88;

/// The parts of a PNG that say how it looks: PNG (third edition), section 11, and its animation.
const PNG_PARTS: [&[u8; 4]; 19] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI",
    b"sBIT", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The same of a WebP: its container specification.
const WEBP_PARTS: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP"];

/// The bits of a WebP that say that there is EXIF or XMP.
const WEBP_METADATA: u8 = 0b0000_1100;

/// Whether these are the first bytes of such a picture.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    format(bytes).is_some()
}

fn format(bytes: &[u8]) -> Option<ImageFormat> {
    let format = image::guess_format(bytes).ok()?;
    matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP).then_some(format)
}

/// The picture, upright, without EXIF, XMP, comments and thumbnails; `None` where it cannot be read.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    let format = format(bytes)?;
    let turned = upright(bytes, format);
    stripped(turned.as_deref().unwrap_or(bytes), format)
}

/// The picture turned as its camera was held; `None` where it stands upright.
fn upright(bytes: &[u8], format: ImageFormat) -> Option<Vec<u8>> {
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().ok()?;
    let orientation = decoder.orientation().ok().filter(|orientation| *orientation != Orientation::NoTransforms)?;
    let profile = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    write(&picture, format, profile)
}

fn write(picture: &DynamicImage, format: ImageFormat, profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    use image::ImageEncoder;
    use image::codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};

    fn with<E: ImageEncoder>(mut encoder: E, picture: &DynamicImage, profile: Option<Vec<u8>>) -> Option<()> {
        // A format that has no place for a profile leaves it out.
        let _ = profile.map(|profile| encoder.set_icc_profile(profile));
        picture.write_with_encoder(encoder).ok()
    }
    let mut out = Vec::new();
    match format {
        ImageFormat::Jpeg => with(JpegEncoder::new_with_quality(&mut out, QUALITY), picture, profile)?,
        ImageFormat::Png => with(PngEncoder::new(&mut out), picture, profile)?,
        _ => with(WebPEncoder::new_lossless(&mut out), picture, profile)?,
    }
    Some(out)
}

/// The picture without the parts that say nothing of how it looks.
fn stripped(bytes: &[u8], format: ImageFormat) -> Option<Vec<u8>> {
    let bytes = bytes.to_vec().into();
    match format {
        ImageFormat::Jpeg => {
            let mut jpeg = Jpeg::from_bytes(bytes).ok()?;
            jpeg.segments_mut().retain(is_seen);
            let mut out = jpeg.encoder().bytes().to_vec();
            // Behind the end phones put further pictures and notes.
            out.truncate(end_of_jpeg(&out)?);
            Some(out)
        }
        ImageFormat::Png => {
            let mut png = Png::from_bytes(bytes).ok()?;
            png.chunks_mut().retain(|chunk| PNG_PARTS.contains(&&chunk.kind()));
            Some(png.encoder().bytes().to_vec())
        }
        _ => {
            let mut webp = WebP::from_bytes(bytes).ok()?;
            webp.chunks_mut().retain(|chunk| WEBP_PARTS.contains(&&chunk.id()));
            let mut out = webp.encoder().bytes().to_vec();
            // RIFF, its length, WEBP, then the first part: its name, its length, its flags.
            if out.get(12..16) == Some(b"VP8X") {
                out[20] &= !WEBP_METADATA;
            }
            Some(out)
        }
    }
}

/// Whether a part of a JPEG says how it looks: all but comments and the parts of programs, of which the density, the
/// colour profile and Adobe's kind of colours are needed.
fn is_seen(segment: &JpegSegment) -> bool {
    match segment.marker() {
        markers::APP0 => segment.contents().starts_with(b"JFIF\0"),
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        markers::APP14 => segment.contents().starts_with(b"Adobe"),
        marker => !(markers::APP0..=markers::APP15).contains(&marker) && marker != markers::COM,
    }
}

/// Where a JPEG ends: ITU-T T.81, annex B.
fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        // Within the picture's own data 0xff is followed by 0, or by the number of a restart.
        while bytes.get(at)? != &0xff || matches!(bytes.get(at + 1)?, 0 | 0xd0..=0xd7 | 0xff) {
            at += 1;
        }
        if bytes[at + 1] == markers::EOI {
            return Some(at + 2);
        }
        let length = bytes.get(at + 2..at + 4)?;
        at += 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
    }
}

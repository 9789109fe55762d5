//! `files/**`: what is published as it is, but for what people do not see in it. A photograph may say where it was
//! taken, a document who wrote it and what was struck out.

mod gif;
mod office;
mod pdf;
mod picture;
mod svg;

use std::sync::Arc;

use crate::diagnostic::{Report, Span};
use crate::model::theme::File;
use crate::source::Source;

/// Endings of pictures whose hidden parts cannot be taken out here.
const OTHER_PICTURES: [&str; 9] = ["avif", "bmp", "heic", "heif", "jp2", "jxl", "psd", "tif", "tiff"];

/// Endings of films and sounds. Telephones write into them where they were taken.
const RECORDINGS: [&str; 9] = ["3gp", "avi", "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "webm"];

/// Endings of documents that cannot be looked into.
const OLD_DOCUMENTS: [&str; 8] = ["doc", "dot", "eml", "msg", "ppt", "rtf", "xls", "xlsb"];

/// Endings of files that hold others, each of which may hide something.
const ARCHIVES: [&str; 5] = ["7z", "epub", "rar", "tar", "zip"];

/// A file as it is published.
pub(super) fn read(source: &Source, report: &Report) -> File {
    let name = source.path.strip_prefix("content/files/").unwrap_or(&source.path).to_owned();
    let bytes = published(&name, &source.bytes, report);
    File { name, source: source.path.clone(), bytes, builtin: source.builtin }
}

fn published(name: &str, bytes: &Arc<[u8]>, report: &Report) -> Arc<[u8]> {
    if bytes.is_empty() {
        let message = format!("`files/{name}` is empty: there is nothing in it to open");
        report.warning("empty", Span::default(), message, "copy the file into the folder again, or delete it");
        return bytes.clone();
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    cleaned(&format!("files/{name}"), &ending, bytes, report).unwrap_or_else(|| {
        look_into(&ending, bytes, report);
        bytes.clone()
    })
}

/// A style, script or picture of the theme as it is published.
pub(super) fn asset(source: &Source, report: &Report) -> Arc<[u8]> {
    let ending = source.path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    cleaned(&source.path, &ending, &source.bytes, report).unwrap_or_else(|| source.bytes.clone())
}

/// A picture without what people do not see in it; none for what is no picture that is known here.
fn cleaned(shown: &str, ending: &str, bytes: &Arc<[u8]>, report: &Report) -> Option<Arc<[u8]>> {
    let cleaned = match bytes {
        bytes if bytes.starts_with(b"GIF8") => gif::cleaned(bytes),
        bytes if picture::is_one(bytes) => picture::cleaned(bytes),
        bytes if ending == "svg" => svg::cleaned(bytes),
        _ => return None,
    };
    Some(cleaned.map_or_else(
        || {
            let message = format!(
                "`{shown}` cannot be read as a picture, so hidden details, such as where it was taken, cannot be removed"
            );
            report.error("picture", Span::default(), message, "open it in a picture program and save it again");
            bytes.clone()
        },
        Arc::from,
    ))
}

/// The words of a document that is no text itself, as far as they can be read; none for any other file.
pub(super) fn words(source: &Source) -> Option<String> {
    match &*source.bytes {
        bytes if bytes.starts_with(b"PK\x03\x04") => Some(office::words(bytes)),
        bytes if bytes.starts_with(b"%PDF") => Some(pdf::words(bytes)),
        bytes if source.path.to_ascii_lowercase().ends_with(".svg") => svg::words(bytes),
        _ => None,
    }
}

/// Warns of what a document holds beside its text.
fn look_into(ending: &str, bytes: &[u8], report: &Report) {
    let found = match ending {
        "pdf" => pdf::hidden(bytes),
        _ if ARCHIVES.contains(&ending) => {
            let message =
                format!("what the files in a `.{ending}` hide cannot be seen here, and they are published as they are");
            return report.warning("document", Span::default(), message, "publish each file by itself");
        }
        _ if bytes.starts_with(b"PK\x03\x04") => office::hidden(bytes),
        _ if OTHER_PICTURES.contains(&ending) => {
            let message =
                format!("a `.{ending}` picture may say where it was taken and by whom, and is published as it is");
            return report.warning("picture", Span::default(), message, "save it as JPEG, PNG or WebP");
        }
        _ if RECORDINGS.contains(&ending) => {
            let message =
                format!("a `.{ending}` recording may say where and by whom it was made, and is published as it is");
            let help = "if it was made with a telephone, save it anew with a program that removes the details";
            return report.warning("recording", Span::default(), message, help);
        }
        _ if OLD_DOCUMENTS.contains(&ending) => {
            let message =
                format!("what is hidden in a `.{ending}` document cannot be seen here, and it is published as it is");
            return report.warning("document", Span::default(), message, "save it as a PDF, or in today's format");
        }
        _ => return,
    };
    if !found.is_empty() {
        let message = format!("this document has content that readers do not see at first: {}", found.join(", "));
        let help = "take it out before the file is published: in Word or Excel under File, Info, Inspect document; or \
                    make a new PDF without it";
        report.warning("document", Span::default(), message, help);
    }
}

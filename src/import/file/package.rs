//! The zip files that office documents are.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Kind;
use crate::import::error::ImportError;

/// The most bytes that one file may unpack to. A small file can be made that unpacks to any size; no plan is as large.
const MOST_BYTES: u64 = 64 << 20;

/// The most cells of one table. No plan has as many; a sheet with a stray letter in its last row does.
pub(super) const MOST_CELLS: u64 = 1_000_000;

pub(super) type Package<'b> = ZipArchive<Cursor<&'b [u8]>>;

pub(super) fn broken(part: &str) -> ImportError {
    let help = "open it in the program that made it, save it again, and try that file";
    ImportError::new(format!("the file is broken: {part} cannot be read"), help)
}

/// Why a file that only some may open is not read.
pub(super) fn protected() -> ImportError {
    let help = "save a copy without it, and import the copy";
    ImportError::new("this file is protected by a password or a label", help)
}

pub(super) fn open(bytes: &[u8]) -> Result<Package<'_>, ImportError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken("its list of parts"))
}

/// What kind of document a package holds.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, ImportError> {
    let mut package = open(bytes)?;
    let has = |package: &Package<'_>, name: &str| package.index_for_name(name).is_some();
    if has(&package, "word/document.xml") {
        return Ok(Kind::Word);
    }
    if has(&package, "xl/workbook.bin") {
        let help = "open it, save it as `.xlsx`, and import that: this form does not say what is hidden";
        return Err(ImportError::new("this is a binary workbook", help));
    }
    if has(&package, "encrypted-package") || is_locked(&mut package) {
        return Err(protected());
    }
    if has(&package, "xl/workbook.xml") {
        bound(&mut package)?;
        return Ok(Kind::Workbook);
    }
    if has(&package, "content.xml") {
        return Ok(Kind::OpenDocument);
    }
    let help = "give a `.docx`, `.xlsx`, `.ods`, `.csv` or `.tsv` file";
    Err(ImportError::new("this is neither a document nor a spreadsheet", help))
}

/// Whether the manifest of an `OpenDocument` says that its parts are encrypted.
fn is_locked(package: &mut Package<'_>) -> bool {
    let Some(at) = package.index_for_name("META-INF/manifest.xml") else { return false };
    let mut text = String::new();
    let part = package.by_index(at).map(|part| part.take(MOST_BYTES).read_to_string(&mut text));
    part.is_ok() && text.contains("encryption-data")
}

/// Unpacks every part and keeps none, so that the spreadsheet library is given no file that would fill the memory.
fn bound(package: &mut Package<'_>) -> Result<(), ImportError> {
    let mut left = MOST_BYTES;
    for index in 0..package.len() {
        let part = package.by_index(index).map_err(|_| broken("one of its parts"))?;
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| broken("a part"))?;
        left = left.checked_sub(size).ok_or_else(too_large)?;
    }
    Ok(())
}

fn too_large() -> ImportError {
    let help = "copy the plan's tables into a new document without pictures, and give that";
    ImportError::new(format!("the file unpacks to more than {} MB", MOST_BYTES >> 20), help)
}

/// The names of the parts.
pub(super) fn names(package: &Package<'_>) -> impl Iterator<Item = String> {
    package.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned)
}

/// The text of a part.
pub(super) fn part(package: &mut Package<'_>, name: &str) -> Result<String, ImportError> {
    // Writers differ in capitals, and readers do not mind.
    let known = names(package).find(|known| known.eq_ignore_ascii_case(name));
    let file = package.by_name(known.as_deref().unwrap_or(name));
    let file = file.map_err(|_| broken(&format!("its part `{name}`")))?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|_| broken(&format!("its part `{name}`")))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large());
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

//! The zip files that office documents are.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Kind;
use crate::import::error::ImportError;

/// The most bytes that one file may unpack to. A small file can be made that unpacks to any size; no plan is as large.
const MOST_BYTES: u64 = 64 << 20;

pub(super) type Package<'b> = ZipArchive<Cursor<&'b [u8]>>;

pub(super) fn broken(part: &str) -> ImportError {
    let help = "open it in the program that made it, save it again, and try that file";
    ImportError::new(format!("the file is broken: {part} cannot be read"), help)
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
    if has(&package, "xl/workbook.xml") || has(&package, "xl/workbook.bin") {
        bound(&mut package)?;
        return Ok(Kind::Workbook);
    }
    if has(&package, "content.xml") {
        return Ok(Kind::OpenDocument);
    }
    let help = "give a `.docx`, `.xlsx`, `.ods`, `.csv` or `.tsv` file";
    Err(ImportError::new("this is neither a document nor a spreadsheet", help))
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

/// The text of a part.
pub(super) fn part(package: &mut Package<'_>, name: &str) -> Result<String, ImportError> {
    let file = package.by_name(name).map_err(|_| broken(&format!("its part `{name}`")))?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|_| broken(&format!("its part `{name}`")))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large());
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

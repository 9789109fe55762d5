//! Reads each kind of file into the neutral form.

mod colour;
mod delimited;
mod opendocument;
mod package;
mod word;
mod workbook;
mod xml;

use super::block::Block;
use super::error::ImportError;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Delimited,
    Workbook,
    OpenDocument,
    Word,
}

/// Reads a file by what it holds, and by its name where that does not tell.
///
/// # Errors
/// When it is none of the kinds, is broken, or has no sheet of that name.
pub(super) fn read(name: &str, bytes: &[u8], sheet: Option<&str>) -> Result<Vec<Block>, ImportError> {
    let blocks = match kind(name, bytes)? {
        Kind::Delimited => delimited::read(name, bytes),
        Kind::Workbook => workbook::read(bytes)?,
        Kind::OpenDocument => opendocument::read(bytes)?,
        Kind::Word => word::read(bytes)?,
    };
    match sheet {
        Some(sheet) => only_sheet(blocks, sheet),
        None => Ok(blocks),
    }
}

fn kind(name: &str, bytes: &[u8]) -> Result<Kind, ImportError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return package::kind(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return if name.to_lowercase().ends_with(".doc") {
            let help = "open it in a word processor and save it as a Word document, .docx";
            Err(ImportError::new("this is a Word document in the form of before 2007", help))
        } else {
            Ok(Kind::Workbook)
        };
    }
    if bytes.starts_with(b"%PDF") {
        let help = "ask for the document that it was made from, or copy its tables into a spreadsheet";
        return Err(ImportError::new("a PDF has no tables, only letters on a page", help));
    }
    Ok(Kind::Delimited)
}

/// The blocks of the sheet with this name.
fn only_sheet(blocks: Vec<Block>, wanted: &str) -> Result<Vec<Block>, ImportError> {
    let names: Vec<String> = blocks.iter().filter_map(sheet_name).map(str::to_owned).collect();
    let same = |name: &str| name.trim().eq_ignore_ascii_case(wanted.trim());
    if !names.iter().any(|name| same(name)) {
        let help = if names.is_empty() {
            "the file has no sheets: leave `--sheet` out".to_owned()
        } else {
            format!("it has the sheets `{}`", names.join("`, `"))
        };
        return Err(ImportError::new(format!("the file has no sheet `{wanted}`"), help));
    }
    let mut inside = false;
    Ok(blocks
        .into_iter()
        .filter(|block| {
            if let Some(name) = sheet_name(block) {
                inside = same(name);
            }
            inside
        })
        .collect())
}

fn sheet_name(block: &Block) -> Option<&str> {
    match block {
        Block::Sheet(name) => Some(name),
        _ => None,
    }
}

//! Reads each kind of file into the neutral form.

mod colour;
mod delimited;
mod opendocument;
mod package;
mod word;
mod workbook;
mod xml;

use super::block::{Block, Row};
use super::error::ImportError;
use super::note::Notes;
use super::origin::Origin;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Delimited,
    Workbook,
    OpenDocument,
    Word,
}

/// How many cells of a row may have something in them. The widest plans have some fifty.
const MOST_FILLED: usize = 3_000;

/// Reads a file by what it holds, and by its name where that does not tell.
///
/// # Errors
/// When it is none of the kinds, is broken, or has no sheet of that name.
pub(super) fn read(
    name: &str,
    bytes: &[u8],
    sheet: Option<&str>,
    notes: &mut Notes,
) -> Result<Vec<Block>, ImportError> {
    let blocks = match kind(name, bytes)? {
        Kind::Delimited => {
            let message = "text does not say what was hidden in the sheet that it came from: look for it yourself";
            notes.did(&Origin::whole(None), message);
            delimited::read(name, bytes)
        }
        Kind::Workbook => workbook::read(bytes, notes)?,
        Kind::OpenDocument => opendocument::read(bytes, notes)?,
        Kind::Word => word::read(bytes, notes)?,
    };
    let is_too_wide = |row: &Row| row.filled().nth(MOST_FILLED).is_some();
    if let Some(row) = blocks.iter().find_map(|block| block.row().filter(|row| is_too_wide(row))) {
        let message = format!("{} has more than {MOST_FILLED} cells, too many for a plan", row.origin);
        return Err(ImportError::new(message, "copy the plan's own columns into a new file, and give that"));
    }
    let Some(wanted) = sheet else { return Ok(blocks) };
    let blocks = only_sheet(blocks, wanted)?;
    let is_other = |name: &str| !name.trim().eq_ignore_ascii_case(wanted.trim());
    notes.lines.retain(|note| !note.origin.sheet.as_deref().is_some_and(is_other));
    Ok(blocks)
}

/// Says how many comments were found in the margin or on cells, which are never read.
fn report_comments(count: usize, notes: &mut Notes) {
    if count > 0 {
        let what = if count == 1 { "1 comment was".to_owned() } else { format!("{count} comments were") };
        let message = format!("{what} left out: what people write beside the text is not part of the plan");
        notes.look(&Origin::whole(None), message);
    }
}

fn kind(name: &str, bytes: &[u8]) -> Result<Kind, ImportError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return package::kind(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(old_form(name, bytes));
    }
    if bytes.starts_with(b"%PDF") {
        let help = "ask for the document that it was made from, or copy its tables into a spreadsheet";
        return Err(ImportError::new("a PDF has no tables, only letters on a page", help));
    }
    Ok(Kind::Delimited)
}

/// Why a file of the form of before 2007 is not read. Today's files have that form where they are protected.
fn old_form(name: &str, bytes: &[u8]) -> ImportError {
    let holds = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") || holds("DRMContent") {
        return package::protected();
    }
    let is_text = holds("WordDocument") || name.to_lowercase().ends_with(".doc");
    let (what, form) = if is_text { ("Word document", ".docx") } else { ("workbook", ".xlsx") };
    let help = format!("open it, save it as `{form}`, and import that: the old form does not say what is hidden");
    ImportError::new(format!("this is a {what} in the form of before 2007"), help)
}

/// The blocks of the sheet with this name.
fn only_sheet(blocks: Vec<Block>, wanted: &str) -> Result<Vec<Block>, ImportError> {
    let same = |name: &str| name.trim().eq_ignore_ascii_case(wanted.trim());
    if blocks.iter().any(|block| matches!(block, Block::HiddenSheet(name) if same(name))) {
        let help = "show the sheet in the spreadsheet first, if it is meant for the public";
        return Err(ImportError::new(format!("the sheet `{wanted}` is hidden in the workbook"), help));
    }
    let shown = blocks.iter().filter(|block| matches!(block, Block::Sheet(_)));
    let names: Vec<String> = shown.filter_map(sheet_name).map(str::to_owned).collect();
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
        Block::Sheet(name) | Block::HiddenSheet(name) => Some(name),
        _ => None,
    }
}

//! How far a sheet reaches: the library makes room for every cell between the first and the last that hold something, be
//! there millions, and reckons with references that no program writes.

use crate::import::error::ImportError;
use crate::import::file::package::{MOST_CELLS, broken};
use crate::import::file::xml::Element;

/// The last row and column that a workbook can have, from 1: ECMA-376, and what Excel takes.
const LAST: (u64, u64) = (1_048_576, 16_384);

/// Refuses a sheet whose references are none, or that reaches further than any plan's table.
pub(super) fn check(sheet: &str, xml: &str) -> Result<(), ImportError> {
    let (mut last, mut wrong) = ((0, 0), None);
    let wanted = |name: &str| matches!(name, "row" | "dimension" | "mergeCell");
    Element::each(xml, wanted, |element| {
        if element.name == "row" {
            let number = element.attribute("r").map_or(Some(1), |number| number.parse::<u64>().ok());
            if number.is_none_or(|number| number == 0 || number > LAST.0) {
                wrong = element.attribute("r").map(str::to_owned);
            }
            for cell in element.elements().filter(|child| child.name == "c") {
                let Some(reference) = cell.attribute("r") else { continue };
                match place(reference) {
                    Some((row, column)) if cell.elements().next().is_some() => {
                        last = (last.0.max(row), last.1.max(column));
                    }
                    Some(_) => {}
                    None => wrong = Some(reference.to_owned()),
                }
            }
        } else if let Some(area) =
            element.attribute("ref").filter(|area| !area.split(':').all(|at| place(at).is_some()))
        {
            wrong = Some(area.to_owned());
        }
    })
    .ok_or_else(|| broken("the workbook"))?;
    if let Some(reference) = wrong {
        return Err(broken(&format!("`{reference}`, which is not a cell of a sheet, in the sheet `{sheet}`")));
    }
    if last.0 * last.1 > MOST_CELLS {
        let message = format!("the sheet `{sheet}` has {} rows and {} columns, too many for a plan", last.0, last.1);
        let help = "there is something far below or beside the table: delete it, or copy the table into a new file, and \
                    import that";
        return Err(ImportError::new(message, help));
    }
    Ok(())
}

/// The row and column of a reference, from 1; none where no sheet has it.
fn place(reference: &str) -> Option<(u64, u64)> {
    let reference = reference.replace('$', "");
    let digits = reference.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, number) = reference.split_at(digits);
    let value = |letter: u8| letter.is_ascii_uppercase().then(|| u64::from(letter - b'A') + 1);
    let column = letters.bytes().take(4).try_fold(0, |column, letter| Some(column * 26 + value(letter)?))?;
    let row = number.parse().ok()?;
    ((1..=LAST.1).contains(&column) && letters.len() < 4 && (1..=LAST.0).contains(&row)).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::{check, place};

    #[test]
    fn a_reference_is_a_cell_that_a_sheet_can_have() {
        assert_eq!(place("A1"), Some((1, 1)));
        assert_eq!(place("$AB$12"), Some((12, 28)));
        assert_eq!(place("XFD1048576"), Some((1_048_576, 16_384)));
        for wrong in ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZZZZ4294967295", "A99999999999999999999", "ä1"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn cells_that_hold_nothing_do_not_count() {
        let sheet = |cell: &str| {
            format!(
                "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\">{cell}</c></row></sheetData></worksheet>"
            )
        };
        assert!(check("S", &sheet("")).is_ok());
        let error = check("S", &sheet("<v>1</v>")).expect_err("it is too far").to_string();
        assert!(error.contains("the sheet `S` has 1048576 rows and 16384 columns"), "{error}");
    }
}

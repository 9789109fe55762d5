//! How far a sheet reaches: the library makes room for every cell between the first and the last that hold something, be
//! there millions, and reckons with references that no program writes.

use super::reference::{LAST, area, position};
use crate::import::error::ImportError;
use crate::import::file::package::{MOST_CELLS, broken};
use crate::import::file::xml::Element;

/// Refuses a sheet whose references are none, or that reaches further than any plan's table.
pub(super) fn check(sheet: &str, xml: &str) -> Result<(), ImportError> {
    let (mut last, mut wrong) = ((0, 0), None);
    let wanted = |name: &str| matches!(name, "row" | "dimension" | "mergeCell");
    Element::each(xml, wanted, |element| {
        if element.name == "row" {
            let number = element.attribute("r").map_or(Some(1), |number| number.parse::<u32>().ok());
            if number.is_none_or(|number| number == 0 || number > LAST.0) {
                wrong = element.attribute("r").map(str::to_owned);
            }
            for cell in element.elements().filter(|child| child.name == "c") {
                let Some(reference) = cell.attribute("r") else { continue };
                match position(reference) {
                    Some((row, column)) if cell.elements().next().is_some() => {
                        last = (last.0.max(row + 1), last.1.max(column + 1));
                    }
                    Some(_) => {}
                    None => wrong = Some(reference.to_owned()),
                }
            }
        } else if let Some(area) = element.attribute("ref").filter(|reference| area(reference).is_none()) {
            wrong = Some(area.to_owned());
        }
    })
    .ok_or_else(|| broken("the workbook"))?;
    if let Some(reference) = wrong {
        return Err(broken(&format!("`{reference}`, which is not a cell of a sheet, in the sheet `{sheet}`")));
    }
    if u64::from(last.0) * u64::from(last.1) > MOST_CELLS {
        let message = format!("the sheet `{sheet}` has {} rows and {} columns, too many for a plan", last.0, last.1);
        let help = "there is something far below or beside the table: delete it, or copy the table into a new file, and \
                    import that";
        return Err(ImportError::new(message, help));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

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

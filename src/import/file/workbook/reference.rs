//! Names of cells: `C4`, `$AB$12`, `B2:C3`.

/// How many rows and columns a workbook can have: ECMA-376, and what Excel takes.
pub(super) const LAST: (u32, u32) = (1_048_576, 16_384);

/// A cell by its row and column, from 0.
pub(super) type Position = (u32, u32);

/// The first and the last cell of a part of a sheet.
pub(super) type Area = (Position, Position);

/// `C4` as row and column; none where no sheet has it.
pub(super) fn position(name: &str) -> Option<Position> {
    let name = name.replace('$', "");
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, number) = name.split_at(digits);
    let value = |letter: u8| letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1);
    let column = letters.bytes().take(4).try_fold(0, |column, letter| Some(column * 26 + value(letter)?))?;
    let row = number.parse().ok()?;
    let is_there = (1..=LAST.1).contains(&column) && letters.len() < 4 && (1..=LAST.0).contains(&row);
    is_there.then(|| (row - 1, column - 1))
}

/// `C4:D9` as its first and last cell.
pub(super) fn area(name: &str) -> Option<Area> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    Some((position(first)?, position(last)?))
}

#[cfg(test)]
mod tests {
    use super::{area, position};

    #[test]
    fn a_name_is_that_of_a_cell_that_a_sheet_can_have() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("$AB$12"), Some((11, 27)));
        assert_eq!(position("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(area("B2:C3"), Some(((1, 1), (2, 2))));
        for wrong in ["", "A", "1", "1A", "A0", "XFE1", "A1048577", "ZZZZZZZ4294967295", "A99999999999999999999", "ä1"]
        {
            assert_eq!(position(wrong), None, "{wrong}");
        }
    }
}

//! Dates that stand with the month first, as in America: `12/31/2024`. Which way round a plan writes them shows in those
//! that can be read one way alone; a column goes by its own dates, and one that does not show it by those of the others.

use super::block::Cell;
use super::note::Notes;
use super::table::{Piece, Table};

/// Which way round the dates of some cells can be read.
#[derive(Debug, Clone, Copy, Default)]
struct Shown {
    /// A date has a second number that is no month.
    month_first: bool,
    /// A date has a first number that is no month.
    day_first: bool,
}

impl Shown {
    fn of<'c>(cells: impl Iterator<Item = &'c Cell>) -> Self {
        let dates = cells.filter_map(|cell| Numbers::at_start(&cell.text));
        dates.fold(Self::default(), |shown, (date, _)| Self {
            month_first: shown.month_first || date.second > 12,
            day_first: shown.day_first || date.first > 12,
        })
    }

    fn is_month_first(self) -> bool {
        self.month_first && !self.day_first
    }
}

/// `8/9/2024`.
struct Numbers {
    first: u8,
    second: u8,
    year: u16,
}

impl Numbers {
    /// The date with which a text begins, and what follows it.
    fn at_start(text: &str) -> Option<(Self, &str)> {
        let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '/').unwrap_or(text.len());
        let (date, rest) = text.split_at(end);
        let [first, second, year] = date.split('/').collect::<Vec<_>>().try_into().ok()?;
        let year: u16 = match year.len() {
            2 => 2000 + year.parse::<u16>().ok()?,
            4 => year.parse().ok()?,
            _ => return None,
        };
        Some((Self { first: first.parse().ok()?, second: second.parse().ok()?, year }, rest))
    }
}

/// Writes dates with the month first as the year, the month and the day, where a plan shows that it has them so.
pub(crate) fn settle(pieces: &mut [Piece], notes: &mut Notes) {
    let tables = pieces.iter().filter_map(|piece| if let Piece::Table(table) = piece { Some(table) } else { None });
    let plan = Shown::of(tables.flat_map(|table| &table.rows).flat_map(|row| &row.row.cells));
    if !plan.month_first {
        return;
    }
    for piece in pieces {
        let Piece::Table(table) = piece else { continue };
        let width = table.rows.iter().map(|row| row.row.cells.len()).max().unwrap_or(0);
        for column in 0..width {
            let shown = Shown::of(table.rows.iter().filter_map(|row| row.row.cells.get(column)));
            if shown.is_month_first() || plan.is_month_first() {
                write_days(table, column, shown, notes);
            }
        }
    }
}

fn write_days(table: &mut Table, column: usize, shown: Shown, notes: &mut Notes) {
    let mut example = None;
    for cell in table.rows.iter_mut().filter_map(|row| row.row.cells.get_mut(column)) {
        let Some((date, rest)) = Numbers::at_start(&cell.text) else { continue };
        let day = format!("{:04}-{:02}-{:02}", date.year, date.first, date.second);
        example.get_or_insert_with(|| format!("`{}` became {day}", &cell.text[..cell.text.len() - rest.len()]));
        cell.text = format!("{day}{rest}");
    }
    if let Some(example) = example {
        let name = table.headings.get(column).filter(|heading| !heading.is_empty());
        let name = name.map_or_else(|| format!("column {}", column + 1), |heading| format!("`{heading}`"));
        let why = if shown.month_first { "this column" } else { "another column" };
        let message = format!("{name}: dates of {why} have the month first, so these were read like that: {example}");
        notes.look(&table.origin, message);
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn a_date_of_numbers_is_found_at_the_beginning() {
        let found = |text| Numbers::at_start(text).map(|(date, rest)| (date.first, date.second, date.year, rest.len()));
        assert_eq!(found("12/31/24 met"), Some((12, 31, 2024, 4)));
        assert_eq!(found("8/9/2024"), Some((8, 9, 2024, 0)));
        assert_eq!(found("2024/25"), None);
        assert_eq!(found("by 8/9/2024"), None);
    }
}

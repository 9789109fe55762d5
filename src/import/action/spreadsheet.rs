//! What spreadsheets make of numbers and dates that people type.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The months as a spreadsheet shortens them.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `1.10` after `1.9`, where a spreadsheet took it for an amount and left `1.1`.
pub(super) fn without_lost_zero(before: &str, number: &str) -> Option<String> {
    let parts = |text: &str| {
        let (front, last) = text.rsplit_once('.')?;
        Some((front.to_owned(), last.parse::<u32>().ok()?))
    };
    let ((front, last), (same, now)) = (parts(before)?, parts(number)?);
    (front == same && last % 10 == 9 && last + 1 == now * 10).then(|| format!("{number}0"))
}

/// `1-2`, which a spreadsheet took for the first of February.
pub(super) fn undated(number: &str) -> Option<String> {
    let (day, month) = number.split_once('-')?;
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let day: u8 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some(format!("{day}-{month}"))
}

/// The day that a spreadsheet counts as so many from the end of 1899: `45992`.
pub(super) fn day(text: &str) -> Option<Date> {
    let days: i64 = text.trim().parse().ok()?;
    // From 2000 to 2064: other numbers are amounts.
    let is_day = (36_526..60_000).contains(&days);
    let day = date(1899, 12, 30).checked_add(days.days()).ok()?;
    is_day.then_some(day)
}

#[cfg(test)]
mod tests {
    use super::{day, undated, without_lost_zero};

    #[test]
    fn what_a_spreadsheet_made_of_numbers_is_undone() {
        assert_eq!(without_lost_zero("1.9", "1.1").as_deref(), Some("1.10"));
        assert_eq!(without_lost_zero("2.19", "2.2").as_deref(), Some("2.20"));
        assert_eq!(without_lost_zero("1.8", "1.1"), None);
        assert_eq!(without_lost_zero("1.9", "2.1"), None);
        assert_eq!(undated("01-Feb").as_deref(), Some("1-2"));
        assert_eq!(undated("A-1"), None);
        assert_eq!(day("45992").map(|day| day.to_string()).as_deref(), Some("2025-12-01"));
        assert_eq!(day("2025"), None);
    }
}

//! When a plan's progress was reported, from the heading of a column or the first words of an entry: `Q2`, `Apr–Jun`,
//! `Update (July 2024)`.

use jiff::civil::Date;

use super::block::words;
use crate::model::quarter::Quarter;
use crate::model::timescale::{PlanCalendar, Precision, Timescale};
use crate::model::year_start::YearStart;

/// When something was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reported {
    /// On or up to a day.
    Day(Date),
    /// In a quarter, 1 to 4, of a financial year that is not named.
    Quarter(u8),
    /// In a month, 1 to 12, of a year that is not named.
    Month(i8),
}

/// The months, by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl Reported {
    /// When a text says that it reports.
    pub(crate) fn of(text: &str, calendar: &PlanCalendar) -> Option<Self> {
        let spoken = words(text);
        if let Some(quarter) = quarter(&spoken) {
            let year = financial_year(text);
            let day = year.and_then(|year| Quarter::new(year, quarter, calendar.year_starts)).map(Quarter::last_day);
            return Some(day.map_or(Self::Quarter(quarter), Self::Day));
        }
        let months: Vec<i8> = spoken.iter().filter_map(|word| month(word)).collect();
        let reading = Timescale::read(text, calendar).ok().map(|reading| reading.timescale);
        let dated = reading.filter(|timescale| timescale.precision != Precision::Undated);
        if let Some(day) = dated.and_then(|timescale| timescale.by.or(timescale.from)) {
            return Some(Self::Day(day));
        }
        match months.as_slice() {
            // Three months are a quarter.
            [first, last] if (last - first).rem_euclid(12) == 2 && first % 3 == 1 => {
                let number = u8::try_from((first - 4).rem_euclid(12) / 3 + 1).expect("it is 1 to 4");
                Some(Self::Quarter(number))
            }
            [only] if spoken.len() <= 4 => Some(Self::Month(*only)),
            _ => None,
        }
    }

    /// The last day of it, where the plan's first financial year, which begins in `year`, is meant.
    pub(crate) fn last_day(self, year: i16, year_starts: YearStart) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Quarter(number) => {
                let quarter = Quarter::new(year, number, year_starts);
                quarter.expect("a quarter's number is 1 to 4").last_day()
            }
            Self::Month(month) => {
                let year = if month.unsigned_abs() < year_starts.month() { year + 1 } else { year };
                Date::new(year, month, 1).expect("every year has twelve months").last_of_month()
            }
        }
    }

    /// Whether the year is not named.
    pub(crate) fn lacks_year(self) -> bool {
        !matches!(self, Self::Day(_))
    }
}

/// Whether a text says no more than when: `Q2 2024/25`, `Apr–Jun`, `Update May 2026`.
pub(crate) fn is_only_when(text: &str, calendar: &PlanCalendar) -> bool {
    let known = |word: &String| {
        let filler = ["update", "updated", "progress", "as", "at", "to", "end", "of", "by", "in", "on", "position"];
        word.starts_with(|letter: char| letter.is_ascii_digit())
            || is_quarter_word(word)
            || month(word).is_some()
            || filler.contains(&word.as_str())
    };
    let spoken = words(text);
    !spoken.is_empty() && spoken.iter().all(known) && Reported::of(text, calendar).is_some()
}

/// Whether a text says when, among other words: `RAG Q2`.
pub(crate) fn is_dated(text: &str, calendar: &PlanCalendar) -> bool {
    Reported::of(text, calendar).is_some()
}

fn is_quarter_word(word: &str) -> bool {
    matches!(word, "q1" | "q2" | "q3" | "q4" | "quarter" | "qtr" | "1st" | "2nd" | "3rd" | "4th")
}

fn quarter(spoken: &[String]) -> Option<u8> {
    let number = |word: &str| word.chars().find(char::is_ascii_digit).and_then(|digit| digit.to_digit(10));
    let alone = spoken.iter().filter(|word| matches!(word.as_str(), "q1" | "q2" | "q3" | "q4")).count();
    let short = spoken.iter().find(|word| matches!(word.as_str(), "q1" | "q2" | "q3" | "q4")).filter(|_| alone == 1);
    let at = spoken.iter().position(|word| matches!(word.as_str(), "quarter" | "qtr"));
    let beside = at.and_then(|at| {
        let after = spoken.get(at + 1).filter(|word| matches!(word.as_str(), "1" | "2" | "3" | "4"));
        let before = at.checked_sub(1).and_then(|at| spoken.get(at));
        after.or(before.filter(|word| matches!(word.as_str(), "1st" | "2nd" | "3rd" | "4th")))
    });
    short.or(beside).and_then(|word| number(word)).and_then(|number| u8::try_from(number).ok())
}

fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|name| word.starts_with(name))?;
    let names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october"];
    let is_name = word.len() == 3 || word == "sept" || names.contains(&word) || matches!(word, "november" | "december");
    is_name.then(|| i8::try_from(at + 1).expect("there are twelve"))
}

/// The year in which the financial year begins that a text names: `2024/25`, `24-25`, `2024`.
fn financial_year(text: &str) -> Option<i16> {
    let digits: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
    let long = digits.iter().find(|digits| digits.len() == 4 && digits.starts_with("20"));
    let short = digits.windows(2).find(|pair| {
        let number = |digits: &str| digits.parse::<i16>().ok().filter(|_| digits.len() == 2);
        matches!((number(pair[0]), number(pair[1])), (Some(first), Some(second)) if second == first + 1)
    });
    let long = long.and_then(|year| year.parse().ok());
    long.or_else(|| short.and_then(|pair| pair[0].parse::<i16>().ok()).map(|year| 2000 + year))
}

#[cfg(test)]
mod tests {
    use super::{Reported, is_only_when};
    use crate::model::timescale::PlanCalendar;
    use crate::model::year_start::YearStart;

    #[test]
    fn headings_tell_when_they_report() {
        for (text, expected) in [
            ("RAG (Q2)", Some("2025-09-30")),
            ("Quarter 4 update", Some("2026-03-31")),
            ("1st quarter", Some("2025-06-30")),
            ("Q1 2024/25 progress", Some("2024-06-30")),
            ("2024/25 Q4", Some("2025-03-31")),
            ("Apr-Jun", Some("2025-06-30")),
            ("Jan – Mar", Some("2026-03-31")),
            ("Jan-Mar 2025", Some("2025-03-31")),
            ("Status update (July 2024)", Some("2024-07-31")),
            ("Update 31/03/2025", Some("2025-03-31")),
            ("September update", Some("2025-09-30")),
            ("Progress update", None),
            ("RAG", None),
        ] {
            let found = Reported::of(text, &PlanCalendar::default())
                .map(|when| when.last_day(2025, YearStart::default()).to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn an_entry_begins_with_when_and_nothing_else() {
        for (text, expected) in [
            ("Q1", true),
            ("May 2026", true),
            ("Update 12/05/26", true),
            ("Meeting in May 2026", false),
            ("14 people", false),
            ("Update", false),
        ] {
            assert_eq!(is_only_when(text, &PlanCalendar::default()), expected, "{text}");
        }
    }
}

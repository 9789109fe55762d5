//! A plan's title and period, from its first lines and the file's name.

use super::block::words;
use crate::model::period::Period;
use crate::model::quarter::Quarter;
use crate::model::timescale::{PlanCalendar, Precision, Timescale};
use crate::model::year_start::YearStart;
use crate::yaml::{Map, Value};
use jiff::civil::Date;

/// A plan's period, and how it is known.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlanPeriod {
    pub(crate) period: Period,
    pub(crate) known: Known,
}

/// How a period is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Known {
    /// The plan prints it, in years.
    Printed(String),
    /// The plan prints it, in months.
    Months(String),
    /// Only from the dates of its actions.
    Dates,
    /// Not at all.
    Unknown,
}

/// The first period that texts name: `2023-2028`, `2017/18`, `April 2024 to March 2027`.
pub(crate) fn period<'t>(mut texts: impl Iterator<Item = &'t str>, starts: YearStart) -> Option<PlanPeriod> {
    texts.find_map(|text| printed(text, starts))
}

/// The period that a text names.
pub(crate) fn printed(text: &str, starts: YearStart) -> Option<PlanPeriod> {
    months(text).or_else(|| years(text, starts))
}

/// The months that a text names as a stretch: `April 2024 – March 2027`.
fn months(text: &str) -> Option<PlanPeriod> {
    let calendar = PlanCalendar::default();
    let plain = text.replace(" TO ", " to ").replace(['_', '–', '—', '−', '-', '(', ')', ',', ':'], " - ");
    let parts: Vec<&str> = plain.split_whitespace().collect();
    let month = |at: usize| {
        let (name, year) = (parts.get(at)?, parts.get(at + 1)?);
        let is_name = name.len() >= 3 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_year = matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit());
        let reading = (is_name && is_year).then(|| Timescale::read(&format!("{name} {year}"), &calendar).ok())??;
        (reading.timescale.precision == Precision::Month).then_some(reading.timescale.by).flatten()
    };
    (0..parts.len()).find_map(|at| {
        let first = month(at)?;
        let joined = parts.get(at + 2).filter(|mark| matches!(**mark, "-" | "to" | "until" | "and"))?;
        let period = Period::new(first.first_of_month(), month(at + 3)?)?;
        let written = format!("{} {} {joined} {} {}", parts[at], parts[at + 1], parts[at + 3], parts[at + 4]);
        Some(PlanPeriod { period, known: Known::Months(written) })
    })
}

/// The years that a text names as a stretch.
fn years(text: &str, year_starts: YearStart) -> Option<PlanPeriod> {
    let calendar = PlanCalendar { period: None, year_starts };
    let plain = text.to_lowercase().replace(['_', '–', '—', '−'], "-");
    let letters: Vec<char> = plain.chars().collect();
    let is_year = |at: usize| {
        let digits: String = letters.iter().skip(at).take(4).collect();
        let alone = at == 0 || !letters[at - 1].is_ascii_digit();
        let ends = letters.get(at + 4).is_none_or(|next| !next.is_ascii_digit());
        (digits.len() == 4
            && digits.starts_with("20")
            && alone
            && ends
            && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then_some(())
    };
    for at in (0..letters.len()).filter(|at| is_year(*at).is_some()) {
        let first: String = letters[at..at + 4].iter().collect();
        let rest: String = letters[at + 4..].iter().collect();
        let rest = rest.trim_start();
        let Some(joined) = ["-", "/", "to ", "until "].iter().find_map(|mark| rest.strip_prefix(mark)) else {
            continue;
        };
        let second: String = joined.trim_start().chars().take_while(char::is_ascii_digit).collect();
        if !matches!(second.len(), 2 | 4) {
            continue;
        }
        // Two years in a row are one financial year, others are whole years, as everywhere in a plan.
        let mark = if rest.starts_with('/') { "/" } else { "-" };
        let reading = Timescale::read(&format!("{first}{mark}{second}"), &calendar).ok()?;
        let (from, to) = match (reading.timescale.from, reading.timescale.by) {
            (Some(from), Some(to)) => (from, to),
            (None, Some(to)) => (financial_start(to)?, to),
            _ => continue,
        };
        let period = Period::new(from, to)?;
        return Some(PlanPeriod { period, known: Known::Printed(format!("{first}{mark}{second}")) });
    }
    None
}

/// The first day of the financial year that ends on a day.
fn financial_start(to: Date) -> Option<Date> {
    to.tomorrow().ok()?.checked_sub(jiff::Span::new().years(1)).ok()
}

/// A stand-in: from the first financial year that the actions' dates name to the last, else that of the import.
pub(crate) fn from_dates(dates: &[Date], today: Date, year_starts: YearStart) -> PlanPeriod {
    let quarter = |date: Option<&Date>| Quarter::of(date.copied().unwrap_or(today), year_starts);
    let (first, last) = (quarter(dates.iter().min()), quarter(dates.iter().max()));
    let known = if dates.is_empty() { Known::Unknown } else { Known::Dates };
    let end = |year, number| Quarter::new(year, number, year_starts).expect("every year has four quarters");
    let period = Period { from: end(first.year(), 1).first_day(), to: end(last.year(), 4).last_day() };
    PlanPeriod { period, known }
}

impl PlanPeriod {
    pub(crate) fn value(&self) -> Value {
        let month = |date: Date| format!("{:04}-{:02}", date.year(), date.month());
        let mut map = Map::default();
        map.add("from", Value::text(month(self.period.from)));
        map.add("to", Value::text(month(self.period.to)));
        Value::Map(map)
    }

    /// Whether the plan prints it.
    pub(crate) fn is_printed(&self) -> bool {
        matches!(self.known, Known::Printed(_) | Known::Months(_))
    }

    /// How it is known, and what to look at.
    pub(crate) fn doubt(&self) -> String {
        match &self.known {
            Known::Months(text) => format!("read from `{text}`"),
            Known::Printed(text) => format!("look here: read from `{text}`; put in the months if they differ"),
            Known::Dates => {
                "look here: the plan prints no period; these are the financial years of its actions' dates".to_owned()
            }
            Known::Unknown => {
                "look here: the plan prints no period and no dates; put in its first and last month".to_owned()
            }
        }
    }
}

/// A title from a file's name: `05-harbourton-2023.raw.tsv` is no title, but it is what is known.
pub(crate) fn of_file(name: &str) -> String {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.split('.').next().unwrap_or(stem);
    let spoken = stem.replace(['_', '-', '+'], " ").replace("%20", " ");
    let spoken = spoken.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = spoken.chars();
    let title: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    if words(&title).is_empty() { "Action plan".to_owned() } else { title }
}

#[cfg(test)]
mod tests {
    use super::{from_dates, of_file, period};
    use crate::model::year_start::YearStart;

    #[test]
    fn the_years_of_a_title_are_its_period() {
        for (text, expected) in [
            ("Marlsea Action Plan 2023-2028", "2023-01-01 2028-12-31"),
            ("Action plan 2023 – 28", "2023-01-01 2028-12-31"),
            ("Action plan 2017-18", "2017-04-01 2018-03-31"),
            ("Action plan 2017/18", "2017-04-01 2018-03-31"),
            ("Action plan 2024 to 2027", "2024-01-01 2027-12-31"),
            ("plan_2024_2027", "2024-01-01 2027-12-31"),
            ("Delivery Plan April 2024 – March 2027", "2024-04-01 2027-03-31"),
            ("Delivery Plan (Sept 24 to Aug 26)", "2024-09-01 2026-08-31"),
        ] {
            let found = period([text].into_iter(), YearStart::default())
                .map(|found| format!("{} {}", found.period.from, found.period.to));
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        assert_eq!(period(["Action plan 2024", "tel 2020 7946 0000"].into_iter(), YearStart::default()), None);
    }

    #[test]
    fn a_period_that_is_only_guessed_is_one_of_financial_years() {
        let day = |text: &str| text.parse().expect("it is a day");
        let found = from_dates(&[day("2025-01-31"), day("2026-03-31")], day("2026-11-22"), YearStart::default()).period;
        assert_eq!((found.from, found.to), (day("2024-04-01"), day("2026-03-31")));
        let found = from_dates(&[], day("2026-11-22"), YearStart::default()).period;
        assert_eq!((found.from, found.to), (day("2026-04-01"), day("2027-03-31")));
    }

    #[test]
    fn a_file_name_is_a_title_of_last_resort() {
        assert_eq!(of_file("plans/marlsea_action-plan.raw.tsv"), "Marlsea action plan");
    }
}

//! Timescales as the contract and real plans have them, as people may well
//! write them, and as no one should.

mod examples;
mod slips;

use super::{PlanCalendar, Precision, Timescale, TimescaleMap};
use crate::model::day::parse_date;
use crate::model::period::Period;
use crate::model::year_start::YearStart;
use jiff::civil::date;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

/// The calendar of a plan for 2020 to March 2025.
fn calendar() -> PlanCalendar {
    PlanCalendar { period: Period::new(date(2020, 1, 1), date(2025, 3, 31)), year_starts: YearStart::default() }
}

fn read(text: &str) -> Timescale {
    let reading = Timescale::read(text, &calendar()).expect(text);
    assert!(reading.understood, "{text}: {reading:?}");
    reading.timescale
}

/// A timescale in short: its start, its end and a mark where it goes on.
fn short(timescale: &Timescale) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let ongoing = if timescale.ongoing { " ongoing" } else { "" };
    format!("{}..{}{ongoing}", day(timescale.from), day(timescale.by))
}

#[test]
fn words_that_name_no_date_are_not_understood_and_kept() {
    for text in [
        "As reviews are published",
        "When funding allows",
        "Annually",
        "By 31 March each year",
        "Summer",
        "Q2",
        "Year 2",
        "Within 6 months",
        "In line with the Domestic Abuse Act 2021",
        "Throughout the lifetime of the contract",
        "Train 150 people",
        "£2024",
        "4. 10:30",
        "see 2.11",
        "24/7 cover",
        "At 90% by staff",
    ] {
        let reading = Timescale::read(text, &calendar()).expect(text);
        assert!(!reading.understood, "{text}: {reading:?}");
        assert!(reading.timescale.is_undated() && !reading.timescale.ongoing);
        assert_eq!(reading.timescale.as_written, text);
        assert_eq!(reading.timescale.precision, Precision::Undated);
    }
}

#[test]
fn brackets_are_a_note_and_lend_a_date_only_where_there_is_no_other() {
    let urgent = read("Jan 2017 (urgent as funding expires)");
    assert_eq!(urgent.by, Some(date(2017, 1, 31)));
    assert_eq!(urgent.note.as_deref(), Some("urgent as funding expires"));
    assert_eq!(urgent.as_written, "Jan 2017 (urgent as funding expires)");
    assert_eq!(short(&read("Dec 23 (was June 24)")), "..2023-12-31");
    assert_eq!(short(&read("Ongoing (review May 24)")), "..2024-05-31 ongoing");
    assert_eq!(short(&read("(May 2024")), "..2024-05-31");
    assert_eq!(read("May 2024 ()").note, None);
    assert_eq!(read("May (if funded) 2024 (or later)").note.as_deref(), Some("if funded; or later"));
}

#[test]
fn precision_says_how_exactly_the_end_is_known() {
    for (text, precision) in [
        ("31 May 2023", Precision::Day),
        ("May-23", Precision::Month),
        ("Q2 2024/25", Precision::Quarter),
        ("By Summer 2020", Precision::Season),
        ("2016-17", Precision::FinancialYear),
        ("2023", Precision::Year),
        ("2023-2025", Precision::Year),
        ("Throughout the lifetime of this Strategy", Precision::Plan),
        ("From 3 May 2016", Precision::Day),
        ("TBC", Precision::Undated),
        ("Ongoing", Precision::Undated),
    ] {
        assert_eq!(read(text).precision, precision, "{text}");
    }
}

#[test]
fn the_lifetime_of_a_plan_without_a_period_goes_on_undated() {
    let reading = Timescale::read("Throughout the lifetime of this Strategy", &PlanCalendar::default()).expect("sound");
    assert!(reading.understood && reading.timescale.ongoing);
    assert!(reading.timescale.is_undated());
}

#[test]
fn quarters_and_years_follow_the_sites_financial_year() {
    let calendar = PlanCalendar { period: None, year_starts: YearStart::new(9).expect("a month") };
    let by = |text| Timescale::read(text, &calendar).expect(text).timescale.by;
    assert_eq!(by("Q1 2024/25"), Some(date(2024, 11, 30)));
    assert_eq!(by("2024/25"), Some(date(2025, 8, 31)));
    assert_eq!(by("2024-Q2"), Some(date(2024, 6, 30)));
}

#[test]
fn the_last_day_itself_is_not_past() {
    let timescale = read("May-23");
    assert!(!timescale.is_past(date(2023, 5, 31)));
    assert!(timescale.is_past(date(2023, 6, 1)));
    assert!(!read("TBC").is_past(date(2999, 1, 1)));
    assert!(!read("From May 2016").is_past(date(2999, 1, 1)));
}

#[test]
fn a_map_says_the_same_in_its_fields() {
    let map = TimescaleMap {
        from: Some("2023-05"),
        by: Some("end of March 2024"),
        ongoing: true,
        note: Some("subject to funding"),
    };
    let timescale = Timescale::from_map(&map, &calendar()).expect("sound");
    assert_eq!(short(&timescale), "2023-05-01..2024-03-31 ongoing");
    assert_eq!(timescale.note.as_deref(), Some("subject to funding"));
    assert_eq!(timescale.as_written, "From 2023-05 to end of March 2024, ongoing (subject to funding)");
}

#[test]
fn a_map_may_hold_a_note_alone() {
    let map = TimescaleMap { note: Some("As reviews are published"), ..TimescaleMap::default() };
    let timescale = Timescale::from_map(&map, &calendar()).expect("sound");
    assert!(timescale.is_undated());
    assert_eq!(timescale.as_written, "As reviews are published");
}

#[test]
fn the_fields_of_a_map_must_be_dates_in_order() {
    let said = |from, by| {
        let map = TimescaleMap { from, by, ..TimescaleMap::default() };
        Timescale::from_map(&map, &calendar()).expect_err("unsound").to_string()
    };
    assert_eq!(said(Some("when funded"), None), "no date was recognised in `when funded`");
    assert_eq!(said(Some("2024-05"), Some("2023-05")), "`From 2024-05 to 2023-05` ends before it starts");
    assert_eq!(said(None, Some("2023-02-30")), "`2023-02-30` is not a possible date: February 2023 has 28 days");
}

/// Words, figures and marks of timescales, to be thrown together.
const PIECES: &str = "(by |from |to |end of |q|fy|may|Sept|Sepp|summer|winter |lifetime of |plan|and |ongoing|TBC|\
    [0-9]{1,4}|20[0-9]{2}|-|/|\\.|,|'| |\\(|\\)|st|th|onwards|throughout )";

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_heap_of_date_words_is_read_or_refused(pieces in proptest::collection::vec(PIECES, 0..14)) {
        check(&pieces.concat())?;
    }

    #[test]
    fn a_day_is_itself_in_every_form(days in 0..30_000_i64) {
        let day = date(2000, 1, 1).saturating_add(jiff::Span::new().days(days));
        let forms = [
            day.to_string(),
            crate::model::day::in_words(day),
            crate::model::day::short(day),
            format!("By {}/{}/{}", day.day(), day.month(), day.year()),
        ];
        for form in forms {
            prop_assert_eq!(read(&form).by, Some(day), "{}", form);
        }
        prop_assert_eq!(parse_date(&day.to_string()), Ok(day));
    }
}

fn check(text: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    match Timescale::read(text, &calendar()) {
        Ok(reading) => {
            let timescale = reading.timescale;
            prop_assert_eq!(&timescale.as_written, text.trim());
            prop_assert!(reading.understood || timescale.is_undated());
            prop_assert_eq!(timescale.is_undated(), timescale.precision == Precision::Undated);
            if let (Some(from), Some(by)) = (timescale.from, timescale.by) {
                prop_assert!(from <= by, "{}", text);
            }
        }
        Err(error) => {
            prop_assert!(!error.to_string().is_empty());
            prop_assert_eq!(error.help().matches("`2026-03-31`, `By end of March 2026` or `Q4 2025/26`").count(), 1);
        }
    }
    Ok(())
}

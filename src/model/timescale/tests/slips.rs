use super::calendar;
use crate::model::timescale::{Timescale, TimescaleError};

fn refused(text: &str) -> TimescaleError {
    Timescale::read(text, &calendar()).expect_err(text)
}

#[test]
fn a_slip_in_a_month_is_an_error_with_the_month_meant_and_three_examples() {
    let error = refused("Sepp 2026");
    assert_eq!(error.to_string(), "`Sepp 2026` is not a date: there is no month `Sepp`");
    assert_eq!(
        error.help(),
        "did you mean `September`? write it for example as `2026-03-31`, `By end of March 2026` or `Q4 2025/26`"
    );
    for text in ["Sepp-23", "By Decmber 2020", "3 Febuary 2024", "Autum 2024"] {
        assert!(refused(text).help().starts_with("did you mean"), "{text}");
    }
}

#[test]
fn an_impossible_date_is_an_error_that_says_why() {
    for (text, reason) in [
        ("2026-02-30", "February 2026 has 28 days"),
        ("By 31 June 2024", "June 2024 has 30 days"),
        ("31/02/2024", "February 2024 has 29 days"),
        ("2026-13", "there is no month 13"),
        ("2026-13-01", "there is no month 13"),
        ("2026-00", "there is no month 0"),
        ("13/14/2024", "there is no month 14"),
        ("Q5 2024/25", "there is no quarter 5"),
        ("Q0 2024", "there is no quarter 0"),
        ("32 May 2024", "May 2024 has 31 days"),
        ("May 20266", "its year is not one of this century"),
    ] {
        assert_eq!(refused(text).to_string(), format!("`{text}` is not a possible date: {reason}"));
    }
}

#[test]
fn a_stretch_that_ends_before_it_starts_is_an_error() {
    for text in ["Dec 2024 - Jan 2024", "2028-2023", "2024 to 2023"] {
        assert_eq!(refused(text).to_string(), format!("`{text}` ends before it starts"));
    }
}

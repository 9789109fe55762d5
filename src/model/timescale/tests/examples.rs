use super::{calendar, read, short};
use crate::model::timescale::Timescale;

fn check(examples: &[(&str, &str)]) {
    for (text, expected) in examples {
        assert_eq!(short(&read(text)), *expected, "{text}");
        assert_eq!(read(text).as_written, *text);
    }
}

#[test]
fn the_examples_of_the_content_model() {
    check(&[
        ("2023-05-31", "..2023-05-31"),
        ("2023-05", "..2023-05-31"),
        ("2023", "..2023-12-31"),
        ("May-23", "..2023-05-31"),
        ("May 2023", "..2023-05-31"),
        ("Sept 23 and ongoing", "..2023-09-30 ongoing"),
        ("Dec 23 and on going", "..2023-12-31 ongoing"),
        ("By December 2020", "..2020-12-31"),
        ("By end of March 2021", "..2021-03-31"),
        ("End Jan 2017", "..2017-01-31"),
        ("From May 2016", "2016-05-01.."),
        ("Commencement from April 2020", "2020-04-01.."),
        ("By Summer 2020", "..2020-08-31"),
        ("Q2 2024/25", "..2024-09-30"),
        ("Jan 2017 (urgent as funding expires)", "..2017-01-31"),
        ("Ongoing", ".. ongoing"),
        ("Throughout the lifetime of this Strategy", "2020-01-01..2025-03-31 ongoing"),
        ("TBC", ".."),
        ("To be confirmed", ".."),
        ("-", ".."),
        ("By Spring 2020", "..2020-05-31"),
        ("Autumn 2024", "..2024-11-30"),
        ("Winter 2025", "..2026-02-28"),
        ("Winter 2027", "..2028-02-29"),
        ("2016-17", "..2017-03-31"),
        ("2016/17", "..2017-03-31"),
    ]);
}

#[test]
fn a_start_without_an_end_is_no_date_to_be_late_for() {
    check(&[
        ("2018 - Ongoing", "2018-01-01.. ongoing"),
        ("2023 → Continuous", "2023-01-01.. ongoing"),
        ("May 2024 to ongoing", "2024-05-01.. ongoing"),
        ("2025 onwards", "2025-01-01.. ongoing"),
    ]);
}

#[test]
fn a_year_that_is_said_to_be_financial_begins_in_its_number() {
    check(&[
        ("FY2023", "..2024-03-31"),
        ("FY25", "..2026-03-31"),
        ("FY 2024-25", "..2025-03-31"),
        ("Q4 FY25", "..2026-03-31"),
        ("Financial year 2023", "..2024-03-31"),
    ]);
}

#[test]
fn halves_and_terms_are_not_guessed() {
    for text in
        ["H1 2025", "First half of 2025", "2nd half 2025", "Term 1 2025", "Summer term 2025", "Semester 2, 2025"]
    {
        let reading = Timescale::read(text, &calendar()).expect(text);
        assert!(!reading.understood, "{text}");
    }
}

#[test]
fn the_timescales_of_two_real_plans() {
    check(&[
        ("Sep-23", "..2023-09-30"),
        ("May-24", "..2024-05-31"),
        ("Dec 23 and on going", "..2023-12-31 ongoing"),
        ("Sept 23 and on going", "..2023-09-30 ongoing"),
        ("May 24 and on going", "..2024-05-31 ongoing"),
        ("By June 2020", "..2020-06-30"),
        ("By January 2021", "..2021-01-31"),
        ("Throughout the lifetime of the Strategy", "2020-01-01..2025-03-31 ongoing"),
        ("Throughout the lifetime of this Strategy.", "2020-01-01..2025-03-31 ongoing"),
        ("As lessons come in throughout the lifetime of this Strategy", "2020-01-01..2025-03-31 ongoing"),
        ("A first round of visits during 2020 and a yearly plan of visits from then on.", "..2020-12-31"),
        ("To fit in with the bus adverts in early 2020", "..2020-12-31"),
    ]);
}

#[test]
fn days_in_the_forms_people_use() {
    check(&[
        ("31 March 2024", "..2024-03-31"),
        ("By 31st March 2024", "..2024-03-31"),
        ("1st of May ’24", "..2024-05-01"),
        ("Monday 3 June 2024", "..2024-06-03"),
        ("31/03/2024", "..2024-03-31"),
        ("31.03.24", "..2024-03-31"),
        ("1/4/23", "..2023-04-01"),
        ("May 23, 2024", "..2024-05-23"),
        ("May 23rd 2024", "..2024-05-23"),
        ("12-14 May 2024", "..2024-05-14"),
        ("31-Mar-24", "..2024-03-31"),
    ]);
}

#[test]
fn months_quarters_seasons_and_years_in_the_forms_people_use() {
    check(&[
        ("Sept. 2024", "..2024-09-30"),
        ("SEPTEMBER 2024", "..2024-09-30"),
        ("June ’24", "..2024-06-30"),
        ("Sept23", "..2023-09-30"),
        ("May – 23", "..2023-05-31"),
        ("05/2023", "..2023-05-31"),
        ("05/23", "..2023-05-31"),
        ("2023/05", "..2023-05-31"),
        ("March 2024/25", "..2025-03-31"),
        ("May 2024/25", "..2024-05-31"),
        ("Mid May 2024", "..2024-05-31"),
        ("Q4 24/25", "..2025-03-31"),
        ("Q1 2024", "..2024-06-30"),
        ("Quarter 3 of 2024-25", "..2024-12-31"),
        ("2024/25 Q2", "..2024-09-30"),
        ("2024-Q2", "..2024-06-30"),
        ("Winter 2025/26", "..2026-02-28"),
        ("Summer 24", "..2024-08-31"),
        ("24/25", "..2025-03-31"),
        ("FY 24-25", "..2025-03-31"),
        ("End of financial year 2024/25", "..2025-03-31"),
        ("2016-2017", "..2017-03-31"),
        ("2016 - 17", "..2017-03-31"),
        ("2099/00", "..2100-03-31"),
        ("2011-12", "..2011-12-31"),
        ("2011/12", "..2012-03-31"),
        ("By the end of 2025", "..2025-12-31"),
        ("By the end of the strategy", "..2025-03-31"),
    ]);
}

#[test]
fn several_dates_and_stretches() {
    check(&[
        ("May 2023 and March 2024", "..2024-03-31"),
        ("April/May 2024", "..2024-05-31"),
        ("May 2023 to March 2024", "2023-05-01..2024-03-31"),
        ("From May 2023 until end of March 2024", "2023-05-01..2024-03-31"),
        ("Sept to Dec 2023", "2023-09-01..2023-12-31"),
        ("Nov - Jan 2024", "2023-11-01..2024-01-31"),
        ("1 May to 3 June 2024", "2024-05-01..2024-06-03"),
        ("Between March and June 2024", "2024-03-01..2024-06-30"),
        ("Autumn/Winter 2025", "..2026-02-28"),
        ("Q3-Q4 2023/24", "2023-10-01..2024-03-31"),
        ("2023-2028", "2023-01-01..2028-12-31"),
        ("2023-28", "2023-01-01..2028-12-31"),
        ("Jan 2023 - Mar 2024", "2023-01-01..2024-03-31"),
        ("Start May 2016, complete by Dec 2016", "2016-05-01..2016-12-31"),
        ("By start of April 2024", "..2024-04-30"),
        ("Draft March 2024; final June 2024; review 2025", "..2025-12-31"),
    ]);
}

#[test]
fn work_that_goes_on() {
    check(&[
        ("Ongoing from May 2023", "2023-05-01.. ongoing"),
        ("April 2024 onwards", "2024-04-01.. ongoing"),
        ("On-going until March 2025", "..2025-03-31 ongoing"),
        ("From April 2021 throughout the lifetime of our domestic abuse strategy", "2021-04-01..2025-03-31 ongoing"),
        ("Continuous", ".. ongoing"),
    ]);
}

#[test]
fn work_without_a_date_yet() {
    check(&[
        ("", ".."),
        ("–", ".."),
        ("N/A", ".."),
        ("tbc", ".."),
        ("Date TBC", ".."),
        ("To be agreed by the board", ".."),
        ("TBC 2024", "..2024-12-31"),
    ]);
}

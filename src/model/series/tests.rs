use super::{Every, On, Series};
use jiff::Span;
use jiff::civil::{Date, date};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

fn series(every: &str, on: &str, from: Date, until: Date) -> Result<Series, String> {
    let every = Every::read(every).map_err(|error| error.to_string())?;
    let on = On::read(on).map_err(|error| error.to_string())?;
    Series::new(every, on, from, until).map_err(|error| error.to_string())
}

fn dates(every: &str, on: &str, from: Date, until: Date) -> Vec<String> {
    let series = series(every, on, from, until).expect("a sound series");
    series.dates().iter().map(Date::to_string).collect()
}

#[test]
fn every_week_is_each_such_day_and_until_is_inclusive() {
    assert_eq!(
        dates("week", "Tuesday", date(2026, 12, 1), date(2026, 12, 15)),
        ["2026-12-01", "2026-12-08", "2026-12-15"]
    );
}

#[test]
fn in_two_weeks_the_first_matching_day_is_the_first() {
    assert_eq!(
        dates("2 weeks", "tuesday", date(2026, 12, 2), date(2027, 1, 6)),
        ["2026-12-08", "2026-12-22", "2027-01-05"]
    );
}

#[test]
fn every_month_is_the_first_or_the_last_of_a_day() {
    assert_eq!(dates("month", "first tuesday", date(2026, 12, 2), date(2027, 3, 1)), ["2027-01-05", "2027-02-02"]);
    assert_eq!(
        dates("month", "last friday", date(2026, 12, 1), date(2027, 2, 26)),
        ["2026-12-25", "2027-01-29", "2027-02-26"]
    );
    assert_eq!(dates("month", "fifth friday", date(2026, 12, 1), date(2027, 4, 30)), ["2027-01-29", "2027-04-30"]);
}

#[test]
fn exceptions_leave_the_others_where_they_are() {
    let series = series("2 weeks", "tuesday", date(2026, 12, 8), date(2027, 1, 5))
        .expect("a sound series")
        .except(&[date(2026, 12, 22), date(2026, 12, 25)]);
    assert_eq!(series.dates(), [date(2026, 12, 8), date(2027, 1, 5)]);
    assert_eq!(series.stray_exceptions(), [date(2026, 12, 25)]);
}

#[test]
fn a_series_without_meaning_says_why() {
    let (from, until) = (date(2026, 12, 1), date(2026, 12, 31));
    for (every, on, error) in [
        ("month", "tuesday", "`every: month` and `on: tuesday` do not say which Tuesday of the month"),
        (
            "week",
            "first tuesday",
            "`every: week` and `on: first tuesday` do not go together: there is one first Tuesday in a month",
        ),
        ("fortnight", "tuesday", "`every: fortnight` is not understood"),
        ("week", "tusday", "`on: tusday` is not understood"),
        ("month", "fifth friday", "there is no fifth Friday from 1 December 2026 to 31 December 2026"),
    ] {
        assert_eq!(series(every, on, from, until), Err(error.to_owned()));
    }
    assert_eq!(
        series("week", "tuesday", until, from),
        Err("the series ends on 1 December 2026 but starts on 31 December 2026".to_owned())
    );
    assert_eq!(
        series("week", "tuesday", from, date(2062, 1, 1)),
        Err("the series has more than 520 sessions until 1 January 2062".to_owned())
    );
}

#[test]
fn help_names_the_day_that_was_meant() {
    let help = |text| On::read(text).expect_err(text).help();
    assert_eq!(help("first tusday"), "did you mean `tuesday`?");
    assert_eq!(help("every tuesday"), "write a day such as `tuesday`, `first tuesday` or `last friday`");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = Every::read(&text).map_err(|error| (error.to_string(), error.help()));
        let _ = On::read(&text).map_err(|error| (error.to_string(), error.help()));
    }

    #[test]
    fn the_days_of_a_series_are_in_order_and_within_it(
        every in select(vec!["week", "2 weeks", "month"]),
        nth in select(vec!["", "first ", "third ", "fifth ", "last "]),
        weekday in select(vec!["monday", "wednesday", "sunday"]),
        start in 0..2_900_000_i64,
        length in 0..3_000_i64,
    ) {
        let from = date(1990, 1, 1).saturating_add(Span::new().days(start));
        let until = from.saturating_add(Span::new().days(length));
        if let Ok(series) = series(every, &format!("{nth}{weekday}"), from, until) {
            let days = series.dates();
            prop_assert!(!days.is_empty() && days.len() <= 520);
            prop_assert!(days.is_sorted() && from <= days[0] && days[days.len() - 1] <= until);
            prop_assert!(days.iter().all(|day| day.weekday() == days[0].weekday()));
            prop_assert_eq!(series.except(&days).dates(), Vec::<Date>::new());
        }
    }
}

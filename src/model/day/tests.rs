use super::{in_words, long, month_in_words, parse_date, parse_time, short, time_in_words, weekday_name};
use jiff::civil::{Weekday, date, time};
use proptest::prelude::{any, prop_assert_eq, proptest};

#[test]
fn a_day_is_year_month_and_day() {
    assert_eq!(parse_date("2026-12-03"), Ok(date(2026, 12, 3)));
    assert_eq!(parse_date(" 2028-02-29 "), Ok(date(2028, 2, 29)));
}

#[test]
fn other_forms_are_refused_even_where_they_could_be_guessed() {
    for text in
        ["20261203", "2026-12-3", "2026-12-03T10:00", "26-12-03", "3 December 2026", "", "２０２６-12-03", "+026-12-03"]
    {
        let error = parse_date(text).expect_err(text);
        assert_eq!(error.to_string(), format!("`{text}` is not a date in the form `2026-12-03`"));
    }
}

#[test]
fn a_british_date_is_refused_with_the_day_it_means() {
    let error = parse_date("3/12/2026").expect_err("not ISO");
    assert_eq!(error.help(), "for 3 December 2026, write `2026-12-03`");
}

#[test]
fn a_day_that_is_not_in_the_calendar_says_why() {
    let said = |text| parse_date(text).expect_err(text).to_string();
    assert_eq!(said("2026-02-30"), "there is no day `2026-02-30`: February 2026 has 28 days");
    assert_eq!(said("2026-13-01"), "there is no day `2026-13-01`: there is no month 13");
    assert_eq!(said("0026-01-01"), "there is no day `0026-01-01`: the year 26 is not between 1900 and 9999");
}

#[test]
fn a_time_is_hours_and_minutes() {
    assert_eq!(parse_time("09:30"), Ok(time(9, 30, 0, 0)));
    assert_eq!(parse_time("00:00"), Ok(time(0, 0, 0, 0)));
    assert_eq!(parse_time("9:30").expect_err("one figure").to_string(), "`9:30` is not a time in the form `09:30`");
    assert_eq!(
        parse_time("24:00").expect_err("too late").to_string(),
        "there is no time `24:00`: the day runs from `00:00` to `23:59`"
    );
}

#[test]
fn days_and_times_are_said_as_people_say_them() {
    let day = date(2026, 12, 3);
    assert_eq!(in_words(day), "Thursday 3 December 2026");
    assert_eq!(long(day), "3 December 2026");
    assert_eq!(short(day), "3 Dec 2026");
    assert_eq!(month_in_words(day), "December 2026");
    assert_eq!(time_in_words(time(9, 0, 0, 0)), "9am");
    assert_eq!(time_in_words(time(13, 5, 0, 0)), "1:05pm");
    assert_eq!(time_in_words(time(12, 0, 0, 0)), "midday");
    assert_eq!(time_in_words(time(12, 30, 0, 0)), "12:30pm");
    assert_eq!(time_in_words(time(0, 15, 0, 0)), "12:15am");
    assert_eq!(weekday_name(Weekday::Sunday), "Sunday");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = parse_date(&text).map_err(|error| error.help());
        let _ = parse_time(&text).map_err(|error| error.help());
    }

    #[test]
    fn any_figures_are_read_or_refused(text in "[0-9]{1,5}[-/:.][0-9]{1,3}([-/.][0-9]{1,11})?") {
        let _ = parse_date(&text).map_err(|error| error.help());
        let _ = parse_time(&text).map_err(|error| error.help());
    }

    #[test]
    fn a_day_reads_back_as_itself(days in 0..50_000_i64) {
        let day = date(1900, 1, 1).saturating_add(jiff::Span::new().days(days));
        prop_assert_eq!(parse_date(&day.to_string()), Ok(day));
        let _ = in_words(day);
        let _ = short(day);
    }
}

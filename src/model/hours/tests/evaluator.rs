//! The usual week compared with what the `opening-hours` library makes of the same text, minute by minute.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use compact_calendar::CompactCalendar;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use opening_hours::{Context, ContextHolidays};
use proptest::prelude::{Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::{select, subsequence};

use crate::model::bank_holidays;
use crate::model::hours::week::ClosedDates;
use crate::model::hours::{OpenTime, OpeningHours, Week};

/// Rules whose weekdays, times and exceptions are chosen by chance.
fn rules() -> impl Strategy<Value = String> {
    let days = prop_oneof![
        select(vec!["Mo-Fr", "Mo-Su", "Sa,Su", "Fr-Mo", "Mo-Th", ""]).prop_map(str::to_owned),
        subsequence(vec!["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], 1..4).prop_map(|days| days.join(",")),
    ];
    let times = select(vec![
        "09:00-17:00",
        "09:30-12:00,13:00-16:45",
        "00:00-24:00",
        "18:00-24:00",
        "22:00-02:00",
        "17:00-09:00",
        "20:00-26:30",
        "00:00-08:45,17:00-24:00",
        "08:00-08:00",
        "off",
    ]);
    let rule = (days, times).prop_map(|(days, times)| format!("{days} {times}").trim().to_owned());
    let exception = select(vec![
        "",
        "; PH off",
        "; PH 10:00-16:00",
        "; PH 20:00-02:00",
        "; Dec 25 off",
        "; Dec 24-Jan 1 off",
        "; PH off; Dec 24-Dec 31 off",
        "; Apr 3 off; PH off",
        ", Sa 10:00-12:00; PH off",
    ]);
    (proptest::collection::vec(rule, 1..4), exception)
        .prop_map(|(rules, exception)| format!("{}{exception}", rules.join("; ")))
}

fn library_holidays() -> ContextHolidays {
    let mut days = CompactCalendar::default();
    for day in (2025..2030).flat_map(bank_holidays::in_year).filter(|day| day.by_law) {
        days.insert(chrono_date(day.date));
    }
    ContextHolidays::new(Arc::new(days), Arc::default())
}

fn chrono_date(day: Date) -> NaiveDate {
    let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    NaiveDate::from_ymd_opt(day.year().into(), month.into(), of_month.into()).expect("a day is a day everywhere")
}

fn times_of(week: &Week, day: Date) -> &[OpenTime] {
    let of_year = (day.month().unsigned_abs(), day.day().unsigned_abs());
    let is_in = |dates: &ClosedDates| {
        let (from, to) = (dates.from <= of_year, of_year <= dates.to);
        if dates.from <= dates.to { from && to } else { from || to }
    };
    let is_holiday = bank_holidays::in_year(day.year()).iter().any(|holiday| holiday.by_law && holiday.date == day);
    match &week.bank_holidays {
        _ if week.closed.iter().any(is_in) => &[],
        Some(times) if is_holiday => times,
        _ => &week.days[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())],
    }
}

fn is_open(week: &Week, day: Date, minute: u16) -> bool {
    let open = |times: &[OpenTime], minute: u16| times.iter().any(|time| time.from <= minute && minute < time.to);
    let before = day.yesterday().expect("there is a day before");
    open(times_of(week, day), minute) || open(times_of(week, before), minute + 1440)
}

fn moment(day: Date, minute: u16) -> NaiveDateTime {
    let time = chrono_date(day).and_hms_opt(u32::from(minute) / 60, u32::from(minute) % 60, 0);
    time.expect("a minute of the day")
}

proptest! {
    #[test]
    fn the_usual_week_says_what_the_library_says(text in rules(), start in 0..730_i32) {
        let Some(week) = OpeningHours::read(&text).ok().and_then(|hours| hours.week()) else { return Ok(()) };
        let library = text.parse::<opening_hours::OpeningHours>().expect("it was read before");
        let library = library.with_context(Context::default().with_holidays(library_holidays()));
        for ahead in 0..10 {
            let day = date(2026, 1, 1) + (start + ahead).days();
            for minute in (0..1440).step_by(15) {
                let (ours, theirs) = (is_open(&week, day, minute), library.is_open(moment(day, minute)));
                prop_assert_eq!(ours, theirs, "`{}` on {} at {}:{:02}", text, day, minute / 60, minute % 60);
            }
        }
    }
}

/// The days about Christmas, Easter and a holiday in May, on which rules meet.
#[test]
fn holidays_are_what_the_library_says() {
    for text in ["Mo-Fr 09:00-17:00; PH off", "Mo-Su 18:00-02:00", "Mo-Su 10:00-22:00; Dec 24-Jan 1 off"] {
        let week = OpeningHours::read(text).expect(text).week().expect(text);
        let library = text.parse::<opening_hours::OpeningHours>().expect(text);
        let library = library.with_context(Context::default().with_holidays(library_holidays()));
        for start in [date(2026, 12, 20), date(2027, 3, 24), date(2027, 12, 20), date(2028, 5, 27)] {
            for day in start.series(1.day()).take(14) {
                for minute in (0..1440).step_by(15) {
                    let ours = is_open(&week, day, minute);
                    assert_eq!(ours, library.is_open(moment(day, minute)), "`{text}` on {day} at minute {minute}");
                }
            }
        }
    }
}

//! Bank holidays of England and Wales.
//!
//! The days of Schedule 1 to the Banking and Financial Dealings Act 1971, the two that have always been kept (Good
//! Friday, Christmas Day), and those that are proclaimed every year (New Year's Day, the first Monday of May). Days
//! that are proclaimed once, as for a coronation, cannot be known before.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// A day that may be a bank holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct BankHoliday {
    /// The day.
    pub date: Date,
    /// Whether it is one by law. Christmas Day, Boxing Day and New Year's Day at a weekend are holidays to most
    /// people, though another day stands in for them by law.
    pub by_law: bool,
}

/// The bank holidays of a year, in order.
#[must_use]
pub(crate) fn in_year(year: i16) -> Vec<BankHoliday> {
    let first_monday = |month| nth_monday(date(year, month, 1), 1);
    let last_monday = |month| nth_monday(date(year, month, 1), -1);
    let easter = easter_sunday(year);
    let mut days: Vec<BankHoliday> =
        [easter - 2.days(), easter + 1.day(), first_monday(5), last_monday(5), last_monday(8)]
            .map(|date| BankHoliday { date, by_law: true })
            .into();
    let christmas = [date(year, 12, 25), date(year, 12, 26)];
    for fixed in [&[date(year, 1, 1)][..], &christmas] {
        days.extend(fixed.iter().map(|&date| BankHoliday { date, by_law: !is_weekend(date) }));
        days.extend(stand_ins(fixed).into_iter().map(|date| BankHoliday { date, by_law: true }));
    }
    days.sort_unstable();
    days
}

/// The weekdays that stand in for those of some days in a row that fall on a weekend: the next that are free.
fn stand_ins(days: &[Date]) -> Vec<Date> {
    let mut taken: Vec<Date> = days.iter().copied().filter(|day| !is_weekend(*day)).collect();
    let mut found = Vec::new();
    for mut day in days.iter().copied().filter(|day| is_weekend(*day)) {
        while is_weekend(day) || taken.contains(&day) {
            day += 1.day();
        }
        taken.push(day);
        found.push(day);
    }
    found
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn nth_monday(month: Date, nth: i8) -> Date {
    month.nth_weekday_of_month(nth, Weekday::Monday).expect("each month has a first and a last Monday")
}

/// Easter Sunday of the Gregorian calendar. The steps are those of the anonymous method that Nature printed in 1876.
fn easter_sunday(year: i16) -> Date {
    let year_number = i32::from(year);
    let (golden, century, of_century) = (year_number % 19, year_number / 100, year_number % 100);
    let moons = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moons + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let narrow = |number: i32| i8::try_from(number).expect("a month and a day are small");
    date(year, narrow(days / 31), narrow(days % 31 + 1))
}

#[cfg(test)]
mod tests {
    use super::{BankHoliday, in_year};

    fn days(year: i16, by_law: bool) -> Vec<String> {
        in_year(year)
            .into_iter()
            .filter(|day| day.by_law == by_law)
            .map(|BankHoliday { date, .. }| date.strftime("%-d %b").to_string())
            .collect()
    }

    /// As GOV.UK prints them, but for days that were proclaimed once.
    #[test]
    fn the_days_of_some_years_are_known() {
        let told = [
            (2024, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec"),
            (2025, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec"),
            (2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec"),
            (2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec"),
            (2028, "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec"),
        ];
        for (year, expected) in told {
            assert_eq!(days(year, true).join(", "), expected, "{year}");
        }
    }

    #[test]
    fn where_christmas_day_is_a_sunday_only_it_has_a_day_that_stands_in() {
        assert_eq!(days(2022, true)[6..], ["26 Dec", "27 Dec"]);
        assert_eq!(days(2022, false), ["1 Jan", "25 Dec"]);
    }

    #[test]
    fn days_at_a_weekend_that_most_people_keep_are_told_apart() {
        assert_eq!(days(2026, false), ["26 Dec"]);
        assert_eq!(days(2027, false), ["25 Dec", "26 Dec"]);
        assert_eq!(days(2028, false), ["1 Jan"]);
        assert!(days(2025, false).is_empty());
    }

    #[test]
    fn every_year_has_eight_by_law() {
        for year in 1978..2200 {
            assert_eq!(days(year, true).len(), 8, "{year}");
        }
    }
}

//! A month as a sheet of a calendar. The list says the same and more.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

use super::session_row::{SessionRow, session_row};
use crate::model::day;
use crate::render::frame::{Link, Script};
use crate::render::page::{Builder, Heading, Page};
use crate::site::Route;

#[derive(Serialize)]
struct MonthView {
    sheet: Sheet,
    before: Option<Link>,
    after: Option<Link>,
}

/// The days of a month, with what is on each.
#[derive(Serialize)]
pub(crate) struct Sheet {
    weekdays: Vec<&'static str>,
    weeks: Vec<Vec<DayView>>,
    /// The same as a list.
    list: Link,
}

/// A day of the sheet.
#[derive(Serialize)]
struct DayView {
    /// The day of the month; none in the cells before the first and after the last.
    day: Option<i8>,
    /// `2026-12-03`.
    date: String,
    /// "Thursday 3 December".
    words: String,
    sessions: Vec<SessionRow>,
}

pub(crate) fn page(build: &Builder<'_>, number: usize) -> Page {
    let timetable = &build.site.courses.timetable;
    let first = timetable.months[number].first;
    let link = |at: usize| {
        let other = timetable.months.get(at)?;
        Some(build.link(day::month_in_words(other.first), Route::TrainingMonth(at)))
    };
    let view = MonthView {
        sheet: sheet(build, number),
        before: number.checked_sub(1).and_then(link),
        after: link(number + 1),
    };
    let title = day::month_in_words(first);
    let heading = Heading {
        kind: "training-month",
        id: &first.strftime("%Y-%m").to_string(),
        description: format!("Training from {} in {title}.", build.site.settings.name),
        title: format!("Training in {title}"),
        above: vec![build.link("Training", Route::Training)],
    };
    build.page("training-month.html", heading, &view).with_scripts([Script::Sessions])
}

/// The sheet of a month of the timetable.
pub(crate) fn sheet(build: &Builder<'_>, number: usize) -> Sheet {
    let timetable = &build.site.courses.timetable;
    let month = &timetable.months[number];
    let sessions = &timetable.to_come[month.sessions.clone()];
    let mut list = build.link("All dates as a list", Route::Training);
    list.address.push_str(&month.first.strftime("#m-%Y-%m").to_string());
    Sheet {
        weekdays: (0..7).map(|day| day::weekday_name(Weekday::Monday.wrapping_add(day))).collect(),
        weeks: weeks(month.first)
            .map(|week| week.map(|date| cell(build, month.first, date, sessions)).collect())
            .collect(),
        list,
    }
}

/// The weeks that a month touches, from Monday to Sunday.
fn weeks(first: Date) -> impl Iterator<Item = impl Iterator<Item = Date>> {
    let last = first.last_of_month();
    let monday = first.saturating_sub(i64::from(first.weekday().to_monday_zero_offset()).days());
    let mondays = std::iter::successors(Some(monday), move |monday| monday.checked_add(7.days()).ok());
    mondays
        .take_while(move |monday| *monday <= last)
        .map(|monday| (0..7).map(move |day| monday.saturating_add(day.days())))
}

fn cell(build: &Builder<'_>, first: Date, date: Date, sessions: &[(usize, usize)]) -> DayView {
    let on_the_day = sessions.iter().filter(|(course, session)| {
        build.site.courses[*course].course.sessions[*session].days().any(|day| day.date.value == date)
    });
    DayView {
        day: (date.first_of_month() == first).then(|| date.day()),
        date: date.to_string(),
        words: day::in_words(date),
        sessions: on_the_day.map(|&(course, session)| session_row(build, course, session)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::weeks;

    #[test]
    fn a_sheet_has_whole_weeks_and_no_more_than_the_month_needs() {
        let counts = |year, month| {
            let weeks: Vec<Vec<_>> = weeks(date(year, month, 1)).map(Iterator::collect).collect();
            (weeks.len(), weeks[0][0], weeks[weeks.len() - 1][6])
        };
        assert_eq!(counts(2026, 2), (5, date(2026, 1, 26), date(2026, 3, 1)));
        assert_eq!(counts(2027, 2), (4, date(2027, 2, 1), date(2027, 2, 28)));
        assert_eq!(counts(2026, 8), (6, date(2026, 7, 27), date(2026, 9, 6)));
    }
}

//! The sessions of courses as a file to take away: one flat table, past ones too.
//!
//! `docs/open-data.md` says what the columns hold; they are kept stable. A session has no joining link anywhere, so none
//! can be in it.

use crate::format::table::{Cell, Column, Table};
use crate::kinds::course::record::{Course, Session, Venue};
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::model::day;
use crate::site::{Route, Site};

/// A column: its name for programs, its heading, its width in letters, and how its cells are made.
type Field = (&'static str, &'static str, u16, fn(&Row<'_>) -> Cell);

/// A session, as its row is made.
struct Row<'s> {
    site: &'s Site,
    /// The numbers of its course, and of the session in it.
    place: (usize, usize),
    calendar: &'s CourseCalendar,
    course: &'s Course,
    session: &'s Session,
}

const FIELDS: [Field; 34] = [
    ("id", "Id", 30, |row| text(&row.session.name)),
    ("course", "Course id", 24, |row| text(&row.calendar.course.id)),
    ("code", "Code", 10, |row| perhaps(row.course.code.as_ref())),
    ("title", "Course", 36, |row| text(&row.course.title.value)),
    ("kind", "Kind", 10, |row| text(row.course.kind.words())),
    ("level", "Level", 14, |row| row.level()),
    ("audiences", "Who it is for", 36, |row| row.audiences()),
    ("provider", "Run by", 24, |row| {
        perhaps(row.course.provider.as_ref().map(|text| row.site.organisation_name(text)))
    }),
    ("date", "Date", 13, |row| Cell::Date(row.session.date.value)),
    ("weekday", "Day", 11, |row| text(day::weekday_name(row.session.date.value.weekday()))),
    ("start", "Starts", 8, |row| Cell::Time(row.session.start)),
    ("end", "Ends", 8, |row| Cell::Time(row.session.end)),
    ("days", "Days, if several", 40, |row| row.days()),
    ("over", "Over", 8, |row| Cell::yes(row.session.last_day() < row.site.today)),
    ("status", "Status", 14, |row| text(row.session.state.id())),
    ("status_words", "Status in words", 18, |row| text(row.session.state.words())),
    ("changed", "Changed on", 13, |row| Cell::date(row.session.changed.as_ref().map(|day| day.value))),
    ("venue", "Venue", 30, |row| row.venue(|venue| venue.name.clone())),
    ("address", "Address", 30, |row| row.venue(|venue| venue.address.clone())),
    ("postcode", "Postcode", 10, |row| row.venue(|venue| venue.postcode.as_ref().map(ToString::to_string))),
    ("online", "Online", 8, |row| Cell::yes(row.session.online.is_some())),
    ("platform", "Online: with", 18, |row| perhaps(row.session.online.as_ref().and_then(|one| one.platform.as_ref()))),
    ("places", "Places", 8, |row| Cell::number(row.session.places)),
    ("places_left", "Places left", 8, |row| Cell::number(row.places_left())),
    ("waiting_list", "Waiting list", 8, |row| Cell::yes(row.session.waiting_list)),
    ("booking_url", "Book at", 36, |row| row.booking_url()),
    ("booking_email", "Book by email", 28, |row| perhaps(row.course.booking.email.as_ref().map(|one| one.to_string()))),
    ("booking_phone", "Book by phone", 16, |row| perhaps(row.course.booking.phone.as_ref().map(|one| one.display()))),
    ("booking_note", "Booking: note", 30, |row| perhaps(row.course.booking.note.as_ref())),
    ("booking_closes", "Booking closes", 13, |row| {
        Cell::date(row.session.booking_closes.as_ref().map(|day| day.value))
    }),
    ("trainer", "Taught by", 28, |row| {
        perhaps(row.session.trainer.as_ref().map(|text| row.site.organisation_name(text)))
    }),
    ("cost", "Cost", 24, |row| perhaps(row.course.cost.as_ref())),
    ("note", "Note", 40, |row| perhaps(row.session.note.as_ref())),
    ("page", "Web page", 50, |row| text(row.site.full_address(Route::Session(row.place.0, row.place.1)))),
];

/// The sessions of all courses, or of one, by date.
pub(super) fn table(site: &Site, course: Option<usize>) -> Table {
    let courses = site.courses.iter().enumerate().filter(|(number, _)| course.is_none_or(|course| course == *number));
    let mut rows: Vec<Row<'_>> = courses
        .flat_map(|(number, calendar)| {
            let sessions = calendar.course.sessions.iter().enumerate();
            sessions.map(move |(at, session)| Row {
                site,
                place: (number, at),
                calendar,
                course: &calendar.course,
                session,
            })
        })
        .collect();
    rows.sort_by_key(|row| (row.session.date.value, row.session.start, row.place));
    Table {
        title: "Sessions".to_owned(),
        date: site.today,
        about: about(site),
        rows: rows.iter().map(|row| FIELDS.iter().map(|(.., cell)| cell(row)).collect()).collect(),
        columns: FIELDS.iter().map(|&(key, heading, width, _)| Column::new(key, heading, width)).collect(),
    }
}

/// What to know about the table, for its second sheet.
fn about(site: &Site) -> Vec<(String, String)> {
    let line = |term: &str, words: String| (term.to_owned(), words);
    let zone = site.settings.timezone.iana_name().unwrap_or("UTC");
    let mut about = vec![
        line("Published by", site.settings.name.clone()),
        line("As it stood on", day::long(site.today)),
        line("Times are those of", zone.to_owned()),
        line("On the web", site.full_address(Route::Training)),
        line("", String::new()),
        line("Column", "Its name for programs".to_owned()),
    ];
    about.extend(FIELDS.iter().map(|(key, heading, ..)| line(heading, (*key).to_owned())));
    about
}

impl Row<'_> {
    fn level(&self) -> Cell {
        perhaps(self.calendar.level.map(|level| self.site.vocabulary.levels[level].name.as_str()))
    }

    fn audiences(&self) -> Cell {
        let terms = self.course.audiences.iter().filter_map(|id| self.site.vocabulary.audience(id));
        text(terms.map(|term| term.name.as_str()).collect::<Vec<_>>().join("; "))
    }

    /// The days of a session that takes several.
    fn days(&self) -> Cell {
        let day = |day: std::borrow::Cow<'_, Session>| {
            format!("{} {} to {}", day.date.value, day.start.strftime("%H:%M"), day.end.strftime("%H:%M"))
        };
        let days: Vec<String> = self.session.days().map(day).collect();
        perhaps((days.len() > 1).then(|| days.join("; ")))
    }

    fn venue(&self, part: impl Fn(&Venue) -> Option<String>) -> Cell {
        perhaps(self.session.venue.as_ref().and_then(part))
    }

    /// None are left where a session is full, whether or not someone wrote so.
    fn places_left(&self) -> Option<u32> {
        if self.session.is_full() { Some(0) } else { self.session.places_left }
    }

    /// The session's own form, or that of its course.
    fn booking_url(&self) -> Cell {
        perhaps(self.session.booking_form(&self.course.booking).map(|url| url.to_string()))
    }
}

fn text(words: impl Into<String>) -> Cell {
    Cell::text(words)
}

fn perhaps(words: Option<impl Into<String>>) -> Cell {
    words.map_or(Cell::Empty, Cell::text)
}

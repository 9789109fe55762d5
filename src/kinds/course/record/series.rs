//! The sessions of a course as they are written: single ones, and series that stand for several.

use std::ops::Deref;

use jiff::civil::Date;

use super::session::{Session, SessionDay, Times};
use crate::diagnostic::{Located, Report};
use crate::model::series::{Every, On, Series, SeriesError};
use crate::record::field::{Field, Shape};
use crate::record::fields::{Fields, Input};
use crate::record::node::Value as Written;
use crate::record::value::Value;

/// The sessions of a course, by date and time; those of a series one by one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sessions(pub(crate) Vec<Session>);

impl Deref for Sessions {
    type Target = [Session];

    fn deref(&self) -> &[Session] {
        &self.0
    }
}

impl<'s> IntoIterator for &'s Sessions {
    type Item = &'s Session;
    type IntoIter = std::slice::Iter<'s, Session>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

record! {
    /// A session on one day.
    struct Single: "a session" => {
        /// The day.
        date: Located<Date>, example = "2026-12-03";
        with {
            /// When it is held.
            times: Times;
            /// What it has in common with others.
            session: Session;
        }
    }
}

record! {
    /// A session that takes several days and is booked as one.
    struct SeveralDays: "a session", check: refuse_repeated => {
        /// Its days, each with its times.
        days: Vec<SessionDay>, required = true, example = "[{date: 2026-12-03, start: \"09:30\", end: \"16:30\"}]";
        with {
            /// What it has in common with others.
            session: Session;
        }
    }
}

record! {
    /// A series of sessions.
    struct Rhythm: "a session" => {
        /// How often: `week`, `2 weeks` or `month`.
        every: Located<Every>, example = "week";
        /// On which day: `tuesday`, or in a month `first tuesday` or `last friday`.
        on: Located<On>, example = "first tuesday";
        /// The first day on which one may be held.
        from: Located<Date>, example = "2026-12-01";
        /// The last day on which one may be held.
        until: Located<Date>, example = "2027-07-31";
        /// Days on which none is held.
        except: Vec<Located<Date>>, example = "[2026-12-29]";
        with {
            /// When each is held.
            times: Times;
            /// What each has in common.
            session: Session;
        }
    }
}

impl Value for Sessions {
    const REQUIRED: bool = false;

    fn shape(_: &Field) -> Shape {
        let several = Shape::Either(Box::new(Shape::record::<SeveralDays>()), Box::new(Shape::record::<Rhythm>()));
        let item = Shape::Either(Box::new(Shape::record::<Single>()), Box::new(several));
        Shape::List(Box::new(item))
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let mut sessions: Vec<Session> = input.list::<Item>().into_iter().flat_map(|item| item.0).collect();
        sessions.sort_by_key(|session| (session.date.value, session.start));
        Some(Self(sessions))
    }

    fn absent(_: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

/// One item of the list: a session, or all those of a series.
struct Item(Vec<Session>);

impl Value for Item {
    fn shape(field: &Field) -> Shape {
        Sessions::shape(field)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let has_any = |keys: &[&str]| {
            matches!(&input.node.value, Written::Map(entries)
                if entries.iter().any(|(key, value)| keys.contains(&&*key.name) && !value.is_blank()))
        };
        let (dates, times, session) = if has_any(&["every", "on", "until"]) {
            let series = Rhythm::read(input)?;
            (series.dates(input.report)?, series.times, series.session)
        } else if has_any(&["days"]) {
            let SeveralDays { mut days, session } = SeveralDays::read(input)?;
            days.sort_by_key(|day| day.date.value);
            let mut days = days.into_iter();
            let first = days.next()?;
            let venue = first.venue.or_else(|| session.venue.clone());
            (vec![first.date], first.times, Session { more_days: days.collect(), venue, ..session })
        } else {
            let single = Single::read(input)?;
            (vec![single.date], single.times, single.session)
        };
        let Times { start, end } = times;
        Some(Self(dates.into_iter().map(|date| Session { date, start, end, ..session.clone() }).collect()))
    }
}

/// A session cannot be held twice on one day.
fn refuse_repeated(several: &SeveralDays, fields: &Fields<'_, '_>) {
    for (at, day) in several.days.iter().enumerate() {
        if several.days[..at].iter().any(|earlier| earlier.date.value == day.date.value) {
            let help = "keep one of the two, with the time at which the day begins and the time at which it ends";
            fields.report.error("days", day.date.span, format!("{} is there twice", day.date.value), help);
        }
    }
}

impl Rhythm {
    /// The dates that a series stands for, each reported at the series' first date.
    fn dates(&self, report: &Report) -> Option<Vec<Located<Date>>> {
        let Self { every, on, from, until, except, .. } = self;
        if until.value < from.value {
            let message = format!("the series ends ({}) before it begins ({})", until.value, from.value);
            report.error("until", until.span, message, "write the earlier date in `from`");
            return None;
        }
        match Series::new(every.value, on.value, from.value, until.value) {
            Ok(series) => {
                let series = series.except(&except.iter().map(|date| date.value).collect::<Vec<Date>>());
                warn_of_strays(&series, except, report);
                warn_of_none(&series, except, report);
                Some(series.dates().into_iter().map(|date| Located::new(date, from.span)).collect())
            }
            Err(error) => {
                let (name, span) = match error {
                    SeriesError::TooLong { .. } => ("until", until.span),
                    _ => ("on", on.span),
                };
                report.error(name, span, error.to_string(), error.help());
                None
            }
        }
    }
}

/// An exception on a day that has no session is probably a slip.
fn warn_of_strays(series: &Series, except: &[Located<Date>], report: &Report) {
    let strays = series.stray_exceptions();
    for date in except.iter().filter(|date| strays.contains(&date.value)) {
        let message = format!("the series has no session on {}", date.value);
        report.warning("except", date.span, message, "correct the date, or take it out");
    }
}

/// A series of which every session was taken out again is most likely a slip in a date.
fn warn_of_none(series: &Series, except: &[Located<Date>], report: &Report) {
    if let (true, Some(last)) = (series.dates().is_empty(), except.last()) {
        let message = "no session of this series is left: `except` takes them all out";
        report.warning("except", last.span, message, "correct `until` or `except`, or take the series out");
    }
}

//! Series of sessions: every week, every two weeks or every month.

mod error;
mod rhythm;
#[cfg(test)]
mod tests;

pub(crate) use error::SeriesError;
pub(crate) use rhythm::{Every, Nth, On};

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// How many sessions a series may have: ten years of weeks. A longer one is a
/// slip in a year, and would fill the site.
const MOST: usize = 520;

/// A series of sessions that has a meaning: on which days, and of which
/// stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Series {
    step: Step,
    from: Date,
    until: Date,
    except: Vec<Date>,
}

/// The two kinds of series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Weeks(i64, Weekday),
    Month(Nth, Weekday),
}

impl Series {
    /// A series from one day to another, both included.
    ///
    /// # Errors
    /// A rhythm without meaning ("every month on Tuesday"), a series that ends
    /// before it starts, one in which no session falls, and one of more than
    /// 520.
    pub(crate) fn new(every: Every, on: On, from: Date, until: Date) -> Result<Self, SeriesError> {
        let step = match (every, on) {
            (Every::Week, On::Each(weekday)) => Step::Weeks(1, weekday),
            (Every::TwoWeeks, On::Each(weekday)) => Step::Weeks(2, weekday),
            (Every::Month, On::Nth(nth, weekday)) => Step::Month(nth, weekday),
            (Every::Month, On::Each(_)) => return Err(SeriesError::WhichInTheMonth { on }),
            (_, On::Nth(..)) => return Err(SeriesError::OnceAMonth { every, on }),
        };
        if until < from {
            return Err(SeriesError::Backwards { from, until });
        }
        let series = Self { step, from, until, except: Vec::new() };
        match series.days().take(MOST + 1).count() {
            0 => Err(SeriesError::Empty { on, from, until }),
            count if count > MOST => Err(SeriesError::TooLong { until }),
            _ => Ok(series),
        }
    }

    /// The series without the sessions of some days. They do not move the
    /// others: of a series of two weeks each stays in its week.
    #[must_use]
    pub(crate) fn except(mut self, days: &[Date]) -> Self {
        self.except = days.to_vec();
        self
    }

    /// The days of its sessions, in their order. In a series of two weeks the
    /// first matching day counts as the first; a month without a fifth Tuesday
    /// has no session on one.
    #[must_use]
    pub(crate) fn dates(&self) -> Vec<Date> {
        self.days().take(MOST).filter(|day| !self.except.contains(day)).collect()
    }

    /// The exceptions on whose days there would have been no session: most
    /// likely slips, of which the author should hear.
    #[must_use]
    pub(crate) fn stray_exceptions(&self) -> Vec<Date> {
        let days: Vec<Date> = self.days().take(MOST).collect();
        self.except.iter().filter(|day| !days.contains(day)).copied().collect()
    }

    /// All days, the exceptions too.
    fn days(&self) -> Box<dyn Iterator<Item = Date> + '_> {
        let days: Box<dyn Iterator<Item = Date>> = match self.step {
            Step::Weeks(weeks, weekday) => Box::new(weekly(self.from, weeks, weekday)),
            Step::Month(nth, weekday) => Box::new(monthly(self.from, nth, weekday)),
        };
        Box::new(days.skip_while(|day| *day < self.from).take_while(|day| *day <= self.until))
    }
}

fn weekly(from: Date, weeks: i64, weekday: Weekday) -> impl Iterator<Item = Date> {
    let wait = i64::from(from.weekday().until(weekday));
    let first = from.checked_add(Span::new().days(wait)).ok();
    std::iter::successors(first, move |day| day.checked_add(Span::new().weeks(weeks)).ok())
}

fn monthly(from: Date, nth: Nth, weekday: Weekday) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from.first_of_month()), |month| month.checked_add(Span::new().months(1)).ok())
        .filter_map(move |month| month.nth_weekday_of_month(nth.number(), weekday).ok())
}

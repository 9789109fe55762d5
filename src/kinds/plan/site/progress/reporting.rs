//! The days and quarters by which a plan's progress is told.

use jiff::civil::Date;

use crate::kinds::plan::record::Plan;
use crate::model::quarter::Quarter;
use crate::model::year_start::YearStart;

/// How many quarters a history goes back.
pub(crate) const QUARTERS: usize = 8;

/// The days by which a plan's progress is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reporting {
    /// The day on which the site is seen.
    pub today: Date,
    /// The last day that there is something to tell of: today, or the end of an archived plan.
    pub last: Date,
    /// The month in which the site's financial year starts.
    pub year_starts: YearStart,
}

impl Reporting {
    /// The days of a plan. What an archived plan reports ends with its period, or with its last update where one came
    /// after that, and on the day after, when its last dates have passed.
    pub(super) fn of(plan: &Plan, today: Date, year_starts: YearStart) -> Self {
        let last = if plan.archived {
            let actions = plan.sections.iter().flat_map(|section| &section.groups).flat_map(|group| &group.actions);
            let updates = actions.filter_map(|action| action.updates.last()).map(|update| update.date.value);
            let end = updates.chain([plan.period.value.to]).max().unwrap_or(today);
            end.tomorrow().unwrap_or(end).min(today)
        } else {
            today
        };
        Self { today, last, year_starts }
    }

    /// The quarter that runs on the last day.
    #[must_use]
    pub(crate) fn this_quarter(&self) -> Quarter {
        Quarter::of(self.last, self.year_starts)
    }

    /// The quarter before, the latest one that is over.
    #[must_use]
    pub(crate) fn last_quarter(&self) -> Quarter {
        self.this_quarter().previous()
    }

    /// The last eight quarters that are over, oldest first.
    #[must_use]
    pub(crate) fn quarters(&self) -> [Quarter; QUARTERS] {
        let mut quarters = [self.last_quarter(); QUARTERS];
        for at in (0..QUARTERS - 1).rev() {
            quarters[at] = quarters[at + 1].previous();
        }
        quarters
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_quarter_that_runs_is_not_over_on_its_last_day() {
        let on = |today| Reporting { today, last: today, year_starts: YearStart::default() };
        assert_eq!(on(date(2026, 9, 30)).last_quarter().label(), "Q1 2026/27");
        assert_eq!(on(date(2026, 10, 1)).last_quarter().label(), "Q2 2026/27");
        let labels = on(date(2026, 11, 25)).quarters().map(Quarter::label);
        assert_eq!(labels[0], "Q3 2024/25");
        assert_eq!(labels[7], "Q2 2026/27");
    }
}

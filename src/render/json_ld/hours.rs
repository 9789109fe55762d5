//! Opening hours in the words of schema.org.

use serde::Serialize;

use crate::kinds::service::record::Hours;
use crate::model::hours::{OpenTime, OpeningHours};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A stretch of time and the days of the week that have it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OpeningHoursSpecification {
    #[serde(rename = "@type")]
    kind: &'static str,
    day_of_week: Vec<&'static str>,
    opens: String,
    closes: String,
}

impl OpeningHoursSpecification {
    /// The hours of a usual week; none where they hang on more than the weekday.
    pub(super) fn all(hours: &Hours) -> Vec<Self> {
        let Some(week) = hours.opening.as_ref().and_then(OpeningHours::week) else { return Vec::new() };
        let stretch = |(time, days): (OpenTime, Vec<usize>)| Self {
            kind: "OpeningHoursSpecification",
            day_of_week: days.into_iter().map(|day| DAYS[day]).collect(),
            opens: time.opens(),
            closes: time.closes(),
        };
        week.stretches().into_iter().map(stretch).collect()
    }
}

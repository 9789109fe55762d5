//! What a series says in short.

use std::cmp::Ordering;

use serde::Serialize;

use super::{Unit, by};
use crate::kinds::indicator::record::{Better, Indicator, Told};
use crate::model::data_period::DataPeriod;
use crate::record::entry::Entry;
use crate::record::reference::{Indicator as Name, Ref};
use crate::render::chart;
use crate::site::{Route, Site};

/// What a series says in short: its figures as far as they may be told.
#[derive(Serialize)]
pub(crate) struct Summary {
    pub(crate) title: String,
    pub(crate) address: String,
    pub(crate) unit: Option<String>,
    /// The latest figure, and the period that it is of.
    pub(crate) latest: Option<PeriodFigure>,
    /// The figure from which it started.
    pub(crate) baseline: Option<PeriodFigure>,
    /// Where it should be, and by when.
    pub(crate) target: Option<PeriodFigure>,
}

/// A figure with its period, or the day by which it is to be reached.
#[derive(Serialize)]
pub(crate) struct PeriodFigure {
    pub(crate) value: String,
    pub(crate) period: Option<String>,
}

impl Summary {
    /// The series that names stand for, in their order.
    pub(crate) fn all(site: &Site, names: &[Ref<Name>]) -> Vec<Self> {
        let find = |name: &Ref<Name>| site.indicators.iter().find(|one| one.id == name.value);
        names.iter().filter_map(find).map(|one| Self::of(site, one)).collect()
    }

    fn of(site: &Site, indicator: &Entry<Indicator>) -> Self {
        let unit = Unit(indicator.unit.as_deref());
        let figure = |value: &Told, period: Option<String>| PeriodFigure { value: unit.told(value), period };
        Self {
            title: indicator.title.value.clone(),
            address: format!("{}#{}", site.address(Route::Evidence), indicator.slug),
            unit: indicator.unit.clone(),
            latest: indicator.points.last().map(|point| figure(&point.value, Some(point.period.in_words()))),
            baseline: indicator.baseline.as_ref().map(|one| figure(&one.value, one.period.map(DataPeriod::in_words))),
            target: indicator
                .target
                .as_ref()
                .map(|one| PeriodFigure { value: unit.figure(&one.value), period: by(one) }),
        }
    }

    /// "320 in 2026; baseline 120 in 2024; target 400 by March 2027".
    pub(crate) fn words(&self) -> String {
        let said = |before: &str, between: &str, figure: &Option<PeriodFigure>| {
            let figure = figure.as_ref()?;
            let period = figure.period.as_ref().map(|period| format!(" {between} {period}")).unwrap_or_default();
            Some(format!("{before}{}{period}", figure.value))
        };
        let all = [
            said("latest ", "in", &self.latest),
            said("baseline ", "in", &self.baseline),
            said("target ", "by", &self.target),
        ];
        all.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

/// A series in a line of a table: its figures, which way it went, and its line.
#[derive(Serialize)]
pub(crate) struct Headline {
    summary: Summary,
    /// "up, better"
    went: String,
    /// As SVG.
    spark: String,
}

impl Headline {
    /// The series that a name stands for; none where nothing was measured yet.
    pub(crate) fn of(site: &Site, name: &str) -> Option<Self> {
        let indicator = site.indicators.iter().find(|one| one.id == name)?;
        indicator.points.last()?;
        let went = went(indicator).map(|(went, _)| {
            let way = match went {
                Ordering::Equal => "the same",
                Ordering::Greater => "up",
                Ordering::Less => "down",
            };
            let verdict = verdict(went, indicator.better).map(|verdict| format!(", {verdict}")).unwrap_or_default();
            format!("{way}{verdict}")
        });
        let figures: Vec<Option<f64>> =
            indicator.points.iter().map(|point| point.value.figure().map(|figure| figure.number)).collect();
        Some(Self {
            summary: Summary::of(site, indicator),
            went: went.unwrap_or_default(),
            spark: chart::spark(&figures),
        })
    }
}

/// Which way a series went since its baseline, else since its first figure, and which of the two that was.
pub(super) fn went(indicator: &Indicator) -> Option<(Ordering, &'static str)> {
    let latest = indicator.points.last()?.value.figure();
    let (start, since) = match &indicator.baseline {
        Some(baseline) => (baseline.value.figure(), "the baseline"),
        None => (indicator.points.first().filter(|_| indicator.points.len() > 1)?.value.figure(), "the first figure"),
    };
    latest.zip(start).map(|(latest, start)| (latest.number.total_cmp(&start.number), since))
}

/// Whether that is good; none where nobody said which way is.
pub(super) fn verdict(went: Ordering, better: Option<Better>) -> Option<&'static str> {
    match (went, better?) {
        (Ordering::Equal, _) => None,
        (Ordering::Greater, Better::Up) | (Ordering::Less, Better::Down) => Some("better"),
        (Ordering::Greater, Better::Down) | (Ordering::Less, Better::Up) => Some("worse"),
    }
}

//! The figures, each series as a line and as a table.

use std::cmp::Ordering;

use serde::Serialize;

use crate::kinds::indicator::record::{Better, Figure, Indicator, Point, Target, Told};
use crate::kinds::indicator::site::group as group_of;
use crate::model::day;
use crate::model::period::Period;
use crate::record::entry::Entry;
use crate::render::chart::{Level, Line, LinePoint, Measured};
use crate::render::frame::{Link, html};
use crate::render::page::{Builder, Heading, ListPage, Page};
use crate::site::Route;

mod group;
mod summary;

use group::GroupView;
pub(crate) use summary::{Headline, Summary};
use summary::{verdict, went};

#[derive(Serialize)]
struct EvidenceView {
    parts: Vec<Part>,
}

/// What stands under one heading.
#[derive(Serialize)]
#[serde(untagged)]
enum Part {
    /// A series.
    Series(Box<IndicatorView>),
    /// Series that belong together.
    Group(Box<GroupView>),
}

#[derive(Serialize)]
struct IndicatorView {
    id: String,
    title: String,
    description: Option<String>,
    /// What, where and from whom, for the table and the chart alike.
    caption: String,
    /// The latest figure, what it says beside the baseline, and the target.
    sentences: Vec<String>,
    plan: Option<Link>,
    points: Vec<PointView>,
    /// The line, as SVG; empty where no figure is told.
    chart: String,
    /// Where its scale begins, if not at nought.
    begins_at: Option<String>,
    /// Whether some figures are not told.
    held_back: bool,
}

#[derive(Serialize)]
struct PointView {
    period: String,
    value: String,
    note: Option<String>,
}

impl ListPage for Indicator {
    fn list(build: &Builder<'_>) -> Page {
        let all = &build.site.indicators;
        let of_group = |name: &str| -> Vec<&Entry<Indicator>> {
            all.iter().filter(|one| group_of(one) == Some(name)).map(|one| &***one).collect()
        };
        let mut parts = Vec::new();
        for (number, one) in all.iter().enumerate() {
            match group_of(one) {
                None => parts.push(Part::Series(Box::new(indicator_view(build, one)))),
                // All of a group stand where its first series does.
                Some(name) if all[..number].iter().any(|earlier| group_of(earlier) == Some(name)) => {}
                Some(name) => parts.push(Part::Group(Box::new(GroupView::of(build, name, &of_group(name))))),
            }
        }
        let view = EvidenceView { parts };
        let heading = Heading {
            kind: "evidence",
            id: "",
            title: "Figures".to_owned(),
            description: format!("What {} measures.", build.site.settings.name),
            above: Vec::new(),
        };
        build.page("evidence.html", heading, &view)
    }
}

/// The chart of the first series, as SVG, with what it shows.
pub(crate) fn first_chart(build: &Builder<'_>) -> Option<(String, String)> {
    let indicator = build.site.indicators.first()?;
    Some((line(indicator, Unit(indicator.unit.as_deref())).draw(), caption(build, indicator)))
}

fn indicator_view(build: &Builder<'_>, indicator: &Entry<Indicator>) -> IndicatorView {
    let site = build.site;
    let plan = site.plans.iter().position(|one| indicator.plan.as_ref().is_some_and(|id| id.value == one.plan.id));
    let unit = Unit(indicator.unit.as_deref());
    let line = line(indicator, unit);
    let points = indicator.points.iter().map(|point| PointView {
        period: point.period.in_words(),
        value: unit.told(&point.value),
        note: point.note.clone(),
    });
    let held_back = indicator.points.iter().any(|point| point.value.figure().is_none());
    IndicatorView {
        id: indicator.slug.clone(),
        title: indicator.title.value.clone(),
        description: indicator.description.as_ref().map(|text| html(site, &indicator.source, text)),
        caption: caption(build, indicator),
        sentences: [latest(indicator, unit), direction(indicator), target(indicator, unit)]
            .into_iter()
            .flatten()
            .collect(),
        plan: plan.map(|number| build.link(site.plans[number].plan.title.value.clone(), Route::Plan(number))),
        points: points.collect(),
        chart: line.draw(),
        begins_at: line.begins_at(),
        held_back,
    }
}

/// "People trained, people. Area: Northcliff. Source: training records."
fn caption(build: &Builder<'_>, indicator: &Entry<Indicator>) -> String {
    captioned(build, &indicator.title.value, indicator)
}

/// The same with another name for what was measured.
fn captioned(build: &Builder<'_>, name: &str, indicator: &Indicator) -> String {
    let unit = indicator.unit.as_ref().map(|unit| format!(", {unit}")).unwrap_or_default();
    let area = indicator.area.as_ref().map_or("the whole area", |area| {
        let known = build.site.vocabulary.area(&area.value);
        known.map_or(area.as_str(), |term| &term.name)
    });
    format!("{name}{unit}. Area: {area}. Source: {}.", indicator.source.trim_end_matches('.'))
}

/// What stands after a figure: `%` close to it. Other units stand in the caption alone.
#[derive(Clone, Copy)]
struct Unit<'u>(Option<&'u str>);

impl Unit<'_> {
    fn mark(self) -> &'static str {
        if self.0 == Some("%") { "%" } else { "" }
    }

    fn figure(self, figure: &Figure) -> String {
        format!("{}{}", figure.text, self.mark())
    }

    fn level(self, before: &str, figure: &Figure) -> Level {
        Level { number: figure.number, words: format!("{before}{}", self.figure(figure)) }
    }

    /// A figure in words, as far as it may be told.
    fn told(self, told: &Told) -> String {
        match told {
            Told::Figure(figure) => self.figure(figure),
            Told::FewerThanFive => "fewer than 5".to_owned(),
            Told::Withheld => "not shown".to_owned(),
        }
    }
}

fn line(indicator: &Indicator, unit: Unit<'_>) -> Line {
    let level = |words: &str, figure: &Figure| unit.level(words, figure);
    let baseline = indicator.baseline.as_ref().and_then(|baseline| baseline.value.figure());
    Line {
        points: line_points(indicator, unit),
        baseline: baseline.map(|figure| level("Baseline ", figure)),
        target: indicator.target.as_ref().map(|target| level("Target ", &target.value)),
        unit: unit.mark(),
    }
}

/// What was measured, for a chart.
fn line_points(indicator: &Indicator, unit: Unit<'_>) -> Vec<LinePoint> {
    let point = |point: &Point| LinePoint {
        period: point.period.value,
        value: match &point.value {
            Told::Figure(figure) => Measured::Number(unit.level("", figure)),
            Told::FewerThanFive => Measured::Untold("<5"),
            Told::Withheld => Measured::Untold("–"),
        },
    };
    indicator.points.iter().map(point).collect()
}

/// The latest figure with its period, and where the series started.
fn latest(indicator: &Indicator, unit: Unit<'_>) -> Option<String> {
    let latest = indicator.points.last()?;
    let now = format!("{} in {}", unit.told(&latest.value), latest.period.in_words());
    let start = indicator.baseline.as_ref().map(|baseline| {
        let period = baseline.period.map(|period| format!(" in {}", period.in_words())).unwrap_or_default();
        format!(" The baseline was {}{period}.", unit.told(&baseline.value))
    });
    Some(format!("Latest: {now}.{}", start.unwrap_or_default()))
}

/// Which way is good, and which way it went.
fn direction(indicator: &Indicator) -> Option<String> {
    let (went, since) = went(indicator)?;
    let good = match indicator.better {
        Some(Better::Up) => " Up is good.",
        Some(Better::Down) => " Down is good.",
        None => "",
    };
    let moved = match went {
        Ordering::Equal => format!("the same as {since}"),
        Ordering::Greater => format!("higher than {since}"),
        Ordering::Less => format!("lower than {since}"),
    };
    let verdict = verdict(went, indicator.better).map(|verdict| format!(": {verdict}")).unwrap_or_default();
    Some(format!("It is {moved}{verdict}.{good}"))
}

/// The target, by when, and whether the latest figure meets it.
fn target(indicator: &Indicator, unit: Unit<'_>) -> Option<String> {
    let target = indicator.target.as_ref()?;
    let (bound, met): (_, fn(f64, f64) -> bool) = match indicator.better {
        Some(Better::Up) => (" or more", |latest, target| latest >= target),
        Some(Better::Down) => (" or fewer", |latest, target| latest <= target),
        None => ("", |_, _| false),
    };
    let bound = if unit.mark() == "%" && indicator.better == Some(Better::Down) { " or less" } else { bound };
    let by = by(target).map(|by| format!(" by {by}")).unwrap_or_default();
    let figure = indicator.points.last().and_then(|latest| latest.value.figure());
    let state = match (indicator.better, figure) {
        (None, _) => "",
        (_, None) => " Whether it is met cannot be told from a figure that is not shown.",
        (_, Some(latest)) if met(latest.number, target.value.number) => " It is met.",
        _ => " It is not met yet.",
    };
    Some(format!("Target: {}{bound}{by}.{state}", unit.figure(&target.value)))
}

/// By when, in words where it is a date or a month.
fn by(target: &Target) -> Option<String> {
    let text = target.by.as_ref()?;
    let words = Period::spanned_by(text).map(|days| match text.trim().len() {
        10 => day::long(days.to),
        7 => day::month_in_words(days.to),
        _ => text.trim().to_owned(),
    });
    Some(words.unwrap_or_else(|_| text.clone()))
}

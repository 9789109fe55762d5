//! The figures, as tables.

use serde::Serialize;

use super::{Builder, Heading, Link, Page};
use crate::model::indicator::Better;
use crate::render::frame::html;
use crate::site::Route;

#[derive(Serialize)]
struct EvidenceView {
    indicators: Vec<IndicatorView>,
}

#[derive(Serialize)]
struct IndicatorView {
    id: String,
    title: String,
    unit: Option<String>,
    description: Option<String>,
    source: String,
    better: Option<&'static str>,
    plan: Option<Link>,
    points: Vec<PointView>,
    target: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct PointView {
    period: String,
    value: String,
    note: Option<String>,
}

pub(super) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let indicators = site.indicators.iter().map(|indicator| {
        let plan = site.plans.iter().position(|one| indicator.plan.as_ref().is_some_and(|id| id.value == one.plan.id));
        let points: Vec<PointView> = indicator
            .points
            .iter()
            .map(|point| PointView {
                period: point.period.in_words(),
                value: point.value.text.clone(),
                note: point.note.clone(),
            })
            .collect();
        let latest = points.last().map(|point| format!("{} in {}", point.value, point.period));
        IndicatorView {
            id: indicator.slug.clone(),
            title: indicator.title.value.clone(),
            unit: indicator.unit.clone(),
            description: indicator.description.as_ref().map(|text| html(site, &indicator.source, text)),
            source: indicator.record.source.clone(),
            better: indicator.better.map(|better| match better {
                Better::Up => "A rise is good.",
                Better::Down => "A fall is good.",
            }),
            plan: plan.map(|number| build.link(site.plans[number].plan.title.value.clone(), Route::Plan(number))),
            points,
            target: indicator.target.as_ref().map(|target| match &target.by {
                Some(by) => format!("{} by {by}", target.value.text),
                None => target.value.text.clone(),
            }),
            latest,
        }
    });
    let view = EvidenceView { indicators: indicators.collect() };
    let heading = Heading {
        kind: "evidence",
        id: "",
        title: "Figures".to_owned(),
        description: format!("What {} measures.", site.settings.name),
        above: Vec::new(),
    };
    build.page("evidence.html", heading, &view)
}

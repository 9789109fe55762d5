//! Series that belong together: one chart and one table, where their units agree.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{IndicatorView, Unit, captioned, indicator_view, line_points};
use crate::kinds::indicator::record::Indicator;
use crate::model::data_period::DataPeriod;
use crate::model::slug::slugify;
use crate::record::entry::Entry;
use crate::render::chart::{Lines, stroke};
use crate::render::frame::Link;
use crate::render::page::Builder;

#[derive(Serialize)]
pub(super) struct GroupView {
    id: String,
    title: String,
    members: Vec<IndicatorView>,
    /// Their figures side by side; none where their units differ, so that each stands by itself.
    together: Option<Together>,
    /// Whether some figures are not told.
    held_back: bool,
    /// The plan to which they belong.
    plan: Option<Link>,
}

#[derive(Serialize)]
struct Together {
    caption: String,
    /// The lines, as SVG; empty where no figure is told.
    chart: String,
    /// Where their scale begins, if not at nought.
    begins_at: Option<String>,
    /// Which line is which.
    keys: Vec<KeyView>,
    rows: Vec<RowView>,
    /// Whether anything is said of a figure.
    has_notes: bool,
}

#[derive(Serialize)]
struct KeyView {
    stroke: &'static str,
    title: String,
}

/// What was measured in a period.
#[derive(Serialize)]
struct RowView {
    period: String,
    /// A figure for each series; none where it has none of this period.
    cells: Vec<Option<CellView>>,
    /// What is said of the figures, each with the name of its series.
    notes: Vec<String>,
}

/// A figure, with the name of its series for narrow screens.
#[derive(Clone, Serialize)]
struct CellView {
    series: String,
    value: String,
}

impl GroupView {
    pub(super) fn of(build: &Builder<'_>, name: &str, series: &[&Entry<Indicator>]) -> Self {
        let members: Vec<IndicatorView> = series.iter().map(|one| indicator_view(build, one)).collect();
        let is_one_scale = series.iter().all(|one| one.unit == series[0].unit);
        Self {
            id: slugify(name),
            title: name.to_owned(),
            plan: members.iter().find_map(|one| one.plan.clone()),
            held_back: members.iter().any(|one| one.held_back),
            members,
            together: is_one_scale.then(|| together(build, name, series)),
        }
    }
}

fn together(build: &Builder<'_>, name: &str, series: &[&Entry<Indicator>]) -> Together {
    let unit = Unit(series[0].unit.as_deref());
    let lines = Lines { series: series.iter().map(|one| line_points(one, unit)).collect(), unit: unit.mark() };
    let keys = series.iter().enumerate();
    let keys = keys.map(|(number, one)| KeyView { stroke: stroke(number), title: one.title.value.clone() });
    let mut periods: BTreeMap<DataPeriod, RowView> = BTreeMap::new();
    for (column, one) in series.iter().enumerate() {
        for point in &one.points {
            let row = periods.entry(point.period.value).or_insert_with(|| RowView {
                period: point.period.in_words(),
                cells: vec![None; series.len()],
                notes: Vec::new(),
            });
            row.cells[column] = Some(CellView { series: one.title.value.clone(), value: unit.told(&point.value) });
            row.notes.extend(point.note.as_ref().map(|note| format!("{}: {note}", one.title.value)));
        }
    }
    let mut sources: Vec<String> = Vec::new();
    for one in series {
        let caption = captioned(build, name, one);
        if !sources.contains(&caption) {
            sources.push(caption);
        }
    }
    Together {
        caption: sources.join(" "),
        chart: lines.draw(),
        keys: keys.collect(),
        begins_at: lines.begins_at(),
        has_notes: periods.values().any(|row| !row.notes.is_empty()),
        rows: periods.into_values().collect(),
    }
}

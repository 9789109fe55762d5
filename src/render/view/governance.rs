//! Boards and groups, as a nested list and as a diagram that says the same.

use serde::Serialize;

use super::plan::{DocumentView, document_view};
use super::{Builder, Heading, Page};
use crate::render::frame::html;
use crate::site::governance::{Branch, trees};

#[derive(Serialize)]
struct GovernanceView {
    tree: Vec<BranchView>,
    groups: Vec<GroupView>,
    diagram: Diagram,
}

#[derive(Serialize)]
struct BranchView {
    id: String,
    title: String,
    below: Vec<BranchView>,
}

#[derive(Serialize)]
struct GroupView {
    id: String,
    title: String,
    kind: &'static str,
    remit: Option<String>,
    chair: Option<String>,
    members: Vec<String>,
    reports_to: Option<String>,
    meets: Option<String>,
    documents: Vec<DocumentView>,
}

/// Boxes and lines, in units of the drawing.
#[derive(Serialize, Default)]
struct Diagram {
    width: usize,
    height: usize,
    boxes: Vec<DiagramBox>,
    lines: Vec<DiagramLine>,
}

#[derive(Serialize)]
struct DiagramBox {
    id: String,
    title: String,
    x: usize,
    y: usize,
}

#[derive(Serialize)]
struct DiagramLine {
    path: String,
}

/// The size of a box, and how far one below another stands in and apart.
const BOX: (usize, usize) = (340, 44);
const STEP: (usize, usize) = (40, 60);

pub(super) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let groups = &site.governance;
    let trees = trees(groups);
    let mut diagram = Diagram::default();
    for tree in &trees {
        draw(build, tree, 0, &mut diagram);
    }
    let title_of = |id: &str| groups.iter().find(|group| group.id.value == id).map(|group| group.title.clone());
    let view = GovernanceView {
        tree: trees.iter().map(|tree| branch(build, tree)).collect(),
        groups: groups
            .iter()
            .map(|group| GroupView {
                id: group.id.value.clone(),
                title: group.title.clone(),
                kind: group.kind.words(),
                remit: group.remit.as_ref().map(|remit| html(site, &groups.source, remit)),
                chair: group.chair.clone(),
                members: group.members.iter().map(|member| site.organisation_name(member).to_owned()).collect(),
                reports_to: group.reports_to.as_ref().and_then(|id| title_of(id)),
                meets: group.meets.clone(),
                documents: group.documents.iter().filter_map(|document| document_view(build, document)).collect(),
            })
            .collect(),
        diagram,
    };
    let heading = Heading {
        kind: "governance",
        id: "",
        title: "Who decides".to_owned(),
        description: format!("The boards and groups of {}.", site.settings.name),
        above: Vec::new(),
    };
    build.page("governance.html", heading, &view)
}

fn branch(build: &Builder<'_>, tree: &Branch) -> BranchView {
    let group = &build.site.governance[tree.group];
    BranchView {
        id: group.id.value.clone(),
        title: group.title.clone(),
        below: tree.below.iter().map(|below| branch(build, below)).collect(),
    }
}

/// Draws a group and those below it, one row each, and gives the row of the group.
fn draw(build: &Builder<'_>, tree: &Branch, depth: usize, diagram: &mut Diagram) -> usize {
    let group = &build.site.governance[tree.group];
    let (x, y) = (depth * STEP.0, diagram.boxes.len() * STEP.1);
    diagram.boxes.push(DiagramBox { id: group.id.value.clone(), title: group.title.clone(), x, y });
    diagram.width = diagram.width.max(x + BOX.0);
    diagram.height = diagram.height.max(y + BOX.1);
    for below in &tree.below {
        let child = draw(build, below, depth + 1, diagram);
        let (from, middle) = (x + STEP.0 / 2, child + BOX.1 / 2);
        diagram.lines.push(DiagramLine { path: format!("M{from} {}V{middle}H{}", y + BOX.1, x + STEP.0) });
    }
    y
}

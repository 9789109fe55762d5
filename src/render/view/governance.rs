//! Boards and groups, as a nested list and as a diagram that says the same.

use serde::Serialize;

use crate::kinds::plan::render::{DocumentView, document_view};
use crate::render::chart::{self, Node};
use crate::render::frame::html;
use crate::render::page::{Builder, Heading, Page};
use crate::site::governance::{Branch, trees};

#[derive(Serialize)]
struct GovernanceView {
    tree: Vec<BranchView>,
    groups: Vec<GroupView>,
    /// The same as SVG.
    diagram: String,
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

pub(super) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let groups = &site.governance;
    let trees = trees(groups);
    let diagram = chart::tree(&trees.iter().map(|tree| node(build, tree)).collect::<Vec<_>>());
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

/// The same for the diagram.
fn node(build: &Builder<'_>, tree: &Branch) -> Node {
    Node {
        title: build.site.governance[tree.group].title.clone(),
        below: tree.below.iter().map(|below| node(build, below)).collect(),
    }
}

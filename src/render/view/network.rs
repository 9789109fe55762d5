//! A network's people and places.

use serde::Serialize;

use super::{Builder, Heading, Page};
use crate::render::frame::html;
use crate::site::Route;

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one column of the table is needed")]
struct NetworkView {
    description: Option<String>,
    kind: Option<String>,
    members: Vec<MemberView>,
    has_organisations: bool,
    has_areas: bool,
    has_roles: bool,
    has_contacts: bool,
    has_notes: bool,
}

#[derive(Serialize)]
struct MemberView {
    name: String,
    organisation: Option<String>,
    area: Option<String>,
    role: Option<String>,
    contact: Option<String>,
    note: Option<String>,
}

pub(super) fn page(build: &Builder<'_>, number: usize) -> Page {
    let site = build.site;
    let network = &site.networks[number];
    let area = |id: &str| site.vocabulary.areas.iter().find(|term| term.id.value == id).map(|term| term.name.clone());
    let members: Vec<MemberView> = network
        .members
        .iter()
        .map(|member| MemberView {
            name: member.name.clone(),
            organisation: member.organisation.as_ref().map(|text| site.organisation_name(text).to_owned()),
            area: member.area.as_ref().and_then(|id| area(id)),
            role: member.role.clone(),
            contact: member.contact.clone(),
            note: member.note.clone(),
        })
        .collect();
    let view = NetworkView {
        description: network.description.as_ref().map(|text| html(site, &network.source, text)),
        kind: network.kind.clone(),
        has_organisations: members.iter().any(|member| member.organisation.is_some()),
        has_areas: members.iter().any(|member| member.area.is_some()),
        has_roles: members.iter().any(|member| member.role.is_some()),
        has_contacts: members.iter().any(|member| member.contact.is_some()),
        has_notes: members.iter().any(|member| member.note.is_some()),
        members,
    };
    let heading = Heading {
        kind: "network",
        id: &network.id,
        title: network.title.value.clone(),
        description: network.description.as_ref().map_or_else(|| network.title.value.clone(), |text| text.text.clone()),
        above: vec![build.link("Services", Route::Services)],
    };
    build.page("network.html", heading, &view)
}

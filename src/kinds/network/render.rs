//! A network's people and places, by area and by organisation.

mod contact;

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::record::Network;
use crate::kinds::network::record::Member;
use crate::model::slug::slugify;
use crate::render::filters::{Filter, Matches};
use crate::render::frame::{Link, Script, html};
use crate::render::page::{Builder, Heading, Page, RecordPage};
use crate::site::Route;
use contact::Contact;

/// With more areas or organisations than this, boxes to tick are a list of their own to read through.
const BOXES: usize = 12;

#[derive(Serialize)]
struct NetworkView {
    description: Option<String>,
    filters: Vec<Filter>,
    /// Everyone, in the order of the areas; those of the whole area come last.
    areas: Vec<AreaGroup>,
    /// The organisations by name, each with where its entries stand on the page.
    organisations: Vec<OrganisationGroup>,
}

#[derive(Serialize, Clone)]
struct Choice {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct AreaGroup {
    id: String,
    title: String,
    members: Vec<MemberView>,
}

#[derive(Serialize)]
struct OrganisationGroup {
    id: String,
    title: String,
    members: Vec<Link>,
}

#[derive(Serialize)]
struct MemberView {
    anchor: String,
    name: String,
    organisation: Option<Choice>,
    /// The id of its area; none for the whole area.
    area: Option<String>,
    role: Option<String>,
    contact: Option<Contact>,
    note: Option<String>,
}

impl RecordPage for Network {
    fn page(build: &Builder<'_>, number: usize) -> Page {
        let site = build.site;
        let network = &site.networks[number];
        let members = members(build, &network.members);
        let organisations = organisations(&members);
        let areas = areas(build, members);
        let view = NetworkView {
            description: network.description.as_ref().map(|text| html(site, &network.source, text)),
            filters: filters(&areas, &organisations),
            areas,
            organisations,
        };
        let heading = Heading {
            kind: "network",
            id: &network.id,
            title: network.title.value.clone(),
            description: network
                .description
                .as_ref()
                .map_or_else(|| network.title.value.clone(), |text| text.text.clone()),
            above: vec![build.link("Services", Route::Services)],
        };
        build.page("network.html", heading, &view).with_scripts([Script::Filter])
    }
}

/// Each entry with a place of its own on the page, which two of one name do not share.
fn members(build: &Builder<'_>, members: &[Member]) -> Vec<MemberView> {
    let site = build.site;
    let mut taken: HashMap<String, usize> = HashMap::new();
    let organisation = |text: &str| {
        let known = site.organisation(text);
        let id = known.map_or_else(|| slugify(text), |one| one.id.value.clone());
        Choice { id, name: site.organisation_name(text).to_owned() }
    };
    let member = |member: &Member| {
        let slug = slugify(&member.name);
        let times = taken.entry(slug.clone()).and_modify(|times| *times += 1).or_insert(1);
        let anchor = if *times == 1 { format!("entry-{slug}") } else { format!("entry-{slug}.{times}") };
        MemberView {
            anchor,
            name: member.name.clone(),
            organisation: member.organisation.as_ref().map(|text| organisation(text)),
            area: member.area.as_ref().map(|id| id.value.clone()),
            role: member.role.clone(),
            contact: member.contact.as_deref().map(Contact::of),
            note: member.note.clone(),
        }
    };
    members.iter().map(member).collect()
}

fn areas(build: &Builder<'_>, members: Vec<MemberView>) -> Vec<AreaGroup> {
    let terms = &build.site.vocabulary.areas;
    let mut groups: Vec<AreaGroup> = terms
        .iter()
        .map(|term| AreaGroup { id: term.id.value.clone(), title: term.name.clone(), members: Vec::new() })
        .chain([AreaGroup { id: String::new(), title: "The whole area".to_owned(), members: Vec::new() }])
        .collect();
    let whole = groups.len() - 1;
    for member in members {
        let at = member.area.as_ref().and_then(|id| groups.iter().position(|group| group.id == *id));
        groups[at.unwrap_or(whole)].members.push(member);
    }
    groups.retain(|group| !group.members.is_empty());
    groups
}

fn organisations(members: &[MemberView]) -> Vec<OrganisationGroup> {
    let mut groups: BTreeMap<(String, &str), OrganisationGroup> = BTreeMap::new();
    for member in members {
        let Some(organisation) = &member.organisation else { continue };
        let group = groups.entry((organisation.name.to_lowercase(), &organisation.id)).or_insert_with(|| {
            OrganisationGroup { id: organisation.id.clone(), title: organisation.name.clone(), members: Vec::new() }
        });
        group.members.push(Link { title: member.name.clone(), address: format!("#{}", member.anchor) });
    }
    groups.into_values().collect()
}

fn filters(areas: &[AreaGroup], organisations: &[OrganisationGroup]) -> Vec<Filter> {
    let areas = areas.iter().filter(|group| !group.id.is_empty());
    let areas: Vec<_> = areas.map(|group| (group.id.clone(), group.title.clone())).collect();
    let organisations: Vec<_> = organisations.iter().map(|group| (group.id.clone(), group.title.clone())).collect();
    let all = [
        ("areas", "Where?", Matches::Any, areas),
        ("organisations", "Which organisation?", Matches::One, organisations),
    ];
    let few = all.into_iter().filter(|(.., options)| (2..=BOXES).contains(&options.len()));
    few.map(|(name, question, matches, options)| Filter::new(name, question, matches, options)).collect()
}

//! A static snapshot of the directory in the shape of the UK profile of the Human Services Data Specification 3.0.
//!
//! `docs/open-data.md` says what each field is made from and how identifiers are made. Nothing confidential can be in
//! it: a confidential place has no address in the model.

mod description;
mod identifier;
mod schedule;
mod service;
mod shape;

use std::collections::HashMap;

use serde::Serialize;
use uuid::Uuid;

use crate::site::Site;
use identifier::Identifiers;
use shape::{About, Page};

/// The version by which the UK's validator knows the shape.
const VERSION: &str = "HSDS-UK-3.0";
/// Where the profile is told of, and its description for programs.
const PROFILE: &str = "https://github.com/OpenReferralUK/uk-profile";
const OPENAPI: &str = "https://openreferraluk.org/specifications/3.0/openapi.json";

/// The folder of the services, below the site's root.
pub(super) const SERVICES: &str = "data/hsds/v3/services/";

/// What the snapshot is.
pub(super) fn about() -> Vec<u8> {
    json(&About { version: VERSION, profile: PROFILE, openapi_url: OPENAPI })
}

/// All services on one page, without what there can be several of.
pub(super) fn services(site: &Site) -> Vec<u8> {
    let maker = service::Maker::of(site);
    let contents: Vec<_> = (0..site.services.len()).map(|number| maker.in_list(number)).collect();
    let count = contents.len();
    json(&Page {
        total_items: count,
        total_pages: 1,
        page_number: 1,
        size: count,
        first_page: true,
        last_page: true,
        empty: count == 0,
        contents,
    })
}

/// A service with all that belongs to it.
pub(super) fn service(site: &Site, number: usize) -> Vec<u8> {
    json(&service::Maker::of(site).whole(number))
}

/// Where a service's file lies below the site's root.
pub(super) fn path(site: &Site, number: usize) -> String {
    format!("{SERVICES}{}/index.json", identifier(site, number))
}

/// Where the files of all services lie, in their order.
pub(super) fn paths(site: &Site) -> impl Iterator<Item = String> {
    (0..site.services.len()).map(|number| path(site, number))
}

/// The services by their files.
pub(super) fn by_path(site: &Site) -> HashMap<String, usize> {
    paths(site).zip(0..).collect()
}

/// The identifier that a service has for good.
pub(super) fn identifier(site: &Site, number: usize) -> Uuid {
    Identifiers::of(site).service(&site.services[number].service.id)
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("every key is a text")
}

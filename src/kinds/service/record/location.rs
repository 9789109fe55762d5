//! Where a service is, as far as that may be known.

use crate::kinds::service::record::{Hours, ServicePhone};
use crate::model::postcode::Postcode;
use crate::record::field::{Field, Shape};
use crate::record::fields::{Fields, Input};
use crate::record::node::Node;
use crate::record::reference::{Area, Ref};
use crate::record::value::{Record, Value};

/// Where a service is, as far as that may be known.
///
/// A confidential place has no field to keep an address in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Location {
    /// The address is kept secret.
    Confidential,
    /// Anyone may know.
    Public(Place),
}

record! {
    /// Where a service is.
    pub(crate) struct Place: "a location" => {
        /// Whether the place must stay secret. Nothing of its address is published, and the file may not hold it outside
        /// `private:`.
        confidential: bool, example = "true";
        /// The street address.
        address: Option<String>, example = "1 Harbour Road, Marlsea";
        /// The postcode.
        postcode: Option<Postcode>, example = "ZZ99 3WZ";
    }
}

record! {
    /// One place of a service that has several.
    pub(crate) struct ServiceLocation: "a place" => {
        /// What the place is called.
        name: String, example = "Harbour office";
        /// The street address.
        address: Option<String>, example = "1 Harbour Road, Marlsea";
        /// The postcode.
        postcode: Option<Postcode>, example = "ZZ99 3WZ";
        /// The telephone numbers of this place.
        phones: Vec<ServicePhone>, key = "phone", example = "\"01632 960123\"", label = "Telephone";
        /// When this place is open.
        hours: Option<Hours>, example = "Tu 10:00-14:00", label = "Opening hours";
        /// The areas that this place is for: ids of areas.
        areas: Vec<Ref<Area>>, example = "[harbour]";
        /// What else people should know about this place.
        note: Option<String>, example = "Ring the bell at the side door.";
    }
}

/// A place that anyone may know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PublicPlace<'s> {
    /// What it is called, where the service has several.
    pub(crate) name: Option<&'s str>,
    /// The street address.
    pub(crate) address: Option<&'s str>,
    /// The postcode.
    pub(crate) postcode: Option<&'s Postcode>,
    /// When it is open, where that is not when the service is.
    pub(crate) hours: Option<&'s Hours>,
}

impl<'s> PublicPlace<'s> {
    /// The only place of a service; none where it is secret.
    pub(super) fn of(location: &'s Location) -> Option<Self> {
        let Location::Public(place) = location else { return None };
        Some(Self { name: None, address: place.address.as_deref(), postcode: place.postcode.as_ref(), hours: None })
    }

    /// One place of several.
    pub(super) fn one_of_several(place: &'s ServiceLocation) -> Self {
        Self {
            name: Some(&place.name),
            address: place.address.as_deref(),
            postcode: place.postcode.as_ref(),
            hours: place.hours.as_ref(),
        }
    }

    /// Its address in one line, where it has one.
    #[must_use]
    pub(crate) fn in_one_line(self) -> Option<String> {
        let parts = [self.address.map(str::to_owned), self.postcode.map(ToString::to_string)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

impl Value for Location {
    fn shape(_: &Field) -> Shape {
        Shape::record::<Place>()
    }

    /// No line of it is quoted where it is confidential, or was perhaps meant to be.
    fn read(input: Input<'_, '_>) -> Option<Self> {
        if input.node.is_secret() { input.report.without_quoting(|| read(input)) } else { read(input) }
    }
}

/// The address of a confidential place is an error, and is not even looked at.
fn read(input: Input<'_, '_>) -> Option<Location> {
    let mut fields = Fields::open_with(input.node, "`location`", input.context, input.report)?;
    if fields.is_named("confidential") && !fields.has("confidential") {
        fields.require("confidential", "true");
    }
    let is_secret = fields.node("confidential").is_some_and(Node::is_yes);
    if !is_secret {
        let place = Place::read_fields(&mut fields)?;
        if !fields.has("address") && !fields.has("postcode") {
            let message = "`location` says nothing: it has no address and no postcode";
            let help = "add `address` or `postcode`; where the place must stay secret, write `confidential: true`";
            fields.report.warning("location", input.key, message, help);
        }
        fields.finish();
        return Some(Location::Public(place));
    }
    for key in ["address", "postcode"] {
        if fields.node(key).is_some() {
            let message = format!("this place is confidential, and the file holds its {key}");
            let help = format!("take `{key}` out, or move it under `private:`");
            fields.report.error("location", fields.key_span(key), message, help);
        }
    }
    fields.finish();
    Some(Location::Confidential)
}

//! A printable sheet, made from services.

use crate::diagnostic::Located;
use crate::model::prose::Prose;
use crate::record::field::{Field, Shape};
use crate::record::fields::{Fields, Input};
use crate::record::kind::ContentKind;
use crate::record::node::Value as Written;
use crate::record::reference::{Area, Audience, Need, Ref, Service};
use crate::record::value::{Record, See, Value};

impl ContentKind for Leaflet {
    type Record = Self;

    const TITLE: &'static str = "Leaflets";
    const NEW: &'static str = include_str!("new.yaml");
}

record! {
    /// A sheet to print, made from services: a file in `content/leaflets/`.
    pub(crate) struct Leaflet: "the file", check: warn_of_code => {
        /// What the leaflet is called.
        title: Located<String>, example = "Help in Marlsea";
        /// A line below the title.
        subtitle: Option<String>, example = "For older people and those who care for them";
        /// The size of the paper.
        size: PaperSize, default = "A4", example = "A5";
        /// The services on it: a list of their ids, or a group of needs, audiences and areas to choose them by.
        services: Selection, example = "[marlsea-helpline, sea-wall-refuge]";
        /// The text above the services.
        intro: Option<Prose>, example = "You can call any of these numbers for free.", label = "Text above";
        /// The text below the services.
        footer: Option<Prose>, example = "In danger? Call 999.", label = "Text below";
        /// Whether a code to scan leads to the page.
        qr: bool, example = "true", label = "Code to scan";
    }
}

choice! {
    /// The paper's size, ISO 216.
    pub(crate) enum PaperSize => {
        /// 210 by 297 mm.
        A4 = "A4";
        /// 148 by 210 mm.
        A5 = "A5";
    }
}

/// Which services are on a leaflet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Selection {
    /// These, in this order.
    Listed(Vec<Ref<Service>>),
    /// All that have one of each list that is not empty.
    Matching(Matching),
}

record! {
    /// Services, chosen by what they do and for whom: all that have one of each list that is not empty.
    pub(crate) struct Matching: "a choice of services" => {
        /// Kinds of help: ids of needs.
        needs: Vec<Ref<Need>>, example = "[talk]";
        /// People: ids of audiences.
        audiences: Vec<Ref<Audience>>, example = "[older-people]";
        /// Places: ids of areas.
        areas: Vec<Ref<Area>>, example = "[harbour]";
    }
}

impl Value for Selection {
    const REQUIRED: bool = false;

    fn shape(field: &Field) -> Shape {
        let listed = Shape::List(Box::new(Ref::<Service>::shape(field)));
        Shape::Either(Box::new(listed), Box::new(Shape::record::<Matching>()))
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        match input.node.value {
            Written::Map(_) => Matching::read(input).map(Self::Matching),
            _ => Some(Self::Listed(input.list())),
        }
    }

    fn absent(_: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Some(Self::Listed(Vec::new()))
    }

    fn each_part<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        match self {
            Self::Listed(services) => services.iter().for_each(|service| Value::each_part(service, field, see)),
            Self::Matching(matching) => Record::each_part(matching, see),
        }
    }
}

fn warn_of_code(leaflet: &Leaflet, fields: &Fields<'_, '_>) {
    if leaflet.qr {
        let message = "`qr: true` prints no code yet";
        let help = "take it out, and print the page's address in `footer` until it does";
        fields.report.warning("qr", fields.key_span("qr"), message, help);
    }
}

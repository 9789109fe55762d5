//! `leaflets/*.yaml`.

use super::document::plain;
use super::fields::Fields;
use super::node::Value;
use super::service::ids;
use crate::model::leaflet::{Leaflet, PaperSize, Selection};

/// Reads a leaflet.
pub(super) fn read(mut fields: Fields<'_, '_>) -> Option<Leaflet> {
    let title = fields.required_text("title", "Help in Marlsea");
    let subtitle = plain(fields.text("subtitle"));
    let size = plain(fields.choice("size", &[("A4", PaperSize::A4), ("A5", PaperSize::A5)])).unwrap_or_default();
    let services = selection(&mut fields);
    let intro = fields.prose("intro");
    let footer = fields.prose("footer");
    let qr = fields.flag("qr", false);
    if qr {
        let message = "`qr: true` prints no code yet";
        let help = "take it out, and print the page's address in `footer` until it does";
        fields.report.warning("qr", fields.key_span("qr"), message, help);
    }
    fields.finish();
    Some(Leaflet { title: title?, subtitle, size, services, intro, footer, qr })
}

fn selection(fields: &mut Fields<'_, '_>) -> Selection {
    if !fields.node("services").is_some_and(|node| matches!(node.value, Value::Map(_))) {
        return Selection::Listed(ids(fields, "services"));
    }
    let Some(mut group) = fields.group("services") else { return Selection::Listed(Vec::new()) };
    let selection = Selection::Matching {
        needs: ids(&mut group, "needs"),
        audiences: ids(&mut group, "audiences"),
        areas: ids(&mut group, "areas"),
    };
    group.finish();
    selection
}

//! People and places that are not services: champions, safe places.

use crate::diagnostic::Located;
use crate::model::prose::Prose;
use crate::record::fields::Fields;
use crate::record::kind::ContentKind;
use crate::record::reference::{Area, Partner, Ref};

impl ContentKind for Network {
    type Record = Self;

    const TITLE: &'static str = "Networks";
    const NEW: &'static str = include_str!("new.yaml");
}

record! {
    /// A network of people or places that are not services, such as champions or safe places: a file in `content/networks/`.
    pub(crate) struct Network: "the file", check: warn_if_empty => {
        /// What the network is called.
        title: Located<String>, example = "Champions";
        /// What it is, and how people can use it.
        description: Option<Prose>, example = "People in workplaces who have been trained to listen.";
        /// What each entry is, in a word or two.
        kind: Option<String>, example = "Safe place", label = "What each entry is";
        /// The people's posts, or the places.
        members: Vec<Member>, key = "entries", required = true, example = "[{name: Marlsea Library}]";
    }
}

record! {
    /// One person's post, or one place, of a network.
    pub(crate) struct Member: "an entry" => {
        /// The place or post. Leave people's names out unless they have agreed to be named.
        name: String, example = "Marlsea Library";
        /// The partner it belongs to: its id, or a name.
        organisation: Option<Ref<Partner>>, example = "marlsea-council";
        /// Where it is: the id of an area.
        area: Option<Ref<Area>>, example = "harbour";
        /// What it does in the network.
        role: Option<String>, example = "Quiet room, every day";
        /// How to get in touch.
        contact: Option<String>, example = "library@example.org";
        /// Anything else that people should know.
        note: Option<String>, example = "Ask at the desk for a leaflet.";
    }
}

fn warn_if_empty(_: &Network, fields: &Fields<'_, '_>) {
    if fields.is_empty_list("entries") {
        let help = "add the first entry, with its `name`; until there is one, keep the file out of `content/`";
        fields.report.warning("entries", fields.key_span("entries"), "this network has no entries", help);
    }
}

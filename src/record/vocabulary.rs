//! The words that services, courses and plans choose from.

use super::fields::Fields;
use super::reference::{Audience, Id, Need, Ref};
use super::repeats;
use crate::model::own_behaviour;

record! {
    /// The words to choose from: `content/vocabulary.yaml`.
    #[derive(Default)]
    pub(crate) struct Vocabulary: "the file", check: check_lists => {
        /// The places that services cover.
        areas: Vec<Term>, example = "[{id: harbour, name: Harbour}]";
        /// The people whom services and courses are for.
        audiences: Vec<Term>, example = "[{id: older-people, name: Older people}]";
        /// The kinds of help that services give.
        needs: Vec<Term>, example = "[{id: talk, name: Someone to talk to}]";
        /// The levels of training, the first one first.
        levels: Vec<Term>, example = "[{id: awareness, name: Awareness}]";
        /// What you know of people and kinds of help that no service names together.
        coverage: Vec<CoverageMark>, example = "[{audiences: [older-people], needs: [money], answer: everyone}]";
    }
}

record! {
    /// One word of a list.
    pub(crate) struct Term: "an entry of the list", check: find_own_behaviour => {
        /// The id by which other files refer to it.
        id: Id, example = "older-people";
        /// Its name, as readers see it.
        name: String, example = "Older people";
        /// What it means, in a sentence.
        description: Option<String>, example = "People of 60 and over";
        /// Other words that people type when they look for it.
        also: Vec<String>, example = "[pensioners, elderly]";
        and {
            /// Whether it means people who harm others, or help for them: [`own_behaviour`].
            own_behaviour: bool = |_: &Fields<'_, '_>| false;
        }
    }
}

record! {
    /// What is known of each pair of some people and some kinds of help.
    pub(crate) struct CoverageMark: "a mark" => {
        /// The people: ids of audiences.
        audiences: Vec<Ref<Audience>>, required = true, example = "[older-people]", code = "coverage";
        /// The kinds of help: ids of needs.
        needs: Vec<Ref<Need>>, required = true, example = "[housing, money]", code = "coverage";
        /// Why no service has to name them together.
        answer: CoverageAnswer, example = "everyone";
    }
}

choice! {
    /// Why it is no gap that no service names some people and some help.
    pub(crate) enum CoverageAnswer => {
        /// Services for everyone are for them too.
        Everyone = "everyone";
        /// These people do not need this help.
        NotApplicable = "not-applicable";
    }
}

fn find_own_behaviour(term: &mut Term, _: &Fields<'_, '_>) {
    term.own_behaviour = own_behaviour::is_meant(&term.id, &term.name, &term.also);
}

impl Vocabulary {
    /// The place with an id.
    #[must_use]
    pub(crate) fn area(&self, id: &str) -> Option<&Term> {
        self.areas.iter().find(|term| term.id.value == id)
    }

    /// The people with an id.
    #[must_use]
    pub(crate) fn audience(&self, id: &str) -> Option<&Term> {
        self.audiences.iter().find(|term| term.id.value == id)
    }
}

fn check_lists(vocabulary: &Vocabulary, fields: &Fields<'_, '_>) {
    for terms in [&vocabulary.areas, &vocabulary.audiences, &vocabulary.needs, &vocabulary.levels] {
        repeats::refuse_ids(terms.iter().map(|term| &*term.id), fields.report);
        repeats::warn_of_names(terms.iter().map(|term| (&*term.id, term.name.as_str())), fields.report);
    }
}

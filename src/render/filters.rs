//! Boxes to tick that narrow a list, in the browser alone: see `templates/assets/filter.js`.

use serde::Serialize;

/// How many boxes are shown without unfolding their group.
const UNFOLDED: usize = 8;

/// A group of boxes.
#[derive(Serialize)]
pub(crate) struct Filter {
    /// Things in the list carry their ids in the attribute `data-<name>`.
    name: &'static str,
    question: String,
    options: Vec<FilterOption>,
    /// Whether the group is folded, since it is long.
    folded: bool,
    /// What a thing must have to fit, where boxes are ticked.
    matches: Matches,
    /// Whether another script shows the group, once it has given the things their ids.
    waits: bool,
}

/// What a thing must have to fit, where boxes of a group are ticked.
#[derive(Serialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Matches {
    /// One of them; a thing without any of the group fits as well, since it is for all.
    Any,
    /// One of them.
    One,
    /// Every one of them.
    Every,
}

#[derive(Serialize)]
struct FilterOption {
    id: String,
    name: String,
}

impl Filter {
    /// A group with a box for each id and name.
    pub(crate) fn new(
        name: &'static str,
        question: &str,
        matches: Matches,
        options: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let options: Vec<_> = options.into_iter().map(|(id, name)| FilterOption { id, name }).collect();
        Self { name, question: question.to_owned(), folded: options.len() > UNFOLDED, options, matches, waits: false }
    }

    /// The group, hidden until another script has given the things their ids.
    pub(crate) fn waiting(self) -> Self {
        Self { waits: true, ..self }
    }

    /// Whether it can narrow a list: a single box of which one must fit cannot, for all that have it are shown.
    pub(crate) fn is_of_use(&self) -> bool {
        self.options.len() > usize::from(self.matches == Matches::Any)
    }
}

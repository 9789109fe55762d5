//! What people write in the file of a story.

use jiff::civil::Date;

use crate::diagnostic::Located;
use crate::model::prose::Prose;
use crate::record::kind::ContentKind;
use crate::record::reference::{File, Ref};

record! {
    /// What someone says who was helped: a file in `content/stories/`.
    pub(crate) struct Story: "the file" => {
        /// What the story is called.
        title: Located<String>, example = "Someone believed me";
        /// What the person said, in their own words.
        quote: Prose, example = "I rang, and someone believed me.";
        /// A picture that shows nobody.
        picture: Option<Ref<File>>, example = "files/harbour.jpg";
        /// The day on which the person agreed that it is published.
        consent: Located<Date>, example = "2026-11-02";
    }
}

impl ContentKind for Story {
    type Record = Self;

    const TITLE: &'static str = "Stories";
}

//! The words around a page: how to leave it, what to do in danger, whom to call.

use jiff::civil::Date;
use serde::Serialize;

record! {
    /// The words around a page in one language: a file of `templates/words/`, named by the tag of its language. Only
    /// what is short and sure is here. What has to be exact to the letter, such as what pressing 55 does, stays in the
    /// language of the site unless the partnership writes it.
    #[derive(Default, Serialize)]
    pub(crate) struct FrameWords: "a file of words" => {
        /// The day on which someone who speaks the language well read these words.
        checked: Option<Date>, example = "2026-12-03";
        /// On the button that leaves the page quickly.
        exit: String, example = "Exit this page";
        /// On the link that jumps over the navigation.
        skip: String, example = "Skip to the main content";
        /// Above the number for emergencies.
        danger: String, example = "In danger now?";
        /// Before a number to call.
        call: String, example = "Call";
        /// Above the helplines.
        talk: String, example = "Talk to someone";
        /// Before the links to the same page in other languages and forms.
        versions: String, example = "This page in other forms";
        /// The name of the row of links that says where a page is.
        here: String, example = "You are here";
        /// The name of the first page there.
        home: String, example = "Home";
        /// On the box and the button to search.
        search: String, example = "Search";
        /// On the button that opens the navigation on a phone.
        menu: String, example = "Menu";
    }
}

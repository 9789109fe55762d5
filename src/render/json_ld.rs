//! Structured data for search engines and other programs, in the words of schema.org: what a service is, a course, a
//! session.
//!
//! It says nothing that the page does not say. It is data and no script: browsers never run it, and the content
//! security policy has nothing to forbid.

#![expect(clippy::struct_field_names, reason = "the names are those of schema.org")]

mod course;
mod event;
mod hours;
mod organisation;
mod place;
mod service;

use serde::Serialize;

use crate::kinds::course::record::SessionState;
use crate::kinds::service::record::ServiceState;
use crate::site::Site;

/// The structured data of a service, ready to stand in a script element. There is none where search engines are kept
/// out, and none for a service that is closed: schema.org has no word for that, and nobody should be sent there.
pub(crate) fn service(site: &Site, number: usize) -> Option<String> {
    let listing = &site.services[number];
    let open = listing.service.state == ServiceState::Open;
    (open && site.settings.search_engines.is_allowed())
        .then(|| in_script(&service::Document::of(site, number, listing)))
}

/// The structured data of a course with its sessions to come, where the site gives any.
pub(crate) fn course(site: &Site, number: usize) -> Option<String> {
    tells_of_training(site).then(|| course::in_words_of_schema(site, number))
}

/// The structured data of a session. There is none for one that is not confirmed yet, since schema.org has no word for
/// that and takes it for certain.
pub(crate) fn session(site: &Site, course: usize, session: usize) -> Option<String> {
    let is_set = site.courses[course].course.sessions[session].state != SessionState::Provisional;
    (is_set && tells_of_training(site)).then(|| in_script(&event::Document::of(site, course, session)))
}

fn tells_of_training(site: &Site) -> bool {
    site.settings.search_engines.is_allowed() && site.settings.training_data.is_allowed()
}

/// JSON that may stand in a script element of a page: without `<`, `>` and `&`, which could end the element or begin a
/// comment, and without the two line ends that JSON knows and scripts once did not.
fn in_script(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("every key is a text");
    let mut safe = String::with_capacity(json.len() + json.len() / 16);
    for letter in json.chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::in_script;

    #[test]
    fn nothing_in_the_data_ends_its_element() {
        let hostile = "</script><!-- <script> ]]> & \u{2028}\u{2029} \"quoted\" \\";
        let safe = in_script(&hostile);
        assert!(!safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).expect("it is JSON"), hostile);
    }
}

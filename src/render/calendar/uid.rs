//! What calendars know a session by: a version 5 UUID, RFC 9562, as RFC 7986, section 5.3, would have it.
//!
//! It is made from the site's own domain, the course's id and the session's name in addresses, which stays the same
//! while its course and day do. Times, titles, order and a course's `slug` do not matter, nor the address that a build
//! is for: a preview's calendar knows the same sessions.

use uuid::Uuid;

/// The identifier of a session.
pub(super) fn uid(domain: &str, course: &str, session: &str) -> String {
    let site = Uuid::new_v5(&Uuid::NAMESPACE_DNS, domain.as_bytes());
    Uuid::new_v5(&site, ["training/", course, "/", session].concat().as_bytes()).to_string()
}

//! When the sessions of the site beside this file are, written down by hand: on the clock in London and on the one that
//! is never changed. The clock goes forward at 1am on 29 March 2026 and 28 March 2027, and back at 2am on 25 October
//! 2026.

use std::path::Path;

use crate::support::site::{TestSite, files};

/// A session: its start and end in London, its start and end by UTC, and how it stands.
pub(crate) struct Expected {
    pub(crate) london: (&'static str, &'static str),
    pub(crate) utc: (&'static str, &'static str),
    pub(crate) status: &'static str,
    pub(crate) title: &'static str,
}

const fn at(
    london: (&'static str, &'static str),
    utc: (&'static str, &'static str),
    status: &'static str,
    title: &'static str,
) -> Expected {
    Expected { london, utc, status, title }
}

pub(crate) const SESSIONS: [Expected; 13] = [
    at(("2026-03-15 09:30", "12:30"), ("2026-03-15 09:30", "12:30"), "CONFIRMED", "First steps"),
    at(("2026-03-22 09:30", "12:30"), ("2026-03-22 09:30", "12:30"), "CONFIRMED", "First steps"),
    at(("2026-03-29 09:30", "12:30"), ("2026-03-29 08:30", "11:30"), "CONFIRMED", "First steps"),
    at(("2026-03-30 10:00", "11:00"), ("2026-03-30 09:00", "10:00"), "CANCELLED", "Cancelled: First steps"),
    at(("2026-04-12 09:30", "12:30"), ("2026-04-12 08:30", "11:30"), "CONFIRMED", "First steps"),
    at(("2026-10-18 18:00", "20:00"), ("2026-10-18 17:00", "19:00"), "CONFIRMED", "First steps"),
    at(("2026-10-25 18:00", "20:00"), ("2026-10-25 18:00", "20:00"), "CONFIRMED", "First steps"),
    at(("2026-10-26 10:00", "11:00"), ("2026-10-26 10:00", "11:00"), "CANCELLED", "Postponed: First steps"),
    at(("2026-11-01 18:00", "20:00"), ("2026-11-01 18:00", "20:00"), "CONFIRMED", "First steps"),
    at(("2027-03-14 00:30", "03:30"), ("2027-03-14 00:30", "03:30"), "CONFIRMED", "First steps"),
    // Over the change: two hours long.
    at(("2027-03-28 00:30", "03:30"), ("2027-03-28 00:30", "02:30"), "CONFIRMED", "First steps"),
    at(("2027-03-29 10:00", "11:00"), ("2027-03-29 09:00", "10:00"), "TENTATIVE", "Not confirmed yet: First steps"),
    at(("2027-04-11 00:30", "03:30"), ("2027-04-10 23:30", "02:30"), "CONFIRMED", "First steps"),
];

/// The site beside this file.
pub(crate) fn site() -> TestSite {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calendar/site");
    files(&folder).into_iter().fold(TestSite::empty(), |site, (path, bytes)| site.with(&path, bytes))
}

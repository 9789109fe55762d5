//! What would let anyone into a session on a screen never reaches the site.

use crate::support::site::TestSite;

fn course(fields: &str) -> TestSite {
    let course = format!(
        "title: First steps\nsummary: A start.\nlevel: awareness\naudiences: [professionals]\n{fields}\nsessions:\n"
    );
    TestSite::new().with("content/training/first.yaml", course)
}

#[test]
fn a_joining_link_is_refused_wherever_it_stands_and_is_not_repeated() {
    let session = |line: &str| {
        let session = format!("  - {{date: 2026-12-01, start: \"10:00\", end: \"11:00\", {line}}}\n");
        let site = course("booking: {email: book@example.org}");
        let text = site.read("content/training/first.yaml") + &session;
        site.with("content/training/first.yaml", text)
    };
    for site in [
        session("note: \"Join: https://teams.microsoft.com/l/meetup-join/19%3aSECRET\""),
        session("trainer: \"zoom.us/j/81234SECRET\""),
        session("online: {platform: \"Zoom, passcode 4SECRET\"}"),
        session("booking_url: \"https://us02web.zoom.us/j/812SECRET\""),
        course("description: |\n  Come [in](https://meet.google.com/SECRET-abc-def)."),
        course("booking: {note: \"Meeting ID: 812 SECRET\"}"),
        session("note: \"HTTPS://ZOOM.US/J/812SECRET\""),
        session("note: \"PIN 4821, ask for SECRET\""),
        session("venue: {name: \"access code 99SECRET\"}"),
        course(
            "booking: {note: \"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2FSECRET\"}",
        ),
    ] {
        let run = site.check();
        assert_eq!(run.status, 1, "{run:?}");
        assert!(run.err.contains("error[training/joining-link]"), "{}", run.err);
        assert!(run.err.contains("we email the link the day before"), "{}", run.err);
        assert!(!run.err.contains("SECRET"), "{}", run.err);
    }
}

#[test]
fn how_the_link_will_come_is_told() {
    let site = course("booking: {url: \"https://us02web.zoom.us/meeting/register/tZ0\"}");
    let text = site.read("content/training/first.yaml")
        + "  - {date: 2026-12-01, start: \"10:00\", end: \"11:00\", online: {platform: Zoom, note: We e-mail the meeting ID and the passcode the day before.}}\n";
    let site = site.with("content/training/first.yaml", text).built();
    let page = site.page("training/first/first-2026-12-01/index.html");
    assert!(page.contains("Online, with Zoom. We e-mail the meeting ID and the passcode the day before."), "{page}");
}

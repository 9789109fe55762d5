//! Links and codes that let anyone into a meeting on a screen. Whoever has one can sit in and listen, so they are
//! never published: people get them after they have booked.

/// Hosts of meetings, each with the beginnings of the paths that lead into a meeting. Paths for booking (such as
/// Zoom's `/meeting/register/`) are not among them.
const DOORS: [(&str, &[&str]); 9] = [
    ("teams.microsoft.com", &["l/meetup-join/", "meet/"]),
    ("teams.live.com", &["meet/"]),
    ("zoom.us", &["j/", "w/", "my/", "s/", "wc/"]),
    ("zoomgov.com", &["j/", "w/", "my/", "s/", "wc/"]),
    ("meet.google.com", &[""]),
    ("webex.com", &["meet/", "join/"]),
    ("whereby.com", &[""]),
    ("meet.goto.com", &[""]),
    ("meet.jit.si", &[""]),
];

/// Words after which a number or code lets people in.
const CODES: [&str; 4] = ["meeting id", "webinar id", "passcode", "dial-in pin"];

/// The joining link or code in a text, as it is written there.
#[must_use]
pub(crate) fn joining_link(text: &str) -> Option<&str> {
    let link = text.split_whitespace().find(|word| is_door(word));
    link.or_else(|| code(text))
}

fn is_door(word: &str) -> bool {
    let lower = word.trim_matches(|c: char| "()<>[]\"'".contains(c)).to_ascii_lowercase();
    // A link of Markdown stands behind the words that lead to it.
    let lower = lower.rsplit("](").next().unwrap_or(&lower);
    let rest = lower.split_once("://").map_or(lower, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or(path);
    DOORS.iter().any(|(door, beginnings)| {
        let of_host = host == *door || host.strip_suffix(door).is_some_and(|below| below.ends_with('.'));
        of_host && beginnings.iter().any(|beginning| path.len() > beginning.len() && path.starts_with(beginning))
    })
}

/// "Meeting ID: 123 456", from these words on.
fn code(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    CODES.iter().find_map(|words| {
        let at = lower.find(words)?;
        let after = lower[at + words.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
        // "The passcode comes by e-mail" tells none.
        let given = after.split_whitespace().next()?;
        given.contains(|c: char| c.is_ascii_digit()).then(|| &text[at..])
    })
}

#[cfg(test)]
mod tests {
    use super::joining_link;

    #[test]
    fn what_lets_people_in_is_found() {
        for text in [
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0",
            "Join at https://us02web.zoom.us/j/81234567890?pwd=abc on the day",
            "zoom.us/my/marlsea",
            "(https://meet.google.com/abc-defg-hij)",
            "[join here](https://marlsea.webex.com/meet/training)",
            "Meeting ID: 812 3456 7890",
            "Use the passcode 44x17",
        ] {
            assert!(joining_link(text).is_some(), "{text}");
        }
    }

    #[test]
    fn booking_and_talk_of_links_are_not() {
        for text in [
            "https://us02web.zoom.us/meeting/register/tZ0",
            "https://www.zoom.us/",
            "We e-mail the meeting ID and the passcode two days before.",
            "Microsoft Teams",
            "https://notzoom.us/j/8",
            "Talk about teams.microsoft.com",
        ] {
            assert_eq!(joining_link(text), None, "{text}");
        }
    }
}

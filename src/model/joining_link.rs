//! Links and codes that let anyone into a meeting on a screen. Whoever has one can sit in and listen, so they are
//! never published: people get them after they have booked.

use super::web_address::decoded;

/// Hosts of meetings, each with the beginnings of the paths that lead into a meeting. Paths for booking (such as
/// Zoom's `/meeting/register/`) are not among them. An empty beginning stands for any path.
const DOORS: [(&str, &[&str]); 57] = [
    ("teams.microsoft.com", TEAMS),
    ("teams.microsoft.us", TEAMS),
    ("teams.cloud.microsoft", TEAMS),
    ("teams.live.com", TEAMS),
    ("zoom.us", ZOOM),
    ("zoom.com", ZOOM),
    ("zoomgov.com", ZOOM),
    ("meet.google.com", &[""]),
    ("g.co", &["meet/"]),
    ("hangouts.google.com", &[""]),
    ("tel.meet", &[""]),
    ("webex.com", WEBEX),
    ("webex.co.uk", WEBEX),
    ("whereby.com", &[""]),
    ("gotomeeting.com", &[""]),
    ("gotomeet.me", &[""]),
    ("gotomeet.at", &[""]),
    ("meet.goto.com", &[""]),
    ("app.goto.com", &["meeting/", "meet/"]),
    ("gotowebinar.com", &["join/", "unified/", "rt/"]),
    ("meet.jit.si", &[""]),
    ("8x8.vc", &[""]),
    ("bluejeans.com", &[""]),
    ("chime.aws", &[""]),
    ("app.chime.aws", &[""]),
    ("ringcentral.com", &["join", "j/"]),
    ("join.skype.com", &[""]),
    ("meet.lync.com", &[""]),
    ("facetime.apple.com", &["join"]),
    ("discord.gg", &[""]),
    ("discord.com", &["invite/"]),
    ("app.slack.com", &["huddle/"]),
    ("streamyard.com", &[""]),
    ("butter.us", &[""]),
    ("gather.town", &["app/"]),
    ("daily.co", &[""]),
    ("adobeconnect.com", &[""]),
    ("attendanywhere.com", &[""]),
    ("attendanywhere.nhs.uk", &[""]),
    ("meet.video.justice.gov.uk", &[""]),
    ("starleaf.com", &[""]),
    ("lifesizecloud.com", &[""]),
    ("call.lifesize.com", &[""]),
    ("call.whatsapp.com", &[""]),
    ("chat.whatsapp.com", &[""]),
    ("signal.link", &["call"]),
    ("signal.group", &[""]),
    ("join.me", &[""]),
    ("meeting.zoho.eu", &["join", "meeting/"]),
    ("meeting.zoho.com", &["join", "meeting/"]),
    ("bbcollab.com", &[""]),
    ("powwownow.com", &["join", "meet"]),
    ("freeconferencecall.com", &["join", "wall"]),
    ("lifesize.com", &["call"]),
    ("vscene.net", &[""]),
    ("pexip.me", &[""]),
    ("events.zoom.us", &["ej/"]),
];
const TEAMS: &[&str] = &["l/meetup-join", "l/meeting", "meet", "v2/", "dl/launcher", "_#/l/meetup-join", "_#/meet"];
const ZOOM: &[&str] = &["launch/", "ej/", "j/", "w/", "my/", "s/", "wc/", "meeting/join", "join", "u/", "webinar/join"];
const WEBEX: &[&str] =
    &["meet", "join", "j.php", "m/", "wbxmjs/", "webappng/", "weblink/", "webex/", "wc", "e.php", "onstage/"];

/// What the name of a host begins with that a partner has set up for its own meetings.
const OWN_HOSTS: [&str; 7] = ["meet.", "bbb.", "bigbluebutton.", "jitsi.", "vc.", "visio.", "videoconf."];

/// What the path of such a host begins with where it leads to a booking, or says something of it.
const BOOKINGS: [&str; 6] = ["book", "event", "register", "registration", "signup", "about"];

/// Schemes that open a meeting's program.
const SCHEMES: [&str; 8] =
    ["msteams:", "zoommtg:", "zoomus:", "zoomphonecall:", "webex:", "wbx:", "gotomeeting:", "conf:call"];

/// Words after which a number or code lets people in.
const CODES: [&str; 33] = [
    "meetingid",
    "zoom id",
    "cod mynediad",
    "dial in code",
    "meeting id",
    "meeting number",
    "meeting code",
    "meeting password",
    "meeting key",
    "webinar id",
    "webinar number",
    "webinar code",
    "conference id",
    "conference code",
    "conference number",
    "event number",
    "event password",
    "session id",
    "session password",
    "participant code",
    "participant pin",
    "attendee code",
    "host key",
    "host pin",
    "access code",
    "access number",
    "access pin",
    "security code",
    "joining code",
    "join code",
    "room code",
    "room id",
    "entry code",
];

/// The same, short enough to be a part of another word or of talk.
const WORDS: [&str; 7] = ["passcode", "passcodes", "password", "pwd", "pin", "pincode", "pass code"];

/// What may stand between such words and the code.
const FILLERS: [&str; 12] =
    ["is", "are", "no", "number", "code", "the", "will", "be", "for", "today", "session", "meeting"];

/// Whether a text has a link or a code that lets people into a meeting.
#[must_use]
pub(crate) fn lets_people_in(text: &str) -> bool {
    // A mail program wraps a link into one of its own, with the signs of it as `%2F`.
    let mut plain = text.to_lowercase();
    for _ in 0..3 {
        plain = decoded(&plain).into_owned();
    }
    // Signs of Markdown and of HTML part what a reader sees in one piece.
    let plain = without_entities(&plain).replace(['*', '\\', '`'], "");
    is_door(&plain)
        || is_own_door(&plain)
        || plain.contains("@zoomcrc.com")
        || has_code(&plain)
        || is_number_of_meeting(&plain)
}

/// A text without `&#46;` and the like: each is the sign that it stands for.
fn without_entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("&#") {
        plain.push_str(before);
        let (number, then) = after.split_once(';').unwrap_or(("", after));
        let sign = match number.strip_prefix('x') {
            Some(number) => u32::from_str_radix(number, 16).ok(),
            None => number.parse().ok(),
        };
        if let Some(sign) = sign.and_then(char::from_u32) {
            plain.push(sign);
            rest = then;
        } else {
            plain.push_str("&#");
            rest = after;
        }
    }
    plain + rest
}

/// Whether a long number comes right after the name of a program for meetings, or after `ID`: "Zoom: 812 3456 7890".
fn is_number_of_meeting(text: &str) -> bool {
    let begins =
        |at: usize| text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && before != '.');
    let names = ["zoom", "teams", "webex", "meeting", "id"];
    names.iter().flat_map(|name| text.match_indices(name)).filter(|(at, _)| begins(*at)).any(|(at, name)| {
        let after = text[at + name.len()..].trim_start_matches([' ', ':', '-', '=', '#']);
        let number = after.split(|c: char| !c.is_ascii_digit() && c != ' ' && c != '-').next().unwrap_or_default();
        // A telephone number begins with a nought.
        !number.starts_with('0') && number.bytes().filter(u8::is_ascii_digit).count() >= 9
    })
}

/// Whether a text in lower case has a link into a meeting, with or without its scheme.
fn is_door(text: &str) -> bool {
    let begins = |at: usize| {
        text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && before != '-' && before != '_')
    };
    let has_scheme = |scheme: &&str| text.match_indices(*scheme).any(|(at, _)| begins(at));
    SCHEMES.iter().any(has_scheme)
        || DOORS.iter().any(|(host, beginnings)| {
            text.match_indices(host).filter(|(at, _)| begins(*at)).any(|(at, _)| {
                let rest = &text[at + host.len()..];
                // The port, and the dot that makes a name absolute, lead to the same host.
                let rest = rest.strip_prefix('.').unwrap_or(rest);
                let rest = rest.strip_prefix(":443").unwrap_or(rest);
                let Some(path) = rest.strip_prefix('/') else { return false };
                let path =
                    path.trim_start_matches('/').split(|c: char| c.is_whitespace() || "\"'<>)]".contains(c)).next();
                let path = path.unwrap_or_default();
                // Some hosts name the customer first.
                let within = path.split_once('/').map_or("", |(_, rest)| rest);
                let leads_in = |path: &str, start: &str| path.len() > start.len() && path.starts_with(start);
                beginnings.iter().any(|start| leads_in(path, start) || leads_in(within, start))
            })
        })
}

/// Whether a text in lower case has a link to a room on a partner's own host: `https://meet.example.org/training`.
fn is_own_door(text: &str) -> bool {
    let links = text.match_indices("https://").chain(text.match_indices("http://"));
    links.map(|(at, scheme)| &text[at + scheme.len()..]).any(|rest| {
        let end = rest.find(|c: char| c.is_whitespace() || "\"'<>)]".contains(c)).unwrap_or(rest.len());
        let (host, path) = rest[..end].split_once('/').unwrap_or((&rest[..end], ""));
        let is_own = OWN_HOSTS.iter().any(|own| host.starts_with(own));
        is_own && path.len() > 2 && !BOOKINGS.iter().any(|booking| path.starts_with(booking))
    })
}

/// Whether a text in lower case has "Meeting ID: 123 456", "PIN 1234" or "dial 020 …, then 12345678#".
fn has_code(text: &str) -> bool {
    let apart = text.replace("-id", " id").replace("pass-code", "passcode").replace("pin no.", "pin no");
    let text = apart.as_str();
    let words = CODES.iter().chain(&WORDS);
    words.flat_map(|words| text.match_indices(words)).any(|(at, words)| {
        let begins = text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        begins && gives_code(&text[at + words.len()..])
    }) || dialled(text)
}

/// Whether a code follows. "The passcode comes by e-mail" gives none.
fn gives_code(after: &str) -> bool {
    if after.starts_with(char::is_alphanumeric) {
        return false;
    }
    let mut rest = after;
    let mut assigned = false;
    loop {
        let trimmed = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !".;!?\n".contains(c));
        assigned |= rest[..rest.len() - trimmed.len()].contains([':', '=']);
        let length = trimmed.find(|c: char| !c.is_alphanumeric()).unwrap_or(trimmed.len());
        let word = &trimmed[..length];
        rest = &trimmed[length..];
        if FILLERS.contains(&word) {
            assigned |= word == "is";
            continue;
        }
        let figures = word.chars().filter(char::is_ascii_digit).count();
        let goes_on = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphanumeric);
        // "81 23 45" is one in parts; "48 hours" is none.
        let in_parts = figures == length && goes_on && rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        return (figures > 0 && (length > 2 || in_parts)) || (assigned && length > 3 && !goes_on);
    }
}

/// A long number that ends in `#`, as one dials it to get into a call.
fn dialled(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let before = text[..at].trim_end();
        let figures = before.chars().rev().take_while(|c| c.is_ascii_digit() || *c == ' ').filter(char::is_ascii_digit);
        let asked = ["enter ", "then ", "press "].iter().any(|word| before.contains(word));
        figures.count() >= if asked { 4 } else { 6 }
    })
}

#[cfg(test)]
mod tests {
    use super::lets_people_in;

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
            "HTTPS://TEAMS.MICROSOFT.COM/L/MEETUP-JOIN/19%3AMEETING",
            "Join:zoom.us/j/812",
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19",
            "zoommtg://zoom.us/join?confno=812",
            "https://zoom.us./j/81",
            "marlsea.my.webex.com/marlsea/j.php?MTID=m1",
            "whereby.com/marlsea",
            "Passcode 1234",
            "PIN 4821",
            "PIN: 48 21",
            "The access code is 998877",
            "Access Code - 99 88 77",
            "Passcode: sunflower",
            "password is Sunflower.",
            "Conference ID 123 456 789#",
            "Dial 020 3481 5237, then 81234567890#",
            "https://zoom.us/launch/jc/81234567890",
            "https://call.whatsapp.com/video/x1",
            "Zoom: 812 3456 7890",
            "ID: 812 3456 7890",
            "Teams 412 345 678 90",
            "Meeting-ID: 812 345",
            "Pin no. 4455",
            "Enter 8812# when asked",
            "8123@zoomcrc.com",
            "zoom&#46;us/j/812",
            "zoom.**us**/j/812",
            "Passcode **44**21",
            "Cod mynediad 1234",
            "https%253A%252F%252Fzoom.us%252Fj%252F81",
            "https://meet.marlsea.example.org/housing-training",
            "https://bbb.example.org/b/abc-def-ghi",
        ] {
            assert!(lets_people_in(text), "{text}");
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
            "We send the password 2 days before.",
            "Passcode: we e-mail it the day before",
            "Please bring your PIN.",
            "Shopping 2024, opinion 1234",
            "Pin the leaflet to 2 boards.",
            "Your password is sent by e-mail",
            "We talk about coercion in the #1 session",
            "https://zoom.us/webinar/register/WN_1",
            "Zoom: call 01632 960123 for help",
            "We use Teams. Ring 0808 2000 247.",
            "Course ID DA-01, 12 places",
            "https://meet.example.org/",
            "https://meet.example.org/register/housing",
            "https://meetings.marlsea.example.org/agenda",
        ] {
            assert!(!lets_people_in(text), "{text}");
        }
    }
}

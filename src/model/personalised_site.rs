//! Sites that greet people with what they looked at before: no place to leave for when someone comes into the room.
//!
//! The list is ours, of the services that people in the United Kingdom most often stay signed in to. It cannot be whole,
//! and what is on it leads to a warning only.

/// Names under one or several endings: `google.com`, `google.co.uk`.
const UNDER_ANY_ENDING: &[&str] = &["amazon", "ebay", "google", "yahoo"];

/// Whole names of hosts; those below them count too.
const HOSTS: &[&str] = &[
    "aol.com",
    "bing.com",
    "bt.com",
    "discord.com",
    "disneyplus.com",
    "etsy.com",
    "facebook.com",
    "fb.com",
    "gmail.com",
    "gmx.co.uk",
    "gmx.com",
    "hotmail.com",
    "icloud.com",
    "instagram.com",
    "linkedin.com",
    "live.com",
    "mail.com",
    "messenger.com",
    "msn.com",
    "netflix.com",
    "office.com",
    "outlook.com",
    "pinterest.co.uk",
    "pinterest.com",
    "proton.me",
    "reddit.com",
    "sky.com",
    "snapchat.com",
    "spotify.com",
    "threads.net",
    "tiktok.com",
    "tumblr.com",
    "twitch.tv",
    "twitter.com",
    "vinted.co.uk",
    "whatsapp.com",
    "x.com",
    "youtu.be",
    "youtube.com",
];

/// The part of a host's name that stands in the list, where one does: `facebook.com` for `m.facebook.com`.
#[must_use]
pub(crate) fn known_as(host: &str) -> Option<&str> {
    let host = host.strip_suffix('.').unwrap_or(host);
    let starts = std::iter::once(0).chain(host.match_indices('.').map(|(dot, _)| dot + 1));
    starts.map(|start| &host[start..]).find(|name| HOSTS.contains(name) || is_under_any_ending(name))
}

/// Whether it is one of the names and then `com`, `de`, `co.uk` or the like.
fn is_under_any_ending(name: &str) -> bool {
    let Some((name, ending)) = name.split_once('.') else { return false };
    let mut parts = ending.split('.');
    UNDER_ANY_ENDING.contains(&name) && parts.clone().count() <= 2 && parts.all(|part| part.len() <= 3)
}

#[cfg(test)]
mod tests {
    use super::known_as;

    #[test]
    fn a_host_is_known_below_its_name_and_under_any_ending() {
        for (host, name) in [
            ("www.facebook.com", "facebook.com"),
            ("m.youtube.com", "youtube.com"),
            ("x.com", "x.com"),
            ("www.google.co.uk", "google.co.uk"),
            ("google.com.", "google.com"),
            ("mail.google.com", "google.com"),
            ("www.amazon.de", "amazon.de"),
        ] {
            assert_eq!(known_as(host), Some(name), "{host}");
        }
    }

    #[test]
    fn other_hosts_are_not_taken_for_one() {
        for host in ["www.bbc.co.uk", "netflix.com.example.org", "notfacebook.com", "google.example.org", "phoenix.com"]
        {
            assert_eq!(known_as(host), None, "{host}");
        }
    }
}

//! Links to maps, and points on the globe.

use std::ops::Range;

/// What an address on a map begins with or holds, in lower case.
const MAPS: [&str; 21] = [
    "google.com/maps",
    "google.co.uk/maps",
    "maps.google.",
    "goo.gl/maps",
    "maps.app.goo.gl",
    "g.page/",
    "bing.com/maps",
    "maps.apple.com",
    "maps.apple/",
    "openstreetmap.org",
    "osm.org/",
    "osm.to/",
    "what3words.com",
    "w3w.co/",
    "streetmap.co.uk",
    "waze.com",
    "plus.codes",
    "here.com/",
    "here.we-go.com",
    "citymapper.com",
    "geo:",
];

/// The links to maps and the points on the globe in a text.
#[must_use]
pub(crate) fn map_links(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let maps = MAPS.iter().flat_map(|map| lower.match_indices(map)).filter(|(at, _)| {
        let before = lower[..*at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '-')
    });
    let mut found: Vec<Range<usize>> = maps.map(|(at, map)| at..at + map.len()).collect();
    found.extend(lower.match_indices("///").filter_map(|(at, _)| three_words(&lower, at)));
    found.extend(coordinates(&lower));
    found.sort_by_key(|range| range.start);
    found
}

/// `///filled.count.soap`, a square of three metres.
fn three_words(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at + 3..];
    let address = rest.split(|c: char| !c.is_alphabetic() && c != '.').next()?.trim_end_matches('.');
    let words: Vec<&str> = address.split('.').collect();
    (words.len() == 3 && words.iter().all(|word| word.chars().count() > 2)).then(|| at..at + 3 + address.len())
}

/// `53.6472, -3.0061`: two numbers with at least three decimals, one behind the other.
fn coordinates(text: &str) -> Vec<Range<usize>> {
    let is_precise = |number: &str| {
        number.trim_start_matches(['-', '+']).split_once('.').is_some_and(|(whole, decimals)| {
            whole.len() <= 3 && decimals.len() >= 3 && [whole, decimals].iter().all(|part| part.parse::<u64>().is_ok())
        })
    };
    let mut numbers: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let part = letter.is_ascii_digit() || ".-+".contains(letter);
        match (start, part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                numbers.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    let pairs = numbers.windows(2).filter(|pair| {
        let between = &text[pair[0].end..pair[1].start];
        between.len() <= 3
            && between.chars().all(|c| " ,;/".contains(c))
            && pair.iter().all(|one| is_precise(&text[one.clone()]))
    });
    pairs.map(|pair| pair[0].start..pair[1].end).collect()
}

#[cfg(test)]
mod tests {
    use super::map_links;

    #[test]
    fn maps_and_points_are_found() {
        for text in [
            "https://www.google.com/maps/place/x",
            "HTTPS://MAPS.APP.GOO.GL/x",
            "maps.google.co.uk/?q=1",
            "see ///filled.count.soap",
            "geo:53.6,-3.0",
            "53.6472, -3.0061",
            "www.openstreetmap.org/#map=1",
        ] {
            assert_eq!(map_links(text).len(), 1, "{text}");
        }
        for text in ["https://example.org/maps", "a road map", "2.5, 3.5", "version 1.234", "///"] {
            assert!(map_links(text).is_empty(), "{text}");
        }
    }
}

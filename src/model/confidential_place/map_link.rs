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

/// The links to maps in a text.
#[must_use]
pub(crate) fn map_links(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let maps = MAPS.iter().flat_map(|map| lower.match_indices(map)).filter(|(at, _)| {
        let before = lower[..*at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '-')
    });
    let mut found: Vec<Range<usize>> = maps.map(|(at, map)| at..at + map.len()).collect();
    found.sort_by_key(|range| range.start);
    found
}

/// The points on the globe in a text: three words, degrees, a reference of the National Grid, the number of a property.
#[must_use]
pub(crate) fn map_points(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> =
        lower.match_indices("///").filter_map(|(at, _)| three_words(&lower, at)).collect();
    found.extend(coordinates(&lower));
    found.extend(grid_references(text));
    found.extend(numbers_of_properties(&lower));
    found.sort_by_key(|range| range.start);
    found
}

/// `SJ 510 954`, `SJ5102395412`: two letters of the National Grid, and as many figures to the east as to the north, at
/// least to a hundred metres.
fn grid_references(text: &str) -> Vec<Range<usize>> {
    let starts = text.char_indices().filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let letters = text.as_bytes().get(*at..*at + 2);
        letters.is_some_and(|pair| b"HNOST".contains(&pair[0]) && pair[1].is_ascii_uppercase() && pair[1] != b'I')
            && before.is_none_or(|letter| !letter.is_alphanumeric())
    });
    let end = |at: usize| {
        let rest = &text[at + 2..];
        let length = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ' ').unwrap_or(rest.len());
        let written = rest[..length].trim_end();
        let groups: Vec<usize> = written.split_whitespace().map(str::len).collect();
        let is_whole = rest[written.len()..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
        let is_reference = match groups.as_slice() {
            [one] => [6, 8, 10].contains(one),
            [east, north] => east == north && (3..=5).contains(east),
            _ => false,
        };
        (is_reference && is_whole).then(|| at..at + 2 + written.len())
    };
    starts.filter_map(|(at, _)| end(at)).collect()
}

/// `UPRN 100012345678`, by which every property in Britain is known.
fn numbers_of_properties(text: &str) -> Vec<Range<usize>> {
    let number = |at: usize| {
        let rest = &text[at + 4..];
        let from = rest.find(|letter: char| letter.is_alphanumeric())?;
        let figures = rest[from..].bytes().take_while(u8::is_ascii_digit).count();
        (from <= 3 && (6..=12).contains(&figures)).then(|| at..at + 4 + from + figures)
    };
    text.match_indices("uprn").filter_map(|(at, _)| number(at)).collect()
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
    use super::{map_links, map_points};

    #[test]
    fn links_to_maps_are_found() {
        for text in [
            "https://www.google.com/maps/place/x",
            "HTTPS://MAPS.APP.GOO.GL/x",
            "maps.google.co.uk/?q=1",
            "geo:53.6,-3.0",
            "www.openstreetmap.org/#map=1",
        ] {
            assert_eq!(map_links(text).len(), 1, "{text}");
        }
        for text in ["https://example.org/maps", "a road map"] {
            assert!(map_links(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn points_are_found() {
        for text in [
            "see ///filled.count.soap",
            "53.6472, -3.0061",
            "grid reference SJ 510 954",
            "SJ5102395412",
            "(TQ 3001 8042)",
            "UPRN: 100012345678",
        ] {
            assert_eq!(map_points(text).len(), 1, "{text}");
        }
        for text in ["2.5, 3.5", "version 1.234", "///", "HR 2026", "SO 123 45", "NO 12", "ST12345", "uprn"] {
            assert!(map_points(text).is_empty(), "{text}");
        }
    }
}

//! Addresses with spaces in them: `[Report](../files/Our report.pdf)`.
//!
//! To `CommonMark` that is no link but text with brackets in it, while to an author it is the name of a file. So the
//! spaces are held by another letter while the text is parsed, of the same length, so that every place stays what it is.

use pulldown_cmark::{CowStr, Event, Parser, Tag};

use super::OPTIONS;

/// Letters that may stand in an address and mean nothing in Markdown.
const STAND_INS: [char; 4] = ['^', ';', '@', '$'];

/// The most letters of a path that file systems take.
const LONGEST: usize = 255;

/// A text whose addresses hold another letter in the place of their spaces.
pub(super) struct Joined {
    /// The text and the letter; none where there is no such address.
    changed: Option<(String, char)>,
}

/// Looks for addresses with spaces.
pub(super) fn joined(markdown: &str) -> Joined {
    let addresses: Vec<_> = markdown.match_indices("](").filter_map(|(at, _)| spaced(markdown, at + 2)).collect();
    let stand_in = STAND_INS.into_iter().find(|letter| !markdown.contains(*letter));
    let (false, Some(stand_in)) = (addresses.is_empty(), stand_in) else { return Joined { changed: None } };
    // In code such brackets are only shown.
    let mut text = markdown.to_owned();
    for (event, range) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        if !matches!(event, Event::Text(_)) {
            continue;
        }
        let first = addresses.partition_point(|(from, _)| *from < range.start);
        for (from, to) in addresses[first..].iter().take_while(|(from, _)| *from <= range.end) {
            text.replace_range(*from..*to, &markdown[*from..*to].replace(' ', stand_in.encode_utf8(&mut [0; 4])));
        }
    }
    let changed = text != markdown;
    Joined { changed: changed.then_some((text, stand_in)) }
}

/// Where an address that begins at a byte ends, if there are spaces in it and it names a file.
fn spaced(markdown: &str, from: usize) -> Option<(usize, usize)> {
    let rest = &markdown[from..];
    let near = rest.char_indices().nth(LONGEST).map_or(rest, |(end, _)| &rest[..end]);
    let line = near.lines().next()?;
    let mut depth = 0;
    let length = line.find(|letter| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth < 0
    })?;
    let address = &line[..length];
    let name = address.rsplit('/').next().unwrap_or(address);
    let is_file = name.rsplit_once('.').is_some_and(|(_, ending)| {
        (1..=5).contains(&ending.len()) && ending.chars().all(|letter| letter.is_ascii_alphanumeric())
    });
    let is_plain = address == address.trim() && !address.contains(['<', '>', '"', ':']);
    (address.contains(' ') && is_file && is_plain).then_some((from, from + length))
}

impl Joined {
    /// The text to be parsed.
    pub(super) fn text<'t>(&'t self, markdown: &'t str) -> &'t str {
        self.changed.as_ref().map_or(markdown, |(text, _)| text)
    }

    /// An event with the spaces of its address as they were written.
    pub(super) fn restored<'e>(&self, event: Event<'e>) -> Event<'e> {
        let Some((_, stand_in)) = &self.changed else { return event };
        let written = |address: CowStr<'e>| -> CowStr<'e> { address.replace(*stand_in, " ").into() };
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: written(dest_url), title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Image { link_type, dest_url: written(dest_url), title, id })
            }
            other => other,
        }
    }
}

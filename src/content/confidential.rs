//! Confidential places: nothing that gives one away stands outside `private:`, in its own file or in any other.
//!
//! The address that an author keeps under `private:` is known here alone, to look for it in the files. It has no field
//! in a record, and ends with the reading of the files.

use std::collections::HashMap;

use rayon::prelude::*;

use super::file;
use crate::diagnostic::{Diagnostic, Report, Span};
use crate::model::confidential_place::{SecretAddresses, map_links, map_points, postcodes};
use crate::record::node::{Node, PRIVATE, Value};
use crate::source::{Source, Sources};

/// The names of fields under `private:` that hold an address.
const ADDRESSES: [&str; 6] = ["address", "location", "place", "postcode", "street", "venue"];

/// Where values stand under `private:` in a record.
pub(super) fn private_spans(node: &Node<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    each_private(node, &mut |value| spans.push(value.span));
    spans
}

/// Where the fields of a place that is confidential stand, which have errors of their own.
pub(super) fn location_spans(node: &Node<'_>) -> Vec<Span> {
    let locations = fields_named(node, &["location"]);
    locations
        .into_iter()
        .flat_map(|location| fields_named(location, &["address", "postcode"]))
        .map(|one| one.span)
        .collect()
}

fn fields_named<'n, 't>(node: &'n Node<'t>, names: &[&str]) -> Vec<&'n Node<'t>> {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    entries.iter().filter(|(key, _)| names.contains(&&*key.name)).map(|(_, value)| value).collect()
}

/// The addresses under `private:` in a record.
pub(super) fn addresses(node: &Node<'_>) -> SecretAddresses {
    let mut addresses = SecretAddresses::default();
    each_private(node, &mut |value| gather(value, false, &mut addresses));
    addresses
}

fn each_private<'n, 't>(node: &'n Node<'t>, look: &mut impl FnMut(&'n Node<'t>)) {
    match &node.value {
        Value::Scalar { .. } => {}
        Value::List(items) => items.iter().for_each(|item| each_private(item, look)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if key.name == PRIVATE { look(value) } else { each_private(value, look) }
            }
        }
    }
}

/// Adds the addresses below a private value: texts in a field that is named so, and any text with a postcode in it.
fn gather(node: &Node<'_>, named: bool, addresses: &mut SecretAddresses) {
    match &node.value {
        Value::Scalar { text, .. } if named || !postcodes(text).is_empty() => addresses.add(text),
        Value::Scalar { text, .. } => addresses.add_houses(text),
        Value::List(items) if named && items.iter().all(|item| matches!(item.value, Value::Scalar { .. })) => {
            let lines = items.iter().filter_map(|item| match &item.value {
                Value::Scalar { text, .. } => Some(&**text),
                _ => None,
            });
            addresses.add(&lines.collect::<Vec<_>>().join(", "));
        }
        Value::List(items) => items.iter().for_each(|item| gather(item, named, addresses)),
        Value::Map(entries) => {
            for (key, value) in entries {
                let name = key.name.to_lowercase();
                gather(value, named || ADDRESSES.iter().any(|word| name.contains(word)), addresses);
            }
        }
    }
}

/// Says where the file of a confidential place holds a postcode or a link to a map, which give it away whoever they
/// belong to, and gives these places. The words of its own address are looked for as in any other file.
pub(super) fn check(text: &str, private: &[Span], report: &Report) -> Vec<Span> {
    let codes = postcodes(text).into_iter().map(|(range, _)| (range, "a postcode"));
    let links = map_links(text).into_iter().map(|range| (range, "a link to a map"));
    let points = map_points(text).into_iter().map(|range| (range, "a point on a map"));
    let found = codes.chain(links).chain(points);
    let outside = outside(found.map(|(range, what)| (Span::new(range.start, range.end), what)), private);
    outside
        .inspect(|(span, what)| {
            let message = format!("this place is confidential, and the file holds {what}");
            report.error_unquoted("location", *span, message, "take it out, or move it under `private:`");
        })
        .map(|(span, _)| span)
        .collect()
}

/// Those that overlap none of some spans.
fn outside<T>(found: impl Iterator<Item = (Span, T)>, spans: &[Span]) -> impl Iterator<Item = (Span, T)> {
    found.filter(|(span, _)| spans.iter().all(|one| span.end <= one.start || one.end <= span.start))
}

/// Where the files hold secret addresses, remembered while neither the files nor the addresses change.
#[derive(Default)]
pub(super) struct Sweep {
    addresses: SecretAddresses,
    seen: HashMap<blake3::Hash, Vec<Span>>,
}

impl Sweep {
    /// Says where any file holds an address that is private in a service. `settled` gives the places of a file that are
    /// private themselves or have been reported; none for a file that could not be read, which is not published either.
    pub(super) fn problems<'p>(
        &mut self,
        sources: &Sources,
        addresses: SecretAddresses,
        settled: impl Fn(&Source) -> Option<&'p [Span]> + Sync,
    ) -> Vec<Diagnostic> {
        if self.addresses != addresses {
            *self = Self { addresses, seen: HashMap::new() };
        }
        if self.addresses.is_empty() {
            return Vec::new();
        }
        let files: Vec<(&Source, &[Span])> = sources
            .iter()
            .filter(|source| !source.builtin)
            .filter_map(|source| Some((source, settled(source)?)))
            .collect();
        let look = |(source, settled): &(&Source, &[Span])| {
            let known = self.seen.get(&source.hash).cloned();
            known.unwrap_or_else(|| places(source, &self.addresses, settled))
        };
        let found: Vec<Vec<Span>> = files.par_iter().map(look).collect();
        let problems = files.iter().zip(&found).flat_map(|((source, _), spans)| {
            spans.iter().map(|span| {
                let message = "this is the address of a confidential place, which is private in its service's file";
                let code = format!("{}/confidential", source.kind.word());
                let problem = Diagnostic::error(code, source.path.clone(), message).at(*span);
                Diagnostic { quoted: false, ..problem.help("take it out here too") }
            })
        });
        let problems = problems.collect();
        self.seen = files.iter().map(|(source, _)| source.hash).zip(found).collect();
        problems
    }
}

/// A text that is not UTF-8 as it may have been meant: UTF-16, which begins with a mark, or the letters of Windows. Of
/// pictures nothing is left to be found.
fn in_another_coding(bytes: &[u8]) -> String {
    let pairs = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => pairs(u16::from_le_bytes),
        [0xfe, 0xff, ..] => pairs(u16::from_be_bytes),
        _ if bytes.iter().take(1_024).any(|byte| *byte == 0) => String::new(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Where a file holds one of the addresses. A document that is no text is named as a whole.
fn places(source: &Source, addresses: &SecretAddresses, settled: &[Span]) -> Vec<Span> {
    if let Some(words) = file::words(source) {
        return if addresses.found_in(&words).is_empty() { Vec::new() } else { vec![Span::default()] };
    }
    let Ok(text) = source.text() else {
        let text = in_another_coding(&source.bytes);
        return if addresses.found_in(&text).is_empty() { Vec::new() } else { vec![Span::default()] };
    };
    if !addresses.found_in(&source.path).is_empty() {
        return vec![Span::default()];
    }
    let found = addresses.found_in(text).into_iter().map(|range| (Span::new(range.start, range.end), ()));
    outside(found, settled).map(|(span, ())| span).collect()
}

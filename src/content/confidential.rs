//! Confidential places: nothing that gives one away stands outside `private:`, in its own file or in any other.
//!
//! The address that an author keeps under `private:` is known here alone, to look for it in the files. It has no field
//! in a record, and ends with the reading of the files.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use super::fields::PRIVATE;
use super::node::{Node, Value};
use crate::diagnostic::{Diagnostic, Report, Span};
use crate::model::confidential_place::{SecretAddresses, map_links, postcodes};
use crate::model::suggestion;
use crate::source::{Source, Sources};

/// The names of fields under `private:` that hold an address.
const ADDRESSES: [&str; 6] = ["address", "location", "place", "postcode", "street", "venue"];

/// Endings of files that are published as they are and hold text.
const TEXTS: [&str; 9] = ["csv", "tsv", "txt", "md", "html", "svg", "json", "ics", "vcf"];

/// Whether a value says that it is confidential, or was perhaps meant to.
pub(super) fn is_secret(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Scalar { .. } => false,
        Value::List(items) => items.iter().any(is_secret),
        Value::Map(entries) => entries.iter().any(|(key, value)| {
            let open = matches!(&value.value, Value::Scalar { text, .. } if text == "false");
            (suggestion::nearest(&key.name, ["confidential", PRIVATE]).is_some() && !open) || is_secret(value)
        }),
    }
}

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
        Value::Scalar { .. } => {}
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

/// Says where a service of a confidential place gives it away in its own file, but for some values.
pub(super) fn check(text: &str, left_out: &[Span], addresses: &SecretAddresses, report: &Report) {
    let report_all = |found: Vec<Range<usize>>, what: &str| {
        for range in found {
            let span = Span::new(range.start, range.end);
            if left_out.iter().all(|one| span.end <= one.start || one.end <= span.start) {
                let message = format!("this place is confidential, and the file holds {what}");
                report.error_unquoted("location", span, message, "take it out, or move it under `private:`");
            }
        }
    };
    let codes: Vec<_> = postcodes(text).into_iter().map(|(range, _)| range).collect();
    let mut words = addresses.found_in(text);
    words.retain(|found| codes.iter().all(|code| found.end <= code.start || code.end <= found.start));
    report_all(codes, "a postcode");
    report_all(map_links(text), "a link to a map");
    report_all(words, "words of its address");
}

/// What was found in other files, to be remembered while neither they nor the addresses change.
#[derive(Default)]
pub(super) struct Sweep {
    addresses: SecretAddresses,
    seen: HashMap<blake3::Hash, Vec<Span>>,
}

impl Sweep {
    /// Says where any file holds an address that is private in a service. `private` gives what of a file is private
    /// itself; `own` says whether a file has been looked at by the rules of its own place.
    pub(super) fn problems<'p>(
        &mut self,
        sources: &Sources,
        addresses: SecretAddresses,
        own: impl Fn(&Source) -> bool + Sync,
        private: impl Fn(&Source) -> &'p [Span] + Sync,
    ) -> Vec<Diagnostic> {
        if self.addresses != addresses {
            *self = Self { addresses, seen: HashMap::new() };
        }
        if self.addresses.is_empty() {
            return Vec::new();
        }
        let files: Vec<&Source> = sources.iter().filter(|source| holds_text(source) && !own(source)).collect();
        let (known, known_addresses) = (&self.seen, &self.addresses);
        let found: Vec<Vec<Span>> = files
            .par_iter()
            .map(|source| {
                known.get(&source.hash).cloned().unwrap_or_else(|| {
                    let spans = known_addresses.found_in(source.readable()).into_iter();
                    let spans = spans.map(|range| Span::new(range.start, range.end));
                    let private = private(source);
                    spans
                        .filter(|span| private.iter().all(|one| span.end <= one.start || one.end <= span.start))
                        .collect()
                })
            })
            .collect();
        let problems = files.iter().zip(&found).flat_map(|(source, spans)| {
            spans.iter().map(|span| {
                let message = "this is the address of a confidential place, which is private in its service's file";
                let problem =
                    Diagnostic::error(format!("{}/confidential", source.kind.word()), source.path.clone(), message);
                Diagnostic { quoted: false, ..problem.at(*span).help("take it out here too") }
            })
        });
        let problems = problems.collect();
        self.seen = files.iter().map(|source| source.hash).zip(found).collect();
        problems
    }
}

fn holds_text(source: &Source) -> bool {
    use crate::source::Kind;
    let ending = source.path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    !source.builtin && (!matches!(source.kind, Kind::File | Kind::Asset | Kind::Unknown) || TEXTS.contains(&&*ending))
}

//! Words about safety in any text of a file: promises that no site can keep, half of what belongs to "press 55", and
//! in a course what would let anyone into a session on a screen.

use crate::diagnostic::{Located, Report, Span};
use crate::model::joining_link::lets_people_in;
use crate::model::privacy_claim::privacy_claims;
use crate::model::silent_call;
use crate::record::markdown;
use crate::record::node::{Node, Value};

/// What nobody reads: what is private, and words that people may search for.
const UNREAD: [&str; 3] = ["private", "also", "keywords"];

/// Looks at every text below a value.
pub(super) fn check_values(node: &Node<'_>, report: &Report) {
    each_text(node, &mut |value| {
        check(&value.value, report, |from, to| markdown::part(value, &value.value[from..to], report));
    });
}

/// Refuses joining links in any text below a value. The line is not quoted, since logs are read by many.
pub(super) fn refuse_joining_links(node: &Node<'_>, report: &Report) {
    each_text(node, &mut |value| {
        if lets_people_in(&value.value) {
            let message = "a link or code that lets people into a session must not be published";
            let help = "take it out, and say how it will reach people: `we email the link the day before`";
            report.error_unquoted("joining-link", value.span, message, help);
        }
    });
}

fn each_text(node: &Node<'_>, look: &mut impl FnMut(&Located<String>)) {
    match &node.value {
        Value::Scalar { text, .. } => look(&Located::new(text.trim().to_owned(), node.span)),
        Value::List(items) => items.iter().for_each(|item| each_text(item, look)),
        Value::Map(entries) => {
            let read = entries.iter().filter(|(key, _)| !UNREAD.contains(&&*key.name));
            read.for_each(|(_, value)| each_text(value, look));
        }
    }
}

/// Looks at the text below the fields, which begins at byte `start` of the file.
pub(super) fn check_body(body: &str, start: usize, report: &Report) {
    check(body, report, |from, to| Span::new(start + from, start + to));
}

fn check(text: &str, report: &Report, place: impl Fn(usize, usize) -> Span) {
    for claim in privacy_claims(text) {
        let help =
            "say what is true: the button shows another page at once, and the browser's own history stays as it is";
        let message = "this promises that a visit cannot be found out, which no website can do";
        report.warning("wording", place(claim.start, claim.end), message, help);
    }
    if let Some(found) = silent_call::incomplete(text) {
        let message = format!("this mentions pressing 55 without saying {}", listed(&found.missing));
        let help = "write: on a mobile, call 999, listen, and when asked press 55; it does not give your location";
        report.warning("wording", place(found.at.start, found.at.end), message, help);
    }
}

/// The points with commas and an "and".
fn listed(points: &[&str]) -> String {
    match points {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

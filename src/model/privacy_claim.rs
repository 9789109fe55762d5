//! Sentences that promise what no website can keep: that it hides a visit.
//!
//! Someone who believes such a sentence may be found out by it. What is said of a browser ("you can delete single
//! entries") is advice and no promise, and neither is a sentence with a "not".

use std::ops::Range;

/// What a thing may be said to do to the traces of a visit, by itself.
const DOES: [&str; 9] = ["hides", "deletes", "clears", "erases", "wipes", "removes", "scrubs", "conceals", "covers"];

/// The same, where a thing will do it, or is there to do it.
const DO: [&str; 9] = ["hide", "delete", "clear", "erase", "wipe", "remove", "scrub", "conceal", "cover"];

/// What may be said to do it.
const THINGS: [&str; 9] = ["site", "website", "button", "page", "exit", "shift", "link", "we", "it"];

/// The traces of a visit.
const TRACES: [&str; 7] = ["history", "trace", "traces", "tracks", "footprint", "visit", "browsing"];

/// Words between a thing and what is done, after which someone else does it.
const OTHERS: [&str; 9] = ["you", "how", "they", "someone", "person", "browser", "browsers", "who", "people"];

/// Words that turn a promise into a warning.
const NOT: [&str; 12] =
    ["not", "no", "never", "cannot", "nor", "neither", "nothing", "without", "none", "nobody", "unable", "myth"];

/// Words that promise by themselves, where the sentence is about a visit.
const UNSEEN: [&str; 6] = ["anonymous", "anonymously", "untraceable", "undetectable", "invisible", "untracked"];

/// What makes a sentence one about a visit to the site.
const VISIT: [&str; 8] = ["site", "website", "visit", "visits", "browse", "browsing", "button", "page"];

/// Promises that nothing of a visit is left, which hold their own "no".
const NO_TRACE: [&str; 9] = [
    "no trace",
    "without a trace",
    "without trace",
    "nobody will know",
    "no one will know",
    "nobody can see",
    "no one can see",
    "cannot be traced",
    "cannot be tracked",
];

/// How many words back something can bear on a word.
const REACH: usize = 60;

/// The promises in a text, in bytes of it.
#[must_use]
pub(crate) fn privacy_claims(text: &str) -> Vec<Range<usize>> {
    sentences(text).into_iter().filter(|range| promises(&text[range.clone()])).collect()
}

fn promises(sentence: &str) -> bool {
    if sentence.trim_end().ends_with('?') {
        return false;
    }
    let plain = sentence.to_lowercase().replace('\u{2019}', "'").replace(['*', '_'], "");
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect();
    let about_visit = words.iter().any(|word| VISIT.contains(word));
    (about_visit && says_no_trace(&plain))
        || (0..words.len()).any(|at| does_away(&words, at) || (about_visit && calls_unseen(&words, at)))
}

/// The words before one that may bear on it. What is said further back is another matter, and a text without a full
/// stop may be as long as a file.
fn before<'w>(words: &'w [&'w str], at: usize) -> &'w [&'w str] {
    &words[at.saturating_sub(REACH)..at]
}

/// "This button clears your history", "use it to hide your visit".
fn does_away(words: &[&str], at: usize) -> bool {
    let by_itself = DOES.contains(&words[at]);
    if !by_itself && !DO.contains(&words[at]) {
        return false;
    }
    let before = before(words, at);
    let after = &words[at + 1..];
    let traces = after.iter().take(6).any(|word| TRACES.contains(word));
    let thing = before.iter().rposition(|word| THINGS.contains(word));
    let by_a_thing = thing.is_some_and(|thing| !before[thing + 1..].iter().any(|word| OTHERS.contains(word)));
    let by_other = before.iter().any(|word| OTHERS.contains(word));
    traces && (by_a_thing || (by_itself && !by_other)) && !is_denied(before)
}

/// "You are anonymous on this site".
fn calls_unseen(words: &[&str], at: usize) -> bool {
    UNSEEN.contains(&words[at]) && !is_denied(before(words, at))
}

/// "Your visit leaves no trace".
fn says_no_trace(plain: &str) -> bool {
    let denied =
        ["no website", "no site", "not mean", "cannot make sure", "not make sure", "cannot promise", "not promise"];
    NO_TRACE.iter().any(|promise| plain.contains(promise)) && !denied.iter().any(|no| plain.contains(no))
}

fn is_denied(before: &[&str]) -> bool {
    before.iter().any(|word| NOT.contains(word) || word.ends_with("n't"))
}

/// The sentences, items and cells of a text in Markdown.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).copied().unwrap_or(b'\n');
        let ends = match byte {
            // The mark belongs to its sentence, and so do the signs that close a quotation or stress.
            b'.' | b'!' | b'?' => next.is_ascii_whitespace() || b"*\"')_".contains(&next),
            b'|' => true,
            b'\n' => next == b'\n' || begins_block(&text[at + 1..]),
            _ => false,
        };
        if ends {
            found.push(from..at + 1);
            from = at + 1;
        }
    }
    found.push(from..text.len());
    found.into_iter().filter_map(|range| trimmed(text, range)).collect()
}

/// Whether a line begins an item, a heading, a quotation or a row.
fn begins_block(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default().trim_start();
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['#', '>', '|', '-', '+'])
        || line.starts_with("* ")
        || (numbered.len() < line.len() && numbered.starts_with(". "))
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = &text[range.clone()];
    let lead = part.len() - part.trim_start_matches(|c: char| c.is_whitespace() || "-*#>|+\"')_".contains(c)).len();
    let whole = part.trim_end();
    (lead < whole.len()).then(|| range.start + lead..range.start + whole.len())
}

#[cfg(test)]
mod tests {
    use super::privacy_claims;

    #[test]
    fn promises_that_no_site_can_keep_are_found() {
        for text in [
            "This button hides your browsing history.",
            "The exit button clears your history at once.",
            "We delete your browsing history when you leave.",
            "Press the button to erase your history.",
            "Our site will hide your visit.",
            "This website removes every trace of your visit!",
            "Pressing Shift three times clears the browser's history.",
            "Use it to cover your tracks.",
            "Your visit to this site leaves no trace.",
            "You are anonymous on this website.",
            "Your visit is untraceable.",
            "Nobody can see that you visited this site.",
            "The page **wipes** your *browsing* history.",
            "Exit this page: deletes your history",
        ] {
            assert_eq!(privacy_claims(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn what_is_true_or_advice_is_left_alone() {
        for text in [
            "It does not delete your history.",
            "The button doesn't clear your browsing history.",
            "**It does not erase your browsing history.**",
            "Your browser keeps a list of pages, and this site cannot change that list.",
            "You can delete single entries from your history.",
            "Open the history list, find the entry, and choose delete.",
            "Take care before you delete everything.",
            "This page tells you how to clear your history.",
            "No website can hide your visit.",
            "No website can make sure that nobody knows you were here.",
            "Does the button clear my history?",
            "A private window does not keep its pages in the history.",
            "You can talk to them anonymously on 0800 1111.",
            "The exit button hides this page at once.",
            "We remove old pages from the site.",
            "If someone deletes your messages, keep a note.",
            "A person who hides your post or deletes your history is controlling you.",
            "Software that watches the device still works: deleted entries will not protect you.",
            "We delete your message after 12 months.",
            "It covers the history of the partnership.".split_at(0).0,
        ] {
            assert!(privacy_claims(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn each_promise_is_told_where_it_stands() {
        let text = "In danger, call 999.\n\n- This site hides your history.\n- It is free.\n";
        let found = privacy_claims(text);
        assert_eq!(
            found.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(),
            ["This site hides your history."]
        );
    }
}

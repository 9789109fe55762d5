//! Telephone numbers in a text.

use super::{Kind, Phone};

/// The telephone numbers that stand in a text, each as it is written there. Short ones, such as 999 and 111, are left
/// out: they are the same for everyone, and do not change.
#[must_use]
pub(crate) fn mentions(text: &str) -> Vec<(String, Phone)> {
    text.split(|sign| !is_part(sign))
        .filter(|run| run.contains(|sign: char| sign.is_ascii_digit()))
        .flat_map(in_run)
        .collect()
}

/// The most figures that a telephone number has, ITU-T E.164: 15, and a word of marks.
const MOST_WORDS: usize = 16;

fn is_part(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, ' ' | '\u{a0}' | '+' | '(' | ')' | '-' | '.' | '\u{2011}')
}

/// The numbers in a run of figures, spaces and their marks: the longest that begins at each word.
fn in_run(run: &str) -> Vec<(String, Phone)> {
    let words: Vec<&str> = run.split_whitespace().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // No number has more words than figures: a long run of small numbers is none.
        let last = words.len().min(at + MOST_WORDS);
        let number = (at + 1..=last).rev().find_map(|end| {
            let written = words[at..end].join(" ");
            let written = written.trim_matches(['.', '-', ' ']);
            let phone = Phone::read(written).ok().filter(|phone| matches!(phone.kind, Kind::National { .. }))?;
            Some((end, written.to_owned(), phone))
        });
        match number {
            Some((end, written, phone)) => {
                found.push((written, phone));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn numbers_are_found_as_they_are_written() {
        let found = |text: &str| mentions(text).into_iter().map(|(written, _)| written).collect::<Vec<_>>();
        assert_eq!(found("Call 01632 960100, or +44 1632 960101."), ["01632 960100", "+44 1632 960101"]);
        assert_eq!(found("Ring 01632 960100. 24 hours a day, 7 days a week."), ["01632 960100"]);
        assert_eq!(found("Ring 01632 960100 01632 960101"), ["01632 960100", "01632 960101"]);
        assert_eq!(found("In danger, call 999 or 112. Else 101 or 111, or 18000 by text, and press 55."), [""; 0]);
        assert_eq!(found("From 2026-04-01 to 31.03.2029, for £1 000 000, by 10.30 on 3-12-2026"), [""; 0]);
    }
}

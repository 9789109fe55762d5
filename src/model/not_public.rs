//! Words by which a heading, a label or a text says that it is not for the public. They are in `not_public.txt`.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::plain_words::words;

/// A word or words of the list.
struct Telling {
    words: Vec<String>,
    /// As the list has it, for the report.
    written: &'static str,
    kind: Kind,
    /// Its number in the list.
    place: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It makes a column private.
    Column,
    /// It marks a heading or a line that says it.
    Anything,
    /// It marks any text.
    Text,
    /// It is not meant.
    Exception,
}

/// The list, ready to be looked through: an import asks of each cell.
struct List {
    all: Vec<Telling>,
    /// Those that begin with a word, in their order.
    by_first_word: HashMap<String, Vec<usize>>,
    /// The words that are long enough to be known with a slip in them.
    long: BTreeSet<String>,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let lines = include_str!("not_public.txt").lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#')).enumerate();
    let telling = |(place, line): (usize, &'static str)| {
        let (kind, written) = match line.split_once(' ') {
            Some(("!!", rest)) => (Kind::Text, rest),
            Some(("!", rest)) => (Kind::Anything, rest),
            Some(("-", rest)) => (Kind::Exception, rest),
            _ => (Kind::Column, line),
        };
        Telling { words: plain_words(written), written, kind, place }
    };
    let all: Vec<Telling> = lines.map(telling).collect();
    let mut by_first_word: HashMap<String, Vec<usize>> = HashMap::new();
    for telling in &all {
        by_first_word.entry(telling.words[0].clone()).or_default().push(telling.place);
    }
    let words: BTreeSet<&String> = all.iter().flat_map(|telling| &telling.words).collect();
    let long = words.into_iter().filter(|word| word.len() > 8).cloned().collect();
    List { all, by_first_word, long }
});

impl List {
    /// The words of the list with which a text begins.
    fn at<'l>(&'l self, spoken: &'l [String]) -> impl Iterator<Item = &'l Telling> {
        let begun = spoken.first().and_then(|word| self.by_first_word.get(word)).into_iter().flatten();
        begun.map(|place| &self.all[*place]).filter(|telling| spoken.starts_with(&telling.words))
    }

    /// A word, or the long one of the list that was meant: `confidental`.
    fn meant(&self, word: String) -> String {
        if word.len() < 8 || self.long.contains(&word) {
            return word;
        }
        let is_slip = |meant: &&String| {
            // With one slip, the one half or the other is as it should be, and to compare whole words is slow.
            let (one, other, half) = (word.as_bytes(), meant.as_bytes(), meant.len() / 2 - 1);
            let is_half_right = one.starts_with(&other[..half]) || one.ends_with(&other[other.len() - half..]);
            one.len().abs_diff(other.len()) <= 4 && is_half_right && strsim::damerau_levenshtein(&word, meant) == 1
        };
        self.long.iter().find(is_slip).cloned().unwrap_or(word)
    }
}

/// The word by which a heading says that its column is not for the public.
pub(crate) fn in_heading(heading: &str) -> Option<&'static str> {
    find(heading, &[Kind::Column, Kind::Anything, Kind::Text])
}

/// The words by which a line that stands alone says that it is not for the public.
pub(crate) fn in_text(text: &str) -> Option<&'static str> {
    find(text, &[Kind::Anything, Kind::Text])
}

/// Each of the words that mark a sentence holds one of these, which are quicker to look for.
const IN_SENTENCES: [&str; 4] = ["not for ", "not circ", "not distr", "official"];

/// The words by which a sentence of any text says that the text is not for the public.
pub(crate) fn in_sentence(text: &str) -> Option<&'static str> {
    let may_say = ["ot ", "OT ", "fficial", "FFICIAL"].iter().any(|part| text.contains(part)) && {
        let small = text.to_lowercase();
        IN_SENTENCES.iter().any(|part| small.contains(part))
    };
    may_say.then(|| find(text, &[Kind::Text])).flatten()
}

/// What a part of a document is called: these are for some readers where the others are for all.
const PARTS: [&str; 6] = ["addendum", "annex", "appendix", "part", "schedule", "section"];

/// The words by which the heading of a part says that the part is not for the public: `Confidential annex`, `Moves
/// (confidential)`, `Not for publication: background`. `Confidential advice for all` is the name of a service.
pub(crate) fn in_part_heading(heading: &str) -> Option<&'static str> {
    // A plan has a second part, too, and not only a meeting that goes on behind closed doors.
    let says = |text: &str| in_text(text).filter(|word| *word != "part 2");
    let word = says(heading).filter(|word| *word != "confidential");
    word.or_else(|| {
        let is_part = plain_words(heading).iter().any(|word| PARTS.contains(&word.as_str()));
        let pieces = heading.split(['(', ')', '[', ']', ':', '–', '—']).flat_map(|piece| piece.split(" - "));
        let mut marks = pieces.filter(|piece| is_part || plain_words(piece).iter().all(|word| says(word).is_some()));
        marks.find_map(says)
    })
}

fn find(text: &str, kinds: &[Kind]) -> Option<&'static str> {
    let mut spoken: Vec<String> = plain_words(text).into_iter().map(|word| LIST.meant(word)).collect();
    for at in 0..spoken.len() {
        let exception = LIST.at(&spoken[at..]).find(|telling| telling.kind == Kind::Exception);
        let covers = exception.map_or(0, |telling| telling.words.len());
        spoken[at..at + covers].iter_mut().for_each(String::clear);
    }
    let found = (0..spoken.len()).flat_map(|at| LIST.at(&spoken[at..])).filter(|telling| kinds.contains(&telling.kind));
    found.min_by_key(|telling| telling.place).map(|telling| telling.written)
}

/// The words of a heading in small letters and in the singular: `CaseNotes` and `case-notes` are `case note`.
pub(crate) fn plain_words(text: &str) -> Vec<String> {
    let mut words = spelled_out(words(&apart(text)));
    for word in &mut words {
        *word = singular(std::mem::take(word));
    }
    words
}

/// A text in which words that only capitals tell apart stand apart: "caseNotes".
fn apart(text: &str) -> Cow<'_, str> {
    let meet = |pair: &[u8]| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
    if text.is_ascii() && !text.as_bytes().windows(2).any(meet) {
        return Cow::Borrowed(text);
    }
    // Signs without a width part words that look whole, and wide letters look like narrow ones.
    let text: Cow<'_, str> = if text.is_ascii() { Cow::Borrowed(text) } else { text.nfkc().collect() };
    let mut apart = String::with_capacity(text.len() + 4);
    let mut last = ' ';
    let letters = text.chars().map(|letter| if letter == '\u{200b}' { ' ' } else { letter });
    for letter in letters.filter(|letter| !matches!(letter, '\u{200c}'..='\u{200f}' | '\u{2060}' | '\u{feff}')) {
        if last.is_lowercase() && letter.is_uppercase() {
            apart.push(' ');
        }
        apart.push(letter);
        last = letter;
    }
    Cow::Owned(apart)
}

/// Words of which letters that stand alone are one: `P R I V A T E`, `D.O.B.`
fn spelled_out(words: Vec<String>) -> Vec<String> {
    let is_letter = |word: &String| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    if !words.windows(3).any(|three| three.iter().all(is_letter)) {
        return words;
    }
    let runs = words.chunk_by(|one, other| is_letter(one) && is_letter(other));
    let joined = |run: &[String]| if run.len() > 2 { vec![run.concat()] } else { run.to_vec() };
    runs.flat_map(joined).collect()
}

fn singular(mut word: String) -> String {
    if word.ends_with("'s") {
        word.truncate(word.len() - 2);
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        word.truncate(stem.len());
        word.push('y');
    } else if let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')) {
        word.truncate(stem.len());
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{in_heading, in_part_heading, in_sentence, in_text};

    #[test]
    fn headings_say_that_a_column_is_not_for_the_public() {
        for heading in [
            "Confidential",
            "CONFIDENTIAL NOTES",
            "Confidental notes",
            "Notes (in confidence)",
            "Officer comments (private)",
            "Internal comments",
            "INTERNAL ONLY",
            "Internal-use",
            "internal_notes",
            "InternalComments",
            "Restricted update",
            "OFFICIAL-SENSITIVE",
            "Sensitive information",
            "Personal data",
            "Victim details",
            "victim/survivor notes",
            "Victims’ names",
            "Victim's initials",
            "Case",
            "Cases",
            "Case no.",
            "Case-notes",
            "Casework",
            "Police ref",
            "Police case notes",
            "Police lead",
            "Not for publication",
            "NOT FOR PUBLICATION: working notes",
            "Comments - do not publish",
            "Confidential: Lead",
            "Legal advice",
            "Background (not published)",
            "Don’t publish",
            "NFP",
            "Staff only",
            "Client ref",
            "NHS No.",
            "D.O.B.",
            "Private\u{200b}notes",
            "ＰＲＩＶＡＴＥ",
            "C O N F I D E N T I A L",
        ] {
            assert!(in_heading(heading).is_some(), "{heading}");
        }
    }

    #[test]
    fn headings_say_that_a_part_is_not_for_the_public() {
        for heading in [
            "Confidential annex",
            "Annex B: moves (confidential)",
            "Moves - CONFIDENTIAL",
            "Confidential: moves",
            "Not for publication: background",
            "Appendix 2, confidential: who moved",
        ] {
            assert!(in_part_heading(heading).is_some(), "{heading}");
        }
        for heading in [
            "Confidential advice for survivors",
            "Priority 2: Confidential advice",
            "Annex B: how we ask",
            "Part 2: What we will do",
        ] {
            assert!(in_part_heading(heading).is_none(), "{heading}");
        }
    }

    #[test]
    fn other_headings_do_not() {
        for heading in [
            "Case studies published",
            "Case study",
            "Business case",
            "Internet page",
            "International links",
            "Public update",
            "Published",
            "Policy lead",
            "Personnel",
            "Showcase event",
            "Interval of review",
            "Private sector partners",
            "Link to Police and Crime Plan",
            "Lead",
            "Progress",
            "",
        ] {
            assert_eq!(in_heading(heading), None, "{heading}");
        }
    }

    #[test]
    fn only_the_strongest_words_mark_sheets_and_lines() {
        assert!(in_text("Working - do not share").is_some());
        assert!(in_text("Version 0.7 DRAFT - not for circulation").is_some());
        assert_eq!(in_text("Priority 2: Victims"), None);
        assert_eq!(in_text("Case work improves"), None);
    }

    #[test]
    fn a_sentence_marks_its_text() {
        for text in [
            "The move is planned for May (not for publication).",
            "Please DO NOT CIRCULATE until the board has agreed.",
            "OFFICIAL-SENSITIVE. Three families moved.",
            "Not for circulation outside the group.",
        ] {
            assert!(in_sentence(text).is_some(), "{text}");
        }
        for text in [
            "Our advice is free and confidential.",
            "Do not share your password.",
            "We do not publish the address of the refuge.",
            "This is not for everyone.",
            "The report is not public yet.",
        ] {
            assert_eq!(in_sentence(text), None, "{text}");
        }
    }
}

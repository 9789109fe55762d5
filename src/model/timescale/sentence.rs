//! What a timescale's words say of the dates among them: which of them is
//! the start, which the end, and whether the work goes on.

use super::PlanCalendar;
use super::error::Problem;
use super::mention::{Mention, mentions};
use super::plan_words::last_for_the_plan;
use super::span::Span;
use super::token::Tokens;

/// What a text says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sentence {
    pub(super) from: Option<Span>,
    pub(super) by: Option<Span>,
    pub(super) ongoing: bool,
    /// It says that the date is not known yet.
    pub(super) undated: bool,
}

/// A date after one of these is when the work starts.
const STARTS: &[&str] = &[
    "from",
    "since",
    "after",
    "commence",
    "commences",
    "commencing",
    "commencement",
    "start",
    "starts",
    "starting",
    "begin",
    "begins",
    "beginning",
    "between",
];
/// Words between such a word, or "by", and the date.
const FILLERS: &[&str] = &[
    "the",
    "of",
    "in",
    "on",
    "at",
    "end",
    "early",
    "mid",
    "middle",
    "late",
    "around",
    "approx",
    "approximately",
    "about",
    "financial",
    "year",
    "date",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const ONWARDS: &[&str] = &["onward", "onwards", "forward", "forwards"];
/// What makes a stretch of the dates on its two sides.
const STRETCH: &[&str] = &["to", "until", "till", "through", "thru"];
const UNKNOWN: &[&str] = &["tbc", "tba", "tbd"];
const TO_BE: &[&str] = &["confirmed", "agreed", "decided", "determined", "advised", "announced", "arranged", "set"];

impl Sentence {
    pub(super) fn read(text: &str, calendar: &PlanCalendar) -> Result<Self, Problem> {
        let tokens = Tokens::of(text);
        let mentions = mentions(&tokens, calendar)?;
        let mut said = Self {
            ongoing: says_ongoing(&tokens) || last_for_the_plan(&tokens),
            undated: says_undated(&tokens),
            ..Self::default()
        };
        for (index, mention) in mentions.iter().enumerate() {
            let next = mentions.get(index + 1);
            if next.is_some_and(|next| is_stretch(&tokens, mention, next)) {
                if next.is_some_and(|next| next.span.last < mention.span.first) {
                    return Err(Problem::Backwards);
                }
                said.from.get_or_insert(mention.span);
            } else if says_onwards(&tokens, mention.end) || goes_on(&tokens, mention.end) {
                said.ongoing = true;
                said.from.get_or_insert(mention.span);
            } else if is_start(&tokens, mention.start) && !mention.span.is_stretch {
                said.from.get_or_insert(mention.span);
            } else {
                said.by = Some(mention.span);
            }
        }
        said.settle_start();
        Ok(said)
    }

    pub(super) fn has_date(&self) -> bool {
        self.from.is_some() || self.by.is_some()
    }

    pub(super) fn is_understood(&self) -> bool {
        self.has_date() || self.ongoing || self.undated
    }

    /// A stretch starts on its first day, unless another start is named. A
    /// start past the end belongs to something else that the text tells.
    fn settle_start(&mut self) {
        let Some(by) = self.by else {
            return;
        };
        if by.is_stretch && self.from.is_none() {
            self.from = Some(by);
        }
        if self.from.is_some_and(|from| from.first > by.last) {
            self.from = None;
        }
    }
}

fn is_stretch(tokens: &Tokens, mention: &Mention, next: &Mention) -> bool {
    let between = mention.end..next.start;
    let joins = |at| tokens.is_word(at, STRETCH) || tokens.is_mark(at, &['-']);
    let fills = |at| tokens.is_word(at, FILLERS);
    let is_between =
        tokens.is_word(mention.end, &["and"]) && mention.start > 0 && tokens.is_word(mention.start - 1, &["between"]);
    between.clone().any(joins) && between.clone().all(|at| joins(at) || fills(at))
        || is_between && between.skip(1).all(fills)
}

fn is_start(tokens: &Tokens, date: usize) -> bool {
    for at in (0..date).rev() {
        let is_moment = tokens.is_word(at, &["start", "beginning"]) && tokens.is_word(at + 1, &["of"]);
        let fills = is_moment || tokens.is_word(at, FILLERS) || tokens.is_mark(at, &['-', ':', '\'']);
        if !fills {
            return tokens.is_word(at, STARTS);
        }
    }
    false
}

fn says_onwards(tokens: &Tokens, at: usize) -> bool {
    let at = at + usize::from(tokens.is_word(at, &["and"]));
    tokens.is_word(at, ONWARDS)
}

fn says_ongoing(tokens: &Tokens) -> bool {
    (0..tokens.len()).any(|at| is_ongoing(tokens, at))
}

fn is_ongoing(tokens: &Tokens, at: usize) -> bool {
    let next = at + 1 + usize::from(tokens.is_mark(at + 1, &['-']));
    tokens.is_word(at, &["ongoing", "continuous", "continuously"])
        || tokens.is_word(at, &["on"]) && tokens.is_word(next, &["going"])
}

/// Whether a stretch without an end begins: `2018 - ongoing`. In `Sept 23 and ongoing` the date is an end.
fn goes_on(tokens: &Tokens, at: usize) -> bool {
    (tokens.is_mark(at, &['-', '→', '>']) || tokens.is_word(at, STRETCH)) && is_ongoing(tokens, at + 1)
}

fn says_undated(tokens: &Tokens) -> bool {
    let only_dashes = (0..tokens.len()).all(|at| tokens.is_mark(at, &['-']));
    let not_applicable =
        tokens.len() == 3 && tokens.is_word(0, &["n"]) && tokens.is_mark(1, &['/']) && tokens.is_word(2, &["a"]);
    only_dashes
        || not_applicable
        || (0..tokens.len()).any(|at| {
            tokens.is_word(at, UNKNOWN)
                || tokens.is_word(at, &["to"]) && tokens.is_word(at + 1, &["be"]) && tokens.is_word(at + 2, TO_BE)
        })
}

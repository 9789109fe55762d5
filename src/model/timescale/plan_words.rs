//! The words by which a timescale means the plan's own period: "throughout
//! the lifetime of this Strategy", "by the end of the plan".

use super::PlanCalendar;
use super::found::Found;
use super::span::Span;
use super::token::Tokens;

const PLAN: &[&str] = &["plan", "strategy", "programme"];

/// How many words may stand between "lifetime of" and the plan: "lifetime of
/// our domestic abuse strategy".
const NAME_WORDS: usize = 4;

/// What a place in the text says of the plan's period.
struct PlanWords {
    /// The work goes on all that time, and does not only end with it.
    lasts: bool,
    end: usize,
}

/// The plan's period, where it is known and the words at a place mean it.
pub(super) fn plan_period(tokens: &Tokens, at: usize, calendar: &PlanCalendar) -> Option<(Found, usize)> {
    let words = plan_words(tokens, at)?;
    let mut span = Span::lifetime(calendar.period?);
    span.is_stretch = words.lasts;
    Some((Found::Whole(span), words.end))
}

/// Whether the text says that the work goes on for the plan's lifetime.
pub(super) fn last_for_the_plan(tokens: &Tokens) -> bool {
    (0..tokens.len()).any(|at| plan_words(tokens, at).is_some_and(|words| words.lasts))
}

fn plan_words(tokens: &Tokens, at: usize) -> Option<PlanWords> {
    let is_of = tokens.is_word(at + 1, &["of"]);
    match tokens.word(at)? {
        "lifetime" if !is_of => Some(PlanWords { lasts: true, end: at + 1 }),
        "lifetime" | "life" | "duration" | "length" | "course" if is_of => {
            plan_within(tokens, at + 2).map(|end| PlanWords { lasts: true, end })
        }
        "throughout" => plan_within(tokens, at + 1).map(|end| PlanWords { lasts: true, end }),
        "end" if is_of => plan_within(tokens, at + 2).map(|end| PlanWords { lasts: false, end }),
        _ => None,
    }
}

/// The place after the word for the plan, if only words lead up to it.
fn plan_within(tokens: &Tokens, from: usize) -> Option<usize> {
    (from..=from + NAME_WORDS)
        .take_while(|at| tokens.word(*at).is_some())
        .find(|at| tokens.is_word(*at, PLAN))
        .map(|at| at + 1)
}

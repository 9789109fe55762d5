//! Days with their times.

use std::fmt::Write as _;

use super::{Half, Word};

/// Days with their times, while they are being read.
#[derive(Default)]
pub(super) struct Group {
    days: String,
    nth: Vec<i8>,
    pub(super) times: Vec<Word>,
}

impl Group {
    pub(super) fn is_empty(&self) -> bool {
        self.days.is_empty() && self.nth.is_empty() && self.times.is_empty()
    }

    pub(super) fn has_days(&self) -> bool {
        !self.days.is_empty()
    }

    /// Adds a day, or which of the month's the next day is.
    pub(super) fn add(&mut self, word: Word, before: Option<Word>) -> Option<()> {
        match word {
            Word::Nth(nth) => self.nth.push(nth),
            Word::Day(code) => {
                let is_range = before == Some(Word::To) && !self.days.is_empty();
                if !self.days.is_empty() {
                    self.days.push(if is_range { '-' } else { ',' });
                }
                self.days.push_str(code);
                if !self.nth.is_empty() {
                    let is_one_day = code.len() == 2 && code != "PH" && !is_range;
                    let nth: Vec<String> = self.nth.drain(..).map(|nth| nth.to_string()).collect();
                    is_one_day.then(|| write!(self.days, "[{}]", nth.join(",")).ok())??;
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// The days, on which it is closed.
    pub(super) fn closed(self) -> Option<String> {
        let is_sound = !self.days.is_empty() && self.times.is_empty() && self.nth.is_empty();
        is_sound.then(|| format!("{} off", self.days))
    }

    /// The days, then the times.
    pub(super) fn rule(self) -> Option<String> {
        let Self { days, nth, times } = self;
        if times.is_empty() || !nth.is_empty() {
            return None;
        }
        if times.contains(&Word::AllDay) {
            let whole_week = days.split(',').any(|days| days.is_empty() || days == "Mo-Su");
            let rule = if whole_week { "24/7".to_owned() } else { format!("{days} 00:00-24:00") };
            return (times.len() == 1).then_some(rule);
        }
        let mut spans = Vec::new();
        for pair in times.chunks(2) {
            let [from, to] = pair else { return None };
            spans.push(span(*from, *to)?);
        }
        Some(format!("{days} {}", spans.join(",")).trim_start().to_owned())
    }
}

/// `09:00-17:00`. Where the halves of the day are not told, the end is after the start.
fn span(from: Word, to: Word) -> Option<String> {
    let (
        Word::Clock { hour: first, minute: past, half },
        Word::Clock { hour: last, minute: past_last, half: half_last },
    ) = (from, to)
    else {
        return None;
    };
    let on_24 = |hour: u16, half: Option<Half>| match half {
        Some(Half::Pm) if hour < 12 => hour + 12,
        Some(Half::Am) if hour == 12 => 0,
        _ => hour,
    };
    let first = if half.is_none() && half_last == Some(Half::Pm) && first < last {
        on_24(first, half_last)
    } else {
        on_24(first, half)
    };
    let mut last = on_24(last, half_last);
    if half_last.is_none() && last <= first && last <= 12 {
        last += 12;
    }
    Some(format!("{first:02}:{past:02}-{last:02}:{past_last:02}"))
}

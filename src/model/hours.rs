//! Opening hours, in the form that OpenStreetMap uses:
//! `Mo-Fr 09:00-17:00; PH off`.

mod days;
mod listed;
mod slip;
#[cfg(test)]
mod tests;
mod times;
mod week;
mod words;

pub(crate) use week::{OpenTime, Week};

use opening_hours_syntax::rules::OpeningHoursExpression;
use std::error::Error;
use std::fmt;

/// When a service is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpeningHours {
    expression: OpeningHoursExpression,
}

/// A text that is not in the form for opening hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HoursError {
    text: String,
    /// The rule at fault, where there are several.
    rule: Option<String>,
}

/// A text longer than this is not opening hours. The parser's time grows with
/// the length, and the page would be unreadable.
const LONGEST: usize = 500;

impl fmt::Display for HoursError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        write!(out, "`{text}` is not in the form for opening hours")?;
        match &self.rule {
            Some(rule) if rule.is_empty() => write!(out, ": there is nothing between two `;`"),
            Some(rule) => write!(out, ": `{rule}` is not understood"),
            None => Ok(()),
        }
    }
}

impl Error for HoursError {}

impl HoursError {
    /// What to do about it: both ways of writing opening hours.
    #[must_use]
    pub(crate) fn help(&self) -> String {
        let meant = slip::meant(&self.text).filter(|meant| OpeningHours::read(meant).is_ok());
        if let Some(meant) = meant {
            return format!(
                "did you mean `hours: \"{meant}\"`? to keep your own words, write `hours: {{text: {:?}}}`",
                self.text
            );
        }
        let text = if self.text.is_empty() { "Weekdays, 9am to 5pm" } else { &self.text };
        format!(
            "write `hours: \"Mo-Fr 09:00-17:00; PH off\"` (or `24/7`), or keep your own words: `hours: {{text: {text:?}}}`"
        )
    }
}

impl OpeningHours {
    /// Reads a text in OpenStreetMap's form.
    ///
    /// # Errors
    /// Any other text, plain words too.
    pub(crate) fn read(text: &str) -> Result<Self, HoursError> {
        let text = text.trim();
        let wrong = |rule| HoursError { text: text.to_owned(), rule };
        // The parser takes a year alone ("2023") for hours, "open all that
        // year"; an author who writes that meant something else.
        let looks_like_hours =
            text == "24/7" || text.contains(':') || text.chars().any(|letter| letter.is_ascii_alphabetic());
        if text.len() > LONGEST || !looks_like_hours {
            return Err(wrong(None));
        }
        match opening_hours_syntax::parse(text) {
            Ok(expression) => Ok(Self { expression }),
            Err(_) => Err(wrong(faulty_rule(text))),
        }
    }

    /// The hours in plain words, a line for each rule: "Monday to Friday, 9am
    /// to 5pm", "Closed on bank holidays", "Day and night, every day".
    ///
    /// The few rules for which there are no short words, such as every second
    /// week of the year, are shown in the form itself.
    #[must_use]
    pub(crate) fn in_words(&self) -> Vec<String> {
        words::lines(&self.expression)
    }

    /// The hours of a usual week, for the mark that says whether a service is
    /// open now; `None` where they depend on more than the weekday, bank
    /// holidays and days of the year on which it is closed.
    #[must_use]
    pub(crate) fn week(&self) -> Option<Week> {
        week::of(&self.expression)
    }

    /// Whether the service is open day and night, every day.
    #[must_use]
    pub(crate) fn is_always_open(&self) -> bool {
        words::is_always_open(&self.expression)
    }
}

/// The first of several rules that is not in the form.
fn faulty_rule(text: &str) -> Option<String> {
    let rules: Vec<&str> = text.split(';').map(str::trim).collect();
    if rules.len() == 1 {
        return None;
    }
    rules.into_iter().find(|rule| opening_hours_syntax::parse(rule).is_err()).map(str::to_owned)
}

//! The risk register of a plan.

use jiff::civil::Date;

use crate::diagnostic::Located;
use crate::model::prose::Prose;
use crate::record::field::Rule;
use crate::record::lead::Lead;

record! {
    /// A line of a plan's risk register.
    pub(crate) struct Risk: "a risk" => {
        /// Its number.
        reference: Option<String>, key = "ref", example = "R1", label = "Number";
        /// What might happen.
        event: String, key = "risk", example = "Funding ends in March";
        /// How likely it is, from 1 to 5.
        likelihood: Option<u32>, example = "3", rule = Rule::Range(1, 5);
        /// How bad it would be, from 1 to 5.
        impact: Option<u32>, example = "4", rule = Rule::Range(1, 5);
        /// What is done about it.
        mitigation: Option<Prose>, example = "We have applied for two more years.";
        /// Who watches it.
        leads: Vec<Lead>, key = "lead", example = "marlsea-council", label = "Lead";
        /// How it stands, in the plan's own words.
        status: Option<String>, example = "Open";
        /// The day on which someone last looked at it.
        reviewed: Option<Located<Date>>, example = "2026-10-01", label = "Reviewed on";
    }
}

/// How much a risk matters, by its score: the bands of the risk matrix that the National Patient Safety Agency gave the
/// NHS in 2008, which public bodies have kept to since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RiskLevel {
    /// 1 to 3.
    Low,
    /// 4 to 6.
    Moderate,
    /// 8 to 12.
    High,
    /// 15 to 25.
    VeryHigh,
}

impl RiskLevel {
    /// The words: "Very high".
    #[must_use]
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
            Self::VeryHigh => "Very high",
        }
    }
}

impl Risk {
    /// Likelihood times impact, 1 to 25, by which registers are sorted; none where either is not known.
    #[must_use]
    pub(crate) fn score(&self) -> Option<u32> {
        Some(self.likelihood? * self.impact?)
    }

    /// How much it matters, by its score.
    #[must_use]
    pub(crate) fn level(&self) -> Option<RiskLevel> {
        Some(match self.score()? {
            ..=3 => RiskLevel::Low,
            4..=6 => RiskLevel::Moderate,
            7..=14 => RiskLevel::High,
            15.. => RiskLevel::VeryHigh,
        })
    }

    /// Whether the register says that it is over.
    #[must_use]
    pub(crate) fn is_closed(&self) -> bool {
        self.status.as_ref().is_some_and(|status| status.trim().eq_ignore_ascii_case("closed"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Risk, RiskLevel};

    fn level(likelihood: u32, impact: u32) -> Option<RiskLevel> {
        let (likelihood, impact) = (Some(likelihood), Some(impact));
        let event = "Money ends".to_owned();
        Risk {
            reference: None,
            event,
            likelihood,
            impact,
            mitigation: None,
            leads: Vec::new(),
            status: None,
            reviewed: None,
        }
        .level()
    }

    #[test]
    fn every_square_of_the_matrix_has_its_band() {
        use RiskLevel::{High, Low, Moderate, VeryHigh};
        let matrix = [
            [Low, Low, Low, Moderate, Moderate],
            [Low, Moderate, Moderate, High, High],
            [Low, Moderate, High, High, VeryHigh],
            [Moderate, High, High, VeryHigh, VeryHigh],
            [Moderate, High, VeryHigh, VeryHigh, VeryHigh],
        ];
        for (likelihood, row) in (1..).zip(matrix) {
            for (impact, expected) in (1..).zip(row) {
                assert_eq!(level(likelihood, impact), Some(expected), "{likelihood} times {impact}");
            }
        }
    }
}

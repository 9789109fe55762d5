//! The risk register of a plan.

use super::Lead;
use crate::model::prose::Prose;

/// A line of a plan's risk register.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Risk {
    /// Its number.
    pub reference: Option<String>,
    /// What might happen.
    #[allow(clippy::struct_field_names, reason = "the field's own name in a plan")]
    pub risk: String,
    /// How likely, 1 to 5.
    pub likelihood: Option<u32>,
    /// How bad, 1 to 5.
    pub impact: Option<u32>,
    /// What is done about it.
    pub mitigation: Option<Prose>,
    /// Who watches it.
    pub leads: Vec<Lead>,
    /// How it stands, in the plan's words.
    pub status: Option<String>,
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
        let risk = "Money ends".to_owned();
        Risk { reference: None, risk, likelihood, impact, mitigation: None, leads: Vec::new(), status: None }.level()
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

//! How an action stood, quarter by quarter: a strip of letters and words, and the same in a sentence.

use serde::Serialize;

use super::Mark;
use crate::kinds::plan::site::progress::{ActionProgress, PlanProgress};
use crate::model::status::Status;

/// How an action stood.
#[derive(Serialize)]
pub(super) struct History {
    /// The last quarters that are over, oldest first; those before the plan began have no mark.
    quarters: Vec<QuarterView>,
    /// The same in a sentence.
    words: String,
}

#[derive(Serialize)]
struct QuarterView {
    /// "Q2 2026/27".
    name: String,
    mark: Option<Mark>,
}

impl History {
    pub(super) fn of(progress: &PlanProgress, action: &ActionProgress) -> Self {
        let ends = progress.history(action);
        let first = ends.iter().position(|end| end.standing.is_some());
        let told = &ends[first.unwrap_or(ends.len())..];
        let quarters =
            told.iter().map(|end| QuarterView { name: end.quarter.label(), mark: end.standing.map(Mark::of) });
        let statuses: Vec<(String, Status)> =
            told.iter().filter_map(|end| Some((end.quarter.label(), end.standing?.status))).collect();
        Self { quarters: quarters.collect(), words: sentence(&statuses) }
    }
}

/// "Not started at the end of Q1 2025/26; on track from Q2 2025/26 to Q1 2026/27; complete at the end of Q2 2026/27."
fn sentence(statuses: &[(String, Status)]) -> String {
    let runs: Vec<String> = statuses
        .chunk_by(|(_, one), (_, other)| one == other)
        .map(|run| {
            let (first, status) = &run[0];
            let words = status.words().to_lowercase();
            match run {
                [_] => format!("{words} at the end of {first}"),
                [.., (last, _)] => format!("{words} from {first} to {last}"),
                [] => unreachable!("a run has at least one quarter"),
            }
        })
        .collect();
    let mut text = runs.join("; ");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
        text.push('.');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_is_told_in_runs() {
        let all =
            [("Q1", Status::NotStarted), ("Q2", Status::OnTrack), ("Q3", Status::OnTrack), ("Q4", Status::Complete)];
        let all = all.map(|(name, status)| (name.to_owned(), status));
        let told = "Not started at the end of Q1; on track from Q2 to Q3; complete at the end of Q4.";
        assert_eq!(sentence(&all), told);
        assert_eq!(sentence(&[]), "");
    }
}

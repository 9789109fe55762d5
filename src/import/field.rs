//! What a column of a plan can be about: the fields of the content model, and what it means to keep a column.

choice! {
    /// What a column holds.
    pub(crate) enum Field => {
        /// The first level above the actions.
        Section = "section";
        /// The second.
        Objective = "objective";
        /// The plan's number for an action.
        Ref = "ref";
        /// What will be done.
        Title = "title";
        /// What makes it needed.
        Why = "why";
        /// What it is for.
        Aim = "aim";
        /// The steps.
        How = "how";
        /// Who is responsible.
        Leads = "leads";
        /// Who leads in the organisation that another column names.
        Officer = "officer";
        /// Who helps.
        Partners = "partners";
        /// When it begins.
        Start = "start";
        /// When it is to be done.
        Timescale = "timescale";
        /// What is to be reached on the way.
        Milestones = "milestones";
        /// What is counted.
        Measures = "measures";
        /// Where a measure began.
        Baseline = "baseline";
        /// Where a measure is to be.
        Target = "target";
        /// How anyone will know.
        Success = "success";
        /// How it is going, in words.
        Status = "status";
        /// How it is going, as a colour.
        Rating = "rating";
        /// What was reported.
        Updates = "updates";
        /// When that was reported.
        Reported = "reported";
        /// What several actions are to bring about together.
        ExpectedOutcomes = "expected_outcomes";
        /// Tags that go across sections.
        Themes = "themes";
        /// How much is done, in per cent.
        Progress = "progress";
        /// None of them: a detail under its own heading, or, where chosen or not for the public, a word under `private:`.
        Keep = "keep";
    }
}

impl Field {
    /// Whether several columns may be about it.
    pub(crate) fn may_repeat(self) -> bool {
        matches!(self, Self::Updates | Self::Rating | Self::Status | Self::Themes | Self::Keep | Self::Partners)
    }

    /// The key of the plan's `labels` under which a heading for it goes.
    pub(crate) fn label(self) -> Option<&'static str> {
        match self {
            Self::Officer
            | Self::Partners
            | Self::Start
            | Self::Baseline
            | Self::Target
            | Self::Themes
            | Self::Progress
            | Self::Reported
            | Self::Keep => None,
            other => Some(other.id()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn every_word_for_a_column_is_in_the_help_and_explained() {
        let (help, page) = (include_str!("../cli.rs"), include_str!("../../docs/import.md"));
        for field in Field::ALL {
            assert!(help.contains(field.id()), "{}", field.id());
            assert!(page.contains(&format!("`{}`", field.id())), "{}", field.id());
        }
    }
}

//! What a column of a plan can be about: the fields of the content model, and what it means to keep a column.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    Section,
    Objective,
    Ref,
    Title,
    Why,
    Aim,
    How,
    Leads,
    /// Who leads in the organisation that another column names.
    Officer,
    Partners,
    Start,
    Timescale,
    Milestones,
    Measures,
    Baseline,
    Target,
    Success,
    Status,
    Rating,
    Updates,
    ExpectedOutcomes,
    /// Tags that go across sections.
    Themes,
    /// How much is done, in per cent.
    Progress,
    /// None of them: its words become a detail under its own heading; where it was chosen, or its heading says that it is not
    /// for the public, they are kept under `private:`.
    Keep,
}

impl Field {
    pub(crate) const ALL: [Self; 24] = [
        Self::Section,
        Self::Objective,
        Self::Ref,
        Self::Title,
        Self::Why,
        Self::Aim,
        Self::How,
        Self::Leads,
        Self::Officer,
        Self::Partners,
        Self::Start,
        Self::Timescale,
        Self::Milestones,
        Self::Measures,
        Self::Baseline,
        Self::Target,
        Self::Success,
        Self::Status,
        Self::Rating,
        Self::Updates,
        Self::ExpectedOutcomes,
        Self::Themes,
        Self::Progress,
        Self::Keep,
    ];

    /// The word for it in a file of columns; that of the content model where it has one.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Objective => "objective",
            Self::Ref => "ref",
            Self::Title => "title",
            Self::Why => "why",
            Self::Aim => "aim",
            Self::How => "how",
            Self::Leads => "leads",
            Self::Officer => "officer",
            Self::Partners => "partners",
            Self::Start => "start",
            Self::Timescale => "timescale",
            Self::Milestones => "milestones",
            Self::Measures => "measures",
            Self::Baseline => "baseline",
            Self::Target => "target",
            Self::Success => "success",
            Self::Status => "status",
            Self::Rating => "rating",
            Self::Updates => "updates",
            Self::ExpectedOutcomes => "expected_outcomes",
            Self::Themes => "themes",
            Self::Progress => "progress",
            Self::Keep => "keep",
        }
    }

    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

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
            | Self::Keep => None,
            other => Some(other.id()),
        }
    }
}
